"""The meeting formats and the example meetings hold together, in both languages alike."""

from itertools import pairwise

import pendulum
import pytest
from pendulum import DateTime

from socinno_tui.domain.action import Standing
from socinno_tui.domain.closing import gaps
from socinno_tui.domain.idea import IDEA_LIMIT, VerdictKind
from socinno_tui.domain.likeness import alike
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.participant import Attendance
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.readiness import obstacles
from socinno_tui.domain.text import clean
from socinno_tui.i18n import LANGUAGES, Language
from socinno_tui.service.clock import Clock
from socinno_tui.service.example import example_meetings
from socinno_tui.service.formats import MeetingFormat, meeting_formats
from socinno_tui.settings import data_folder

NOW: DateTime = pendulum.datetime(2026, 11, 23, 9, 20)
CLOCK = Clock(lambda: NOW, "Europe/Amsterdam")
ORDER = [Phase.IDEATION, Phase.SELECTION, Phase.CLOSING]


def formats(language: Language = "nl") -> tuple[MeetingFormat, ...]:
    return meeting_formats(data_folder(), language)


def example(language: Language) -> tuple[Meeting, Meeting]:
    earlier, now = example_meetings(data_folder(), language, CLOCK)
    return earlier, now


def test_the_formats_asked_for_are_there_the_shortest_first() -> None:
    found = formats()
    assert {"one-hour", "ninety-minutes", "half-day"} <= {one.name for one in found}
    assert [one.minutes for one in found] == sorted(one.minutes for one in found)


@pytest.mark.parametrize("chosen", formats(), ids=lambda one: one.name)
def test_the_time_boxes_add_up_and_never_go_back_a_phase(chosen: MeetingFormat) -> None:
    assert sum(box.minutes for box in chosen.boxes) == chosen.minutes
    places = [ORDER.index(box.phase) for box in chosen.boxes]
    assert set(places) == {0, 1, 2}
    assert all(before <= after for before, after in pairwise(places))
    assert sum(b.minutes for b in chosen.boxes if b.phase is Phase.CLOSING) * 5 >= chosen.minutes


def test_both_languages_have_the_same_formats_under_titles_of_their_own() -> None:
    for dutch, english in zip(formats("nl"), formats("en"), strict=True):
        assert (dutch.name, dutch.minutes) == (english.name, english.minutes)
        assert dutch.title != english.title
        for left, right in zip(dutch.boxes, english.boxes, strict=True):
            assert (left.minutes, left.phase) == (right.minutes, right.phase)
            assert left.title != right.title


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_opens_in_the_midst_of_collecting_ideas(language: Language) -> None:
    _earlier, now = example(language)
    assert now.phase is Phase.IDEATION
    assert now.agenda.current is not None
    assert now.agenda.current.phase is Phase.IDEATION
    assert not obstacles(now)
    assert now.topic.remarks == ()
    attendances = {one.attendance for one in now.participants}
    assert attendances == set(Attendance)


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_ideas_show_all_that_a_feed_can(language: Language) -> None:
    _earlier, now = example(language)
    texts = [idea.text for idea in now.ideas]
    assert [clean(text, limit=IDEA_LIMIT) for text in texts] == texts
    assert max(map(len, texts)) > 80
    assert {idea.dots > 0 for idea in now.ideas} == {True, False}
    assert any(idea.merged_into for idea in now.ideas)
    leads = {idea.number: idea.text for idea in now.ideas if idea.merged_into is None}
    for number, text in leads.items():
        assert alike(text, {other: leads[other] for other in leads if other != number}) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_earlier_meeting_was_closed_without_gaps_and_shows_every_standing(
    language: Language,
) -> None:
    earlier, _now = example(language)
    assert earlier.phase is Phase.FOLLOW_UP
    assert gaps(earlier) == ()
    standings = {action.standing(CLOCK.today()) for action in earlier.actions}
    assert standings == {Standing.OVERDUE, Standing.DUE_SOON, Standing.RUNNING, Standing.DONE}
    there = {one.name for one in earlier.participants if one.attendance is Attendance.COMING}
    assert {action.owner for action in earlier.actions} <= there
    assert {idea.verdict.kind for idea in earlier.ideas if idea.verdict} == set(VerdictKind)
    assert len(earlier.actions) == earlier.goal.ideas_wanted


def test_both_languages_tell_the_same_meetings() -> None:
    for dutch, english in zip(example("nl"), example("en"), strict=True):
        assert dutch.topic.question != english.topic.question
        assert [one.name for one in dutch.participants] == [o.name for o in english.participants]
        assert [one.due for one in dutch.actions] == [one.due for one in english.actions]
        for left, right in zip(dutch.ideas, english.ideas, strict=True):
            assert left.text != right.text
            assert (left.dots, bool(left.merged_into)) == (right.dots, bool(right.merged_into))
