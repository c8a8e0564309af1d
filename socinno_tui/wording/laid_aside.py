"""What lost when files were merged, as a person calls it."""

from __future__ import annotations

from socinno_tui.domain.action import UpdateKind
from socinno_tui.domain.idea import VerdictKind
from socinno_tui.domain.laid_aside import LaidAside
from socinno_tui.domain.participant import Attendance, Role
from socinno_tui.i18n import pgettext
from socinno_tui.wording.states import attendance_word, role_word, update_word, verdict_word


def laid_aside_words(lost: LaidAside) -> str:
    """Say of what it was, which field, and the value that was replaced."""
    return f"{_of(lost.of)}, {_name(lost.name)}: {_value(lost.name, lost.value)}"


def _of(told: str) -> str:
    whole = {
        "meeting": pgettext("laid aside", "meeting"),
        "topic": pgettext("laid aside", "topic"),
        "room check": pgettext("laid aside", "room checklist"),
        "time-box": pgettext("laid aside", "time-box"),
    }
    if told in whole:
        return whole[told]
    kind, _space, which = told.partition(" ")
    parts = {
        "idea": pgettext("laid aside", "idea {which}"),
        "agreement": pgettext("laid aside", "agreement {which}"),
        "participant": pgettext("laid aside", "participant {which}"),
    }
    # What another version called otherwise is shown as it called it.
    return parts[kind].format(which=which) if kind in parts and which else told


def _name(told: str) -> str:
    kinds = {f"history: {kind.value}": kind for kind in UpdateKind}
    if told in kinds:
        return pgettext("laid aside", "history ({what})").format(what=update_word(kinds[told]))
    return {
        "title": pgettext("laid aside", "title"),
        "place": pgettext("laid aside", "place"),
        "starts_at": pgettext("laid aside", "date and time (UTC)"),
        "planned_minutes": pgettext("laid aside", "duration in minutes"),
        "limit_minutes": pgettext("laid aside", "agreed maximum talk time in minutes"),
        "goal": pgettext("laid aside", "goal"),
        "ideas_wanted": pgettext("laid aside", "ideas to work out"),
        "goal_answer": pgettext("laid aside", "whether the goal was reached"),
        "review_date": pgettext("laid aside", "review date"),
        "nothing_selected_because": pgettext("laid aside", "why nothing was selected"),
        "name": pgettext("laid aside", "name"),
        "question": pgettext("laid aside", "question"),
        "inside": pgettext("laid aside", "inside the frame"),
        "outside": pgettext("laid aside", "outside the frame"),
        "limits": pgettext("laid aside", "limits"),
        "conclusion": pgettext("laid aside", "conclusion"),
        "address": pgettext("laid aside", "address"),
        "role": pgettext("laid aside", "role"),
        "attendance": pgettext("laid aside", "attendance"),
        "text": pgettext("laid aside", "text"),
        "minutes": pgettext("laid aside", "minutes"),
        "dots": pgettext("laid aside", "dots"),
        "verdict": pgettext("laid aside", "verdict"),
        "reason": pgettext("laid aside", "reason"),
        "owner": pgettext("laid aside", "owner"),
        "due": pgettext("laid aside", "due"),
        "first_step": pgettext("laid aside", "first step"),
    }.get(told, told)


def _value(name: str, told: str) -> str:
    words = {
        "role": {role.value: role_word(role) for role in Role},
        "attendance": {answer.value: attendance_word(answer) for answer in Attendance},
        "verdict": {kind.value: verdict_word(kind) for kind in VerdictKind},
    }
    return words.get(name, {}).get(told, told)
