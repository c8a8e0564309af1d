"""What is filled in while closing: the owner and date of each idea selected, and conclusions."""

from __future__ import annotations

from collections.abc import Iterator

from pendulum import Date
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input

from socinno_tui.domain.closing import Gap, GapKind, gaps
from socinno_tui.domain.meeting import Meeting
from socinno_tui.i18n import _
from socinno_tui.service.clock import Clock
from socinno_tui.service.closing_meeting import ClosingMeeting
from socinno_tui.widgets.action_form import ActionForm, due_lines
from socinno_tui.widgets.told_field import ToldField

GOAL = "goal"
REVIEW = "review"
NOTHING = "nothing"
"""What a told field is about; a conclusion's field is named by its topic's id."""


class ClosingFields(VerticalScroll):
    """The fields, as they stand in the meeting; the screen has each letter typed in them kept."""

    def __init__(self, closing: ClosingMeeting, clock: Clock) -> None:
        super().__init__(id="forms", can_focus=False)
        self._agreeing = closing
        self._clock = clock
        self._laid_out: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        with Vertical(id="actions"):
            yield from self._forms()
        yield from self._told_fields(self._agreeing.meeting)

    async def lay_out(self) -> None:
        """Show the fields of the ideas selected now, keeping those that are there already."""
        read_only = self._agreeing.opened.read_only
        if self._laid_out != _ids(self._agreeing.meeting):
            await self._put_forms()
        elif read_only:
            self._show_drafts()
        for field in self.query(Input):
            field.disabled = read_only
        present = self._agreeing.present()
        for form in self.query(ActionForm):
            form.complete_from(present)

    @property
    def meant(self) -> str | None:
        """The id of the idea that the cursor is on, if any."""
        forms = self.query(ActionForm)
        return next((form.idea_id for form in forms if form.has_focus_within), None)

    # The cursor

    def go_on(self) -> None:
        """Put the cursor on what is open, or else where the first thing can be typed."""
        open_points = gaps(self._agreeing.meeting)
        if open_points:
            self.go_to(open_points[0])
        else:
            self.query_one(Input).focus()

    def go_to(self, gap: Gap) -> None:
        """Put the cursor where an open point can be filled in."""
        if gap.kind is GapKind.NOTHING_SELECTED:
            self.query_one("#actions Input", Input).focus()
            return
        for form in self.query(ActionForm):
            if form.idea_id == gap.idea_id:
                if gap.kind is GapKind.OWNER:
                    form.focus_owner()
                else:
                    form.focus_due()

    def focus_review(self) -> None:
        """Put the cursor on the date of the review."""
        next(field for field in self.query(ToldField) if field.about == REVIEW).focus_field()

    # What is kept

    def keep_all(self) -> None:
        """Keep what stands in the fields now. Raises as each command does, and keeps what came
        before it.
        """
        # A full disk may have refused a letter, and nothing was typed since; or a day went by.
        for form in self.query(ActionForm):
            self._agreeing.type_owner(form.idea_id, form.owner)
            self._agreeing.type_due(form.idea_id, form.due)
            self._agreeing.type_first_step(form.idea_id, form.first_step)
        for field in self.query(ToldField):
            self.keep(field.about, field.text)
        before = self._agreeing.meeting
        self._agreeing.keep_dates()
        if self._agreeing.meeting != before:
            self._show_drafts()

    def keep(self, about: str, text: str) -> None:
        """Keep what stands in a told field, by what it is about."""
        keep = {
            GOAL: self._agreeing.answer_goal,
            REVIEW: self._agreeing.type_review_date,
            NOTHING: self._agreeing.explain_nothing_selected,
        }.get(about)
        if keep is None:
            self._agreeing.conclude(about, text)
        else:
            keep(text)

    # What is laid out

    async def _put_forms(self) -> None:
        forms = self._forms()
        actions = self.query_one("#actions", Vertical)
        had_focus = actions.has_focus_within
        await actions.remove_children()
        await actions.mount_all(forms)
        if had_focus:
            self.go_on()

    def _told_fields(self, meeting: Meeting) -> Iterator[ToldField]:
        several = len(meeting.topics) > 1
        for number, topic in enumerate(meeting.topics, 1):
            label = (
                _("Conclusion on topic {number}: {name}").format(
                    number=number, name=topic.name or topic.question
                )
                if several
                else _("Conclusion: what do we take from this meeting?")
            )
            yield self._field(topic.id, label, _("in one sentence"))
        goal = _("Goal: {goal}").format(goal=meeting.goal.sentence)
        yield self._field(GOAL, goal, _("was it reached?"))
        yield ToldField(
            REVIEW,
            _("When do we look at the agreements again?"),
            self._kept(REVIEW),
            said=lambda text: due_lines(text, self._today),
        )

    def _field(self, about: str, label: str, placeholder: str) -> ToldField:
        return ToldField(about, label, self._kept(about), placeholder=placeholder)

    def _kept(self, about: str) -> str:
        meeting = self._agreeing.meeting
        kept = {topic.id: topic.conclusion for topic in meeting.topics} | {
            GOAL: meeting.goal.answer,
            REVIEW: self._agreeing.review_shown,
            NOTHING: meeting.nothing_selected_because,
        }
        return kept[about]

    def _show_drafts(self) -> None:
        meeting = self._agreeing.meeting
        for form in self.query(ActionForm):
            form.show(meeting.action_for(form.idea_id), self._today)
        for field in self.query(ToldField):
            field.show(self._kept(field.about))

    def _forms(self) -> list[ActionForm | ToldField]:
        meeting = self._agreeing.meeting
        self._laid_out = _ids(meeting)
        known = self._agreeing.known()
        if not meeting.selected:
            why = _("No idea was selected. Why not? The room hears the reason.")
            return [self._field(NOTHING, why, _("the reason, in one sentence"))]
        return [
            ActionForm(
                cluster,
                meeting.action_for(cluster.lead.id),
                present=(),
                known=known,
                today=self._today,
            )
            for cluster in meeting.selected
        ]

    @property
    def _today(self) -> Date:
        return self._clock.today(self._agreeing.meeting.zone)


def _ids(meeting: Meeting) -> tuple[str, ...]:
    return tuple(cluster.lead.id for cluster in meeting.selected)
