"""What the meeting should bring."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult

from socinno_tui.domain.clock_time import parse_whole_number
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.readiness import Section
from socinno_tui.i18n import N_, _
from socinno_tui.screens.preparing.pane import Pane
from socinno_tui.widgets.prepare_field import FormField

MOST_IDEAS_WANTED = 99


class GoalPane(Pane):
    """The goal in one sentence, and how many ideas should be worked out."""

    SECTION = Section.GOAL
    TIP = N_("Decide beforehand what the meeting should bring, so that you can work towards it.")
    EXPLANATION = N_(
        "The goal stays in sight during the meeting, and at closing the room says whether it was "
        "reached.\n\nThe number is how many ideas get an owner and a date. Three worked out is "
        "more than ten left lying: when choosing, the ideas with most dots are proposed up to "
        "this number."
    )

    def fields(self) -> ComposeResult:
        yield FormField(
            _("Afterwards we will have …"),
            placeholder=_("three ideas that can run before March"),
            roomy=True,
            id="goal",
        )
        yield FormField(_("Ideas to work out"), id="wanted")

    def show(self, meeting: Meeting) -> None:
        self.field("goal").show(meeting.goal.sentence)
        self.field("wanted").show(str(meeting.goal.ideas_wanted))

    @on(FormField.Typed, "#goal")
    def keep_goal(self, event: FormField.Typed) -> None:
        """Say what the meeting will have brought."""
        self.keep(event.field, lambda: self.preparation.set_goal(event.text))

    @on(FormField.Typed, "#wanted")
    def keep_wanted(self, event: FormField.Typed) -> None:
        """Say how many ideas should be worked out."""
        self.keep(
            event.field,
            lambda: self.preparation.set_ideas_wanted(
                parse_whole_number(event.text, most=MOST_IDEAS_WANTED)
            ),
            lambda: self.preparation.set_ideas_wanted(self.before.goal.ideas_wanted),
        )
