from dataclasses import replace

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn
from pendulum import Date

from socinno_tui.domain.action import ActionItem, ActionState, Update, UpdateKind
from socinno_tui.domain.coherence import flaws
from socinno_tui.domain.dot_counting import with_counted, with_dot_round
from socinno_tui.domain.dot_round import DotRound
from socinno_tui.domain.idea import Verdict, VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.merging import merged_meeting, united_history
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.review import Review
from socinno_tui.domain.typed_values import typed_values
from tests.agreements import Agreed, a_closed_meeting, a_line
from tests.meetings import STARTS_AT, TODAY, a_meeting, an_id, an_idea, idea_id
from tests.strategies import meetings as any_meetings

NOW = STARTS_AT.add(days=2)
OURS = replace(a_meeting(), changed_at=STARTS_AT)


def later(meeting: Meeting, minutes: int = 5, **changes: object) -> Meeting:
    """Give another version of a meeting, changed so many minutes later."""
    return replace(meeting, changed_at=STARTS_AT.add(minutes=minutes), **changes)  # type: ignore[arg-type]


def asides(meeting: Meeting) -> set[tuple[str, str, str]]:
    return {(lost.of, lost.name, lost.value) for lost in meeting.laid_aside}


def test_the_same_meeting_twice_is_itself() -> None:
    assert merged_meeting(OURS, OURS, NOW) is OURS


def test_what_was_changed_later_wins_and_what_lost_is_laid_aside() -> None:
    theirs = later(OURS, title="Wachttijd halveren")
    for one, other in ((OURS, theirs), (theirs, OURS)):
        merged = merged_meeting(one, other, NOW)
        assert merged.title == "Wachttijd halveren"
        assert asides(merged) == {("meeting", "title", OURS.title)}
        assert merged.laid_aside[0].at == NOW


def test_ideas_of_two_rooms_come_together_and_ours_keep_their_numbers() -> None:
    base = a_meeting(ideas=[an_idea(1)])
    mine = an_idea(2, "Een gastvrouw bij de deur")
    yours = replace(an_idea(2, "Langer open op dinsdag"), id=an_id("theirs"))
    ours = later(base, 1, ideas=(*base.ideas, mine), last_number=2)
    theirs = later(base, 9, ideas=(*base.ideas, yours), last_number=2)
    merged = merged_meeting(ours, theirs, NOW)
    assert [(idea.number, idea.text) for idea in merged.ideas[1:]] == [
        (2, mine.text),
        (3, yours.text),
    ]
    assert merged.last_number == 3
    assert merged_meeting(merged, theirs, NOW.add(days=1)) is merged


def test_a_round_of_dots_comes_whole_from_the_version_that_wins() -> None:
    base = a_meeting(Phase.SELECTION, ideas=[an_idea(1), an_idea(2)])
    begun = with_dot_round(base, DotRound(an_id("round"), base.topic.id, 12, 3))
    ours = later(with_counted(begun, idea_id(1), 4), 1)
    theirs = later(begun.with_idea(replace(an_idea(3), id=an_id("theirs"))), 2)
    for one, other in ((ours, theirs), (theirs, ours)):
        merged = merged_meeting(one, other, NOW)
        assert merged.dot_round == theirs.dot_round
        assert not list(flaws(merged))
    over = later(base, 3)
    assert merged_meeting(ours, over, NOW).dot_round is None


def test_an_idea_merged_in_both_rooms_still_has_one_lead() -> None:
    base = a_meeting(ideas=[an_idea(1), an_idea(2), an_idea(3)])
    first, second, third = base.ideas
    ours = later(base, 1, ideas=(first, second, replace(third, merged_into=second.id)))
    theirs = later(base, 2, ideas=(first, replace(second, merged_into=first.id), third))
    merged = merged_meeting(ours, theirs, NOW)
    assert not list(flaws(merged))
    assert merged.ideas[1].merged_into == first.id


def test_a_closed_meeting_wins_from_one_that_goes_on() -> None:
    closed = a_closed_meeting("balie", [Agreed(3)])
    idea = replace(closed.ideas[0], verdict=None)
    extra = replace(idea, id=an_id("extra"), number=2, text="Een bankje")
    open_still = later(
        replace(closed, actions=(), closed_at=None, phase=Phase.IDEATION),
        ideas=(idea, extra),
        last_number=2,
    )
    for one, other in ((closed, open_still), (open_still, closed)):
        merged = merged_meeting(one, other, NOW)
        assert (merged.phase, merged.actions) == (Phase.FOLLOW_UP, closed.actions)
        assert ("idea #2", "text", "Een bankje") in asides(merged)
        assert not list(flaws(merged))


def moved(day: int, hours: int, name: str) -> Update:
    line = a_line(UpdateKind.MOVED, "later", due=Date(2026, 12, day), name=name)
    return replace(line, at=STARTS_AT.add(hours=hours))


def test_the_newer_update_wins_and_the_other_stays_in_the_history() -> None:
    closed = a_closed_meeting("balie", [Agreed(3)])
    (action,) = closed.actions
    ours = replace(closed, actions=(replace(action, updates=(moved(9, 1, "a"),)),))
    theirs = replace(closed, actions=(replace(action, updates=(moved(5, 2, "b"),)),))
    for one, other in ((ours, theirs), (theirs, ours)):
        merged = merged_meeting(one, other, NOW).actions[0]
        assert merged.due_now == Date(2026, 12, 5)
        assert [line.due for line in merged.updates] == [Date(2026, 12, 9), Date(2026, 12, 5)]


def test_an_answer_after_the_other_said_it_was_done_opens_it_again() -> None:
    closed = a_closed_meeting("balie", [Agreed(3)])
    (action,) = closed.actions
    done = replace(a_line(UpdateKind.DONE, name="done"), at=STARTS_AT)
    ours = replace(closed, actions=(replace(action, updates=(done,)),))
    theirs = replace(closed, actions=(replace(action, updates=(moved(5, 2, "b"),)),))
    merged = merged_meeting(ours, theirs, NOW).actions[0]
    assert merged.state is ActionState.OPEN
    assert merged.updates[0] == done


def test_a_review_that_ended_elsewhere_has_ended() -> None:
    closed = a_closed_meeting("balie", [Agreed(3)])
    begun = Review("r", STARTS_AT)
    ended = begun.ended(STARTS_AT.add(hours=1), TODAY.add(weeks=4))
    merged = merged_meeting(
        replace(closed, reviews=(begun,)), replace(closed, reviews=(ended,)), NOW
    )
    assert merged.review_date_now == TODAY.add(weeks=4)


def test_another_agreement_on_the_same_idea_is_laid_aside() -> None:
    base = a_meeting(Phase.CLOSING, ideas=[an_idea(1, verdict=VerdictKind.SELECTED)])
    mine = ActionItem("mine", idea_id(1), "Fatma de Vries", TODAY, "Bellen")
    ours = later(base, 1, actions=(mine,))
    theirs = later(base, 2, actions=(replace(mine, id="yours", owner="Jan Willem Bakker"),))
    merged = merged_meeting(ours, theirs, NOW)
    assert [action.owner for action in merged.actions] == ["Jan Willem Bakker"]
    assert ("agreement #1", "owner", "Fatma de Vries") in asides(merged)


def test_a_verdict_that_lost_is_laid_aside_with_its_reason() -> None:
    no = Verdict(VerdictKind.NO, "te duur")
    ours = a_meeting(ideas=[replace(an_idea(1), verdict=no)])
    theirs = later(ours, ideas=(replace(ours.ideas[0], verdict=None),))
    merged = merged_meeting(replace(ours, changed_at=STARTS_AT), theirs, NOW)
    assert ("idea #1", "reason", "te duur") in asides(merged)


@st.composite
def two_versions(draw: DrawFn) -> tuple[Meeting, Meeting]:
    """Give two meetings with one id that share some parts by chance, coherent both."""
    one = draw(any_meetings())
    other = replace(draw(any_meetings()), id=one.id)
    if draw(st.booleans()):
        topics = one.topics
        there = {topic.id for topic in topics}
        ideas = tuple(
            idea if idea.topic_id in there else replace(idea, topic_id=topics[0].id)
            for idea in other.ideas
        )
        other = replace(other, topics=topics, ideas=ideas)
    assume(not list(flaws(one)) and not list(flaws(other)))
    return one, other


def nothing_that_was_filled_in_is_lost(one: Meeting, other: Meeting) -> None:
    merged = merged_meeting(one, other, NOW)
    kept = {(found.place, found.value) for found in typed_values(merged)}
    aside = {(lost.name, lost.value) for lost in merged.laid_aside}
    for version in (one, other):
        for found in typed_values(version):
            assert (found.place, found.value) in kept or (found.name, found.value) in aside


def what_comes_of_it_holds_together(one: Meeting, other: Meeting) -> None:
    assert not list(flaws(merged_meeting(one, other, NOW)))


def twice_the_same_import_changes_nothing(one: Meeting, other: Meeting) -> None:
    merged = merged_meeting(one, other, NOW)
    assert merged_meeting(merged, other, NOW.add(days=1)) is merged


def either_way_round_every_agreement_stands_the_same(one: Meeting, other: Meeting) -> None:
    stands = [
        {
            action.id: (action.owner_now, action.due_now, action.state)
            for action in merged_meeting(*pair, NOW).actions
        }
        for pair in ((one, other), (other, one))
    ]
    assert stands[0] == stands[1]


def both_settle_however_often_they_take_each_other_in(one: Meeting, other: Meeting) -> None:
    mine = merged_meeting(one, other, NOW)
    others = merged_meeting(other, one, NOW)
    mine = merged_meeting(mine, others, NOW.add(days=1))
    others = merged_meeting(others, mine, NOW.add(days=2))
    assert merged_meeting(mine, others, NOW.add(days=3)) is mine
    assert merged_meeting(others, mine, NOW.add(days=3)) is others


@given(two_versions(), st.booleans())
@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
def test_any_two_versions_merge_as_they_should(
    versions: tuple[Meeting, Meeting], same_instant: bool
) -> None:
    # To make up two meetings takes twenty times as long as to merge them: all is asked of each two.
    nothing_that_was_filled_in_is_lost(*versions)
    what_comes_of_it_holds_together(*versions)
    twice_the_same_import_changes_nothing(*versions)
    either_way_round_every_agreement_stands_the_same(*versions)
    if same_instant:
        versions = later(versions[0]), later(versions[1])
    both_settle_however_often_they_take_each_other_in(*versions)


lines = st.lists(st.integers(0, 30), unique=True, max_size=8)


@given(lines, lines)
def test_a_united_history_has_every_line_once_in_the_order_of_each(
    mine: list[int], yours: list[int]
) -> None:
    def history(hours: list[int]) -> tuple[Update, ...]:
        return tuple(moved(1 + hour % 28, hour, str(hour)) for hour in sorted(hours))

    united = united_history(history(mine), history(yours))
    assert [line.at for line in united] == sorted(line.at for line in united)
    assert {line.id for line in united} == {an_id(str(hour)) for hour in (*mine, *yours)}
    assert len({line.id for line in united}) == len(united)


def test_two_computers_whose_clocks_differ_come_to_the_same_order() -> None:
    # What stands behind a line in one file stays there, though its clock was ten minutes behind.
    mine = (moved(1, 1, "first"), moved(2, 9, "ahead"), moved(3, 4, "behind"))
    yours = (mine[0], mine[1], moved(4, 12, "last"))
    for one, other in ((mine, yours), (yours, mine)):
        assert [line.due for line in united_history(one, other)] == [
            Date(2026, 12, day) for day in (1, 2, 3, 4)
        ]


def test_histories_that_contradict_each_other_go_by_time() -> None:
    one, two, three = moved(1, 1, "a"), moved(2, 2, "b"), moved(3, 3, "c")
    assert united_history((one, two), (two, one, three)) == (two, one, three)
    four = moved(4, 4, "d")
    for mine, yours in (
        ((two, one, three), (one, two, four)),
        ((one, two, four), (two, one, three)),
    ):
        assert united_history(mine, yours) == (one, two, three, four)


def test_a_closed_meeting_does_not_become_newer_by_an_open_one() -> None:
    # Otherwise which of two closed versions wins would hang on the order of taking in.
    first = replace(a_closed_meeting("balie", [Agreed(3)]), changed_at=STARTS_AT, title="eerst")
    second = later(first, 5, title="toen")
    went_on = later(first, 9, phase=Phase.IDEATION, actions=(), closed_at=None, title="nog bezig")
    one = merged_meeting(merged_meeting(first, went_on, NOW), second, NOW)
    other = merged_meeting(merged_meeting(first, second, NOW), went_on, NOW)
    assert one.title == other.title == "toen"


def test_taking_in_each_others_numbers_raises_none() -> None:
    base = a_meeting(ideas=[an_idea(1)])
    ours = later(base, 1, ideas=(*base.ideas, an_idea(2)), last_number=2)
    yours = replace(an_idea(2, "Langer open op dinsdag"), id=an_id("theirs"))
    theirs = later(base, 9, ideas=(*base.ideas, yours), last_number=2)
    mine = merged_meeting(ours, theirs, NOW)
    others = merged_meeting(theirs, mine, NOW)
    assert merged_meeting(mine, others, NOW) is mine
    assert merged_meeting(others, mine, NOW) is others


def test_of_two_versions_of_the_same_instant_the_same_wins_and_goes_on_winning() -> None:
    base = a_meeting(ideas=[an_idea(1)])
    more = replace(an_idea(2, "Een bankje"), id=an_id("more"))
    one = later(base, title="Aanmelden", ideas=(*base.ideas, more), last_number=2)
    other = later(base, title="Balie", place="De hal")
    for ours, theirs in ((one, other), (other, one)):
        merged = merged_meeting(ours, theirs, NOW)
        assert merged_meeting(merged, theirs, NOW.add(days=1)) is merged
        assert merged.title == merged_meeting(theirs, ours, NOW).title
