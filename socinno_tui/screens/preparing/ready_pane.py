"""What still wants attention before the meeting begins."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, OptionList, Static

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.readiness import OBSTACLES, Attention, attention_points
from socinno_tui.i18n import N_, _
from socinno_tui.screens.preparing.pane import Pane
from socinno_tui.widgets.prepare_lists import SignedLine, SignedLineList
from socinno_tui.wording import symbols
from socinno_tui.wording.keys import key_for
from socinno_tui.wording.states import attention_sentence


class PointList(SignedLineList):
    """What still wants attention; Enter goes to where it can be mended."""

    BINDINGS = [
        Binding("enter,space", "select", N_("go there"), key_display="Enter", id="ready.select")
    ]


class ReadyPane(Pane):
    """The points that are open, and the start."""

    TIP = N_("A meeting can begin with open points, but not without a question and a goal.")
    EXPLANATION = N_(
        "Go to a point with Enter, or begin without it: only what is marked as needed keeps the "
        "meeting from beginning.\n\nFrom the beginning the clocks run, and the room sees the "
        "question, the goal and the ideas."
    )

    @dataclass
    class PointChosen(Message):
        """Go to where this point can be mended."""

        point: Attention

    class StartAsked(Message):
        """Begin the meeting."""

    _points: tuple[Attention, ...] = ()

    def fields(self) -> ComposeResult:
        yield PointList(id="points")
        prepared = _("Everything is prepared.")
        yield Static(Content(f"{symbols.DONE} {prepared}"), id="all-done")
        begin = _("Begin the meeting ({key})").format(key=key_for("prepare.start", "f8"))
        yield Button(Content(begin), compact=True, id="start")

    def show(self, meeting: Meeting) -> None:
        self._points = attention_points(meeting)
        points = self.query_one(PointList)
        points.show_signed([_line(point, len(meeting.topics)) for point in self._points])
        points.display = bool(self._points)
        self.query_one("#all-done").display = not self._points

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.PointChosen(self._points[event.option_index]))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(self.StartAsked())


def _line(point: Attention, topics: int) -> SignedLine:
    words = Content(attention_sentence(point, topics=topics))
    if point.kind in OBSTACLES:
        words = Content.assemble(words, "  ", (_("needed to begin"), "bold $near"))
    key = f"{point.kind.name}-{point.topic}"
    return SignedLine(key, Content.styled(symbols.ATTENTION, "$near"), words)
