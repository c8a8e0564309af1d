"""The house of the tests, entered when the room makes its agreements."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from pendulum import DateTime
from textual.screen import Screen
from textual.widgets import Input

from socinno_tui.domain.action import ActionItem
from socinno_tui.domain.idea import VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.widgets.action_form import ActionForm
from socinno_tui.widgets.told_field import ToldField
from tests.meetings import STARTS_AT, a_meeting, an_idea, idea_id
from tests.screens.house import NORMAL, Hands, House, a_house

AN_HOUR_ON = STARTS_AT.add(hours=1)


class ClosingHouse(House):
    """The app, with eyes on the forms of the closing screen."""

    async def press(self, *keys: str) -> None:
        await super().press(*keys)
        await self.settle()

    async def settle(self) -> None:
        """Wait until everything that was posted, and all that followed, is done."""
        for _round in range(3):
            await self.pilot.pause()

    @property
    def field(self) -> Input:
        """The field in which the cursor stands."""
        assert isinstance(self.app.focused, Input)
        return self.app.focused

    @property
    def cursor(self) -> tuple[int, str]:
        """The number of the idea in whose form the cursor stands, and in which of its fields."""
        for form in self.screen.query(ActionForm):
            if form.has_focus_within:
                (name,) = {"owner", "due", "first-step"} & self.field.classes
                return self.stored().idea(form.idea_id).number, name
        return 0, ""

    def is_on(self, kind: type[Screen[None]]) -> bool:
        """Whether a screen of this kind is in front."""
        return isinstance(self.screen, kind)

    @property
    def is_running(self) -> bool:
        return self.app.is_running and not self.app._exit

    def form(self, number: int) -> ActionForm:
        """The fields of the idea with this number."""
        forms = self.screen.query(ActionForm)
        return next(form for form in forms if form.idea_id == idea_id(number))

    def said(self, number: int) -> str:
        """What stands under the fields of the idea with this number."""
        return str(self.form(number).query_one(".said").render())

    def told(self, about: str) -> ToldField:
        """The field of free text on this."""
        return next(field for field in self.screen.query(ToldField) if field.about == about)

    def action(self, number: int) -> ActionItem:
        """What the file holds on the idea with this number."""
        found = self.stored().action_for(idea_id(number))
        assert found is not None
        return found


def one_selected() -> Meeting:
    """A meeting that is closing with one selected idea out of two."""
    ideas = [an_idea(1, verdict=VerdictKind.SELECTED), an_idea(2)]
    return a_meeting(Phase.CLOSING, ideas=ideas)


def none_selected() -> Meeting:
    """A meeting that is closing without any selected idea."""
    return a_meeting(Phase.CLOSING, ideas=[an_idea(1)])


@asynccontextmanager
async def a_closing_house(
    folder: Path,
    meeting: Meeting,
    *,
    moment: DateTime = AN_HOUR_ON,
    size: tuple[int, int] = NORMAL,
) -> AsyncIterator[ClosingHouse]:
    """The app on this meeting, put in the file of a folder where it is not yet."""
    async with a_house(folder / "meetings.db", meeting, size=size, hands=Hands(moment)) as house:
        closing = ClosingHouse(**vars(house))
        await closing.settle()
        yield closing
