"""What the disk or another window refused, and what to do now.

Importing this registers the sentences: `wording` stands below the store and cannot know its errors.
"""

from __future__ import annotations

from socinno_tui.domain.text import without_control
from socinno_tui.i18n import N_, _
from socinno_tui.service.meeting_on_screen import ReadOnly
from socinno_tui.store.errors import (
    ActionUnknown,
    ClosedByGate,
    DatabaseBusy,
    DatabaseReadOnly,
    DiskFull,
    FileRefused,
    FolderMissing,
    MeetingHeld,
    MeetingUnknown,
    NewerDatabase,
    NotADatabase,
    NotOurDatabase,
    OlderDatabase,
    RowRefused,
    StoreRefused,
)
from socinno_tui.wording import phones  # noqa: F401  (its sentences register here too)
from socinno_tui.wording.errors import always, words_for

always(ReadOnly, N_("Another window holds this meeting: here it can be read, not changed."))
always(StoreRefused, N_("The file refused this; nothing has changed. Try it once more."))
always(
    DiskFull,
    N_("The disk is full: make room and press Enter again. What you typed is still there."),
)
always(RowRefused, N_("The file has changed in the meantime: open the meeting again."))
always(MeetingUnknown, N_("This meeting is not there any more: another window deleted it."))
always(ActionUnknown, N_("This agreement is not there any more."))
always(MeetingHeld, N_("Another window has this meeting open: close it there first."))
always(ClosedByGate, N_("The file keeps the meeting as it is: look once more at what is open."))


def about_a_file(kind: type[FileRefused], sentence: str) -> None:
    """Word errors of a kind by a msgid that may name the `{file}` or its `{folder}`."""

    def words(error: FileRefused) -> str:
        # A path can hold what a terminal would obey, or what is no text at all.
        return _(sentence).format(
            file=without_control(str(error.path)), folder=without_control(str(error.path.parent))
        )

    words_for.register(kind, words)


about_a_file(FileRefused, N_("{file} cannot be used. Choose another file with --db."))
about_a_file(
    FolderMissing,
    N_("The folder {folder} does not exist: make it first, or choose another file with --db."),
)
about_a_file(
    NotADatabase,
    N_(
        "{file} is no database, or it is damaged; it was left as it is. "
        "Choose another file with --db."
    ),
)
about_a_file(
    NotOurDatabase,
    N_("{file} belongs to another program and was left as it is. Choose another file with --db."),
)
about_a_file(
    NewerDatabase,
    N_(
        "{file} was made by a newer socinno and was left as it is: install the newest version here."
    ),
)
about_a_file(
    OlderDatabase,
    N_("{file} was made by an older socinno: open it once with socinno itself."),
)
about_a_file(
    DatabaseReadOnly,
    N_("{file} cannot be written to: see to write access, or choose another file with --db."),
)
about_a_file(DatabaseBusy, N_("Another program holds {file}: close it there, then try again."))
