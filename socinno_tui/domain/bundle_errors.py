"""What can be wrong with a bundle of meetings that comes in."""

from __future__ import annotations

from pathlib import Path

from socinno_tui.domain.errors import SocinnoError


class BundleRefused(SocinnoError):
    """The file is not taken in; nothing has changed."""


class BundleTooBig(BundleRefused):
    """The file is bigger than any bundle of ours, in bytes."""

    def __init__(self, size: int, most: int) -> None:
        super().__init__(size, most)
        self.size = size
        self.most = most


class NotABundle(BundleRefused):
    """The file holds something else, or was cut off; `line` is where reading stopped, if known."""

    def __init__(self, line: int = 0) -> None:
        super().__init__(line)
        self.line = line


class NewerBundle(BundleRefused):
    """The file was made by a newer version of this program."""


class BundleBroken(BundleRefused):
    """One value is not what stands there; `place` is the way to it, `meeting` counts from 1."""

    def __init__(self, meeting: int, place: str) -> None:
        super().__init__(meeting, place)
        self.meeting = meeting
        self.place = place


class BundleIncoherent(BundleRefused):
    """A meeting in the file does not hold together; `place` names the part."""

    def __init__(self, meeting: int, place: str) -> None:
        super().__init__(meeting, place)
        self.meeting = meeting
        self.place = place


class FileNotReadable(BundleRefused):
    """There is no such file, or it cannot be read."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class OwnFile(BundleRefused):
    """The file is the one that is open already."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path
