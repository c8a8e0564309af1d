"""The agenda over a screen: every time-box, the end expected and the end agreed."""

from __future__ import annotations

from collections.abc import Callable

from pendulum import DateTime
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.widgets import OptionList, Static

from socinno_tui.domain.agenda import MORE_MINUTES
from socinno_tui.domain.errors import SocinnoError
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.outlook import Outlook
from socinno_tui.i18n import N_, _
from socinno_tui.screens import help_texts
from socinno_tui.screens.dialog import Dialog
from socinno_tui.screens.teaching import Teaches
from socinno_tui.service.running_agenda import RunningAgenda
from socinno_tui.widgets.agenda_list import AgendaList, heading
from socinno_tui.widgets.clock import TICK_SECONDS
from socinno_tui.wording.errors import words_for
from socinno_tui.wording.plain import SECONDS_BETWEEN_LOOKS, is_plain
from socinno_tui.wording.plan import (
    end_words,
    late_words,
    plan_symbol,
    plan_words,
    short_plan_words,
)
from socinno_tui.wording.states import step_words


class AgendaDialog(Dialog[None], Teaches[None]):
    """Lengthen, shorten, skip, go back: what is left of the meeting, time-box by time-box."""

    DEFAULT_CSS = """
    AgendaDialog #heading, AgendaDialog #question {
        height: 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    AgendaDialog #heading {
        color: $quiet;
    }
    AgendaDialog #plan {
        height: 2;
        margin-top: 1;
    }
    AgendaDialog.-low #question, AgendaDialog.-low #plan {
        margin: 0;
    }
    """
    TEACHES = help_texts.AGENDA
    BINDINGS = [
        Binding("f1,question_mark", "help", N_("help"), show=False, id="agenda.help"),
        Binding("escape,ctrl+g", "close", N_("close"), show=False, id="agenda.close"),
        Binding(
            "plus,equals_sign", f"lengthen({MORE_MINUTES})", N_("5 minutes more"), id="agenda.more"
        ),
        Binding("minus", f"lengthen({-MORE_MINUTES})", N_("5 minutes less"), id="agenda.less"),
        Binding("right", "lengthen(1)", N_("1 minute more"), id="agenda.minute_more"),
        Binding("left", "lengthen(-1)", N_("1 minute less"), id="agenda.minute_less"),
        Binding("s", "skip", N_("skip, or take in again"), id="agenda.skip"),
        Binding("ctrl+y,y", "take_proposal", N_("take the proposal"), id="agenda.take"),
        Binding("ctrl+z,u", "take_back", N_("undo"), id="agenda.undo"),
    ]

    def __init__(self, agenda: RunningAgenda, *, tick: float = TICK_SECONDS) -> None:
        super().__init__()
        self._agenda = agenda
        self._tick = tick
        self._said = ""

    def compose(self) -> ComposeResult:
        with Container(id="frame"):
            yield Static(id="question")
            yield Static(id="heading")
            yield AgendaList(self._read)
            yield Static(id="plan")
            yield Static(classes="hint")

    def on_mount(self) -> None:
        if self._tick:
            seconds = SECONDS_BETWEEN_LOOKS if is_plain() else self._tick
            self.set_interval(seconds, self.follow)
        self.call_after_refresh(self.follow)

    def on_resize(self) -> None:
        self.call_after_refresh(self.follow)

    def follow(self) -> None:
        """Show the time-boxes as they are at this moment."""
        boxes = self.query_one(AgendaList)
        boxes.follow()
        found, zone = self._agenda.outlook(), self._agenda.meeting.zone
        self.query_one("#heading", Static).update(heading(boxes.scrollable_content_region.width))
        self.query_one("#question", Static).update(Content(_title(found, zone)))
        self.query_one("#plan", Static).update(_plan(found, zone))
        hint = self._said or _(
            "+ − 5 min · ← → 1 min · S skips · Enter goes there · U undoes · Esc closes"
        )
        self.query_one(".hint", Static).update(Content(hint))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self._attempt(lambda: self._agenda.go_to(event.option_index))

    def action_lengthen(self, minutes: int) -> None:
        self._on_box(lambda place: self._agenda.lengthen(minutes, place))

    def action_skip(self) -> None:
        self._on_box(self._agenda.skip)

    def action_take_proposal(self) -> None:
        self._attempt(self._agenda.take_proposal)

    def action_take_back(self) -> None:
        def take_back() -> None:
            self._said = step_words(self._agenda.take_back())

        self._attempt(take_back)

    def action_close(self) -> None:
        self.dismiss(None)

    def _read(self) -> tuple[Meeting, DateTime]:
        return self._agenda.meeting, self._agenda.opened.now()

    def _on_box(self, command: Callable[[int], None]) -> None:
        place = self.query_one(AgendaList).highlighted
        if place is not None:
            self._attempt(lambda: command(place))

    def _attempt(self, command: Callable[[], None]) -> None:
        self._said = ""
        try:
            command()
        except SocinnoError as error:
            self._said = words_for(error)
        self.follow()


def _title(found: Outlook | None, zone: str) -> str:
    return _("Agenda") if found is None else _("Agenda: {end}").format(end=end_words(found, zone))


def _plan(found: Outlook | None, zone: str) -> Content:
    if found is None:
        return Content.styled(_("No time-box is on."), "$quiet")
    if found.short_minutes <= 0:
        said = short_plan_words(found) or plan_words(found, zone)
        return Content.styled(f"{plan_symbol(found)} {said}", "$within")
    words = Content.styled(f"{plan_symbol(found)} {plan_words(found, zone)}", "$near")
    if found.proposal is None:
        return words + "\n" + _("Nothing to come can be shortened; skip something, or end later.")
    take = Content.styled(_("Y takes the proposal"), "bold $focus")
    return words + "\n" + take + late_words(found.proposal, zone)
