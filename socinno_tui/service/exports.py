"""What leaves the program: minutes, ideas, agreements, calendars, mails, and all of it to keep."""

from __future__ import annotations

import os
from collections.abc import Mapping
from enum import Enum
from itertools import count
from pathlib import Path
from typing import Final

from socinno_tui.domain.errors import RuleBroken
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.i18n import _, pgettext
from socinno_tui.service import export_contents
from socinno_tui.service.clock import Clock
from socinno_tui.service.file_names import readable_name
from socinno_tui.service.written_file import write_files, write_folder
from socinno_tui.store.store import Store


class ExportKind(Enum):
    """What can be taken along."""

    MINUTES = "minutes"
    PAGE = "page"
    IDEAS = "ideas"
    ACTIONS = "actions"
    CALENDAR = "calendar"
    CALENDARS = "calendars"
    MAILS = "mails"
    INVITATION = "invitation"
    BUNDLE = "bundle"


IN_A_FOLDER: Final = frozenset({ExportKind.CALENDARS, ExportKind.MAILS})
"""These become a folder with a file for each owner."""

OF_ALL_MEETINGS: Final = (
    ExportKind.ACTIONS,
    ExportKind.CALENDAR,
    ExportKind.CALENDARS,
    ExportKind.MAILS,
    ExportKind.BUNDLE,
)
"""What can be taken along of all meetings together."""

_ENDINGS: Final = {
    ExportKind.MINUTES: ".md",
    ExportKind.PAGE: ".html",
    ExportKind.IDEAS: ".csv",
    ExportKind.ACTIONS: ".csv",
    ExportKind.CALENDAR: ".ics",
    ExportKind.INVITATION: ".txt",
    ExportKind.BUNDLE: ".json",
}


class SeveralFiles(RuleBroken):
    """This kind is several files, which no single text can hold."""

    def __init__(self, kind: ExportKind = ExportKind.MAILS) -> None:
        super().__init__(kind)
        self.kind = kind


class NothingToWrite(RuleBroken):
    """There is nothing of this kind: no agreement has an owner yet, for one."""


class Exports:
    """Files made of meetings. Each is written whole or not at all; all raise a StoreRefused."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def kinds_for(self, meeting_id: str | None) -> tuple[ExportKind, ...]:
        """Give what can be taken along of a meeting as it stands now, or of all when None."""
        if meeting_id is None:
            return OF_ALL_MEETINGS
        meeting = self._store.meeting(meeting_id)
        if meeting.phase is Phase.PREPARATION:
            return (ExportKind.INVITATION, ExportKind.BUNDLE)
        record = (ExportKind.MINUTES, ExportKind.PAGE, ExportKind.IDEAS)
        if meeting.phase is not Phase.FOLLOW_UP:
            return (*record, ExportKind.BUNDLE)
        if not meeting.actions:
            return (*record, ExportKind.CALENDAR, ExportKind.BUNDLE)
        return (*record, *OF_ALL_MEETINGS)

    def proposed(self, kind: ExportKind, meeting_id: str | None, folder: Path) -> Path:
        """Give a readable name in a folder that nothing has yet: "wachttijd-balie-notulen.md"."""
        name = f"{self._stem(meeting_id)}-{_kind_word(kind)}"
        ending = _ENDINGS.get(kind, "")
        for number in count(1):
            path = folder / (f"{name}{ending}" if number == 1 else f"{name}-{number}{ending}")
            if not any(os.path.lexists(one) for one in _places(kind, path)):
                break
        return path

    def text(self, kind: ExportKind, meeting_id: str | None) -> str:
        """Give what would stand in the file. Raises SeveralFiles."""
        if kind in IN_A_FOLDER:
            raise SeveralFiles(kind)
        content, *_beside = self._contents(kind, meeting_id, Path("one.txt")).values()
        return content.decode("utf-8-sig")

    def write(
        self, kind: ExportKind, meeting_id: str | None, target: Path, *, overwrite: bool = False
    ) -> tuple[Path, ...]:
        """Write to a file, or for some kinds to a folder, and give all files written.

        Raises FileThere unless `overwrite`, or another ExportRefused; NothingToWrite.
        """
        if kind in IN_A_FOLDER:
            files = self._folder(kind, meeting_id)
            if not files:
                raise NothingToWrite
            return write_folder(target, files, overwrite=overwrite)
        return write_files(self._contents(kind, meeting_id, target), overwrite=overwrite)

    # What is read, and what becomes of it

    def _contents(
        self, kind: ExportKind, meeting_id: str | None, target: Path
    ) -> Mapping[Path, bytes]:
        if kind is ExportKind.INVITATION:
            files = export_contents.invitation(self._meeting(meeting_id))
            return dict(zip(_places(kind, target), files, strict=False))
        return {target: self._one_file(kind, meeting_id)}

    def _one_file(self, kind: ExportKind, meeting_id: str | None) -> bytes:
        today = self._clock.today()
        if kind is ExportKind.BUNDLE:
            return export_contents.bundle(self._meetings(meeting_id))
        if kind is ExportKind.ACTIONS:
            return export_contents.actions(self._store.agreements.read(meeting_id), today)
        if kind is ExportKind.CALENDAR:
            return export_contents.calendar(
                self._store.agreements.read(meeting_id), self._meetings(meeting_id)
            )
        meeting = self._meeting(meeting_id)
        if kind is ExportKind.IDEAS:
            return export_contents.ideas(meeting)
        if kind is ExportKind.PAGE:
            return export_contents.page(meeting, today)
        return export_contents.minutes(meeting, today)

    def _folder(self, kind: ExportKind, meeting_id: str | None) -> Mapping[str, bytes]:
        if kind is ExportKind.CALENDARS:
            return export_contents.calendars(
                self._store.agreements.read(meeting_id), self._meetings(meeting_id)
            )
        return export_contents.mails(self._meetings(meeting_id), self._clock.today())

    def _meeting(self, meeting_id: str | None) -> Meeting:
        if meeting_id is None:
            raise NothingToWrite
        return self._store.meeting(meeting_id)

    def _meetings(self, meeting_id: str | None) -> tuple[Meeting, ...]:
        if meeting_id is not None:
            return (self._store.meeting(meeting_id),)
        summaries = self._store.summaries(self._clock.today())
        return tuple(self._store.meeting(one.id) for one in summaries)

    def _stem(self, meeting_id: str | None) -> str:
        if meeting_id is None:
            return readable_name(_("all meetings"))
        meeting = self._store.meeting(meeting_id)
        named = readable_name(meeting.title, meeting.topic.question, meeting.topic.name)
        return named or readable_name(pgettext("in the name of a file", "meeting"))


def _places(kind: ExportKind, target: Path) -> tuple[Path, ...]:
    """Give where the files come: an invitation's appointment stands beside its text."""
    if kind is not ExportKind.INVITATION:
        return (target,)
    ending = target.suffix.lower()
    bare = target.with_suffix("") if ending in (".txt", ".ics") else target
    text = bare.with_name(f"{bare.name}.txt") if ending == ".ics" else target
    return text, bare.with_name(f"{bare.name}.ics")


def _kind_word(kind: ExportKind) -> str:
    """Give the word for a kind in the name of its file, in the person's language."""
    words = {
        ExportKind.MINUTES: pgettext("in the name of a file", "minutes"),
        ExportKind.PAGE: pgettext("in the name of a file", "minutes"),
        ExportKind.IDEAS: pgettext("in the name of a file", "ideas"),
        ExportKind.ACTIONS: pgettext("in the name of a file", "agreements"),
        ExportKind.CALENDAR: pgettext("in the name of a file", "calendar"),
        ExportKind.CALENDARS: pgettext("in the name of a file", "calendars"),
        ExportKind.MAILS: pgettext("in the name of a file", "mails"),
        ExportKind.INVITATION: pgettext("in the name of a file", "invitation"),
        ExportKind.BUNDLE: pgettext("in the name of a file", "data"),
    }
    return words[kind]
