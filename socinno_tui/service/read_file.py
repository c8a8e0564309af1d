"""Reading a file that somebody chose: only a real one, and never more of it than was asked."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from socinno_tui.domain.bundle_errors import FileNotReadable

_BEGINNING = 1024


def beginning_of(path: Path) -> bytes:
    """Give the first bytes of a file. Raises FileNotReadable."""
    return bytes_of(path, _BEGINNING)


def size_of(path: Path) -> int:
    """Give how many bytes a file has. Raises FileNotReadable."""
    try:
        return path.stat().st_size
    except OSError as error:
        raise FileNotReadable(path) from error


def bytes_of(path: Path, most: int) -> bytes:
    """Give a file's bytes, at most so many, should it grow meanwhile. Raises FileNotReadable."""
    try:
        with _opened(path) as file:
            return file.read(most)
    except (OSError, ValueError) as error:
        raise FileNotReadable(path) from error


def _opened(path: Path) -> BinaryIO:
    # A pipe would be waited on, and a device such as /dev/zero read, for ever.
    if not path.is_file():
        raise FileNotReadable(path)
    return path.open("rb")
