"""What the disk can refuse. Each error carries the facts; its words are the service's."""

from __future__ import annotations

from pathlib import Path

from socinno_tui.domain.errors import SocinnoError


class StoreRefused(SocinnoError):
    """The file cannot be opened, read or written; nothing has changed."""


class FileRefused(StoreRefused):
    """Something is the matter with the file as a whole."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class FolderMissing(FileRefused):
    """The folder that the file should be in does not exist."""


class NotADatabase(FileRefused):
    """The file is no SQLite database, or is damaged."""


class NotOurDatabase(FileRefused):
    """The file is an SQLite database of another program."""


class NewerDatabase(FileRefused):
    """The file was written by a newer version of this program."""


class OlderDatabase(FileRefused):
    """The file was not brought up to this version yet, or is only just being made."""


class DatabaseReadOnly(FileRefused):
    """The file or its folder cannot be written to."""


class DiskFull(FileRefused):
    """There is no room left on the disk."""


class DatabaseBusy(FileRefused):
    """Another program holds the file locked."""


class MeetingUnknown(StoreRefused):
    """No meeting has this id: another window may have thrown it away."""

    def __init__(self, meeting_id: str) -> None:
        super().__init__(meeting_id)
        self.meeting_id = meeting_id


class ActionUnknown(StoreRefused):
    """No action has this id."""

    def __init__(self, action_id: str) -> None:
        super().__init__(action_id)
        self.action_id = action_id


class MeetingHeld(StoreRefused):
    """Another window holds this meeting to write."""

    def __init__(self, meeting_id: str) -> None:
        super().__init__(meeting_id)
        self.meeting_id = meeting_id


class ClosedByGate(StoreRefused):
    """The gate in the file refused: gaps are open, or what is closed would be changed."""


class RowRefused(StoreRefused):
    """A row breaks a rule of its table, is there already or not there any more: another program
    changed the file.
    """
