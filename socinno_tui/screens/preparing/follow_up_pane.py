"""What happens after the meeting, settled before it."""

from __future__ import annotations

from pendulum import Date
from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Static

from socinno_tui.domain.closing import proposed_review_date
from socinno_tui.domain.due_date import DueDateRefused, parse_due_date
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.readiness import Attention, Section
from socinno_tui.i18n import N_, _
from socinno_tui.screens.preparing.pane import Pane
from socinno_tui.service.clock import Clock
from socinno_tui.service.preparation import Preparation
from socinno_tui.widgets.prepare_field import FormField
from socinno_tui.widgets.steady_text import SteadyText
from socinno_tui.wording import symbols
from socinno_tui.wording.dates import due_refusal_words, due_understood, long_date


class FollowUpPane(Pane):
    """The review date, and what closing will ask."""

    SECTION = Section.FOLLOW_UP
    TIP = N_("Plan now when you look at the agreements again, so that ideas do not fade.")
    EXPLANATION = N_(
        "Tell the room at the start what happens with the ideas, and put the review date in the "
        "diaries.\n\nUntil then the program keeps what was agreed: opened again, it shows first "
        "what is overdue and what is due within a week."
    )

    def __init__(self, preparation: Preparation, clock: Clock, *, id: str) -> None:
        super().__init__(preparation, id=id)
        self._clock = clock

    def fields(self) -> ComposeResult:
        yield SteadyText(id="proposal")
        yield Button("", compact=True, id="agree")
        yield FormField(_("Review date"), placeholder=_("such as +4w or 15-12"), id="review")
        yield Static(Content(_("Closing the meeting will ask for:")), classes="asked-for")
        for line in (
            _("one owner and one date for each selected idea"),
            _("a conclusion on each topic, in your own words"),
            _("whether the goal was reached"),
            _("this review date, to be confirmed"),
        ):
            yield Static(Content(f"{symbols.BULLET} {line}"))

    def show(self, meeting: Meeting) -> None:
        proposed = self._proposed(meeting)
        button = self.query_one("#agree", Button)
        button.label = Content(_("Agree on {date}").format(date=long_date(proposed)))
        button.display = meeting.review_date != proposed
        self.query_one("#proposal", SteadyText).update(Content(_why(meeting)))
        review = meeting.review_date
        self.field("review").show(review.format("DD-MM-YYYY") if review else "")

    def first(self) -> Widget | None:
        settled = self.preparation.meeting.review_date is not None
        return self.field("review").line if settled else None

    def place_of(self, point: Attention) -> Widget | None:
        return self.query_one("#agree", Button)

    @on(Button.Pressed, "#agree")
    def agree(self) -> None:
        """Settle the date that is proposed, and go on."""
        proposed = self._proposed(self.preparation.meeting)
        if self.attempt(lambda: self.preparation.set_review_date(proposed)):
            field = self.field("review")
            field.show(proposed.format("DD-MM-YYYY"), anew=True)
            self.screen.set_focus(field.line)

    @on(FormField.Typed, "#review")
    def keep_review(self, event: FormField.Typed) -> None:
        """Settle another date; none takes it away."""
        field, meeting = event.field, self.preparation.meeting
        if not event.text.strip():
            self.keep(field, lambda: self.preparation.set_review_date(None))
            return
        today = self._clock.today(meeting.zone)
        try:
            review = parse_due_date(event.text, today=today)
        except DueDateRefused as refused:
            self._refuse(field, due_refusal_words(refused))
            return
        held = _day_of(meeting)
        if held is not None and review < held:
            self._refuse(field, _("That is before the meeting itself."))
        elif self.keep(field, lambda: self.preparation.set_review_date(review)):
            field.understood(due_understood(review, today=today))

    def _refuse(self, field: FormField, sentence: str) -> None:
        field.refuse(sentence)
        self.attempt(lambda: self.preparation.set_review_date(self.before.review_date))

    def _proposed(self, meeting: Meeting) -> Date:
        return proposed_review_date(_day_of(meeting) or self._clock.today(meeting.zone))


def _why(meeting: Meeting) -> str:
    if meeting.starts_at is None:
        return _("Proposed: four weeks from now; it moves along once the meeting has a date.")
    return _("Proposed: four weeks after the meeting.")


def _day_of(meeting: Meeting) -> Date | None:
    if meeting.starts_at is None:
        return None
    return meeting.starts_at.in_timezone(meeting.zone).date()
