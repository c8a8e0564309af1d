"""What is said of a file of ideas that is not taken in."""

from __future__ import annotations

from socinno_tui.domain.idea_intake import (
    MOST_IDEAS,
    ColumnUnclear,
    IdeaTooLong,
    NoIdeas,
    NotATable,
    RowBroken,
    TableTooBig,
    TopicUnknown,
)
from socinno_tui.domain.text import without_control
from socinno_tui.i18n import N_, _
from socinno_tui.wording.errors import always, words_for

always(
    NotATable,
    N_(
        "This file is no text: save it as CSV first (in Excel: Save as, CSV UTF-8). "
        "Nothing has changed."
    ),
)
always(NoIdeas, N_("There is no idea in this file: choose another. Nothing has changed."))
always(
    TopicUnknown,
    N_("The meeting has no topic with this number: --topic 1 is the first. Nothing has changed."),
)


@words_for.register(TableTooBig)
def _too_big(_error: TableTooBig) -> str:
    return _(
        "This file is too big: at most 20 MB and {most} ideas. Split it; nothing has changed."
    ).format(most=MOST_IDEAS)


@words_for.register(ColumnUnclear)
def _column_unclear(error: ColumnUnclear) -> str:
    columns = ", ".join(
        f"{place} {without_control(name)[:30]}" for place, name in enumerate(error.columns, 1)
    )
    return _(
        "Which column holds the ideas? Say it with --column and a number: {columns}. "
        "Nothing has changed."
    ).format(columns=columns)


@words_for.register(RowBroken)
def _row_broken(error: RowBroken) -> str:
    return _(
        "Line {line} cannot be read: it has other columns than the rest, or a quote is not closed. "
        "Mend it; nothing has changed."
    ).format(line=error.line)


@words_for.register(IdeaTooLong)
def _idea_too_long(error: IdeaTooLong) -> str:
    return _(
        "The idea on line {line} is too long: {limit} characters fit. Shorten it; nothing has "
        "changed."
    ).format(line=error.line, limit=error.limit)
