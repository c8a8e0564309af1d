"""How a meeting, its ideas and its agreements stand, in the words of the chosen language."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from socinno_tui.domain.action import Standing, UpdateKind
from socinno_tui.domain.closing import Gap, GapKind
from socinno_tui.domain.idea import VerdictKind
from socinno_tui.domain.participant import Attendance, Role
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.readiness import Attention, AttentionKind, Section, SectionState
from socinno_tui.domain.step import Step, StepKind
from socinno_tui.i18n import N_, _, ngettext, pgettext
from socinno_tui.wording import symbols


def phase_word(phase: Phase) -> str:
    """What goes on in a phase."""
    return {
        Phase.PREPARATION: pgettext("phase", "preparing"),
        Phase.IDEATION: pgettext("phase", "collecting ideas"),
        Phase.SELECTION: pgettext("phase", "choosing"),
        Phase.CLOSING: pgettext("phase", "closing"),
        Phase.FOLLOW_UP: pgettext("phase", "follow-up"),
    }[phase]


def role_word(role: Role) -> str:
    """What someone is in the meeting."""
    return {
        Role.EMPLOYEE: pgettext("role", "employee"),
        Role.MANAGER: pgettext("role", "manager"),
        Role.FACILITATOR: pgettext("role", "facilitator"),
    }[role]


def attendance_word(attendance: Attendance) -> str:
    """What someone answered to the invitation."""
    return {
        Attendance.INVITED: pgettext("attendance", "invited"),
        Attendance.COMING: pgettext("attendance", "coming"),
        Attendance.NOT_COMING: pgettext("attendance", "not coming"),
    }[attendance]


def verdict_word(kind: VerdictKind) -> str:
    """What becomes of an idea."""
    return {
        VerdictKind.SELECTED: pgettext("verdict", "selected"),
        VerdictKind.LATER: pgettext("verdict", "later"),
        VerdictKind.NO: pgettext("verdict", "no"),
    }[kind]


def verdict_symbol(kind: VerdictKind) -> str:
    """The sign of a verdict, one cell wide."""
    return {
        VerdictKind.SELECTED: symbols.SELECTED,
        VerdictKind.LATER: symbols.LATER,
        VerdictKind.NO: symbols.NO,
    }[kind]


def standing_word(standing: Standing) -> str:
    """How an agreement stands."""
    return {
        Standing.OVERDUE: pgettext("standing", "overdue"),
        Standing.DUE_SOON: pgettext("standing", "due soon"),
        Standing.RUNNING: pgettext("standing", "running"),
        Standing.DONE: pgettext("standing", "done"),
        Standing.STOPPED: pgettext("standing", "stopped"),
    }[standing]


def standing_symbol(standing: Standing) -> str:
    """The sign of how an agreement stands, one cell wide."""
    return {
        Standing.OVERDUE: symbols.OVERDUE,
        Standing.DUE_SOON: symbols.DUE_SOON,
        Standing.RUNNING: symbols.RUNNING,
        Standing.DONE: symbols.DONE,
        Standing.STOPPED: symbols.STOPPED,
    }[standing]


def update_word(kind: UpdateKind) -> str:
    """What a line in an agreement's history says."""
    return {
        UpdateKind.NOTE: pgettext("update", "note"),
        UpdateKind.ON_COURSE: pgettext("update", "on course"),
        UpdateKind.MOVED: pgettext("update", "moved"),
        UpdateKind.HANDED_OVER: pgettext("update", "handed over"),
        UpdateKind.DONE: pgettext("update", "done"),
        UpdateKind.RESULT: pgettext("update", "result"),
        UpdateKind.STOPPED: pgettext("update", "stopped"),
        UpdateKind.REOPENED: pgettext("update", "opened again"),
    }[kind]


def section_title(section: Section) -> str:
    """What a section of the preparation is called."""
    return {
        Section.MEETING: _("Meeting"),
        Section.TOPICS: _("Topics"),
        Section.QUESTION: _("Question and frame"),
        Section.PARTICIPANTS: _("Participants"),
        Section.GOAL: _("Goal"),
        Section.ROOM: _("Room and mood"),
        Section.TALK: _("Talk time"),
        Section.FOLLOW_UP: _("Follow-up"),
    }[section]


def section_state_word(state: SectionState) -> str:
    """Whether a section is done, wants attention or is empty."""
    return {
        SectionState.DONE: pgettext("section", "done"),
        SectionState.ATTENTION: pgettext("section", "attention"),
        SectionState.EMPTY: pgettext("section", "empty"),
    }[state]


def section_state_symbol(state: SectionState) -> str:
    """The sign of a section's state, one cell wide."""
    return {
        SectionState.DONE: symbols.DONE,
        SectionState.ATTENTION: symbols.ATTENTION,
        SectionState.EMPTY: symbols.EMPTY,
    }[state]


_ATTENTION = {
    AttentionKind.QUESTION_MISSING: N_("The question is still missing."),
    AttentionKind.GOAL_MISSING: N_("The goal is still missing: complete “Afterwards we have …”."),
    AttentionKind.NO_TITLE: N_("The meeting has no title yet."),
    AttentionKind.NO_MOMENT: N_("Date and time are not filled in yet."),
    AttentionKind.NO_PLACE: N_("The place is not filled in yet."),
    AttentionKind.NO_FORMAT: N_("There are no time-boxes yet: choose a meeting format."),
    AttentionKind.TOPIC_UNNAMED: N_("Topic {topic} has no short name yet."),
    AttentionKind.NOBODY_INVITED: N_("No employee is invited yet."),
    AttentionKind.NOBODY_COMING: N_("No employee has said to come yet."),
    AttentionKind.ROOM_UNCHECKED: N_("The room checklist is still empty."),
    AttentionKind.LIMIT_NOT_AGREED: N_("The talk limit is only proposed: agree on it beforehand."),
    AttentionKind.NO_REVIEW_DATE: N_("There is no review date yet."),
}


def attention_sentence(attention: Attention, *, topics: int = 1) -> str:
    """What a section still wants, in one sentence; it names the topic where there are several."""
    several = topics > 1
    kind, count = attention.kind, attention.count
    if kind is AttentionKind.QUESTION_REMARKS and several:
        sentence = ngettext(
            "Topic {topic}: the coach has {count} remark on the question.",
            "Topic {topic}: the coach has {count} remarks on the question.",
            count,
        )
    elif kind is AttentionKind.QUESTION_REMARKS:
        sentence = ngettext(
            "The coach has {count} remark on the question.",
            "The coach has {count} remarks on the question.",
            count,
        )
    elif kind is AttentionKind.QUESTION_MISSING and several:
        sentence = _("Topic {topic}: the question is still missing.")
    elif kind is AttentionKind.ROOM_UNCHECKED and count:
        sentence = ngettext(
            "{count} line of the room checklist is still open.",
            "{count} lines of the room checklist are still open.",
            count,
        )
    else:
        sentence = _(_ATTENTION[kind])
    return sentence.format(topic=attention.topic, count=count)


_OPEN_POINTS = {
    frozenset({GapKind.OWNER}): N_("{ideas} owner"),
    frozenset({GapKind.DUE}): N_("{ideas} date"),
    frozenset({GapKind.OWNER, GapKind.DUE}): N_("{ideas} owner and date"),
}


def gap_list(gaps: Sequence[Gap]) -> str:
    """All that is open, in order of idea: "#4 owner · #7, #9 owner and date"."""
    if any(gap.kind is GapKind.NOTHING_SELECTED for gap in gaps):
        return _("why nothing is selected")
    missing: dict[int, set[GapKind]] = {}
    for gap in gaps:
        missing.setdefault(gap.number, set()).add(gap.kind)
    alike = groupby(missing.items(), key=lambda found: frozenset(found[1]))
    return " · ".join(
        _(_OPEN_POINTS[kinds]).format(ideas=", ".join(f"#{number}" for number, _kinds in ideas))
        for kinds, ideas in alike
    )


def open_points_line(gaps: Sequence[Gap], selected: int) -> str:
    """What still keeps the closing screen from letting go, or that nothing does.

    `selected` is the number of selected ideas: "2 of 3 still open: #4 owner · #9 date".
    """
    if any(gap.kind is GapKind.NOTHING_SELECTED for gap in gaps):
        return _("Nothing is selected yet: say why, or go back and choose.")
    if gaps:
        still_open = len({gap.idea_id for gap in gaps})
        return _("{open} of {total} still open: {points}").format(
            open=still_open, total=selected, points=gap_list(gaps)
        )
    if not selected:
        return _("Nothing is selected, and it is written down why.")
    return _("Every selected idea has an owner and a date.")


_TAKEN_BACK = {
    StepKind.EDITED: N_("#{number} has its earlier words again."),
    StepKind.MERGED: N_("The merging under #{number} is undone."),
    StepKind.SPLIT: N_("#{number} is merged again."),
    StepKind.DOTTED: N_("#{number} has its earlier dots again."),
    StepKind.SELECTED: N_("The selecting of #{number} is undone."),
    StepKind.PARKED: N_("The parking of #{number} is undone."),
    StepKind.DECLINED: N_("The no to #{number} is undone."),
    StepKind.VERDICT_TAKEN_BACK: N_("#{number} has its verdict again."),
    StepKind.TOP_SELECTED: N_("The selecting of the top is undone."),
    StepKind.DELETED: N_("#{number} is back."),
    StepKind.DOTS_OPENED: N_("The dots are covered again, and so are the counts."),
    StepKind.DOT_ROUND_STOPPED: N_("The round of dots goes on where it was stopped."),
    StepKind.OFFERED_IN_TURN: N_("#{number} is in the line again, and the turn is back."),
    StepKind.TURN_PASSED: N_("The pass is undone: the turn is back."),
    StepKind.TURN_GIVEN_BACK: N_("The turn is back; what was said in it stays."),
    StepKind.FLOOR: N_("The last turn is undone."),
    StepKind.AGENDA: N_("The time-boxes are as they were before."),
}


def step_words(step: Step) -> str:
    """That a step was taken back, in one sentence."""
    if step.kind is StepKind.SEVERAL_ANSWERED:
        return ngettext(
            "The answer to {count} idea is undone.",
            "The answers to {count} ideas are undone.",
            step.number,
        ).format(count=step.number)
    return _(_TAKEN_BACK[step.kind]).format(number=step.number)
