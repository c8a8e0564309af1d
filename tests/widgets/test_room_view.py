"""The room view: whatever the words and the window, all stands within it, and stands still."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pendulum import DateTime, Duration
from textual.content import Content

from socinno_tui.domain.action import ActionItem
from socinno_tui.domain.agenda import Agenda, Break
from socinno_tui.domain.idea import Verdict, VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.talk import Speaker
from socinno_tui.i18n import Language, speaking
from socinno_tui.widgets.room_agreements import PAGE_SECONDS
from socinno_tui.widgets.room_part import Moment, shared_heights
from socinno_tui.widgets.room_view import room_heights, room_lines
from tests.meetings import DUE, STARTS_AT, a_meeting, a_topic, a_turn, an_idea, with_agreements

NOW = STARTS_AT.add(minutes=8)
SIZES = [(60, 20), (80, 24), (100, 30), (120, 36), (200, 50)]

GERMAN = "Donaudampfschifffahrtsgesellschaftskapitänsmützenband"
FORTY_WORDS = (
    "Hoe zorgen wij er met alle collega’s van de balie, de telefoon en de achterkant samen voor "
    "dat iedereen die bij ons komt binnen een kwartier goed geholpen is zonder dat wij daarvoor "
    "langer open moeten zijn of meer geld uitgeven?"
)
WORDS = st.sampled_from(
    (
        *(
            "balie",
            "één",
            "Wachttijd?",
            GERMAN,
            "日本語のアイデア",
            "€ 5",
            "x" * 90,
            "e\u0301",
            "[b]",
        ),
        *("🏠", "\N{WOMAN}\u200d\N{WOMAN}\u200d\N{GIRL}"),
    )
)
TEXTS = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)


def drawn(
    meeting: Meeting, width: int, height: int, *, now: DateTime = NOW, language: Language = "nl"
) -> list[str]:
    """What stands on the screen, checked to stand within it."""
    with speaking(language):
        lines = room_lines(meeting, Moment(now, now.date()), width, height)
    assert len(lines) <= height
    assert max((line.cell_length for line in lines), default=0) <= width
    assert all("\n" not in line.plain for line in lines)
    return [line.plain for line in lines]


def asking(question: str, phase: Phase = Phase.IDEATION) -> Meeting:
    meeting = a_meeting(phase)
    return replace(meeting, topics=(replace(meeting.topics[0], question=question),))


@given(
    question=TEXTS,
    ideas=st.lists(TEXTS, max_size=30),
    phase=st.sampled_from(list(Phase)),
    width=st.integers(60, 260),
    height=st.integers(16, 80),
    seconds=st.integers(0, 30_000),
    language=st.sampled_from(["nl", "en"]),
)
@settings(max_examples=120, deadline=None)
def test_nothing_stands_outside_the_window(
    question: str,
    ideas: list[str],
    phase: Phase,
    width: int,
    height: int,
    seconds: int,
    language: Language,
) -> None:
    told = [
        an_idea(number, text, dots=number, verdict=VerdictKind.SELECTED if number < 7 else None)
        for number, text in enumerate(ideas, 1)
    ]
    meeting = a_meeting(Phase.IDEATION, ideas=told)
    topics = (replace(meeting.topics[0], question=question), a_topic("Tweede", question))
    meeting = replace(meeting, phase=phase, topics=topics)
    drawn(meeting, width, height, now=NOW.add(seconds=seconds), language=language)


@given(
    wanted=st.lists(st.lists(st.integers(1, 40), max_size=4, unique=True).map(sorted), max_size=6),
    height=st.integers(0, 80),
)
def test_parts_never_take_more_than_there_is(wanted: list[list[int]], height: int) -> None:
    given_heights = shared_heights(wanted, height)
    shown = [one for one in given_heights if one]
    assert sum(shown) + max(0, len(shown) - 1) <= height
    for heights, one in zip(wanted, given_heights, strict=True):
        assert one == 0 or one in heights


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("phase", [Phase.IDEATION, Phase.SELECTION, Phase.CLOSING])
def test_nothing_moves_because_a_clock_runs(phase: Phase, size: tuple[int, int]) -> None:
    meeting = a_meeting(phase)

    def stands(seconds: int) -> list[int]:
        lines = drawn(meeting, *size, now=NOW.add(seconds=seconds))
        return [row for row, line in enumerate(lines) if "ideeën ·" in line or "Wie doet" in line]

    assert all(stands(seconds) == stands(0) for seconds in (59, 600, 4000))


# The question


@pytest.mark.parametrize("size", SIZES)
def test_a_question_of_forty_words_stands_there_to_its_last(size: tuple[int, int]) -> None:
    width, height = size
    rows = room_heights(asking(FORTY_WORDS), width, height)
    assert rows[0] <= -(-height // 2)
    text = " ".join(" ".join(drawn(asking(FORTY_WORDS), width, height)).split())
    assert "uitgeven?" in text or rows[0] > 10


def test_a_question_too_long_for_half_a_screen_ends_in_an_ellipsis() -> None:
    text = "\n".join(drawn(asking(" ".join([GERMAN] * 40)), 60, 20))
    assert "…" in text


def test_what_cannot_be_drawn_in_blocks_is_plain_and_whole() -> None:
    for question in ("Wat kost € 50.000?", "窓口の待ち時間を半分にするには?"):
        assert question in drawn(asking(question), 200, 50)[0]


def test_a_short_question_is_in_large_letters() -> None:
    lines = drawn(asking("Waar verliest één collega tijd?"), 80, 24)
    assert "▀" in "".join(lines[:8])
    assert "Waar" not in "".join(lines)


def test_which_topic_is_on_is_told_above_it() -> None:
    meeting = replace(a_meeting(), topics=(a_topic(), a_topic("De telefoon")))
    assert "Onderwerp 1 van 2: De balie" in drawn(meeting, 80, 24)[0]


# The clocks


def meter(meeting: Meeting, width: int = 80, *, now: DateTime = NOW) -> str:
    return "\n".join(drawn(meeting, width, 30, now=now))


@pytest.mark.parametrize("width", [60, 80, 120, 200])
@pytest.mark.parametrize(
    ("seconds", "sign", "word"), [(60, "✓", "binnen"), (300, "▲", "bijna"), (400, "■", "over")]
)
def test_the_meter_says_its_state_by_sign_and_word(
    seconds: int, sign: str, word: str, width: int
) -> None:
    turns = (a_turn(Speaker.MANAGER, 0, seconds), a_turn(Speaker.ROOM, seconds))
    text = meter(replace(a_meeting(), turns=turns), width, now=STARTS_AT.add(seconds=450))
    assert f"{sign} {word}" in text
    assert "van 06:00" in text
    assert "de zaal" in text


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_the_meter_says_what_to_do_next(width: int) -> None:
    turns = (a_turn(Speaker.MANAGER, 0, 290), a_turn(Speaker.MANAGER, 300))
    text = meter(replace(a_meeting(), turns=turns), width, now=STARTS_AT.add(seconds=310))
    assert "Stel een vraag aan de zaal" in text
    assert "▲ bijna" in text


def test_a_break_is_told_in_words() -> None:
    meeting = replace(a_meeting(), turns=(), breaks=(Break("rest", NOW),))
    assert meter(meeting).count("‖ pauze") == 2


def test_a_time_box_that_runs_over_counts_on() -> None:
    now = STARTS_AT + Duration(minutes=12)
    for width, words in ((60, "■ over"), (80, "■ over tijd")):
        assert words in meter(a_meeting(), width, now=now)
    assert "■ over tijd · van 10:00" in meter(a_meeting(), 200, now=now)


def test_without_time_boxes_only_the_meter_stands_there() -> None:
    text = meter(replace(a_meeting(), agenda=Agenda()))
    assert "Spreektijd leiding" in text
    assert "te gaan" not in text


# The ideas


@pytest.mark.parametrize("size", SIZES)
def test_the_newest_idea_stands_first(size: tuple[int, int]) -> None:
    lines = drawn(a_meeting(), *size)
    (heading,) = (row for row, line in enumerate(lines) if "12 ideeën" in line)
    assert lines[heading + 1].startswith("#12")


def test_no_ideas_yet_is_told_calmly() -> None:
    assert "Hier komt het eerste idee." in "\n".join(drawn(a_meeting(ideas=()), 80, 24))


def test_while_the_room_chooses_what_is_chosen_stands_first() -> None:
    meeting = a_meeting(Phase.SELECTION).with_verdict(
        a_meeting().ideas[2].id, Verdict(VerdictKind.SELECTED)
    )
    lines = drawn(meeting, 80, 24)
    (heading,) = (row for row, line in enumerate(lines) if "★ 1 gekozen" in line)
    assert lines[heading + 1].startswith("★ #3")
    assert "●●" not in "".join(lines)


# Agreements and recap


def test_agreements_stand_there_as_they_are_being_filled() -> None:
    meeting = a_meeting(Phase.CLOSING)
    first = meeting.selected[0].lead.id
    lines = "\n".join(drawn(meeting, 80, 24))
    assert lines.count("○ wie?  ·  ○ wanneer klaar?") == 3
    half = meeting.with_action(ActionItem("a", first, owner="Anouk", due_typed="ooit"))
    assert "✓ Anouk  ·  ○ ooit" in "\n".join(drawn(half, 80, 24))
    whole = meeting.with_action(ActionItem("a", first, owner="Zoë 🏠", due=DUE))
    assert "✓ Zoë 🏠  ·  ✓ vr 11 dec" in "\n".join(drawn(whole, 80, 24))


@pytest.mark.parametrize("phase", [Phase.CLOSING, Phase.FOLLOW_UP])
def test_what_does_not_fit_comes_a_page_at_a_time(phase: Phase) -> None:
    ideas = [an_idea(number, verdict=VerdictKind.SELECTED) for number in range(1, 13)]
    meeting = replace(a_meeting(Phase.IDEATION, ideas=ideas), phase=phase)
    if phase is Phase.FOLLOW_UP:
        meeting = replace(with_agreements(replace(meeting, phase=Phase.CLOSING)), phase=phase)
    pages = {
        "\n".join(drawn(meeting, 60, 20, now=NOW.add(seconds=PAGE_SECONDS * turn)))
        for turn in range(20)
    }
    assert len(pages) > 1
    for number in range(1, 13):
        assert any(f"★ #{number} " in page for page in pages)


def test_before_it_begins_nothing_is_shown() -> None:
    assert drawn(a_meeting(Phase.PREPARATION), 80, 24) == []


def test_content_is_never_markup() -> None:
    hostile = "[bold]Wie[/] betaalt [@click=app.quit]€ 5?"
    lines = room_lines(asking(hostile), Moment(NOW, NOW.date()), 80, 20)
    assert any(hostile in line.plain for line in lines)
    assert isinstance(lines[0], Content)
