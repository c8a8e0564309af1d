from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pendulum import DateTime

from socinno_tui.domain.agenda import Agenda
from socinno_tui.domain.floor import break_begun, break_ended
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.i18n import LANGUAGES, Language, speaking
from socinno_tui.theme import ThemedApp
from socinno_tui.widgets.time_box import TimeBoxPane, time_line, time_lines
from tests.meetings import STARTS_AT, a_meeting


def collecting() -> Meeting:
    """The second time-box, of 25 minutes, is on since the start."""
    meeting = a_meeting()
    return replace(meeting, agenda=replace(meeting.agenda, position=1, since=STARTS_AT))


def test_a_stage_its_time_and_the_next_one_stand_on_one_line() -> None:
    with speaking("nl"):
        line = time_line(collecting(), STARTS_AT.add(minutes=12, seconds=55), 78).plain
    assert line == "Ideeën verzamelen  nog 12:05 van 25:00  daarna: Samenvoegen en stippen"


def test_or_on_three_lines() -> None:
    with speaking("en"):
        lines = time_lines(collecting(), STARTS_AT, 40, 3).plain.split("\n")
    assert lines == [
        "Ideeën verzamelen",
        "25:00 left of 25:00",
        "next: Samenvoegen en stippen",
    ]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "nog 25:00"),
        (1499, "nog 00:01"),
        (1500, "nog 00:00"),
        (1501, "■ +00:01 over tijd"),
        (1630, "■ +02:10 over tijd"),
    ],
)
def test_an_overrun_counts_up_by_symbol_and_word(seconds: int, words: str) -> None:
    with speaking("nl"):
        assert words in time_line(collecting(), STARTS_AT.add(seconds=seconds), 78).plain


def test_a_break_says_since_when_in_the_meetings_own_zone() -> None:
    began = STARTS_AT.add(minutes=12)
    rest = break_begun(collecting(), began, "rest")
    with speaking("nl"):
        assert "‖ pauze sinds 10:12" in time_line(rest, began.add(minutes=9), 78).plain
    over = break_ended(rest, began.add(minutes=9))
    with speaking("nl"):
        assert "nog 13:00" in time_line(over, began.add(minutes=9), 78).plain


def test_without_time_boxes_it_says_so() -> None:
    with speaking("nl"):
        assert time_line(replace(a_meeting(), agenda=Agenda()), STARTS_AT, 78).plain == (
            "Geen tijdvak"
        )
        last = replace(collecting().agenda, position=5)
        assert time_line(replace(collecting(), agenda=last), STARTS_AT, 78).plain == "Geen tijdvak"


# The rest of the meeting


def behind(minutes: int = 18) -> tuple[Meeting, DateTime]:
    """Give a meeting whose time-boxes to come are twelve minutes short."""
    meeting = collecting()
    return meeting, STARTS_AT.add(minutes=25 + minutes)


@pytest.mark.parametrize(
    ("width", "words"),
    [
        (58, "Ideeën verza…  ■ +18:00 over tijd  ▲ 8 min tekort · Ctrl+G"),
        (78, "Ideeën verza…  ■ +18:00 over tijd  ▲ nog 47 min tot 11:30, gepland 55 · Ctrl+G"),
        (118, "Ideeën verzamelen  ■ +18:00 over tijd  ▲ nog 47 min tot 11:30, gepland 55 · Ctrl+G"),
        (34, "Ideeën verze…"),
    ],
)
def test_what_is_short_is_told_instead_of_the_next_stage(width: int, words: str) -> None:
    with speaking("nl"):
        line = time_line(*behind(), width)
    assert line.cell_length <= width
    assert line.plain == words or width == 34


def test_with_the_height_it_says_what_is_proposed() -> None:
    with speaking("nl"):
        lines = time_lines(*behind(), 40, 12).plain.split("\n")
    assert lines == [
        "Ideeën verzamelen",
        "■ +18:00 over tijd",
        "daarna: Samenvoegen en stippen",
        "",
        "▲ nog 47 min tot 11:30, gepland 55",
        "Voorstel: Samenvoegen en stippen 20 →",
        "15, Kiezen 10 → 7",
        "Ctrl+Y neemt het over",
    ]


def test_room_to_spare_is_told_calmly() -> None:
    meeting = collecting()
    agenda = meeting.agenda.at_next(STARTS_AT.add(minutes=20))
    ahead = replace(meeting, agenda=agenda)
    now = STARTS_AT.add(minutes=21)
    with speaking("nl"):
        assert "✓ 15 min ruimte  daarna: Kiezen" in time_line(ahead, now, 118).plain
        assert "daarna: Kiezen" in time_line(ahead, now, 78).plain
        lines = time_lines(ahead, now, 40, 12).plain.split("\n")
    assert lines[4] == "✓ 15 minuten ruimte: klaar om 11:15,"


@given(
    st.integers(10, 200),
    st.integers(0, 5 * 3600),
    st.text(max_size=80),
    st.sampled_from(LANGUAGES),
    st.booleans(),
)
def test_the_line_never_outgrows_its_width(
    width: int, seconds: int, title: str, language: Language, on_break: bool
) -> None:
    meeting = collecting()
    boxes = tuple(replace(box, title=title) for box in meeting.agenda.boxes)
    meeting = replace(meeting, agenda=replace(meeting.agenda, boxes=boxes))
    now = STARTS_AT.add(seconds=seconds)
    if on_break:
        meeting = break_begun(meeting, now, "rest")
    with speaking(language):
        line = time_line(meeting, now, width)
        lines = time_lines(meeting, now, width, 3)
    assert line.cell_length <= width
    assert all(part.cell_length <= width for part in lines.split())
    assert len(lines.plain.split("\n")) <= 3


def test_a_long_title_gives_way_to_the_time_with_a_sign() -> None:
    with speaking("nl"):
        line = time_line(collecting(), STARTS_AT, 34).plain
    assert line == "Ideeën verza…  nog 25:00 van 25:00"


async def test_what_is_typed_as_a_title_is_no_markup() -> None:
    meeting = collecting()
    boxes = tuple(replace(box, title="[/b][@click=app.quit]") for box in meeting.agenda.boxes)
    pane = TimeBoxPane(lambda: STARTS_AT, interval=0)
    app = ThemedApp[None]()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.mount(pane)
        pane.meeting = replace(meeting, agenda=replace(meeting.agenda, boxes=boxes))
        await pilot.pause()
        strips = pane.render_lines(pane.region.reset_offset)
    assert strips[0].text.rstrip() == "[/b][@click=app.quit]"
    assert meeting.phase is Phase.IDEATION
