"""Why a file was not written, and what to do now.

Importing this registers the sentences: `wording` stands below the service.
"""

from __future__ import annotations

from socinno_tui.domain.text import without_control
from socinno_tui.i18n import N_, _
from socinno_tui.service.exports import NothingToWrite, SeveralFiles
from socinno_tui.service.written_file import (
    CannotWrite,
    DatabaseInUse,
    ExportRefused,
    FileThere,
    FolderMissingForExport,
    NoRoomForExport,
    NotReplaceable,
)
from socinno_tui.wording.errors import always, words_for


def about_a_path(kind: type[ExportRefused], sentence: str) -> None:
    """Word errors of a kind by a msgid that may name the `{file}` or its `{folder}`."""

    def words(error: ExportRefused) -> str:
        # A path can hold what a terminal would obey, or what is no text at all.
        return _(sentence).format(
            file=without_control(str(error.path)), folder=without_control(str(error.path.parent))
        )

    words_for.register(kind, words)


always(SeveralFiles, N_("These are several files: say where they should come."))
always(NothingToWrite, N_("There is nothing of this kind to take along yet."))
about_a_path(ExportRefused, N_("{file} was not written; nothing has changed."))
# On a screen the question is whether to press Enter again; this is for a command.
about_a_path(
    FileThere,
    N_("{file} is there already and was left as it is: choose another name, or add --overwrite."),
)
about_a_path(NotReplaceable, N_("{file} is something of another kind: choose another name."))
about_a_path(
    DatabaseInUse,
    N_("{file} holds meetings and is open, or was not closed well: choose another name."),
)
about_a_path(
    FolderMissingForExport,
    N_("The folder {folder} does not exist: make it first, or choose another folder."),
)
about_a_path(
    NoRoomForExport, N_("The disk is full, so {file} was not written: make room and try again.")
)
about_a_path(CannotWrite, N_("{file} cannot be written there: choose another name or folder."))
