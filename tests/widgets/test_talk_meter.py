from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pendulum import DateTime, Duration
from textual.app import ComposeResult
from textual.screen import ModalScreen, Screen

from socinno_tui.domain.floor import break_begun, floor_given
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.participant import Attendance, Participant, Role
from socinno_tui.domain.talk import Meters, Speaker, TalkState, talked
from socinno_tui.i18n import LANGUAGES, Language, speaking
from socinno_tui.theme import ThemedApp
from socinno_tui.widgets.clock import clock_face, turn_face
from socinno_tui.widgets.talk_lines import (
    LEAST_BAR,
    STATE_SYMBOLS,
    advice,
    bar,
    meter_line,
    meter_lines,
    state_words,
)
from socinno_tui.widgets.talk_meter import TalkMeter
from socinno_tui.widgets.talk_reading import TalkReading, own_readings, short_names, talk_reading
from socinno_tui.widgets.talk_rows import height_for, rows_lines
from socinno_tui.wording import symbols
from tests.meetings import STARTS_AT, a_meeting, a_turn

seconds = st.floats(0, 10 * 3600).map(lambda count: Duration(seconds=count))
readings = st.builds(
    TalkReading,
    spoken=seconds,
    limit=st.integers(0, 240).map(lambda count: Duration(minutes=count)),
    share=st.none() | st.floats(0, 1),
    speaker=st.none() | st.sampled_from(Speaker),
    turn=seconds,
    on_break=st.booleans(),
    is_first=st.booleans(),
    name=st.sampled_from(("", "Bram", "Jan-Willem van der Bruggen", "日本語の名前")),
)
widths = st.integers(10, 200)
languages = st.sampled_from(LANGUAGES)


def reading(
    spoken: int, *, turn: int = 20, speaker: Speaker | None = Speaker.MANAGER
) -> TalkReading:
    return TalkReading(
        Duration(seconds=spoken),
        Duration(minutes=6),
        share=0.22,
        speaker=speaker,
        turn=Duration(seconds=turn),
    )


def talking() -> Meeting:
    turns = (
        a_turn(Speaker.ROOM, 0, 660),
        a_turn(Speaker.MANAGER, 660, 848),
        a_turn(Speaker.ROOM, 848, 1000),
        a_turn(Speaker.MANAGER, 1000),
    )
    return replace(a_meeting(), turns=turns)


NOW = STARTS_AT.add(seconds=1034)


@given(readings, widths, languages)
def test_the_line_never_outgrows_its_width_and_always_tells_the_time(
    reading: TalkReading, width: int, language: Language
) -> None:
    with speaking(language):
        line = meter_line(reading, width)
    assert line.cell_length <= width
    assert "\n" not in line.plain
    assert clock_face(reading.spoken) in line.plain


@given(readings, widths, languages)
def test_the_bar_is_lost_last_but_the_time(
    reading: TalkReading, width: int, language: Language
) -> None:
    with speaking(language):
        line = meter_line(reading, width).plain
    room = width - len(clock_face(reading.spoken)) - 2
    cells = line.count(symbols.BAR_FULL) + line.count(symbols.BAR_EMPTY)
    assert cells >= LEAST_BAR or room < LEAST_BAR
    if any(word.isalpha() for word in line.split()):
        assert cells >= LEAST_BAR


@given(readings, st.integers(1, 200), st.integers(2, 12), languages)
def test_the_lines_keep_within_width_and_height(
    reading: TalkReading, width: int, height: int, language: Language
) -> None:
    with speaking(language):
        lines = meter_lines(reading, width, height).plain.split("\n")
    assert len(lines) <= height
    assert all(len(line) <= width for line in lines)


@given(st.integers(0, 359), st.integers(1, 60))
def test_the_bar_is_full_only_when_all_the_time_is_used(spoken: int, width: int) -> None:
    assert bar(reading(spoken), width).plain.count(symbols.BAR_FULL) < width
    assert bar(reading(spoken + 360), width).plain == symbols.BAR_FULL * width


def test_at_80_columns_who_speaks_how_long_the_share_and_the_state_are_told_in_dutch() -> None:
    with speaking("nl"):
        line = meter_line(talk_reading(talking(), NOW), 78).plain
    assert line == (
        f"Leiding  03:42 van 06:00  {'█' * 5}{'░' * 4}  ● spreekt 0:34  21% van de tijd  ✓ binnen"
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("spoken", [10, 290, 400])
def test_at_80_columns_the_share_is_told_while_the_room_has_the_floor(
    language: Language, spoken: int
) -> None:
    with speaking(language):
        line = meter_line(reading(spoken, speaker=Speaker.ROOM), 78).plain
    assert "22%" in line


@pytest.mark.parametrize(
    ("language", "name", "words"),
    [
        ("nl", "Leiding", "Stel een vraag aan de zaal"),
        ("en", "Manager", "Ask the room a question"),
    ],
)
def test_what_helps_is_told_at_80_columns(language: Language, name: str, words: str) -> None:
    with speaking(language):
        line = meter_line(reading(290), 76).plain
    assert line.startswith(name)
    assert line.endswith(f"▲ {words}")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [76, 80, 100, 120, 160])
def test_the_time_and_bar_keep_still_while_the_words_change(width: int, language: Language) -> None:
    with speaking(language):
        lines = [
            meter_line(reading(spoken, turn=turn, speaker=speaker), width).plain
            for spoken in (60, 250, 290, 370)
            for turn in (20, 100, 200)
            for speaker in (*Speaker, None)
        ]
    assert len({(line.index(":"), line.index(symbols.BAR_FULL)) for line in lines}) == 1
    assert (
        len({line.count(symbols.BAR_FULL) + line.count(symbols.BAR_EMPTY) for line in lines}) == 1
    )


@pytest.mark.parametrize(
    ("spoken", "turn", "words"),
    [
        (100, 20, ""),
        (100, 90, ""),
        (100, 91, "Wat vindt de zaal?"),
        (100, 180, "Is F3 vergeten?"),
        (269, 20, ""),
        (270, 20, "Stel een vraag aan de zaal"),
        (360, 20, "Het woord is aan de zaal"),
        (360, 100, "Het woord is aan de zaal"),
        (400, 180, "Is F3 vergeten?"),
    ],
)
def test_the_advice_says_what_to_do_next(spoken: int, turn: int, words: str) -> None:
    with speaking("nl"):
        assert advice(reading(spoken, turn=turn)) == words


@given(readings)
def test_nothing_is_advised_while_the_manager_does_not_speak(reading: TalkReading) -> None:
    if reading.speaker is not Speaker.MANAGER:
        assert advice(reading) == ""


@pytest.mark.parametrize("width", [58, 70, 76, 78, 100, 118])
@pytest.mark.parametrize("name", ["", "Bram", "Jan-Willem"])
@pytest.mark.parametrize(
    ("language", "near", "over"),
    [
        ("nl", "Stel een vraag aan de zaal", "Het woord is aan de zaal"),
        ("en", "Ask the room a question", "Over to the room"),
    ],
)
def test_what_helps_is_told_at_every_width(
    width: int, name: str, language: Language, near: str, over: str
) -> None:
    with speaking(language):
        lines = [
            meter_line(replace(reading(spoken), name=name), width).plain for spoken in (290, 370)
        ]
    assert near in lines[0]
    assert over in lines[1]
    assert lines[0].index(":") == lines[1].index(":")
    assert all(line.startswith(name[:7]) for line in lines)


@pytest.mark.parametrize(
    ("width", "language", "words"),
    [
        (58, "nl", "Leiding  00:00/06:00  ░░░░░  ○ zodat de zaal meedenkt"),
        (58, "en", "Manager  00:00/06:00  ░░░░░  so that the room thinks along"),
        (78, "nl", "○ hooguit 6 min, zodat de zaal meedenkt"),
        (118, "en", "○ the room  at most 6 min, so that the room thinks along"),
    ],
)
def test_before_the_managers_first_turn_it_says_how_long_and_why(
    width: int, language: Language, words: str
) -> None:
    with speaking(language):
        assert words in meter_line(talk_reading(a_meeting(), STARTS_AT), width).plain
        lines = meter_lines(talk_reading(a_meeting(), STARTS_AT), 40, 6).plain
    assert len(lines.splitlines()) <= 6
    assert ("zodat de zaal" if language == "nl" else "so that the room") in lines
    spoke = talk_reading(talking(), NOW)
    assert not spoke.is_first


# Several managers


def several(count: int = 3, *, spoke: int = 0) -> Meeting:
    """Give a meeting to which so many managers come; the second speaks since a minute."""
    names = ("Fatima el Idrissi", "Bram de Wit", "Jan-Willem van der Bruggen", "Anne", "Piet")
    managers = tuple(
        Participant(f"m{place}", names[place % 5], role=Role.MANAGER, attendance=COMING)
        for place in range(count)
    )
    meeting = a_meeting()
    employees = tuple(one for one in meeting.participants if one.role is not Role.MANAGER)
    turns = (
        replace(a_turn(Speaker.MANAGER, 0, 110), who="m0"),
        a_turn(Speaker.ROOM, 110, None if spoke else 940),
        replace(a_turn(Speaker.MANAGER, 940), who="m1"),
    )
    return replace(
        meeting, participants=(*employees, *managers), meters=Meters.EACH, turns=turns[: 3 - spoke]
    )


COMING = Attendance.COMING


def test_each_manager_is_told_on_a_line_of_their_own() -> None:
    with speaking("nl"):
        lines = rows_lines(several(), STARTS_AT.add(seconds=1000), 40, 7).plain.split("\n")
    assert lines == [
        "Spreektijd leiding",
        f"○ Fatima       01:50/02:00 {'█' * 10}░ ▲",
        f"● Bram         01:00/02:00 {'█' * 5}{'░' * 6} ✓",
        f"○ Jan-Willem   00:00/02:00 {'░' * 11} ✓",
        "● Bram spreekt — deze beurt 1:00",
        "samen 17% van de gesproken tijd",
        "",
    ]


def test_one_line_tells_of_who_speaks_or_else_of_who_is_nearest_to_the_maximum() -> None:
    with speaking("nl"):
        on = meter_line(talk_reading(several(), STARTS_AT.add(seconds=1000)), 78).plain
        off = meter_line(talk_reading(several(spoke=1), STARTS_AT.add(seconds=900)), 78).plain
    assert on.startswith("Bram          01:00 van 02:00")
    assert off.startswith("Fatima        01:50 van 02:00")
    assert "○ de zaal" in off


def test_many_managers_are_told_by_number_and_who_speaks_stays() -> None:
    with speaking("nl"):
        lines = rows_lines(several(12), STARTS_AT.add(seconds=1000), 40, height_for(12)).plain
    assert height_for(12) == len(lines.split("\n")) == 12
    assert "● Bram de Wit" in lines or "● Bram" in lines
    assert "en nog 5" in lines


@given(st.integers(2, 12), widths, st.integers(2, 14), st.integers(0, 3000), languages)
def test_the_lines_of_several_keep_within_width_and_height(
    count: int, width: int, height: int, at: int, language: Language
) -> None:
    with speaking(language):
        lines = rows_lines(several(count), STARTS_AT.add(seconds=at), width, height)
    assert len(lines.plain.split("\n")) <= height
    assert all(line.cell_length <= width for line in lines.split("\n"))


def test_a_manager_who_is_off_the_list_counts_for_the_managers_together() -> None:
    meeting = several()
    left = replace(
        meeting, participants=tuple(one for one in meeting.participants if one.id != "m0")
    )
    now = STARTS_AT.add(seconds=1000)
    assert [one.spoken.total_seconds() for one in own_readings(left, now)] == [60, 0]
    assert talked(left.turns, now, Speaker.MANAGER).total_seconds() == 170
    assert own_readings(left, now)[0].limit.total_seconds() == 180


def test_names_are_short_where_they_differ() -> None:
    assert short_names(["Bram de Wit", "Fatima"]) == ("Bram", "Fatima")
    assert short_names(["Bram de Wit", "Bram Smit"]) == ("Bram de Wit", "Bram Smit")
    assert short_names(["", " "]) == ("", "")


def test_the_states_differ_in_symbol_and_word() -> None:
    for language in LANGUAGES:
        with speaking(language):
            words = {state_words(state, long=long) for state in TalkState for long in (True, False)}
        assert len(words) == 6
    assert len(set(STATE_SYMBOLS.values())) == 3


def test_six_lines_say_everything() -> None:
    with speaking("nl"):
        lines = meter_lines(talk_reading(talking(), NOW), 45, 6).plain.split("\n")
    assert lines == [
        "Spreektijd leiding",
        "03:42 van 06:00  ✓ binnen het maximum",
        "█" * 24 + "░" * 16 + "  62%",
        "● leiding spreekt — deze beurt 0:34",
        "21% van de gesproken tijd",
        "",
    ]


def test_with_fewer_lines_the_total_and_what_helps_stay() -> None:
    with speaking("nl"):
        lines = meter_lines(reading(290), 45, 5).plain.split("\n")
    assert lines[1].startswith("04:50 van 06:00  ▲ bijna")
    assert lines[-1] == "Stel een vraag aan de zaal"


def test_in_a_break_it_says_so() -> None:
    rest = break_begun(talking(), NOW, "rest")
    with speaking("nl"):
        assert "‖ pauze" in meter_line(talk_reading(rest, NOW.add(minutes=5)), 78).plain
    assert talk_reading(rest, NOW.add(minutes=5)).spoken == talk_reading(rest, NOW).spoken


def test_faces_go_on_beyond_the_hour() -> None:
    assert clock_face(Duration(seconds=4500)) == "75:00"
    assert turn_face(Duration(seconds=34.9)) == "0:34"


class Room(ThemedApp[None]):
    CSS = "TalkMeter { height: 1; } TalkMeter.-tall { height: 6; }"

    def __init__(self) -> None:
        super().__init__()
        self.now: DateTime = NOW
        self.meter = Painted(lambda: self.now, interval=0)

    def compose(self) -> ComposeResult:
        self.meter.meeting = talking()
        yield self.meter


class Painted(TalkMeter):
    """Counts how often its text was drawn anew on the screen."""

    painted = 0

    def refresh(self, *regions: object, **changes: object) -> "Painted":
        self.painted += 1
        return super().refresh(*regions, **changes)  # type: ignore[arg-type]


def shown(meter: TalkMeter) -> str:
    return "\n".join(strip.text.rstrip() for strip in meter.render_lines(meter.region.reset_offset))


async def test_it_repaints_only_when_its_text_changes() -> None:
    app = Room()
    with speaking("nl"):
        async with app.run_test(size=(80, 24)) as pilot:
            assert "03:42 van 06:00" in shown(app.meter)
            before = app.meter.painted
            app.now = NOW.add(microseconds=300_000)
            app.meter.follow()
            assert app.meter.painted == before
            app.now = NOW.add(seconds=1)
            app.meter.follow()
            assert app.meter.painted == before + 1
            await pilot.pause()
            assert "03:43 van 06:00" in shown(app.meter)


async def test_a_new_meeting_shows_at_once() -> None:
    app = Room()
    with speaking("nl"):
        async with app.run_test(size=(80, 24)) as pilot:
            app.meter.meeting = floor_given(talking(), Speaker.ROOM, NOW, "room")
            await pilot.pause()
            assert "○ de zaal  21% van de tijd" in shown(app.meter)


async def test_given_the_height_it_says_everything() -> None:
    app = Room()
    with speaking("nl"):
        async with app.run_test(size=(80, 24)) as pilot:
            app.meter.add_class("-tall")
            await pilot.pause()
            assert "21% van de gesproken tijd" in shown(app.meter)


async def test_it_ticks_beneath_a_dialog_and_not_beneath_another_screen() -> None:
    app = Room()
    app.meter = Painted(lambda: app.now, interval=0.01)
    async with app.run_test(size=(80, 24)) as pilot:
        for covering, ticks in ((ModalScreen[None](), True), (Screen[None](), False)):
            app.push_screen(covering)
            await pilot.pause()
            before = app.meter.painted
            app.now = app.now.add(seconds=7)
            await pilot.pause(0.1)
            assert (app.meter.painted > before) is ticks
            app.pop_screen()
            await pilot.pause()
