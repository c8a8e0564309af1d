import pytest

from socinno_tui.domain.laid_aside import LaidAside
from socinno_tui.domain.typed_values import typed_values
from socinno_tui.i18n import speaking
from socinno_tui.wording.laid_aside import laid_aside_words
from tests.agreements import Agreed, a_closed_meeting
from tests.meetings import STARTS_AT


def lost(of: str, name: str, value: str) -> LaidAside:
    return LaidAside("id", STARTS_AT, of, name, value)


@pytest.mark.parametrize(
    ("aside", "dutch"),
    [
        (lost("meeting", "goal_answer", "Ja"), "bijeenkomst, of het doel is gehaald: Ja"),
        (lost("idea #7", "verdict", "later"), "idee #7, besluit: later"),
        (lost("agreement #2", "history: handed over", "Piet"), "afspraak #2, geschiedenis"),
        (lost("participant Sara", "role", "manager"), "deelnemer Sara, rol: leidinggevende"),
        (lost("something new", "else", "x"), "something new, else: x"),
    ],
)
def test_what_lost_is_called_as_a_person_calls_it(aside: LaidAside, dutch: str) -> None:
    with speaking("nl"):
        assert laid_aside_words(aside).startswith(dutch)


def test_no_field_of_ours_is_left_in_code() -> None:
    for found in typed_values(a_closed_meeting("balie", [Agreed(3)])):
        with speaking("nl"):
            told = laid_aside_words(lost(found.of, found.name, found.value))
        assert "_" not in told.removesuffix(found.value)
