"""The panel of phones: how one comes in, how many did, and the ideas that wait to be read."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.widgets import Static

from socinno_tui.domain.phones_now import PhonesNow, Serving
from socinno_tui.i18n import N_, _
from socinno_tui.screens import help_texts
from socinno_tui.screens.dialog import Dialog
from socinno_tui.screens.phone_messages import (
    AddressChosen,
    AddressesAsked,
    CloseDoorAsked,
    LeaveOutAsked,
    LetInAsked,
    OpenDoorAsked,
    PutBackAsked,
    ReadFirstAsked,
)
from socinno_tui.screens.teaching import Teaches
from socinno_tui.widgets.help_pane import HelpText
from socinno_tui.widgets.join_words import LEAST_WIDTH, JoinWords, ways_out
from socinno_tui.widgets.key_bar import FittingKeyBar
from socinno_tui.widgets.phone_rows import address_row, waiting_row
from socinno_tui.widgets.qr_code import FULL_SIZE, HALF_SIZE, QrCode
from socinno_tui.widgets.row_list import RowList, spread
from socinno_tui.widgets.steady_text import SteadyText
from socinno_tui.wording import symbols
from socinno_tui.wording.keys import key_for
from socinno_tui.wording.phones import phones_in_words, waiting_words
from socinno_tui.wording.plain import is_plain

LEAST_FOR_FULL = (60, 32)
"""From so many columns and lines on the code stands in full blocks with its words."""

AROUND = 4
"""The lines that title, keys and what is said take."""

GAP = 3
"""The cells between the code and its words, with those at the sides of the panel."""


class View(Enum):
    """What the panel shows."""

    JOIN = "join"
    WAYS = "ways"
    ROW = "row"
    ADDRESSES = "addresses"


class PhonesPanel(Dialog[None], Teaches[None]):
    """All about the phones in the room; it asks the app, which hosts them, for all that it does."""

    CSS_PATH = "phones.tcss"
    BINDINGS = [
        Binding("f1,question_mark", "help", N_("help"), show=False, id="phones.help"),
        Binding("enter", "open", N_("open the door"), id="phones.enter"),
        Binding("enter", "let_in", N_("let in"), id="phones.enter"),
        Binding("enter", "choose", N_("this address"), id="phones.enter"),
        Binding("delete", "leave_out", N_("leave out"), id="phones.leave_out"),
        Binding("a", "let_all_in", N_("let all in"), id="phones.let_all_in"),
        Binding("ctrl+z,u", "put_back", N_("undo"), id="phones.put_back"),
        Binding("c", "show_code", N_("the code"), id="phones.code"),
        Binding("c", "show_row", N_("what waits"), id="phones.code"),
        Binding("e", "read_first(True)", N_("read first"), id="phones.read_first"),
        Binding("e", "read_first(False)", N_("let all straight in"), id="phones.read_first"),
        Binding("n", "addresses", N_("other address"), id="phones.addresses"),
        Binding("w", "ways", N_("nobody comes in?"), id="phones.ways"),
        Binding("z", "zoom", N_("other size"), id="phones.zoom"),
        Binding("s", "shut", N_("shut the door"), id="phones.shut"),
        Binding("escape", "step_back", N_("back"), id="phones.back"),
        Binding("f7", "leave", N_("back to the meeting"), show=False, id="live.phones"),
    ]

    phones: var[PhonesNow] = var(PhonesNow(), bindings=True)
    view: var[View] = var(View.JOIN, bindings=True)

    def __init__(self, now: PhonesNow) -> None:
        super().__init__()
        self.set_reactive(PhonesPanel.phones, now)
        self._other_size = False
        self._is_begun = False
        self._filled: tuple[object, ...] = ((), "", ())

    def compose(self) -> ComposeResult:
        with Container(id="frame"):
            yield SteadyText(id="title")
            with Container(id="join"):
                yield QrCode()
                yield JoinWords()
            yield RowList(id="row")
            yield Static(
                Content(_("Nothing waits. What phones send appears here by itself.")), id="nothing"
            )
            yield RowList(id="addresses")
            yield SteadyText(id="said")
            yield FittingKeyBar()

    def on_mount(self) -> None:
        self._is_begun = True
        if self.phones.row:
            self.view = View.ROW
        self._show()

    def on_resize(self) -> None:
        self._show()

    def watch_phones(self) -> None:
        self._show()

    def watch_view(self) -> None:
        for view in View:
            self.set_class(self.view is view, f"-{view.value}")
        self._show()
        if self.view in {View.ROW, View.ADDRESSES}:
            self.query_one(f"#{self.view.value}").focus()
        else:
            self.set_focus(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What is of use in this view, and while the phones are this window's to host."""
        now, view = self.phones, self.view
        in_row, is_here = view is View.ROW, now.serving is Serving.HERE
        fits: dict[str, Callable[[], bool]] = {
            "open": lambda: view is View.JOIN and not now.is_open and not now.is_opening,
            "let_in": lambda: in_row and bool(now.row),
            "choose": lambda: view is View.ADDRESSES,
            "leave_out": lambda: in_row and bool(now.row),
            "let_all_in": lambda: in_row and bool(now.row),
            "put_back": lambda: now.can_put_back,
            "show_code": lambda: in_row,
            "show_row": lambda: not in_row and bool(now.row),
            "read_first": lambda: (
                now.is_open and view is not View.ADDRESSES and parameters == (not now.reads_first,)
            ),
            "addresses": lambda: view in {View.JOIN, View.WAYS} and is_here,
            "ways": lambda: view in {View.JOIN, View.WAYS} and now.is_open,
            "zoom": lambda: view is View.JOIN and now.is_open and self._can_be_full,
            "shut": lambda: is_here and view is not View.ADDRESSES,
        }
        return fits[action]() if action in fits else True

    def help_text(self) -> HelpText:
        """Reading first is a moment of its own."""
        return help_texts.READING_FIRST if self.view is View.ROW else help_texts.PHONES

    # What is shown

    @property
    def _can_be_full(self) -> bool:
        columns, lines = LEAST_FOR_FULL
        return not is_plain() and self.size.width >= columns and self.size.height >= lines

    def _show(self) -> None:
        if not self._is_begun:
            return
        now = self.phones
        self._arrange()
        title, said = self.query_one("#title", Static), self.query_one("#said", Static)
        title.update(spread(*_title(now, self.view), title.content_size.width))
        words = now.said or self._hint
        sign = symbols.DONE if now.said and not now.was_refused else symbols.ATTENTION
        said.update(Content(f"{sign} {words}" if words else ""))
        said.set_class(sign == symbols.DONE, "-done")
        said.set_class(bool(words), "-shown")
        self.set_class(not now.row, "-empty")
        self._fill_lists()

    def _fill_lists(self) -> None:
        """Make the rows anew where they changed: the cursor may be under way among them."""
        now, (row, *addresses) = self.phones, self._filled
        if now.row != row:
            self.query_one("#row", RowList).show(
                [(one.id, partial(waiting_row, one)) for one in now.row]
            )
        if [now.address, now.addresses] != addresses:
            self.query_one("#addresses", RowList).show(
                [(one.ip, partial(address_row, one, now.address)) for one in now.addresses],
                cursor_on=now.address,
            )
        self._filled = now.row, now.address, now.addresses

    @property
    def _hint(self) -> str:
        """Where the steps are, when they would be told but do not fit beside the code."""
        if not self.phones.nobody_came or self.query_one(JoinWords).shows_ways:
            return ""
        words = _("No phone comes in yet: {key} tells what helps.")
        return words.format(key=key_for("phones.ways", "w"))

    def _arrange(self) -> None:
        """Give the code the size there is room for, and the words what is left."""
        now, code, words = self.phones, self.query_one(QrCode), self.query_one(JoinWords)
        code.link = now.link if now.is_open else ""
        code.is_full = self._can_be_full and not self._other_size
        cells, _lines = FULL_SIZE if code.is_full else HALF_SIZE
        beside = self.size.width - cells - 1 - GAP
        ways_fit = ways_out(now, beside, self.size.height - AROUND) is not None
        asked = self.view is View.WAYS
        words.now = now
        words.shows_ways = asked or (now.nobody_came and beside >= LEAST_WIDTH and ways_fit)
        self.set_class(beside < LEAST_WIDTH, "-stacked")
        without_code = is_plain() or not now.is_open or (asked and not ways_fit)
        self.set_class(without_code, "-wordy")

    # What is asked

    def action_open(self) -> None:
        self.post_message(OpenDoorAsked())

    def action_shut(self) -> None:
        self.view = View.JOIN
        self.post_message(CloseDoorAsked())

    def action_read_first(self, reads_first: bool) -> None:
        self.post_message(ReadFirstAsked(reads_first))

    def action_let_in(self) -> None:
        self._ask_on_row(LetInAsked)

    def action_leave_out(self) -> None:
        self._ask_on_row(LeaveOutAsked)

    def action_let_all_in(self) -> None:
        self.post_message(LetInAsked())

    def action_put_back(self) -> None:
        self.view = View.ROW
        self.post_message(PutBackAsked())

    def on_option_list_option_selected(self) -> None:
        if self.view is View.ROW:
            self.action_let_in()
        else:
            self.action_choose()

    def action_choose(self) -> None:
        chosen = self.query_one("#addresses", RowList).chosen
        self.view = View.JOIN
        if chosen is not None:
            self.post_message(AddressChosen(chosen))

    def _ask_on_row(self, ask: Callable[[str], Message]) -> None:
        chosen = self.query_one("#row", RowList).chosen
        if chosen is not None:
            self.post_message(ask(chosen))

    # Between views, and out

    def action_show_code(self) -> None:
        self.view = View.JOIN

    def action_show_row(self) -> None:
        self.view = View.ROW

    def action_addresses(self) -> None:
        self.view = View.ADDRESSES
        self.post_message(AddressesAsked())

    def action_ways(self) -> None:
        self.view = View.JOIN if self.view is View.WAYS else View.WAYS

    def action_zoom(self) -> None:
        self._other_size = not self._other_size
        self._show()

    def action_step_back(self) -> None:
        if self.view in {View.WAYS, View.ADDRESSES}:
            self.view = View.JOIN
        else:
            self.dismiss(None)

    def action_leave(self) -> None:
        self.dismiss(None)


def _title(now: PhonesNow, view: View) -> tuple[Content, Content]:
    """What stands at both ends of the first line."""
    words = {
        View.JOIN: _("Join with your phone"),
        View.WAYS: _("Join with your phone"),
        View.ROW: _("Read first"),
        View.ADDRESSES: _("At which address do phones come in?"),
    }
    counts = [phones_in_words(now.phones)] if now.is_open else []
    if waiting := waiting_words(now):
        counts.append(waiting)
    return Content.styled(words[view], "bold $heading"), Content.styled(" · ".join(counts), "bold")
