"""What is said of a file that is not taken in."""

from __future__ import annotations

from socinno_tui.domain.bundle_errors import (
    BundleBroken,
    BundleIncoherent,
    BundleTooBig,
    FileNotReadable,
    NewerBundle,
    NotABundle,
    OwnFile,
)
from socinno_tui.domain.text import without_control
from socinno_tui.i18n import N_, _
from socinno_tui.wording.errors import always, words_for

always(
    NewerBundle,
    N_(
        "This file was made by a newer socinno: install the newest version here. "
        "Nothing has changed."
    ),
)


@words_for.register(BundleTooBig)
def _too_big(error: BundleTooBig) -> str:
    return _(
        "This file is too big: {size} MB, where {most} MB is the most. Choose another file; "
        "nothing has changed."
    ).format(size=-(-error.size // 1024**2), most=error.most // 1024**2)


@words_for.register(NotABundle)
def _not_a_bundle(error: NotABundle) -> str:
    if error.line:
        return _(
            "This file cannot be read beyond line {line}: it was cut off or damaged. "
            "Export it once more; nothing has changed."
        ).format(line=error.line)
    return _(
        "This is neither a bundle nor a database of socinno, or it is damaged. "
        "Choose another file; nothing has changed."
    )


@words_for.register(BundleBroken)
def _broken(error: BundleBroken) -> str:
    return _(
        "Meeting {meeting} in this file has something wrong at “{place}”: export it once more. "
        "Nothing has changed."
    ).format(meeting=error.meeting, place=without_control(error.place)[:80])


@words_for.register(BundleIncoherent)
def _incoherent(error: BundleIncoherent) -> str:
    return _(
        "Meeting {meeting} in this file does not hold together at “{place}”: export it once more. "
        "Nothing has changed."
    ).format(meeting=error.meeting, place=without_control(error.place)[:80])


@words_for.register(FileNotReadable)
def _not_readable(error: FileNotReadable) -> str:
    return _("{file} cannot be read: see whether it is there and may be read.").format(
        file=without_control(str(error.path))
    )


@words_for.register(OwnFile)
def _own_file(error: OwnFile) -> str:
    return _("{file} is the file that is open already: choose another one.").format(
        file=without_control(str(error.path))
    )
