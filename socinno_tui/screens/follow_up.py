"""The register: what was agreed, and what became of it."""

from __future__ import annotations

from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static

from socinno_tui.domain.action import ActionState, Agreement
from socinno_tui.domain.summary import MeetingSummary
from socinno_tui.i18n import N_, _
from socinno_tui.screens import help_texts
from socinno_tui.screens.answering import CHANGE_KEYS, DONE_KEY, AnswersAgreements
from socinno_tui.screens.filtering import FILTER_KEYS, FiltersAgreements
from socinno_tui.screens.follow_up_answers import ask_note, ask_what_it_brought
from socinno_tui.screens.follow_up_filters import filter_line
from socinno_tui.screens.follow_up_reviews import ask_which_walk
from socinno_tui.screens.messages import (
    MeetingChosen,
    MeetingLeft,
    QuitAsked,
    ResultsAsked,
    WalkAsked,
)
from socinno_tui.screens.taking_along import TAKE_ALONG_KEYS, TakesAlong, TakingAlong, shows_kind
from socinno_tui.service.exports import Exports
from socinno_tui.service.register import PRESSING, Filter, Register
from socinno_tui.widgets.agreement_lines import (
    AgreementDetail,
    agreement_row,
    pressing_counted,
)
from socinno_tui.widgets.key_bar import KeyBar
from socinno_tui.widgets.meeting_lines import reviews_line
from socinno_tui.widgets.row_list import RowList, spread


class FollowUpScreen(AnswersAgreements, FiltersAgreements, TakesAlong):
    """Agreements of one meeting or of all; each answer is a dated line, nothing is overwritten."""

    CSS_PATH = "follow_up.tcss"
    TEACHES = help_texts.AGREEMENTS
    BINDINGS = [
        Binding("enter", "lead_on", N_("on"), id="agreements.lead_on"),
        DONE_KEY,
        *CHANGE_KEYS,
        Binding("b", "result", N_("what it brought"), id="agreements.result"),
        Binding("n", "note", N_("note"), id="agreements.note"),
        Binding("w", "walk", N_("walk through"), id="agreements.walk"),
        Binding("g", "results", N_("results"), id="agreements.results"),
        *FILTER_KEYS,
        Binding("enter", "recap", N_("recap"), id="agreements.recap"),
        *TAKE_ALONG_KEYS,
        Binding("escape", "leave", N_("back"), id="agreements.leave"),
        Binding(
            "tab",
            "app.focus_next",
            N_("read the whole history"),
            show=False,
            id="agreements.focus_next",
        ),
        Binding("q", "quit_asked", N_("quit"), show=False, id="agreements.quit"),
    ]

    def __init__(
        self,
        register: Register,
        exports: Exports,
        meeting_id: str = "",
        *,
        coming_back: bool = False,
        said: str = "",
    ) -> None:
        super().__init__()
        self._said = said
        self.follow_ups = register
        self.taking = TakingAlong(self, exports)
        self._coming_back = coming_back
        self._filter = Filter(
            meeting_id=meeting_id, standings=PRESSING if coming_back else frozenset()
        )
        self._everything: tuple[Agreement, ...] = ()
        self._shown: tuple[Agreement, ...] = ()
        self._reviews_due: tuple[MeetingSummary, ...] = ()

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield Static(id="filter")
        yield Static(id="reviews")
        with Container(id="register"):
            yield RowList()
            with VerticalScroll(id="detail"):
                yield AgreementDetail(self.follow_ups.today)
        yield Static(id="empty")
        yield KeyBar()

    def on_mount(self) -> None:
        self._show()
        self.query_one(RowList).focus()
        if self._said:
            self.say(self._said, lasting=True)

    def on_resize(self) -> None:
        self._show_reviews()
        self._show_title()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What has ended can only be opened again, or noted upon; a key without use is hidden."""
        agreement = self.agreement
        state = None if agreement is None else agreement.action.state
        fits = {
            "note": state is not None,
            "result": state is ActionState.DONE,
            "walk": any(one.action.state is ActionState.OPEN for one in self._everything),
            "recap": state is not None and not self._coming_back,
            "lead_on": self._coming_back,
            "take_along": bool(self._everything),
            "take": bool(self._everything) and shows_kind(parameters, self.taken_along),
            # Over all meetings: where one filters, it gives its place in the bar to "all".
            "results": self._filter == Filter(),
        }
        for fitting in (self.fits_state(action), self.fits_filter(action)):
            if fitting is not None:
                return fitting
        return fits.get(action, True)

    # What is shown

    def _show(self, *, anew: bool = True) -> None:
        """Show what the filter lets through; unless `anew`, the same ones as before, in place."""
        if not self.attempt(self._read):
            return
        today = self.follow_ups.today
        if anew:
            let_through = self._filter.lets_through
            self._shown = tuple(one for one in self._everything if let_through(one, today))
        else:
            known = {one.action.id: one for one in self._everything}
            self._shown = tuple(
                known[one.action.id] for one in self._shown if one.action.id in known
            )
        self.query_one(RowList).show(
            [(one.action.id, partial(agreement_row, one, today=today)) for one in self._shown]
        )
        self.query_one("#register").display = bool(self._shown)
        empty = self.query_one("#empty", Static)
        empty.display = not self._shown
        empty.update(self._empty())
        said = filter_line(self._filter, len(self._shown), self._everything)
        self.query_one("#filter", Static).update(Content(said))
        self._show_reviews()
        self._show_title()
        self._show_detail()

    def _read(self) -> None:
        self._everything = self.follow_ups.agreements()
        self._reviews_due = self.follow_ups.reviews_due()

    def _show_detail(self) -> None:
        self.query_one(AgreementDetail).agreement = self.agreement
        self.query_one("#detail", VerticalScroll).scroll_home(animate=False)
        self.refresh_bindings()

    @property
    def agreement(self) -> Agreement | None:
        if not self.is_mounted or not self._shown:
            return None
        chosen = self.query_one(RowList).chosen
        return next((one for one in self._shown if one.action.id == chosen), None)

    def _show_reviews(self) -> None:
        reviews = self.query_one("#reviews", Static)
        reviews.display = bool(self._reviews_due) and not self._filter.meeting_id
        reviews.update(
            reviews_line(
                self._reviews_due,
                self.query_one("#filter").content_size.width,
                today=self.follow_ups.today,
            )
        )

    def _show_title(self) -> None:
        title = self.query_one("#title", Static)
        words = (
            _("Welcome back: this asks for attention now") if self._coming_back else _("Agreements")
        )
        left = Content.styled(words, "bold $heading")
        title.update(
            spread(
                left,
                pressing_counted(self._shown, self.follow_ups.today),
                title.content_size.width,
            )
        )

    def _empty(self) -> Content:
        if self._coming_back:
            return Content(_("Nothing is overdue or due within seven days. Enter leads on."))
        if not self._everything:
            return Content(
                _("There are no agreements yet: they come from the closing of a meeting.")
            )
        return Content(_("No agreement fits this filter. a shows all agreements."))

    def on_option_list_option_highlighted(self) -> None:
        self._show_detail()

    def filtered(self) -> None:
        self._coming_back = False
        self._show()

    # Answers, each a line in the history

    def action_note(self) -> None:
        self.ask(ask_note)

    def action_result(self) -> None:
        self.ask(ask_what_it_brought)

    def answered(self) -> None:
        self._show(anew=False)

    def reopened(self) -> None:
        self._show(anew=False)

    # The way on

    def action_results(self) -> None:
        self.post_message(ResultsAsked())

    def action_walk(self) -> None:
        of = self._filter.meeting_id
        if of or not self._reviews_due or not self.has_several_meetings:
            self._walk(of)
        else:
            asked = ask_which_walk(self._reviews_due, self.follow_ups.today)
            self.app.push_screen(asked, self._walk)

    def _walk(self, meeting_id: str | None) -> None:
        if meeting_id is not None:
            self.post_message(WalkAsked(meeting_id))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_recap()

    def action_recap(self) -> None:
        agreement = self.agreement
        if agreement is not None:
            self.post_message(MeetingChosen(agreement.meeting_id))

    @property
    def taken_along(self) -> str | None:
        return self._filter.meeting_id or None

    def action_lead_on(self) -> None:
        self.action_leave()

    def action_leave(self) -> None:
        self.post_message(MeetingLeft())

    def action_quit_asked(self) -> None:
        self.post_message(QuitAsked())
