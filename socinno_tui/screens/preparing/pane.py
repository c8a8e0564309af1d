"""What every section of the preparation has."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import Button, Input, Select, Static, TextArea

from socinno_tui.domain.errors import SocinnoError
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.readiness import Attention, Section
from socinno_tui.i18n import _
from socinno_tui.service.preparation import Preparation
from socinno_tui.widgets.prepare_field import FormField
from socinno_tui.wording.errors import words_for
from socinno_tui.wording.states import section_title


class Pane(VerticalScroll, can_focus=False):
    """One section, or what comes after the last: its tip, and its fields, which are kept as they
    are typed.

    What is in it is made when it is first shown (`bring_up`): nine sections have some 120 widgets,
    and every key would pay for all of them. While another section is shown it stands still.

    `TIP` (one sentence) and `EXPLANATION` (shown where there is room) are message ids.
    """

    SECTION: ClassVar[Section | None] = None
    TIP: ClassVar[str]
    EXPLANATION: ClassVar[str]
    DEFAULT_CSS = """
    Pane {
        scrollbar-size-vertical: 1;
    }
    Pane > Static {
        height: auto;
    }
    """

    meeting: var[Meeting | None] = var(None)

    def __init__(self, preparation: Preparation, *, id: str) -> None:
        super().__init__(id=id)
        self.preparation = preparation
        self.before = preparation.meeting
        self._is_made = False
        self._making = asyncio.Lock()

    async def bring_up(self) -> None:
        """Make what is in it unless it is there already, and show the meeting as it is now."""
        # A key and the cursor of the list may both want it shown, each in a task of its own.
        async with self._making:
            if not self._is_made:
                await self.mount_compose(self._contents())
                self._is_made = True
        self.show(self.preparation.meeting)

    def on_descendant_focus(self) -> None:
        # What half a date or number means is kept while it is typed; if the whole is refused,
        # what stood there when the person came to the field counts again.
        self.before = self.preparation.meeting

    def watch_meeting(self, meeting: Meeting | None) -> None:
        """Show the meeting as it is now; behind another section that can wait."""
        if meeting is not None and self._is_made and self.display:
            self.show(meeting)

    @property
    def title(self) -> str:
        """What the section is called."""
        return _("Ready to begin?") if self.SECTION is None else section_title(self.SECTION)

    def _contents(self) -> ComposeResult:
        yield Static(Content(self.title), classes="title")
        yield Static(Content(_(self.TIP)), classes="tip")
        yield from self.fields()

    def fields(self) -> ComposeResult:
        """What there is to fill in."""
        raise NotImplementedError

    def show(self, meeting: Meeting) -> None:
        """Show the meeting in the fields."""
        raise NotImplementedError

    def first(self) -> Widget | None:
        """Where one begins; None for the first field."""
        return None

    def place_of(self, point: Attention) -> Widget | None:
        """Where this point can be mended; None for the first field."""
        del point
        return None

    def hold(self, read_only: bool) -> None:
        """Let nothing be typed or pressed that changes the meeting, or let it again."""
        for kind in (Input, TextArea, Select, Button):
            for widget in self.query(kind):
                widget.disabled = read_only

    def keep(
        self,
        field: FormField,
        command: Callable[[], object],
        otherwise: Callable[[], object] | None = None,
    ) -> bool:
        """Do what a field asks. When that is refused, say why under it, and do `otherwise`.

        Gives whether it was done.
        """
        try:
            command()
        except SocinnoError as error:
            field.refuse(words_for(error))
            if otherwise is not None:
                self.attempt(otherwise)
            return False
        field.understood()
        return True

    def attempt(self, command: Callable[[], object]) -> bool:
        """Do what no field can speak for; tell why when that is refused. Whether it was done."""
        try:
            command()
        except SocinnoError as error:
            self.notify(words_for(error), severity="warning", markup=False)
            return False
        return True

    def field(self, id: str) -> FormField:
        """The field with this id."""
        return self.query_one(f"#{id}", FormField)
