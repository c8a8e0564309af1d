from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from pendulum import Date
from textual.events import ScreenResume
from textual.widgets import Input, OptionList, Static

from socinno_tui.domain.action import ActionState, UpdateKind
from socinno_tui.i18n import LANGUAGES, Language, speaking
from socinno_tui.screens.dialogs import AskChoice, AskLine
from socinno_tui.screens.messages import MeetingChosen, MeetingLeft, QuitAsked, WalkAsked
from socinno_tui.service.register import Register
from socinno_tui.store.store import Store
from socinno_tui.widgets.agreement_lines import AgreementDetail
from tests.agreements import CLOCK, Agreed, a_closed_meeting, a_line, action_id
from tests.blank_file import blank_file
from tests.meetings import IDEA_TEXTS, OWNERS, TODAY
from tests.screens.shelf import Shelf, a_shelf

HOSTILE = "[/foo] [@click=app.quit]klik[/] [bold]"
FATMA, JAN_WILLEM, ANOUK = OWNERS

BALIE = a_closed_meeting(
    "balie",
    [
        Agreed(-4, FATMA, IDEA_TEXTS[1]),
        Agreed(3, JAN_WILLEM, IDEA_TEXTS[2]),
        Agreed(18, ANOUK, IDEA_TEXTS[3]),
    ],
)
POST = a_closed_meeting(
    "post",
    [
        Agreed(
            -2, FATMA, IDEA_TEXTS[4], updates=(a_line(UpdateKind.DONE, "Scheelt een uur per dag"),)
        ),
        Agreed(0, ANOUK, IDEA_TEXTS[5]),
    ],
    title="Boeken op tijd bij thuislezers",
)
LATE, SOON, RUNS = (action_id("balie", place) for place in (1, 2, 3))
DONE, TODAYS = (action_id("post", place) for place in (1, 2))


def detail(shelf: Shelf) -> list[str]:
    """What stands beside the list on the agreement under the cursor."""
    content = shelf.screen.query_one(AgreementDetail).render()
    return [line.plain.rstrip() for line in content.split("\n")]


def dialog(shelf: Shelf) -> AskLine:
    assert isinstance(shelf.house.screen, AskLine)
    return shelf.house.screen


def question(shelf: Shelf) -> str:
    return str(shelf.house.screen.query_one("#question", Static).content)


def said(shelf: Shelf) -> str:
    return str(dialog(shelf).query_one("#said", Static).content)


def many(count: int) -> list[Agreed]:
    return [Agreed(n - 10, OWNERS[n % 3], f"{IDEA_TEXTS[n % 12]} ({n})") for n in range(count)]


# What is shown


async def test_all_agreements_the_most_pressing_first(tmp_path: Path) -> None:
    with speaking("nl"):
        async with a_shelf(tmp_path, [POST, BALIE], register=True) as shelf:
            lines = [line.rstrip() for line in shelf.shown()]
            assert shelf.ids == [LATE, TODAYS, SOON, RUNS, DONE]
    assert lines[0].startswith(" Afspraken ")
    assert lines[0].endswith("▲ 1 te laat · △ 2 binnen een week")
    assert lines[1] == " 5 van 5 afspraken"
    assert lines[2:12] == [
        "▌▲ 4 dagen te laat    Zelfscan bij de ingang",
        "▌  do 19 nov          Fatma de Vries · Kortere wachttijd aan de balie",
        " △ vandaag            Op dinsdagavond open, dan hoeft niemand vrij te nemen",
        "   ma 23 nov          Anouk van der Meer · Boeken op tijd bij thuislezers",
        " △ over 3 dagen       Piekuren tonen op het scherm bij de ingang, net als in …",
        "   do 26 nov          Jan Willem Bakker · Kortere wachttijd aan de balie",
        " ○ over 18 dagen      Een gastvrouw die bij de deur al vraagt waar iemand voo…",
        "   vr 11 dec          Anouk van der Meer · Kortere wachttijd aan de balie",
        " ✓ klaar              Paspoorten thuis laten bezorgen",
        "   za 21 nov          Fatma de Vries · Boeken op tijd bij thuislezers",
    ]


async def test_coming_back_shows_what_presses_of_all_meetings_before_anything_else(
    tmp_path: Path,
) -> None:
    with speaking("nl"):
        async with a_shelf(tmp_path, [POST, BALIE], register=True, coming_back=True) as shelf:
            assert shelf.ids == [LATE, TODAYS, SOON]
            assert shelf.said("#title").startswith("Welkom terug: dit vraagt nu aandacht")
            assert shelf.said("#filter") == (
                "3 van 5 afspraken · stand: te laat of binnen zeven dagen"
            )
            assert shelf.key_bar.startswith("Enter verder")


async def test_a_review_date_that_has_come_is_told_and_walked_through_on_its_own(
    tmp_path: Path,
) -> None:
    reviewed = replace(POST, review_date=TODAY.subtract(days=1))
    with speaking("nl"):
        async with a_shelf(tmp_path, [reviewed, BALIE], register=True, coming_back=True) as shelf:
            assert shelf.shown()[2].rstrip() == (
                " ↻ Boeken op tijd bij thuislezers, terugkommoment zo 22 nov · w loopt langs"
            )
            await shelf.press("w", "1", "w", "a", "w", "escape")
            assert shelf.asked == [WalkAsked(POST.id), WalkAsked("")]


async def test_without_a_review_date_a_walk_begins_at_once(tmp_path: Path) -> None:
    async with a_shelf(tmp_path, [POST, BALIE], register=True) as shelf:
        assert not shelf.screen.query_one("#reviews").display
        await shelf.press("w")
        assert shelf.asked == [WalkAsked("")]


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_coming_back_leads_on_to_all_meetings(tmp_path: Path, key: str) -> None:
    async with a_shelf(tmp_path, [BALIE], register=True, coming_back=True) as shelf:
        await shelf.press("down", key)
        assert [type(asked) for asked in shelf.asked] == [MeetingLeft]


async def test_in_the_register_enter_opens_the_recap_and_escape_leaves(tmp_path: Path) -> None:
    async with a_shelf(tmp_path, [POST, BALIE], register=True) as shelf:
        await shelf.press("down", "enter")
        assert shelf.asked == [MeetingChosen(POST.id)]
        await shelf.press("escape", "q")
        assert [type(asked) for asked in shelf.asked[1:]] == [MeetingLeft, QuitAsked]


async def test_beside_it_where_it_came_from_and_its_history_the_latest_first(
    tmp_path: Path,
) -> None:
    lines = (
        a_line(UpdateKind.MOVED, "Levertijd", days_ago=9, due=Date(2026, 11, 12), name="one"),
        a_line(UpdateKind.MOVED, "Ziek", days_ago=8, due=Date(2026, 11, 19), name="two"),
        a_line(UpdateKind.HANDED_OVER, days_ago=7, owner="Ruben Kuiper", name="three"),
        a_line(UpdateKind.NOTE, "Eerste proef loopt", days_ago=6, name="four"),
    )
    meeting = a_closed_meeting("balie", [Agreed(-14, FATMA, IDEA_TEXTS[1], updates=lines)])
    with speaking("nl"):
        async with a_shelf(tmp_path, [meeting], register=True) as shelf:
            assert shelf.row.splitlines()[1].strip() == (
                "do 19 nov          Ruben Kuiper · 2× verschoven · Kortere wachttijd aan de…"
            )
            assert detail(shelf) == [
                "#1           Zelfscan bij de ingang",
                "Vraag        Hoe halveren we de wachttijd aan de balie, binnen het budget",
                "             van dit jaar?",
                "Eerste stap  Als ik maandag begin, dan bel ik eerst de leverancier",
                "▲            2× verschoven: een kleinere stap, een andere trekker, of",
                "             stoppen?",
                "di 17 nov    notitie  Eerste proef loopt",
                "ma 16 nov    overgedragen  Ruben Kuiper",
                "zo 15 nov    verschoven  do 19 nov  Ziek",
                "za 14 nov    verschoven  do 12 nov  Levertijd",
                "za 24 okt    afgesproken: Fatma de Vries, ma 9 nov",
            ]
            await shelf.press("tab", "end")
            assert shelf.screen.query_one("#detail").scroll_offset.y > 0


async def test_the_detail_follows_the_cursor(tmp_path: Path) -> None:
    async with a_shelf(tmp_path, [BALIE], register=True) as shelf:
        assert IDEA_TEXTS[1] in detail(shelf)[0]
        await shelf.press("end")
        assert IDEA_TEXTS[3] in detail(shelf)[0]


@pytest.mark.parametrize(
    ("coming_back", "sentence"),
    [
        (False, "Er zijn nog geen afspraken: die ontstaan bij het afronden"),
        (True, "Niets is te laat of moet binnen zeven dagen af. Enter: verder"),
    ],
)
async def test_where_there_is_nothing_that_is_said(
    tmp_path: Path, coming_back: bool, sentence: str
) -> None:
    with speaking("nl"):
        async with a_shelf(tmp_path, register=True, coming_back=coming_back) as shelf:
            assert shelf.said("#empty").startswith(sentence)
            await shelf.press(*"dvhxrnoms", "a")
            assert len(shelf.house.screen_stack) == 2
            await shelf.press("escape")
            assert [type(asked) for asked in shelf.asked] == [MeetingLeft]


# The filter


@pytest.mark.parametrize(
    ("keys", "found", "words"),
    [
        (["o", "2"], [LATE, DONE], "2 van 5 afspraken · trekker: Fatma de Vries"),
        (
            ["m", "2"],
            [TODAYS, DONE],
            "2 van 5 afspraken · bijeenkomst: Boeken op tijd bij thuislezers",
        ),
        (["s", "1"], [LATE, TODAYS, SOON], "3 van 5 afspraken · stand: te laat of binnen zeven d"),
        (["s", "2"], [LATE], "1 van 5 afspraken · stand: te laat"),
        (["s", "3"], [LATE, TODAYS, SOON, RUNS], "4 van 5 afspraken · stand: nog open"),
        (["s", "4"], [DONE], "1 van 5 afspraken · stand: klaar"),
        (
            ["o", "1", "m", "1", "s", "3"],
            [RUNS],
            "1 van 5 afspraken · trekker: Anouk van der Meer · bijeenkomst: Kortere wachttijd aan "
            "de balie · stand: nog open",
        ),
        (["o", "1", "o", "a"], [LATE, TODAYS, SOON, RUNS, DONE], "5 van 5 afspraken"),
        (["o", "1", "s", "4", "a"], [LATE, TODAYS, SOON, RUNS, DONE], "5 van 5 afspraken"),
        (["o", "1", "o", "escape"], [TODAYS, RUNS], "2 van 5 afspraken · trekker: Anouk"),
    ],
)
async def test_the_filter_by_owner_meeting_and_state_is_told_in_words(
    tmp_path: Path, keys: Sequence[str], found: list[str], words: str
) -> None:
    with speaking("nl"):
        async with a_shelf(tmp_path, [POST, BALIE], register=True) as shelf:
            await shelf.press(*keys)
            assert shelf.ids == found
            assert shelf.said("#filter").startswith(words)


async def test_a_filter_that_lets_nothing_through_says_how_to_see_all(tmp_path: Path) -> None:
    with speaking("nl"):
        async with a_shelf(tmp_path, [BALIE], register=True) as shelf:
            await shelf.press("s", "5")
            assert shelf.ids == []
            assert shelf.said("#empty").endswith("a toont alle afspraken.")
            await shelf.press("a")
            assert len(shelf.ids) == 3


async def test_the_register_of_one_meeting(tmp_path: Path) -> None:
    with speaking("nl"):
        async with a_shelf(tmp_path, [POST, BALIE], register=True, meeting_id=POST.id) as shelf:
            assert shelf.ids == [TODAYS, DONE]
            assert "bijeenkomst: Boeken op tijd" in shelf.said("#filter")


async def test_after_another_choice_it_is_the_register_and_enter_opens(tmp_path: Path) -> None:
    with speaking("nl"):
        async with a_shelf(tmp_path, [POST, BALIE], register=True, coming_back=True) as shelf:
            await shelf.press("a")
            assert shelf.said("#title").startswith("Afspraken")
            await shelf.press("enter")
            assert shelf.asked == [MeetingChosen(BALIE.id)]


async def test_more_than_nine_owners_can_be_chosen_from(tmp_path: Path) -> None:
    names = [f"Trekker {letter}" for letter in "ABCDEFGHIJKL"]
    meeting = a_closed_meeting("balie", [Agreed(n, name) for n, name in enumerate(names)])
    async with a_shelf(tmp_path, [meeting], register=True) as shelf:
        await shelf.press("o")
        assert isinstance(shelf.house.screen, AskChoice)
        choices = shelf.house.screen.query_one(OptionList)
        assert choices.option_count == 13
        starts = {str(option.prompt).index("T") for option in choices.options[1:]}
        assert len(starts) == 1
        await shelf.press("end", "enter")
        assert shelf.ids == [action_id("balie", 12)]


# Answers, from the key to the file


async def test_done_with_what_it_brought_stays_in_place_until_another_choice(
    tmp_path: Path,
) -> None:
    with speaking("nl"):
        async with a_shelf(tmp_path, [POST, BALIE], register=True, coming_back=True) as shelf:
            await shelf.press("d")
            assert question(shelf).startswith("Klaar: “Zelfscan bij de ingang”.")
            await shelf.write("Scheelt elke dag een uur")
            await shelf.press("enter")
            action = shelf.stored_action(LATE)
            assert action.state is ActionState.DONE
            assert action.updates[-1].text == "Scheelt elke dag een uur"
            assert shelf.ids == [LATE, TODAYS, SOON]
            assert shelf.rows.chosen == LATE
            assert shelf.row.startswith("✓ klaar")
            assert "klaar  Scheelt elke dag een uur" in "\n".join(detail(shelf))
            assert shelf.said("#title").rstrip().endswith("△ 2 binnen een week")
            await shelf.press("s", "1")
            assert shelf.ids == [TODAYS, SOON]


async def test_done_without_a_word(tmp_path: Path) -> None:
    async with a_shelf(tmp_path, [BALIE], register=True) as shelf:
        await shelf.press("d", "enter")
        assert shelf.stored_action(LATE).state is ActionState.DONE


async def test_a_new_date_is_told_as_it_is_typed_and_asks_for_a_reason(tmp_path: Path) -> None:
    with speaking("nl"):
        async with a_shelf(tmp_path, [BALIE], register=True) as shelf:
            await shelf.press("v")
            await shelf.write("oo")
            assert said(shelf) == ""
            await shelf.press("backspace", "backspace")
            await shelf.write("11 dec")
            assert said(shelf) == "✓ vr 11 dec · over 18 dagen"
            await shelf.press("enter")
            assert question(shelf) == (
                "Naar vr 11 dec · over 18 dagen. Waarom verschuift “Zelfscan bij de ingang”?"
            )
            await shelf.press("enter")
            assert said(shelf) == "▲ Zeg het in een paar woorden, of druk op Esc."
            assert shelf.stored_action(LATE).updates == ()
            await shelf.write("Levertijd")
            await shelf.press("enter")
            action = shelf.stored_action(LATE)
            assert (action.due_now, action.due) == (Date(2026, 12, 11), TODAY.subtract(days=4))
            assert action.updates[-1].text == "Levertijd"
            assert shelf.rows.chosen == LATE
            assert "○ over 18 dagen" in shelf.row
            assert "1× verschoven" in shelf.row


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ("", "▲ Typ een datum"),
        ("ooit", "▲ "),
        ("1 nov 2026", "▲ "),
        ("19-11-2026", "▲ "),
    ],
)
async def test_a_date_that_will_not_do_is_refused_and_stays(
    tmp_path: Path, typed: str, refusal: str
) -> None:
    with speaking("nl"):
        async with a_shelf(tmp_path, [BALIE], register=True) as shelf:
            await shelf.press("v")
            await shelf.write(typed)
            await shelf.press("enter")
            assert said(shelf).startswith(refusal)
            assert dialog(shelf).query_one(Input).value == typed


async def test_the_same_date_is_no_new_one(tmp_path: Path) -> None:
    with speaking("nl"):
        async with a_shelf(tmp_path, [BALIE], register=True) as shelf:
            await shelf.press("down", "v")
            await shelf.write("26 nov")
            await shelf.press("enter")
            assert said(shelf).startswith("▲ Dat is al de afgesproken dag")
            await shelf.press("escape")
            assert shelf.stored_action(SOON).times_moved == 0


async def test_a_date_in_the_weekend_is_remarked_on(tmp_path: Path) -> None:
    with speaking("nl"):
        async with a_shelf(tmp_path, [BALIE], register=True) as shelf:
            await shelf.press("v")
            await shelf.write("12 dec")
            assert said(shelf).startswith("✓ za 12 dec · over 19 dagen")
            assert "weekend" in said(shelf)


async def test_all_that_is_remarked_on_a_date_is_in_sight(tmp_path: Path) -> None:
    with speaking("nl"):
        async with a_shelf(tmp_path, [BALIE], register=True) as shelf:
            await shelf.press("v")
            await shelf.write("28 feb")
            assert [line[0] for line in said(shelf).splitlines()] == ["✓", "▲", "▲"]
            assert dialog(shelf).query_one("#said").size.height == 3


async def test_escape_at_the_reason_moves_nothing(tmp_path: Path) -> None:
    async with a_shelf(tmp_path, [BALIE], register=True) as shelf:
        await shelf.press("v")
        await shelf.write("+2w")
        await shelf.press("enter", "escape")
        assert shelf.stored_action(LATE).updates == ()


async def test_handed_over_to_one_person_who_is_known(tmp_path: Path) -> None:
    with speaking("nl"):
        async with a_shelf(tmp_path, [BALIE], register=True) as shelf:
            await shelf.press("h")
            assert question(shelf) == (
                "“Zelfscan bij de ingang”: wie neemt het over van Fatma de Vries?"
            )
            await shelf.write("wij")
            await shelf.press("enter")
            assert said(shelf).startswith("▲ ")
            await shelf.press("backspace", "backspace", "backspace")
            await shelf.write("jan")
            await shelf.pilot.pause()
            await shelf.press("right", "enter")
            action = shelf.stored_action(LATE)
            assert (action.owner_now, action.owner) == (JAN_WILLEM, FATMA)
            assert JAN_WILLEM in shelf.row


@pytest.mark.parametrize(
    ("key", "kind", "state"),
    [("x", UpdateKind.STOPPED, ActionState.STOPPED), ("n", UpdateKind.NOTE, ActionState.OPEN)],
)
async def test_a_note_and_a_stop_need_a_word(
    tmp_path: Path, key: str, kind: UpdateKind, state: ActionState
) -> None:
    async with a_shelf(tmp_path, [BALIE], register=True) as shelf:
        await shelf.press(key, "enter")
        assert said(shelf).startswith("▲ ")
        await shelf.write("De leverancier stopt ermee")
        await shelf.press("enter")
        action = shelf.stored_action(LATE)
        assert (action.updates[-1].kind, action.state) == (kind, state)
        assert action.updates[-1].text == "De leverancier stopt ermee"


async def test_a_slip_is_mended_by_opening_again(tmp_path: Path) -> None:
    with speaking("nl"):
        async with a_shelf(tmp_path, [BALIE], register=True) as shelf:
            await shelf.press("d", "enter")
            assert "r heropenen" in shelf.key_bar
            assert "verzetten" not in shelf.key_bar
            await shelf.press("v", "x", "h", "d")
            assert len(shelf.house.screen_stack) == 2
            await shelf.press("r")
            action = shelf.stored_action(LATE)
            assert action.state is ActionState.OPEN
            assert [line.kind for line in action.updates] == [
                UpdateKind.DONE,
                UpdateKind.REOPENED,
            ]
            assert shelf.row.startswith("▲ 4 dagen te laat")
            assert "heropenen" not in shelf.key_bar


async def test_what_was_answered_is_there_when_the_file_is_opened_again(tmp_path: Path) -> None:
    async with a_shelf(tmp_path, [BALIE], register=True) as shelf:
        await shelf.press("d", "enter", "down", "n")
        await shelf.write("Loopt")
        await shelf.press("enter")
        file = shelf.file
    store = Store.open(blank_file(file))
    found = {one.action.id: one.action for one in Register(store, CLOCK).agreements()}
    store.close()
    assert found[LATE].state is ActionState.DONE
    assert [line.text for line in found[SOON].updates] == ["Loopt"]


async def test_when_the_file_refuses_what_was_typed_stays(tmp_path: Path) -> None:
    with speaking("nl"):
        async with a_shelf(tmp_path, [BALIE], register=True) as shelf:
            await shelf.press("n")
            await shelf.write("Loopt")
            other = Store.open(shelf.file)
            other.delete(BALIE.id)
            other.close()
            await shelf.press("enter")
            assert said(shelf) == "▲ Deze afspraak is er niet meer."
            assert dialog(shelf).query_one(Input).value == "Loopt"
            await shelf.press("escape")


async def test_the_same_ones_stay_in_place_when_the_screen_is_seen_again(tmp_path: Path) -> None:
    meeting = a_closed_meeting("balie", many(60))
    async with a_shelf(tmp_path, [meeting], register=True) as shelf:
        await shelf.press(*["pagedown"] * 4, "up", "up")
        chosen, top = shelf.rows.chosen, shelf.rows.scroll_offset.y
        assert top > 0
        await shelf.press("d", "enter")
        shelf.screen.post_message(ScreenResume())
        await shelf.pilot.pause()
        assert (shelf.rows.chosen, shelf.rows.scroll_offset.y) == (chosen, top)


# What people typed, and what fits


async def test_what_people_typed_is_never_read_as_markup(tmp_path: Path) -> None:
    line = a_line(UpdateKind.NOTE, HOSTILE, name="hostile")
    agreed = Agreed(-1, HOSTILE, HOSTILE, HOSTILE, (line,))
    meeting = a_closed_meeting("balie", [agreed], title=HOSTILE, question=HOSTILE)
    async with a_shelf(tmp_path, [meeting, POST], register=True, size=(200, 50)) as shelf:
        assert sum(HOSTILE in line for line in shelf.shown()) >= 5
        await shelf.press("h")
        assert HOSTILE in question(shelf)
        await shelf.press("escape", "o")
        assert any(HOSTILE in line for line in shelf.shown())
        await shelf.press("escape", "m", "1")
        assert HOSTILE in shelf.said("#filter")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("coming_back", [True, False])
@pytest.mark.parametrize("ended", [True, False])
async def test_every_key_fits_in_the_bar(
    tmp_path: Path, language: Language, coming_back: bool, ended: bool
) -> None:
    with speaking(language):
        async with a_shelf(
            tmp_path, [POST, BALIE], register=True, coming_back=coming_back
        ) as shelf:
            if not coming_back:
                await shelf.press("s", "3")
            if ended:
                await shelf.press("d", "enter")
            bar = shelf.key_bar
            assert "…" not in bar
            assert len(bar.splitlines()) <= 2
            assert "Esc" in bar


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36), (200, 50)])
@pytest.mark.parametrize("count", [1, 120])
async def test_rows_keep_to_their_width_and_cut_with_a_sign(
    tmp_path: Path, size: tuple[int, int], count: int
) -> None:
    long = Agreed(-365, "Een trekker met een lange naam " * 4, "Een lang idee " * 30)
    meeting = replace(
        a_closed_meeting("balie", [long, *many(count - 1)]), title="Een lange titel " * 9
    )
    with speaking("nl"):
        async with a_shelf(tmp_path, [meeting], register=True, size=size) as shelf:
            width = shelf.rows.scrollable_content_region.width
            for option in shelf.rows.options:
                lines = str(option.prompt).splitlines()
                assert len(lines) == 2
                assert max(len(line) for line in lines) <= width
            first = str(shelf.rows.options[0].prompt).splitlines()
            assert all(line.rstrip().endswith("…") for line in first)
            for line in detail(shelf):
                assert len(line) <= size[0]
