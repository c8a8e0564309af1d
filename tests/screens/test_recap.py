from dataclasses import replace
from pathlib import Path

import pytest
from pendulum import Date

from socinno_tui.domain.action import Update, UpdateKind
from socinno_tui.domain.closing import moved_on
from socinno_tui.domain.idea import VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.talk import Speaker
from socinno_tui.i18n import Language, speaking
from socinno_tui.screens.follow_up import FollowUpScreen
from socinno_tui.screens.library import LibraryScreen
from socinno_tui.widgets.recap_lines import recap_lines
from tests.meetings import (
    QUESTION,
    STARTS_AT,
    TODAY,
    a_meeting,
    a_topic,
    a_turn,
    an_idea,
    with_agreements,
)
from tests.screens.closing_house import a_closing_house

LONG = "Jonkheer Maximiliaan van Wassenaer van Obdam-de Ranitz"


def closed(meeting: Meeting) -> Meeting:
    return moved_on(meeting, now=STARTS_AT.add(hours=1), turn_id="none")


def a_full_meeting() -> Meeting:
    meeting = with_agreements(a_meeting(Phase.CLOSING))
    topic = replace(meeting.topic, conclusion="we beginnen klein")
    goal = replace(meeting.goal, answer="ja, alle drie")
    turns = (a_turn(Speaker.MANAGER, 0, 180), a_turn(Speaker.ROOM, 180, 720))
    return closed(replace(meeting, topics=(topic,), goal=goal, turns=turns))


def lines(meeting: Meeting, width: int = 76, today: Date = TODAY) -> list[str]:
    found = recap_lines(meeting, width, today=today, now=STARTS_AT.add(hours=1))
    return [line.plain for line in found]


def test_the_room_hears_all_that_the_meeting_brought() -> None:
    with speaking("nl"):
        said = lines(a_full_meeting())
    assert said == [
        QUESTION,
        "Conclusie: we beginnen klein",
        "Doel: drie ideeën die voor 1 maart draaien",
        "Antwoord: ja, alle drie",
        "",
        "Wie doet wat, en wanneer",
        "★ #1  Afspraken zelf plannen in de app  ● 3 stippen",
        "      Fatma de Vries  vr 11 dec · over 18 dagen",
        "      Eerste stap: Als ik maandag begin, dan bel ik eerst de leverancier",
        "★ #2  Zelfscan bij de ingang  ● 5 stippen",
        "      Jan Willem Bakker  vr 18 dec · over 25 dagen",
        "      Eerste stap: Als ik maandag begin, dan bel ik eerst de leverancier",
        "★ #4  Een gastvrouw die bij de deur al vraagt waar iemand voor komt",
        "      ● 4 stippen",
        "      Anouk van der Meer  vr 25 dec · over 32 dagen",
        "      Eerste stap: Als ik maandag begin, dan bel ik eerst de leverancier",
        "",
        "Geparkeerd voor later",
        "P #6  Op dinsdagavond open, dan hoeft niemand vrij te nemen  ● 2 stippen",
        "",
        "Deze keer niet, en waarom",
        "× #5  Paspoorten thuis laten bezorgen",
        "      Dat mag van de wet niet",
        "",
        "Spreektijd van de leiding",
        "03:00 van de afgesproken 06:00, 25% van de gesproken tijd.",
        "",
        "Terugkommoment",
        "ma 21 dec · over 28 dagen",
        "",
        "Nog geen antwoord: 7",
        "○ #3  Piekuren tonen op het scherm bij de ingang, net als in de supermarkt",
        "      ● 1 stip",
        "○ #7  Formulieren vooraf invullen in plaats van aan de balie  ● 4 stippen",
        "○ #8  Eén nummer voor wie maar één handtekening nodig heeft",
        "○ #9  Lunchpauzes spreiden, zodat er tussen twaalf en twee drie balies open",
        "      zijn  ● 1 stip",
        "○ #10 Een sms als je over tien minuten aan de beurt bent",
        "○ #11 Verhuizingen alleen nog online, met hulp achter een laptop in de hal",
        "      ● 2 stippen",
        "○ #12 Elke vrijdag tien minuten: welke vraag kwam er deze week drie keer?",
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("width", [30, 76, 110])
def test_no_line_is_wider_than_there_is_room_for(language: Language, width: int) -> None:
    meeting = a_full_meeting()
    action = replace(meeting.actions[0], owner=LONG)
    meeting = replace(meeting, actions=(action, *meeting.actions[1:]))
    with speaking(language):
        found = recap_lines(meeting, width, today=TODAY, now=STARTS_AT.add(hours=1))
    assert max(line.cell_length for line in found) <= width
    assert " ".join(line.plain.strip() for line in found).count(LONG) == 1


@pytest.mark.parametrize("number", [7, 42, 165, 1650])
def test_a_number_never_touches_its_text(number: int) -> None:
    meeting = a_full_meeting()
    first = replace(meeting.selected[0].lead, number=number)
    others = tuple(idea for idea in meeting.ideas if idea.id != first.id)
    shown = lines(replace(meeting, ideas=(first, *others), last_number=max(50, number)))

    (line,) = (line for line in shown if f"#{number} " in line and first.text[:12] in line)
    hang = line.index(first.text[:12])
    below = shown[shown.index(line) + 1]
    assert below[:hang].isspace()
    assert not below[hang].isspace()


def test_a_date_is_never_broken_in_two() -> None:
    meeting = a_full_meeting()
    action = replace(meeting.actions[0], owner=LONG)
    with speaking("nl"):
        said = lines(replace(meeting, actions=(action, *meeting.actions[1:])), 70)
    place = said.index(f"      {LONG}")
    assert said[place : place + 2] == [f"      {LONG}", "      vr 11 dec · over 18 dagen"]


def test_each_topic_stands_apart_with_its_conclusion() -> None:
    meeting = a_full_meeting()
    other = replace(a_topic("De telefoon", "Hoe bellen we sneller terug?"), conclusion="morgen")
    with speaking("en"):
        said = lines(replace(meeting, topics=(*meeting.topics, other)))
    assert said[2:5] == ["", "Hoe bellen we sneller terug?", "Conclusion: morgen"]


def test_what_became_of_an_agreement_is_said_in_place_of_its_date() -> None:
    meeting = a_full_meeting()
    kinds = (UpdateKind.DONE, UpdateKind.STOPPED)
    updated = tuple(
        action.with_update(Update(f"u {kind}", kind, STARTS_AT, "zo"))
        for action, kind in zip(meeting.actions, kinds, strict=False)
    )
    with speaking("en"):
        said = lines(replace(meeting, actions=(*updated, meeting.actions[-1])))
    assert said[7:9] == ["      Fatma de Vries  ✓ done", "      It brought: zo"]
    assert said[10] == "      Jan Willem Bakker  × stopped"
    assert not any(line.lstrip().startswith("First step:") for line in said[6:11])


def test_what_is_overdue_is_said_by_sign_and_word() -> None:
    with speaking("nl"):
        said = lines(a_full_meeting(), today=TODAY.add(days=20))
    assert "      Fatma de Vries  vr 11 dec  ▲ 2 dagen te laat" in said


def test_that_nothing_was_selected_is_said_with_its_reason() -> None:
    meeting = a_meeting(Phase.CLOSING, ideas=[an_idea(1, verdict=VerdictKind.LATER)])
    with speaking("nl"):
        said = lines(closed(replace(meeting, nothing_selected_because="eerst onderzoek")))
    assert any("eerst onderzoek" in line for line in said)


def test_without_a_review_date_or_a_word_spoken_nothing_is_said_of_them() -> None:
    with speaking("nl"):
        said = lines(replace(a_full_meeting(), review_date=None, turns=()))
    assert not {"Terugkommoment", "Spreektijd van de leiding"} & set(said)


async def test_it_is_read_from_the_top_and_scrolls_by_keys(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, a_full_meeting()) as house:
        assert QUESTION in house.shown()
        assert "Mon 21 Dec" not in house.shown()
        await house.press("space", "down")
        assert "Mon 21 Dec" in house.shown()
        await house.press("pageup", "up")
        assert QUESTION in house.shown()


async def test_it_leads_on_to_the_agreements_and_to_all_meetings(tmp_path: Path) -> None:
    async with a_closing_house(tmp_path, a_full_meeting()) as house:
        await house.press("f2")
        assert house.is_on(FollowUpScreen)
        assert "Fatma de Vries" in house.shown()
        await house.press("escape")
        assert house.is_on(LibraryScreen)


async def test_a_meeting_without_a_title_is_called_by_its_topic(tmp_path: Path) -> None:
    meeting = a_full_meeting()
    nameless = replace(meeting, title="", topics=(replace(meeting.topic, name=""),))
    async with a_closing_house(tmp_path, nameless) as house:
        assert house.shown().splitlines()[0].startswith(" Recap: Hoe halveren we")


async def test_a_long_title_is_cut_with_a_sign(tmp_path: Path) -> None:
    meeting = replace(a_full_meeting(), title="Wonen in onze regio " * 8)
    async with a_closing_house(tmp_path, meeting) as house:
        assert "…" in house.shown().splitlines()[0]
