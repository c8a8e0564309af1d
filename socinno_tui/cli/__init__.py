"""The commands of `socinno`, in a terminal and without one."""

from socinno_tui.cli.program import main

__all__ = ["main"]
