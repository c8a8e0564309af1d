import pytest

from socinno_tui.domain.idea import Idea, VerdictKind, top_of
from socinno_tui.i18n import Language, speaking
from socinno_tui.wording.top import top_words
from tests.meetings import an_idea


def with_dots(*dots: int) -> tuple[Idea, ...]:
    return tuple(an_idea(number, dots=found) for number, found in enumerate(dots, 1))


SELECTED = an_idea(9, verdict=VerdictKind.SELECTED)


@pytest.mark.parametrize(
    ("ideas", "wanted", "english", "dutch"),
    [
        (with_dots(1, 4, 3), 2, "Selected by dots: #2, #3.", "Op stippen gekozen: #2, #3."),
        (
            with_dots(4, 9, 4, 4),
            2,
            "A tie, 4 dots each: #1 in, #3, #4 just not. Let the room decide.",
            "Gelijk, elk 4 stippen: #1 wel, #3, #4 net niet. Laat de zaal beslissen.",
        ),
        (
            with_dots(1, 1),
            1,
            "A tie, 1 dot each: #1 in, #2 just not. Let the room decide.",
            "Gelijk, elk 1 stip: #1 wel, #2 net niet. Laat de zaal beslissen.",
        ),
        (
            (*with_dots(2, 0), SELECTED),
            3,
            "2 of 3 are selected: no other idea without a verdict has a dot.",
            "2 van 3 zijn gekozen: geen ander idee zonder besluit heeft een stip.",
        ),
        (
            with_dots(0, 0),
            3,
            "0 of 3 are selected: no other idea without a verdict has a dot.",
            "0 van 3 zijn gekozen: geen ander idee zonder besluit heeft een stip.",
        ),
        (
            (*with_dots(2), SELECTED),
            1,
            "1 idea is selected already, as many as the goal asks for.",
            "Er is al 1 idee gekozen, zoveel als het doel vraagt.",
        ),
    ],
)
def test_the_room_hears_what_the_dots_selected(
    ideas: tuple[Idea, ...], wanted: int, english: str, dutch: str
) -> None:
    spoken: tuple[tuple[Language, str], ...] = (("en", english), ("nl", dutch))
    for language, sentence in spoken:
        with speaking(language):
            assert top_words(top_of(ideas, wanted)) == sentence
