"""Ideas and agreements as CSV that a spreadsheet opens right, and that it cannot be hurt by.

What a spreadsheet would take for a formula gets an apostrophe before it (OWASP, "CSV Injection"):
at the beginning of a text, and behind whatever may separate cells, since a spreadsheet of another
language splits there. Where apostrophes stand there already they get one more, so that every text
comes back as it was.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Final

from pendulum import Date

from socinno_tui.domain.action import Agreement
from socinno_tui.domain.idea import Idea
from socinno_tui.domain.meeting import Meeting
from socinno_tui.export.history import dated_line
from socinno_tui.i18n import _, current_language
from socinno_tui.wording.states import standing_word, verdict_word

GUARD: Final = "'"
FORMULA_STARTS: Final = tuple("=+-@\t\r\n|%＝＋－＠")
"""What a spreadsheet may begin a formula with: also in full width, and for DDE."""

_OPENS: Final = rf"(?='*(?:\s|[{re.escape(''.join(FORMULA_STARTS))}]))"
_OPENS_WITHIN: Final = r"(?='*(?:[=@|%＝＠]|[+\-＋－][\w(.]))"
"""Within a text a sign with nothing behind it computes nothing: "10,-" is a price."""

_SPLIT: Final = r"(?<=[,;\t\r\n])(?:[^\S\t\r\n]|\")*"
_UNGUARDED: Final = re.compile(rf"\A{_OPENS}|{_SPLIT}{_OPENS_WITHIN}")
_GUARDED: Final = re.compile(rf"\A{GUARD}{_OPENS}|{_SPLIT}{GUARD}{_OPENS_WITHIN}")

SEPARATORS: Final = {"nl": ";", "en": ","}
"""Excel reads the list separator of the system's language, and Dutch has the comma in numbers."""

Cell = str | int


def ideas_to_csv(meeting: Meeting) -> bytes:
    """Give one line an idea, in order of number, without anybody's name but the owners'."""
    numbers = {idea.id: idea.number for idea in meeting.ideas}
    questions = {topic.id: topic.question or topic.name for topic in meeting.topics}
    actions = {action.idea_id: action for action in meeting.actions}
    header = (
        _("number"),
        _("question"),
        _("idea"),
        _("dots"),
        _("verdict"),
        _("reason"),
        _("merged under"),
        _("owner"),
        _("due"),
        _("first step"),
    )

    def row(idea: Idea) -> tuple[Cell, ...]:
        verdict, action = idea.verdict, actions.get(idea.id)
        due = None if action is None else action.due_now
        return (
            idea.number,
            questions.get(idea.topic_id, ""),
            idea.text,
            idea.dots,
            _verdict_word(idea),
            "" if verdict is None else verdict.reason,
            "" if idea.merged_into is None else numbers[idea.merged_into],
            "" if action is None else action.owner_now,
            "" if due is None else due.isoformat(),
            "" if action is None else action.first_step,
        )

    return _table(header, (row(idea) for idea in meeting.ideas))


def actions_to_csv(agreements: Sequence[Agreement], today: Date) -> bytes:
    """Give one line an agreement, in the order given, as it stands today."""
    header = (
        _("number"),
        _("idea"),
        _("owner"),
        _("due"),
        _("state"),
        _("first step"),
        _("times moved"),
        _("last update"),
        _("what it brought"),
        _("question"),
        _("meeting"),
    )

    def row(agreement: Agreement) -> tuple[Cell, ...]:
        action = agreement.action
        return (
            agreement.idea_number,
            agreement.idea_text,
            action.owner_now,
            "" if action.due_now is None else action.due_now.isoformat(),
            standing_word(action.standing(today)),
            action.first_step,
            action.times_moved,
            _last_update(agreement),
            " / ".join(action.results),
            agreement.question,
            agreement.meeting_title,
        )

    return _table(header, (row(agreement) for agreement in agreements))


def guarded(text: str) -> str:
    """Give a text that a spreadsheet shows as it is, and runs never."""
    return _UNGUARDED.sub(lambda found: f"{found.group()}{GUARD}", text)


def unguarded(text: str) -> str:
    """Give a cell of ours back as it was typed."""
    return _GUARDED.sub(lambda found: found.group().removesuffix(GUARD), text)


def _verdict_word(idea: Idea) -> str:
    if idea.verdict is not None:
        return verdict_word(idea.verdict.kind)
    # What is merged goes along with the idea it is under.
    return "" if idea.merged_into is not None else _("no answer yet")


def _last_update(agreement: Agreement) -> str:
    updates = agreement.action.updates
    return dated_line(updates[-1], agreement.zone) if updates else ""


def _table(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    file = StringIO(newline="")
    writer = csv.writer(file, delimiter=SEPARATORS[current_language()], lineterminator="\r\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([guarded(cell) if isinstance(cell, str) else cell for cell in row])
    # Excel takes a file without the mark for one in the system's old encoding.
    return file.getvalue().encode("utf-8-sig")
