"""The example is the same on each run, and lies in a file as any other meeting does."""

from itertools import count

import pytest

from socinno_tui.domain.meeting import Meeting
from socinno_tui.i18n import LANGUAGES, Language
from socinno_tui.service import example
from socinno_tui.service.library import Library
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.settings import data_folder
from socinno_tui.store.store import Store
from tests.service.standing_clock import StandingClock


def examples(language: Language, clock: StandingClock) -> tuple[Meeting, ...]:
    return example.example_meetings(data_folder(), language, clock.clock)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_starts_the_same_on_each_run(
    monkeypatch: pytest.MonkeyPatch, clock: StandingClock, language: Language
) -> None:
    runs = []
    for _run in range(2):
        # Only ids differ from run to run: here they say how many were made before.
        monkeypatch.setattr(example, "new_id", map("id {}".format, count()).__next__)
        runs.append(examples(language, clock))
    assert runs[0] == runs[1]
    assert all(meeting.is_example for meeting in runs[0])


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_goes_into_a_file_and_its_meeting_goes_on(
    store: Store, clock: StandingClock, language: Language
) -> None:
    earlier, now = examples(language, clock)
    library = Library(store, clock.clock)
    for meeting in (earlier, now):
        library.put_back(meeting)
        assert store.meeting(meeting.id) == meeting
    live = LiveMeeting(library.open(now.id))
    live.offer_idea("Een idee uit de zaal")
    assert live.meeting.ideas[-1].number == now.last_number + 1
    assert not live.meeting.on_break
    assert store.meeting(now.id) == live.meeting
    live.opened.release()


def test_the_two_languages_share_no_id(store: Store, clock: StandingClock) -> None:
    library = Library(store, clock.clock)
    for language in LANGUAGES:
        for meeting in examples(language, clock):
            library.put_back(meeting)
    assert len(library.summaries()) == 2 * len(LANGUAGES)
