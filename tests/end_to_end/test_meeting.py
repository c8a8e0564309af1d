"""A whole meeting in a real terminal, and coming back to it weeks later."""

from __future__ import annotations

from pathlib import Path

from socinno_tui.domain.phase import Phase
from tests.end_to_end.steps import (
    OWNER,
    PASTED,
    QUESTION,
    agree,
    begin,
    choose,
    close,
    collect,
    lay_out,
    make_agreements,
    prepare,
    started,
)


def test_from_a_question_to_an_agreement_and_back_weeks_later(tmp_path: Path) -> None:
    with started(tmp_path) as terminal:
        for step in (prepare, begin, collect, choose, make_agreements, agree, close):
            step(terminal)
        terminal.wait_for(QUESTION)
        terminal.wait_for(OWNER)
        terminal.wait_for(PASTED[-1])
        terminal.press("q")
        assert terminal.wait_for_end() == 0
        assert terminal.is_restored

    with started(tmp_path) as terminal:
        terminal.wait_for("Alle bijeenkomsten")
        terminal.wait_for("1 open")
        terminal.press("a")
        terminal.wait_for(OWNER)
        terminal.wait_for(PASTED[-1])
        terminal.press("q")
        assert terminal.wait_for_end() == 0

    with started(tmp_path, days_on=20) as terminal:
        terminal.wait_for(OWNER)
        assert "Alle bijeenkomsten" not in terminal.text
        terminal.wait_for("te laat")
        terminal.wait_for(PASTED[-1])


def test_weeks_later_the_walk_gives_what_was_due_an_answer_and_a_next_date(tmp_path: Path) -> None:
    lay_out(tmp_path, Phase.FOLLOW_UP)

    with started(tmp_path, days_on=20) as terminal:
        terminal.wait_for("te laat")
        terminal.press("w")
        terminal.wait_for("1 wacht op een antwoord   1 van 1")
        terminal.press("f")
        terminal.wait_for("1 afspraak die af")
        terminal.press("v")
        terminal.wait_for("wanneer is het uiterlijk klaar?")
        terminal.press("+2w", "enter")
        terminal.wait_for("Waarom verschuift")
        terminal.press("De leverancier levert later", "enter")
        terminal.wait_for("Wanneer kijken we weer?")
        terminal.press("+4w", "enter")
        terminal.wait_for("weer op ")
        terminal.wait_for("De leverancier levert later")
        terminal.press("q")
        assert terminal.wait_for_end() == 0

    with started(tmp_path, days_on=20) as terminal:
        terminal.wait_for("Alle bijeenkomsten")
        terminal.wait_for("1 open")
