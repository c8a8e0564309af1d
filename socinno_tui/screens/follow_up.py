"""The register: what was agreed, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from socinno_tui.domain.action import ActionState, Agreement, Standing
from socinno_tui.domain.due_date import DueDateRefused, parse_due_date
from socinno_tui.domain.owner import OwnerRefused, owner_name
from socinno_tui.domain.text import clean
from socinno_tui.i18n import N_, _, ngettext, pgettext
from socinno_tui.screens.base import SocinnoScreen
from socinno_tui.screens.dialogs import AskChoice, AskLine
from socinno_tui.screens.messages import MeetingChosen, MeetingLeft, QuitAsked
from socinno_tui.service.register import PRESSING, RUNNING, Filter, Register
from socinno_tui.widgets.agreement_lines import agreement_line, detail
from socinno_tui.widgets.key_bar import KeyBar
from socinno_tui.widgets.line_list import LineList
from socinno_tui.wording.dates import due_refusal_words, due_understood, owner_refusal_words

ENDED = frozenset({Standing.DONE, Standing.STOPPED})
MOST_CHOICES = 9
"""As many as there are digits to choose with."""


class FollowUpScreen(SocinnoScreen):
    """Agreements of one meeting or of all; each answer is a dated line, nothing is overwritten."""

    CSS_PATH = "follow_up.tcss"
    HELP = N_(
        "These are the agreements. Go through them with the owners: what is done, what needs a "
        "new date, what stops? Every answer is kept with its date, and the old one stays readable."
    )
    BINDINGS = [
        Binding("d", "done", N_("done")),
        Binding("n", "note", N_("note")),
        Binding("v", "move", N_("new date")),
        Binding("h", "hand_over", N_("hand over")),
        Binding("x", "stop", N_("stop")),
        Binding("r", "reopen", N_("open again")),
        Binding("o", "filter_owner", N_("owner")),
        Binding("m", "filter_meeting", N_("meeting")),
        Binding("s", "filter_standing", N_("state")),
        Binding("enter", "recap", N_("recap of the meeting"), show=False),
        Binding("escape", "step_back", N_("all meetings")),
        Binding("q", "quit_asked", N_("Quit"), show=False),
    ]

    def __init__(
        self, register: Register, meeting_id: str = "", *, coming_back: bool = False
    ) -> None:
        super().__init__()
        self._follow_ups = register
        self._coming_back = coming_back
        self._filter = Filter(
            meeting_id=meeting_id, standings=PRESSING if coming_back else frozenset()
        )
        self._everything: tuple[Agreement, ...] = ()
        self._shown: tuple[Agreement, ...] = ()

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        with Container(id="register"):
            yield LineList()
            with VerticalScroll(id="detail", can_focus=False):
                yield Static(id="history")
        yield Static(id="empty")
        yield KeyBar()

    def on_mount(self) -> None:
        self._show()
        self.query_one(LineList).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What has ended can only be opened again, or noted upon."""
        agreement = self._agreement
        if action in {"done", "move", "hand_over", "stop", "note", "recap"} and agreement is None:
            return None
        if agreement is None:
            return action != "reopen"
        is_open = agreement.action.state is ActionState.OPEN
        if action in {"done", "move", "hand_over", "stop"}:
            return is_open
        return not is_open if action == "reopen" else True

    # What is shown

    def _show(self) -> None:
        if not self.attempt(self._read):
            return
        today = self._follow_ups.today
        lines = self.query_one(LineList)
        lines.show(
            [(one.action.id, partial(agreement_line, one, today=today)) for one in self._shown]
        )
        self.query_one("#register").display = bool(self._shown)
        empty = self.query_one("#empty", Static)
        empty.display = not self._shown
        empty.update(self._empty())
        self.query_one("#title", Static).update(self._title())
        self._show_detail()

    def _read(self) -> None:
        self._everything = self._follow_ups.agreements()
        today = self._follow_ups.today
        self._shown = tuple(
            one for one in self._everything if self._filter.lets_through(one, today)
        )

    def _show_detail(self) -> None:
        agreement = self._agreement
        history = self.query_one("#history", Static)
        if agreement is not None:
            history.update(detail(agreement, today=self._follow_ups.today))
        self.refresh_bindings()

    @property
    def _agreement(self) -> Agreement | None:
        if not self.is_mounted or not self._shown:
            return None
        chosen = self.query_one(LineList).chosen
        return next((one for one in self._shown if one.action.id == chosen), None)

    def _title(self) -> Content:
        if self._coming_back:
            title = _("Before anything else: overdue, or due within seven days")
        else:
            title = _("Agreements")
        counted = ngettext(
            "{shown} of {count}", "{shown} of {count}", len(self._everything)
        ).format(shown=len(self._shown), count=len(self._everything))
        said = Content.assemble((title, "bold"), "   ", (counted, "$quiet"))
        for words in self._filter_words():
            said += Content.assemble(" · ", (words, "$heading"))
        return said

    def _filter_words(self) -> list[str]:
        words = []
        if self._filter.owner:
            words.append(self._filter.owner)
        if self._filter.meeting_id:
            words.append(self._titles().get(self._filter.meeting_id, ""))
        standings = {PRESSING: _("pressing"), RUNNING: _("still open"), ENDED: _("ended")}
        if self._filter.standings and not self._coming_back:
            words.append(standings[self._filter.standings])
        return [word for word in words if word]

    def _empty(self) -> Content:
        if not self._everything:
            return Content(
                _("There are no agreements yet: they come from the closing of a meeting.")
            )
        return Content(_("No agreement fits this filter. Esc shows all agreements again."))

    def _titles(self) -> dict[str, str]:
        return {one.meeting_id: one.meeting_title or one.question for one in self._everything}

    def on_option_list_option_highlighted(self) -> None:
        self._show_detail()

    # The filter

    def action_filter_owner(self) -> None:
        owners = sorted({one.action.owner_now for one in self._everything}, key=str.casefold)
        self._choose(
            _("Whose agreements?"),
            [(owner, replace(self._filter, owner=owner)) for owner in owners],
            replace(self._filter, owner=""),
        )

    def action_filter_meeting(self) -> None:
        self._choose(
            _("From which meeting?"),
            [
                (title, replace(self._filter, meeting_id=meeting_id))
                for meeting_id, title in self._titles().items()
            ],
            replace(self._filter, meeting_id=""),
        )

    def action_filter_standing(self) -> None:
        self._choose(
            _("Which agreements?"),
            [
                (_("overdue, or due within seven days"), self._with_standings(PRESSING)),
                (_("all that are still open"), self._with_standings(RUNNING)),
                (_("done or stopped"), self._with_standings(ENDED)),
            ],
            self._with_standings(frozenset()),
        )

    def _with_standings(self, standings: frozenset[Standing]) -> Filter:
        return replace(self._filter, standings=standings)

    def _choose(
        self, question: str, choices: Sequence[tuple[str, Filter]], everything: Filter
    ) -> None:
        def chosen(wanted: Filter | None) -> None:
            if wanted is not None:
                self._filter = wanted
                self._coming_back = False
                self._show()

        keyed = [
            (str(place) if place <= MOST_CHOICES else "", label, wanted)
            for place, (label, wanted) in enumerate(choices, 1)
        ]
        self.app.push_screen(
            AskChoice(question, [(pgettext("key of all", "A"), _("all"), everything), *keyed]),
            chosen,
        )

    # Answers, each a line in the history

    def action_done(self) -> None:
        self._ask(
            _("What did it bring? (may be left empty)"),
            self._follow_ups.done,
        )

    def action_note(self) -> None:
        self._ask(_("How does it stand?"), self._follow_ups.note, check=_no_text)

    def action_stop(self) -> None:
        self._ask(_("Why does it stop?"), self._follow_ups.stop, check=_no_text)

    def action_reopen(self) -> None:
        self._ask(_("Why is it open again? (may be left empty)"), self._follow_ups.reopen)

    def action_hand_over(self) -> None:
        self._ask(
            _("Who takes it over?"),
            self._follow_ups.hand_over,
            check=self._no_owner,
            suggestions=self._follow_ups.owners(),
        )

    def action_move(self) -> None:
        def dated(action_id: str, due: str) -> None:
            date = parse_due_date(due, today=self._follow_ups.today)
            understood = due_understood(date, today=self._follow_ups.today)
            self._ask(
                _("To {date}. Why is it moved?").format(date=understood),
                lambda _action_id, why: self._follow_ups.move(action_id, date.isoformat(), why),
                check=_no_text,
            )

        self._ask(_("By when will it be done?"), dated, check=self._no_date, echo=self._understood)

    def _ask(
        self,
        question: str,
        answer: Callable[[str, str], None],
        *,
        check: Callable[[str], str | None] = lambda _text: None,
        suggestions: tuple[str, ...] = (),
        echo: Callable[[str], str] | None = None,
    ) -> None:
        agreement = self._agreement
        if agreement is None:
            return
        action_id = agreement.action.id

        def answered(text: str | None) -> None:
            if text is not None and self.attempt(lambda: answer(action_id, text)):
                self._show()

        self.app.push_screen(
            AskLine(question, check=check, suggestions=suggestions, echo=echo), answered
        )

    def _no_owner(self, text: str) -> str | None:
        try:
            owner_name(text, others=self._follow_ups.owners())
        except OwnerRefused as refused:
            return owner_refusal_words(refused)
        return None

    def _no_date(self, text: str) -> str | None:
        try:
            parse_due_date(text, today=self._follow_ups.today)
        except DueDateRefused as refused:
            return due_refusal_words(refused)
        return None

    def _understood(self, text: str) -> str:
        try:
            due = parse_due_date(text, today=self._follow_ups.today)
        except DueDateRefused:
            return ""
        return due_understood(due, today=self._follow_ups.today)

    # The way on

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_recap()

    def action_recap(self) -> None:
        agreement = self._agreement
        if agreement is not None:
            self.post_message(MeetingChosen(agreement.meeting_id))

    def action_step_back(self) -> None:
        if self._everything and not self._shown:
            self._filter = Filter()
            self._coming_back = False
            self._show()
        else:
            self.post_message(MeetingLeft())

    def action_quit_asked(self) -> None:
        self.post_message(QuitAsked())


def _no_text(text: str) -> str | None:
    return None if clean(text) else _("Say it in a few words, or press Esc.")
