"""When ideas stop coming: two quiet minutes, and what breaks them."""

from dataclasses import replace

from socinno_tui.domain.floor import break_begun, break_ended
from socinno_tui.domain.lull import ANGLES, Lull, lull_of, may_suggest
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.meeting_topics import topic_added
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.silent_meeting import Table, silence_begun, silence_ended
from tests.meetings import STARTS_AT, a_meeting, a_topic, an_idea

NOW = STARTS_AT.add(minutes=5, seconds=20)
SIX = [an_idea(number) for number in range(1, 7)]


def quiet(meeting: Meeting, seconds: int, lull: Lull | None = None) -> Lull:
    """Give what is suggested when nothing was said for so long."""
    begun = lull or lull_of(meeting, NOW)
    return begun.at(NOW.add(seconds=seconds), meeting.breaks)


def test_after_two_quiet_minutes_and_more_than_five_ideas_an_angle_is_suggested() -> None:
    meeting = a_meeting(ideas=SIX)
    assert quiet(meeting, 119).angle is None
    assert quiet(meeting, 120).angle == 0
    assert quiet(a_meeting(ideas=SIX[:5]), 900).angle is None


def test_the_quiet_is_counted_from_the_opening_on_however_old_the_ideas_are() -> None:
    later = STARTS_AT.add(hours=2)
    assert lull_of(a_meeting(ideas=SIX), later).since == later


def test_a_new_idea_makes_it_go_away_and_the_next_angle_comes_after_two_minutes_more() -> None:
    meeting = a_meeting(ideas=SIX)
    shown = quiet(meeting, 120)
    more = meeting.with_idea(an_idea(0, "Een plant"))
    gone = shown.seen(more, NOW.add(seconds=200))
    assert gone.angle is None
    assert quiet(more, 319, gone).angle is None
    assert quiet(more, 320, gone).angle == 1


def test_it_stays_while_nothing_changes_and_while_old_ideas_do() -> None:
    meeting = a_meeting(ideas=SIX)
    shown = quiet(meeting, 120)
    assert quiet(meeting, 1200, shown) == shown
    for changed in (
        meeting.with_idea_text(SIX[2].id, "Anders gezegd"),
        meeting.without_idea(SIX[5].id),
        meeting.with_merged(SIX[0].id, frozenset({SIX[1].id})),
    ):
        assert shown.seen(changed, NOW.add(seconds=300)).angle == shown.angle


def test_put_away_it_comes_back_with_the_next_after_two_quiet_minutes() -> None:
    meeting = a_meeting(ideas=SIX)
    away = quiet(meeting, 120).put_away(NOW.add(seconds=130))
    assert quiet(meeting, 249, away).angle is None
    assert quiet(meeting, 250, away).angle == 1


def test_each_angle_has_its_turn() -> None:
    lull = lull_of(a_meeting(ideas=SIX), NOW)
    seen = []
    for _time in range(ANGLES + 1):
        lull = lull.with_another()
        seen.append(lull.angle)
    assert seen == [*range(ANGLES), 0]


def test_a_break_and_a_silent_round_are_not_quiet_minutes() -> None:
    meeting = a_meeting(ideas=SIX)
    lull = lull_of(meeting, NOW)
    rested = break_begun(meeting, NOW.add(seconds=60), "rest")
    assert not may_suggest(rested)
    back = break_ended(rested, NOW.add(seconds=660))
    assert quiet(back, 719, lull).angle is None
    assert quiet(back, 720, lull).angle == 0
    silent = silence_begun(meeting, Table(6, 1), minutes=5, now=NOW, round_id="silence")
    assert not may_suggest(silent)
    seen = lull.with_another().seen(silent, NOW.add(seconds=300))
    assert (seen.angle, seen.since) == (None, NOW.add(seconds=300))
    over = silence_ended(silent, NOW.add(seconds=900), "turn")
    assert seen.seen(over, NOW.add(seconds=900)).since == NOW.add(seconds=900)


def test_choosing_is_no_lull_and_another_topic_has_its_own() -> None:
    chosen = a_meeting(Phase.SELECTION)
    assert not may_suggest(chosen)
    lull = lull_of(a_meeting(ideas=SIX), NOW).with_another()
    assert lull.seen(chosen, NOW.add(minutes=9)).since == NOW.add(minutes=9)
    hall = a_topic("De hal")
    other = replace(topic_added(a_meeting(ideas=SIX), hall), topic_on=hall.id)
    seen = lull.seen(other, NOW.add(minutes=9))
    assert (seen.topic_id, seen.count, seen.angle, seen.following) == (hall.id, 0, None, 1)
