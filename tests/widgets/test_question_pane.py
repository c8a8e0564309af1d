from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from socinno_tui.domain.meeting import Goal, Meeting
from socinno_tui.domain.topic import Frame
from socinno_tui.i18n import speaking
from socinno_tui.theme import ThemedApp
from socinno_tui.widgets.question_pane import QuestionPane, bounds_line, question_lines
from tests.meetings import QUESTION, a_meeting, a_topic

LONG = " ".join(["Hoe halveren we de wachttijd aan de balie"] * 8) + "?"


def asking(question: str) -> Meeting:
    topic = replace(a_topic(), question=question)
    return replace(a_meeting(), topics=(topic,))


def lines_of(meeting: Meeting, width: int) -> list[str]:
    with speaking("nl"):
        return [line.plain for line in question_lines(meeting, width)]


def test_the_question_and_below_it_goal_and_bounds() -> None:
    assert lines_of(a_meeting(), 160) == [
        QUESTION,
        "doel: drie ideeën die voor 1 maart draaien · valt erbinnen: de balie, de app en het "
        "rooster · valt erbuiten: een verbouwing · grenzen: het budget van dit jaar",
    ]


def test_where_not_all_fits_each_bound_keeps_its_beginning_and_a_sign() -> None:
    below = lines_of(a_meeting(), 76)[-1]
    assert below == ("doel: drie ideeën die … · valt erbuiten: een ver… · grenzen: het budget va…")


def test_a_long_question_takes_two_lines_or_three_when_wide_and_says_that_it_goes_on() -> None:
    narrow = lines_of(asking(LONG), 76)
    wide = lines_of(asking(LONG), 116)
    assert (len(narrow), len(wide)) == (3, 4)
    assert narrow[1].endswith("…")
    assert all("…" not in line for line in wide[:2])
    assert " ".join(narrow[:2]).rstrip("…") == LONG[: len(" ".join(narrow[:2])) - 1]


def test_with_two_topics_it_says_which_one_is_on() -> None:
    second = a_topic("Het rooster", "Hoe maken we het rooster eerlijker?")
    meeting = replace(a_meeting(), topics=(a_topic(), second))
    assert lines_of(meeting, 76)[0] == "Onderwerp 1 van 2: De balie"
    meeting = replace(meeting, topic_on=second.id)
    assert lines_of(meeting, 76)[:2] == [
        "Onderwerp 2 van 2: Het rooster",
        "Hoe maken we het rooster eerlijker?",
    ]


def test_without_goal_and_frame_only_the_question_stands() -> None:
    topic = replace(a_topic(), frame=Frame())
    assert lines_of(replace(a_meeting(), topics=(topic,), goal=Goal()), 76) == [QUESTION]


def test_a_bound_with_line_ends_stays_on_one_line() -> None:
    topic = replace(a_topic(), frame=Frame(limits="geld\nen tijd"))
    meeting = replace(a_meeting(), topics=(topic,), goal=Goal())
    assert lines_of(meeting, 76)[1] == "grenzen: geld en tijd"


@given(st.text(min_size=1, max_size=400), st.text(max_size=200), st.integers(1, 200))
def test_nothing_outgrows_its_width(question: str, bound: str, width: int) -> None:
    topic = replace(a_topic(), question=question, frame=Frame(bound, bound, bound))
    meeting = replace(a_meeting(), topics=(topic, a_topic("Twee")))
    assert len(question_lines(meeting, width)) <= 5
    assert all(line.cell_length <= width for line in question_lines(meeting, width) if width > 1)
    assert bounds_line(meeting, width).cell_length <= width


async def test_it_is_as_high_as_its_lines_and_reads_no_markup() -> None:
    pane = QuestionPane()
    app = ThemedApp[None]()
    async with app.run_test(size=(80, 24)) as pilot:
        await app.mount(pane)
        await pilot.pause()
        assert pane.region.height == 1
        pane.meeting = asking(f"[/b]{LONG}")
        await pilot.pause()
        assert pane.content_size.height == 3
        assert pane.render_lines(pane.region.reset_offset)[0].text.strip(" ▐█▌").startswith("[/b]")
        await pilot.resize_terminal(160, 40)
        await pilot.pause()
        assert pane.content_size.height == 4
