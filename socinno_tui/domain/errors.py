"""What can be wrong with what a person asks. Errors carry facts; `wording` words them."""

from __future__ import annotations


class SocinnoError(Exception):
    """Root of every error that is told to a person in one sentence."""


class RuleBroken(SocinnoError):
    """A rule of the meeting does not allow this; nothing has changed."""
