"""What was refused, and what to do now: one sentence for every error a person can meet.

Floors above this one register the words of their own errors with `words_for.register` and `always`.
"""

from __future__ import annotations

from functools import singledispatch

from socinno_tui.domain.action import (
    ActionEnded,
    ActionNotDone,
    ActionState,
    ActionStillOpen,
    AlreadySo,
    UpdateKind,
)
from socinno_tui.domain.agenda import TimeBoxPast
from socinno_tui.domain.clock_time import ClockTimeNotUnderstood, NotAWholeNumber
from socinno_tui.domain.closing import ClosingGaps, GapKind, NotReady
from socinno_tui.domain.dot_round import (
    DotRoundOn,
    NoDotRound,
    NotAllCounted,
    NothingToCount,
    TooManyDots,
    TooManyOnOne,
)
from socinno_tui.domain.due_date import DueDateRefused
from socinno_tui.domain.errors import SocinnoError
from socinno_tui.domain.floor import OnBreak
from socinno_tui.domain.idea import (
    DotsOutOfRange,
    IdeaGone,
    NothingToMerge,
    NotMerged,
    ReasonMissing,
)
from socinno_tui.domain.invitation import NoMoment
from socinno_tui.domain.outlook import NothingProposed
from socinno_tui.domain.owner import OwnerRefused
from socinno_tui.domain.phase import Phase, WrongPhase
from socinno_tui.domain.readiness import AttentionKind
from socinno_tui.domain.silent_round import FirstTurn, NoSilentRound, SilentRoundOn
from socinno_tui.domain.step import NothingToTakeBack
from socinno_tui.domain.talk import NothingToMend, NotSeveralManagers
from socinno_tui.domain.text import TextMissing, TextTooLong
from socinno_tui.domain.topic import LastTopic, TooManyTopics, TopicHasIdeas
from socinno_tui.domain.walk import WalkNotFinished
from socinno_tui.i18n import N_, _, ngettext
from socinno_tui.wording.dates import due_refusal_words, owner_refusal_words
from socinno_tui.wording.keys import key_for
from socinno_tui.wording.states import gap_list


@singledispatch
def words_for(error: SocinnoError) -> str:
    """One sentence on what was refused and what to do now, in the chosen language."""
    return _("That did not succeed; nothing has changed.")


def always(kind: type[SocinnoError], sentence: str) -> None:
    """Word errors of a kind by the same sentence each time; `sentence` is a msgid."""

    def words(_error: SocinnoError) -> str:
        return _(sentence)

    words_for.register(kind, words)


@words_for.register
def _not_several_managers(_error: NotSeveralManagers) -> str:
    sentence = _("There is one meter for the managers: {key} gives them the floor.")
    return sentence.format(key=key_for("live.manager", "f2"))


@words_for.register
def _on_break(_error: OnBreak) -> str:
    sentence = _("All clocks stand still: end the break first ({key}).")
    return sentence.format(key=key_for("live.break", "f4"))


always(LastTopic, N_("A meeting is about one topic at least: change this one, or add another."))
always(ReasonMissing, N_("A no needs a reason: who had the idea deserves an answer."))
always(NothingToMerge, N_("Mark with Space the ideas that belong together, then merge them."))
always(NotMerged, N_("Nothing is merged under this idea."))
always(IdeaGone, N_("This idea is not there any more."))
always(NothingToMend, N_("There is no change of speaker to move back."))
always(NothingToTakeBack, N_("There is nothing left to undo."))
always(TimeBoxPast, N_("This time-box has been: Enter goes back to it."))
always(NothingProposed, N_("Nothing needs to be shortened, or nothing can be."))
always(NoSilentRound, N_("This part of the silent round is over."))
always(FirstTurn, N_("The harvest begins here: there is no turn before this one."))
always(NoMoment, N_("The meeting has no date and time yet: fill these in first."))
always(ActionNotDone, N_("What it brought is noted once it is done: say first that it is done."))
always(ActionStillOpen, N_("This agreement is still open."))
always(ClockTimeNotUnderstood, N_("Type a time of day such as 13:30 or 9.15."))
always(TextMissing, N_("Nothing is filled in yet."))

always(DotRoundOn, N_("Dots are being counted: open them or stop the round first (R)."))
always(NoDotRound, N_("No dots are being counted now."))
always(NothingToCount, N_("There are no ideas to give dots to yet."))

words_for.register(DueDateRefused, due_refusal_words)
words_for.register(OwnerRefused, owner_refusal_words)

_IN_PHASE = {
    Phase.PREPARATION: N_("The meeting has not begun yet."),
    Phase.IDEATION: N_("That is not possible while ideas are collected."),
    Phase.SELECTION: N_("That is not possible while choosing."),
    Phase.CLOSING: N_("That is not possible while closing: go back to choosing first."),
    Phase.FOLLOW_UP: N_("The meeting is closed: what was agreed stays as it was."),
}


@words_for.register(WrongPhase)
def _wrong_phase(error: WrongPhase) -> str:
    return _(_IN_PHASE[error.phase])


@words_for.register(SilentRoundOn)
def _silent_round_on(error: SilentRoundOn) -> str:
    if error.harvest:
        return _("In the harvest everyone has the floor in turn, and the meter stands still.")
    return _("Now everyone writes for themselves: nobody has the floor, the meter stands still.")


@words_for.register(TooManyTopics)
def _too_many_topics(error: TooManyTopics) -> str:
    return _(
        "{most} topics is the most: better a few topics worked out well than very many by half. "
        "First take another one away."
    ).format(most=error.most)


@words_for.register(TopicHasIdeas)
def _topic_has_ideas(error: TopicHasIdeas) -> str:
    return ngettext(
        "There is {count} idea on this topic: it stays.",
        "There are {count} ideas on this topic: it stays.",
        error.count,
    ).format(count=error.count)


@words_for.register(DotsOutOfRange)
def _dots_out_of_range(error: DotsOutOfRange) -> str:
    if error.least:
        return ngettext(
            "The ideas merged here bring {least} dot: give that many at least, or split them off.",
            "The ideas merged here bring {least} dots: give that many at least, or split them off.",
            error.least,
        ).format(least=error.least)
    return _("The number of raised hands lies between {least} and {most}.").format(
        least=error.least, most=error.most
    )


@words_for.register(TooManyDots)
def _too_many_dots(error: TooManyDots) -> str:
    return _(
        "{people} people × {each} dots = {most}; this would make {total}: count this idea again, "
        "or correct an earlier one."
    ).format(
        people=error.people,
        each=error.dots_each,
        most=error.people * error.dots_each,
        total=error.total,
    )


@words_for.register(TooManyOnOne)
def _too_many_on_one(error: TooManyOnOne) -> str:
    return ngettext(
        "At most one dot each on an idea, so {people} in all from {people} person; this is {dots}.",
        "At most one dot each on an idea, so {people} in all from {people} people; this is {dots}.",
        error.people,
    ).format(people=error.people, dots=error.dots)


@words_for.register(NotAllCounted)
def _not_all_counted(error: NotAllCounted) -> str:
    count = len(error.numbers)
    return ngettext(
        "{count} idea is not counted yet: {numbers}.",
        "{count} ideas are not counted yet: {numbers}.",
        count,
    ).format(count=count, numbers=_some(error.numbers))


@words_for.register(ActionEnded)
def _action_ended(error: ActionEnded) -> str:
    if error.state is ActionState.STOPPED:
        return _("This agreement was stopped: open it again first.")
    return _("This agreement is done: open it again first.")


@words_for.register(AlreadySo)
def _already_so(error: AlreadySo) -> str:
    if error.kind is UpdateKind.MOVED:
        return _("It is due on that day already: type another date, or press Esc.")
    return _("This person has it already: type another name, or press Esc.")


@words_for.register(ClosingGaps)
def _closing_gaps(error: ClosingGaps) -> str:
    if any(gap.kind is GapKind.NOTHING_SELECTED for gap in error.gaps):
        return _("Nothing is selected yet: say why, or go back and choose.")
    return _("The meeting cannot be closed yet: {points}").format(points=gap_list(error.gaps))


@words_for.register(NotReady)
def _not_ready(error: NotReady) -> str:
    missing = {point.kind for point in error.missing}
    if missing == {AttentionKind.GOAL_MISSING}:
        return _("The meeting can begin as soon as there is a goal.")
    if missing == {AttentionKind.QUESTION_MISSING}:
        return _("The meeting can begin as soon as every topic has a question.")
    return _("The meeting can begin as soon as there are a question and a goal.")


@words_for.register(WalkNotFinished)
def _walk_not_finished(error: WalkNotFinished) -> str:
    count = len(error.waiting)
    return ngettext(
        "{count} agreement that was due still waits for an answer.",
        "{count} agreements that were due still wait for an answer.",
        count,
    ).format(count=count)


@words_for.register(NotAWholeNumber)
def _not_a_whole_number(error: NotAWholeNumber) -> str:
    return _("Type a whole number from 1 to {most}.").format(most=error.most)


@words_for.register(TextTooLong)
def _text_too_long(error: TextTooLong) -> str:
    over = error.length - error.limit
    return ngettext(
        "This is {over} character too long: {limit} fit.",
        "This is {over} characters too long: {limit} fit.",
        over,
    ).format(over=over, limit=error.limit)


def _some(numbers: tuple[int, ...], most: int = 5) -> str:
    told = ", ".join(f"#{number}" for number in numbers[:most])
    return f"{told} …" if len(numbers) > most else told
