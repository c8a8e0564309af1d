"""What, where and when, and the time-boxes."""

from __future__ import annotations

from functools import partial

from pendulum import Date, DateTime, Time
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Select, Static

from socinno_tui.domain.clock_time import (
    ClockTimeNotUnderstood,
    instant_of,
    parse_clock_time,
    parse_whole_number,
)
from socinno_tui.domain.due_date import DueDateRefused, parse_due_date
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.readiness import Attention, AttentionKind, Section
from socinno_tui.i18n import N_, _
from socinno_tui.screens.preparing.pane import Pane
from socinno_tui.service.clock import Clock
from socinno_tui.service.formats import MeetingFormat
from socinno_tui.service.preparation import Preparation
from socinno_tui.widgets.prepare_field import FormField
from socinno_tui.widgets.prepare_time_boxes import TimeBoxFields
from socinno_tui.widgets.steady_text import SteadyText
from socinno_tui.wording import symbols
from socinno_tui.wording.dates import due_refusal_words, due_understood
from socinno_tui.wording.errors import words_for

USUAL_START = Time(9)
"""What stands in the time until another is typed: a date alone is no moment."""

CLOSE_THE_LIST = N_("Dismiss menu")
"""What Textual's Select calls its Escape: named here, so that it shows in the language chosen."""


class MeetingPane(Pane):
    """Title, moment, place and format."""

    SECTION = Section.MEETING
    TIP = N_("What everyone needs to know: what it is about, when, where and for how long.")
    EXPLANATION = N_(
        "A format fills the time-boxes. Their minutes can be changed here, and during the meeting "
        "one key adds five. On screen each time-box counts down, so that everyone knows how long "
        "there still is.\n\nEverything is kept as you type it."
    )

    def __init__(
        self,
        preparation: Preparation,
        formats: tuple[MeetingFormat, ...],
        clock: Clock,
        *,
        id: str,
    ) -> None:
        super().__init__(preparation, id=id)
        self._formats = formats
        self._clock = clock

    def fields(self) -> ComposeResult:
        yield FormField(_("Title"), long=True, id="title")
        yield FormField(_("Date"), placeholder=_("such as 15-12 or next week"), id="date")
        yield FormField(_("Time"), placeholder=_("such as 13:30"), id="time")
        yield FormField(_("Place"), long=True, id="place")
        yield FormField(_("Planned minutes"), id="minutes")
        with Horizontal(classes="choice"):
            yield Static(Content(_("Format")), classes="label")
            yield Select(
                [(found.title, found.name) for found in self._formats],
                prompt=_("choose a format"),
                compact=True,
                id="format",
            )
        yield TimeBoxFields(id="boxes")
        yield SteadyText(id="total")

    def show(self, meeting: Meeting) -> None:
        self.field("title").show(meeting.title)
        start = _local_start(meeting)
        self.field("date").show(start.format("DD-MM-YYYY") if start else "")
        self.field("time").show(start.format("HH:mm") if start else "")
        self.field("place").show(meeting.place)
        self.field("minutes").show(str(meeting.planned_minutes))
        self._show_format(meeting.format_name)
        self.query_one(TimeBoxFields).show(meeting.agenda.boxes)
        self.query_one("#total", SteadyText).update(_total(meeting))

    def place_of(self, point: Attention) -> Widget | None:
        fields = {
            AttentionKind.NO_TITLE: "title",
            AttentionKind.NO_MOMENT: "date",
            AttentionKind.NO_PLACE: "place",
        }
        if point.kind in fields:
            return self.field(fields[point.kind]).line
        return self.query_one(Select)

    @on(FormField.Typed, "#title")
    def keep_title(self, event: FormField.Typed) -> None:
        """Name the meeting."""
        self.keep(event.field, lambda: self.preparation.set_title(event.text))

    @on(FormField.Typed, "#place")
    def keep_place(self, event: FormField.Typed) -> None:
        """Say where it is."""
        self.keep(event.field, lambda: self.preparation.set_place(event.text))

    @on(FormField.Typed, "#minutes")
    def keep_minutes(self, event: FormField.Typed) -> None:
        """Say how long it takes."""
        self.keep(
            event.field,
            lambda: self.preparation.set_planned_minutes(parse_whole_number(event.text)),
            lambda: self.preparation.set_planned_minutes(self.before.planned_minutes),
        )

    @on(FormField.Typed, "#date")
    @on(FormField.Typed, "#time")
    def keep_moment(self) -> None:
        """Say when it begins. Day and time are judged each for itself, and kept together."""
        date, time = self.field("date"), self.field("time")
        if not date.text.strip():
            self.keep(date, lambda: self.preparation.set_moment(None))
            if time.text.strip():
                time.refuse(_("This is kept once there is a date."))
            return
        before = _local_start(self.before)
        day = self._day(date) or (before.date() if before else None)
        clock_time = self._clock_time(time) or (before.time() if before else USUAL_START)
        moment = instant_of(day, clock_time, self.before.zone) if day else None
        self.attempt(lambda: self.preparation.set_moment(moment))

    @on(Select.Changed, "#format")
    def use_format(self, event: Select.Changed) -> None:
        """Fill the time-boxes, which are others from now on."""
        for chosen in self._formats:
            if chosen.name == event.value != self.preparation.meeting.format_name:
                self.attempt(partial(self.preparation.use_format, chosen))
                self.field("minutes").show(str(chosen.minutes), anew=True)

    def on_time_box_fields_typed(self, event: TimeBoxFields.Typed) -> None:
        self.keep(
            event.field,
            lambda: self.preparation.set_box_minutes(event.box_id, parse_whole_number(event.text)),
            lambda: self._take_box_minutes_back(event.box_id),
        )

    def _take_box_minutes_back(self, box_id: str) -> None:
        for box in self.before.agenda.boxes:
            if box.id == box_id:
                self.preparation.set_box_minutes(box_id, box.minutes)

    def _day(self, field: FormField) -> Date | None:
        today = self._clock.today(self.preparation.meeting.zone)
        try:
            day = parse_due_date(field.text, today=today)
        except DueDateRefused as refused:
            field.refuse(due_refusal_words(refused))
            return None
        field.understood(due_understood(day, today=today))
        return day

    def _clock_time(self, field: FormField) -> Time | None:
        if not field.text.strip() and self.preparation.meeting.starts_at is None:
            return None
        try:
            clock_time = parse_clock_time(field.text)
        except ClockTimeNotUnderstood as error:
            field.refuse(words_for(error))
            return None
        shown = clock_time.format("HH:mm")
        typed_so = field.text.strip() == shown
        field.understood("" if typed_so else _("{time} o'clock").format(time=shown))
        return clock_time

    def _show_format(self, name: str) -> None:
        select: Select[str] = self.query_one("#format", Select)
        known = name in {found.name for found in self._formats}
        with self.prevent(Select.Changed):
            select.value = name if known else Select.NULL


def _local_start(meeting: Meeting) -> DateTime | None:
    return meeting.starts_at and meeting.starts_at.in_timezone(meeting.zone)


def _total(meeting: Meeting) -> Content:
    boxes, planned = meeting.agenda.planned_minutes, meeting.planned_minutes
    if not meeting.agenda.boxes:
        return Content.empty()
    words = _("Together {boxes} of {planned} min").format(boxes=boxes, planned=planned)
    if boxes == planned:
        return Content.styled(f"{symbols.DONE} {words}", "$within")
    return Content.styled(f"{symbols.ATTENTION} {words}", "$near")
