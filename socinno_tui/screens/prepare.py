"""Everything that is settled beforehand, by the seven tips, on one screen."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.dom import DOMNode
from textual.reactive import var
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Select

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.readiness import Attention, attention_points, obstacles
from socinno_tui.i18n import N_, _, ngettext
from socinno_tui.screens import help_texts
from socinno_tui.screens.base import SocinnoScreen
from socinno_tui.screens.dialogs import AskYesNo
from socinno_tui.screens.messages import MeetingLeft
from socinno_tui.screens.preparing.follow_up_pane import FollowUpPane
from socinno_tui.screens.preparing.goal_pane import GoalPane
from socinno_tui.screens.preparing.meeting_pane import MeetingPane
from socinno_tui.screens.preparing.pane import Pane
from socinno_tui.screens.preparing.people_pane import ParticipantsPane
from socinno_tui.screens.preparing.ready_pane import ReadyPane
from socinno_tui.screens.preparing.room_pane import RoomPane
from socinno_tui.screens.preparing.talk_pane import TalkPane
from socinno_tui.screens.preparing.topic_panes import QuestionsPane, TopicsPane
from socinno_tui.screens.taking_along import TakingAlong
from socinno_tui.service.clock import Clock
from socinno_tui.service.exports import Exports
from socinno_tui.service.formats import MeetingFormat
from socinno_tui.service.preparation import Preparation
from socinno_tui.widgets.help_pane import HelpText
from socinno_tui.widgets.key_bar import KeyBar
from socinno_tui.widgets.prepare_field import FormField
from socinno_tui.widgets.prepare_sections import READY, SectionList
from socinno_tui.widgets.standing_line import StandingLine
from socinno_tui.widgets.steady_text import SteadyText


class PrepareScreen(SocinnoScreen):
    """The preparation of one meeting. Every field is kept as it is typed."""

    CSS_PATH = "prepare.tcss"
    TEACHES = help_texts.PREPARING
    AUTO_FOCUS = "SectionList"
    # With few columns the list and what is filled in do not stand beside each other.
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (80, "-narrow"), (120, "-wide")]
    BINDINGS = [
        # What moves comes first, and is done before the next key is looked at: what is typed right
        # after it goes to where it leads.
        Binding("escape", "to_sections", N_("list"), priority=True, id="prepare.to_sections"),
        Binding("f8", "start", N_("begin"), id="prepare.start"),
        Binding("f9", "invitation", N_("invitation"), id="prepare.invitation"),
        Binding("tab", "forward", N_("next field"), priority=True, id="prepare.forward"),
        Binding(
            "shift+tab",
            "backward",
            N_("field before"),
            show=False,
            priority=True,
            id="prepare.backward",
        ),
    ]

    # Whether another window holds it is no part of the value: the same meeting can come again.
    meeting: var[Meeting | None] = var(None, always_update=True)

    def __init__(
        self,
        preparation: Preparation,
        formats: tuple[MeetingFormat, ...],
        exports: Exports,
        clock: Clock,
    ) -> None:
        super().__init__()
        self._taking = TakingAlong(self, exports)
        self._preparation = preparation
        self._formats = formats
        self._clock = clock
        self._read_only = False

    def compose(self) -> ComposeResult:
        yield SteadyText(id="heading")
        with Horizontal(id="body"):
            yield SectionList(id="sections").data_bind(PrepareScreen.meeting)
            with ContentSwitcher(initial=_pane_id(0), id="panes"):
                for pane in self._made_panes():
                    yield pane.data_bind(PrepareScreen.meeting)
            yield SteadyText(id="explanation")
        yield StandingLine()
        yield KeyBar()

    def help_text(self) -> HelpText:
        """Who only reads along does not do what this moment asks."""
        return help_texts.WATCHING if self._preparation.opened.read_only else self.TEACHES

    async def on_mount(self) -> None:
        self.watch_meeting(self._preparation.meeting)
        await self._show_pane(0)

    def on_descendant_focus(self) -> None:
        # A class of the screen itself would have every widget of it styled anew.
        self._sections.set_class(not self._sections.has_focus, "-in-pane")

    def watch_meeting(self, meeting: Meeting | None) -> None:
        """Show which meeting it is, and whether it can be changed here."""
        if meeting is None or not self.is_mounted:
            return
        name = meeting.title or _("New meeting")
        self.query_one("#heading", SteadyText).update(
            Content.assemble((_("Preparation"), "bold $heading"), "  ", name)
        )
        read_only = self._preparation.opened.read_only
        self.query_one(StandingLine).show(meeting, read_only=read_only)
        if read_only is self._read_only:
            return
        self._read_only = read_only
        for pane in self.query(Pane):
            pane.hold(read_only)

    # Moving

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The list, and a choice that is folded out, have a Tab and an Esc of their own."""
        if action == "forward":
            return self.focused is not self._sections
        if action == "to_sections" and self.focused is not None:
            own = self.focused is self._sections or isinstance(self.focused.parent, Select)
            return not own
        return True

    async def on_section_list_shown(self) -> None:
        # Where the cursor is by now: an earlier section must not come back over a later one.
        await self._show_pane(self._sections.highlighted or 0)

    async def on_section_list_entered(self, event: SectionList.Entered) -> None:
        await self._go_into(event.place)

    def on_section_list_left(self) -> None:
        self.post_message(MeetingLeft())

    async def on_form_field_entered(self, _event: FormField.Entered) -> None:
        await self.action_forward()

    async def on_ready_pane_point_chosen(self, event: ReadyPane.PointChosen) -> None:
        await self._go_to(event.point)

    async def on_ready_pane_start_asked(self) -> None:
        await self.action_start()

    def action_to_sections(self) -> None:
        self.set_focus(self._sections)

    async def action_go_into(self, place: int) -> None:
        await self._go_into(place)

    async def action_go_into_chosen(self) -> None:
        await self._go_into(self._sections.highlighted or 0)

    async def action_forward(self) -> None:
        await self._step(1)

    async def action_backward(self) -> None:
        await self._step(-1)

    # Inviting

    def action_invitation(self) -> None:
        self._taking.show_invitation(self._preparation.meeting.id)

    # Beginning

    async def action_start(self) -> None:
        meeting = self._preparation.meeting
        missing, points = obstacles(meeting), attention_points(meeting)
        if missing:
            self.attempt(self._preparation.start)
            await self._go_to(missing[0])
            return
        question = _("Begin the meeting now?")
        if points:
            question = ngettext(
                "{count} point still wants attention. Begin the meeting all the same?",
                "{count} points still want attention. Begin the meeting all the same?",
                len(points),
            ).format(count=len(points))
        asked = AskYesNo(question, _("begin"), _("not yet"), enter=not points)
        self.app.push_screen(asked, self._start)

    async def _start(self, agreed: bool | None) -> None:
        if agreed:
            self.attempt(self._preparation.start)
        elif attention_points(self._preparation.meeting):
            await self._go_into(READY)

    # The panes

    @property
    def _sections(self) -> SectionList:
        return self.query_one(SectionList)

    def _made_panes(self) -> tuple[Pane, ...]:
        ids = [_pane_id(place) for place in range(READY + 1)]
        preparation, clock = self._preparation, self._clock
        return (
            MeetingPane(preparation, self._formats, clock, id=ids[0]),
            TopicsPane(preparation, id=ids[1]),
            QuestionsPane(preparation, id=ids[2]),
            ParticipantsPane(preparation, id=ids[3]),
            GoalPane(preparation, id=ids[4]),
            RoomPane(preparation, id=ids[5]),
            TalkPane(preparation, id=ids[6]),
            FollowUpPane(preparation, clock, id=ids[7]),
            ReadyPane(preparation, id=ids[8]),
        )

    def _pane(self, place: int) -> Pane:
        return self.query_one(f"#{_pane_id(place)}", Pane)

    async def _show_pane(self, place: int) -> None:
        pane = self._pane(place)
        with self.app.batch_update():
            await pane.bring_up()
            pane.hold(self._read_only)
            if place != (self._sections.highlighted or 0):
                return
            self.query_one(ContentSwitcher).current = pane.id
        explanation = Content.assemble((_("Why"), "bold $heading"), "\n\n")
        words = Content(_(pane.EXPLANATION))
        self.query_one("#explanation", SteadyText).update(explanation + words)

    async def _go_into(self, place: int, point: Attention | None = None) -> None:
        self._sections.highlighted = place
        await self._show_pane(place)
        pane, stops = self._pane(place), self._stops(place)
        wanted = pane.first() if point is None else pane.place_of(point)
        if stops:
            self.set_focus(wanted if wanted in stops else stops[0])

    async def _go_to(self, point: Attention) -> None:
        await self._go_into(point.section.value, point)

    def _stops(self, place: int) -> list[Widget]:
        # Not Textual's focus chain: that goes by regions, which a pane just shown does not have.
        pane = self._pane(place)
        return [
            widget
            for widget in pane.query(Widget)
            if widget.focusable and all(node.display for node in _between(widget, pane))
        ]

    async def _step(self, direction: int) -> None:
        """Go to the next field, or the one before: through all sections, then to the list."""
        place = self._sections.highlighted or 0
        stops = self._stops(place)
        if self.focused in stops:
            at = stops.index(self.focused) + direction
            if 0 <= at < len(stops):
                self.set_focus(stops[at])
                return
            place += direction
        elif direction < 0:
            place = (place - 1) % (READY + 1)
        await self._come_in(place, direction)

    async def _come_in(self, place: int, direction: int) -> None:
        while 0 <= place <= READY:
            self._sections.highlighted = place
            await self._show_pane(place)
            stops = self._stops(place)
            if stops:
                self.set_focus(stops[0 if direction > 0 else -1])
                return
            place += direction
        self._sections.highlighted = 0
        self.set_focus(self._sections)


def _between(widget: Widget, pane: Pane) -> Iterator[DOMNode]:
    for node in widget.ancestors_with_self:
        if node is pane:
            return
        yield node


def _pane_id(place: int) -> str:
    return f"section-{place}"
