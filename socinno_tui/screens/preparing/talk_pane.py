"""How long the manager speaks."""

from __future__ import annotations

from pendulum import Duration
from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Static

from socinno_tui.domain.clock_time import parse_whole_number
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.readiness import Attention, Section
from socinno_tui.domain.talk import Meters, proposed_limit
from socinno_tui.i18n import N_, _, ngettext
from socinno_tui.screens.preparing.pane import Pane
from socinno_tui.widgets.clock import clock_face
from socinno_tui.widgets.prepare_field import FormField
from socinno_tui.widgets.steady_text import SteadyText
from socinno_tui.wording import symbols

WHY = N_(
    "Why a maximum: who feels powerful talks more; then others are less open, and the result "
    "is worse (Tost, Gino & Larrick, 2013)."
)


class TalkPane(Pane):
    """The proposed maximum with its explanation, to be agreed or changed."""

    SECTION = Section.TALK
    TIP = N_("Who leads has much influence: agree with the manager on a maximum beforehand.")
    EXPLANATION = N_(
        "Agree on it with the manager before the meeting, not in front of the room.\n\n"
        "During the meeting the meter shows how much of it is used and what to do next, such as "
        "asking the room a question. It never says what anyone did wrong.\n\n"
        "In 38 teams leaders spoke 150% more than members (CCL, 2025). Steering how the talk goes "
        "helps; pushing an outcome hurts (Peterson, 1997).\n\n"
        "No study names the right share: this proposal is a choice of ours."
    )

    def fields(self) -> ComposeResult:
        yield SteadyText(id="agreed")
        yield Button("", compact=True, id="agree")
        yield FormField(_("Minutes"), id="limit")
        yield SteadyText(id="meters")
        yield Button("", compact=True, id="other-meters")
        yield SteadyText(id="reckoning")
        yield Static(Content(_(WHY)), classes="asked-for")

    def show(self, meeting: Meeting) -> None:
        proposed = _proposed(meeting)
        self.query_one("#agreed", SteadyText).update(_agreed(meeting))
        self.query_one("#reckoning", SteadyText).update(Content(_reckoning(meeting)))
        button = self.query_one("#agree", Button)
        button.label = Content(_("Agree on {minutes} min").format(minutes=proposed))
        button.display = meeting.limit_minutes != proposed
        self._show_meters(meeting)
        limit = meeting.limit_minutes
        self.field("limit").show("" if limit is None else str(limit))

    def _show_meters(self, meeting: Meeting) -> None:
        several = len(meeting.managers) > 1
        told, other = self.query_one("#meters", SteadyText), self.query_one("#other-meters", Button)
        told.display = other.display = several
        if several:
            told.update(Content(_meters(meeting)))
            words = _("one meter together") if meeting.own_meters else _("each an own meter")
            other.label = Content(words)

    @on(Button.Pressed, "#other-meters")
    def change_meters(self) -> None:
        """Share one meter where each had one, and the other way round."""
        each = self.preparation.meeting.meters is Meters.EACH
        self.attempt(lambda: self.preparation.set_meters(Meters.TOGETHER if each else Meters.EACH))

    def first(self) -> Widget | None:
        agreed = self.preparation.meeting.limit_minutes is not None
        return self.field("limit").line if agreed else None

    def place_of(self, point: Attention) -> Widget | None:
        return self.query_one("#agree", Button)

    @on(Button.Pressed, "#agree")
    def agree(self) -> None:
        """Agree on what is proposed, and go on."""
        proposed = _proposed(self.preparation.meeting)
        if self.attempt(lambda: self.preparation.set_talk_limit(proposed)):
            self.field("limit").show(str(proposed), anew=True)
            self.screen.set_focus(self.field("limit").line)

    @on(FormField.Typed, "#limit")
    def keep_limit(self, event: FormField.Typed) -> None:
        """Agree on other minutes; none goes back to what is proposed."""
        self.keep(
            event.field,
            lambda: self.preparation.set_talk_limit(
                parse_whole_number(event.text) if event.text.strip() else None
            ),
            lambda: self.preparation.set_talk_limit(self.before.limit_minutes),
        )


def _proposed(meeting: Meeting) -> int:
    return proposed_limit(meeting.planned_minutes, meeting.employees_coming)


def _agreed(meeting: Meeting) -> Content:
    if meeting.limit_minutes is None:
        words = _("Not agreed yet. Proposed: {minutes} min.").format(minutes=_proposed(meeting))
        return Content.styled(f"{symbols.ATTENTION} {words}", "$near")
    words = _("Agreed: {minutes} min.").format(minutes=meeting.limit_minutes)
    return Content.styled(f"{symbols.DONE} {words}", "$within")


def _meters(meeting: Meeting) -> str:
    count = len(meeting.managers)
    if meeting.own_meters:
        limit = clock_face(Duration(seconds=meeting.own_limit_seconds))
        return _(
            "{count} managers are coming. Each has an own meter, with an equal part of the "
            "maximum: {limit}."
        ).format(count=count, limit=limit)
    return _("{count} managers are coming. They share one meter and the maximum.").format(
        count=count
    )


def _reckoning(meeting: Meeting) -> str:
    count, planned = meeting.employees_coming, meeting.planned_minutes
    if not count:
        return _(
            "As long as nobody has said to come, the proposal is the most there can be: 25% of "
            "{planned} min."
        ).format(planned=planned)
    coming = ngettext("{count} employee is coming.", "{count} employees are coming.", count)
    steps = (
        coming.format(count=count),
        _("A fair share of {planned} min is 1 in {parts}: the manager, and each of them.").format(
            planned=planned, parts=count + 1
        ),
        _(
            "The proposal is one and a half times that, with at least 5% and at most 25% of the "
            "time: {minutes} min."
        ).format(minutes=_proposed(meeting)),
    )
    return "\n".join(steps)
