"""What every section of the preparation has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.reactive import reactive
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

    meeting: reactive[Meeting | None] = reactive(None)

    def __init__(self, preparation: Preparation, *, id: str) -> None:
        super().__init__(id=id)
        self.preparation = preparation
        self.before = preparation.meeting

    def compose(self) -> ComposeResult:
        yield Static(Content(self.title), classes="title")
        yield Static(Content(_(self.TIP)), classes="tip")
        yield from self.fields()

    def on_mount(self) -> None:
        self.show(self.preparation.meeting)

    def on_descendant_focus(self) -> None:
        # What half a date or number means is kept while it is typed; if the whole is refused,
        # what stood there when the person came to the field counts again.
        self.before = self.preparation.meeting

    def watch_meeting(self, meeting: Meeting | None) -> None:
        """Show the meeting as it is now."""
        if meeting is not None and self.is_mounted:
            self.show(meeting)

    @property
    def title(self) -> str:
        """What the section is called."""
        return _("Ready to begin?") if self.SECTION is None else section_title(self.SECTION)

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

    def inputs(self) -> Iterator[Widget]:
        """All that changes the meeting when it is typed in or pressed."""
        for kind in (Input, TextArea, Select, Button):
            yield from self.query(kind)

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
