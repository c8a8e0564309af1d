"""What is asked before a round of dots and at its end: how many people, how many dots each, and
whether what was given is shown or thrown away.
"""

from __future__ import annotations

from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from socinno_tui.domain.ballot import Turnout
from socinno_tui.domain.dot_round import MOST_EACH, MOST_PEOPLE, DotRound
from socinno_tui.i18n import N_, _, ngettext, pgettext
from socinno_tui.screens.dialog import Dialog
from socinno_tui.screens.dialogs import AskYesNo
from socinno_tui.service.dot_counting import RoundProposed
from socinno_tui.widgets.number_field import NumberField
from socinno_tui.wording import symbols
from socinno_tui.wording.phones import too_many_words, turnout_words


@dataclass(frozen=True, slots=True)
class RoundWanted:
    """What a round begins with; `stacked` lets a person give an idea more than one dot, and
    `managers_too` says that managers give dots as well.
    """

    people: int
    dots_each: int
    stacked: bool
    managers_too: bool


class Switch(Static):
    """A line that is on or off, by its key or a click."""

    @dataclass
    class Flipped(Message):
        """It was switched on or off."""

        switch: Switch

    def __init__(self, key: str, words: str, *, id: str) -> None:
        super().__init__(id=id)
        self.key = key
        self._words = words
        self.is_on = False

    def on_mount(self) -> None:
        self._show()

    def flip(self) -> None:
        """Switch it on, or off."""
        self.is_on = not self.is_on
        self._show()
        self.post_message(self.Flipped(self))

    def on_click(self) -> None:
        self.flip()

    def _show(self) -> None:
        sign = (symbols.DONE, "bold $within") if self.is_on else (symbols.EMPTY, "$quiet")
        self.update(Content.assemble((self.key.upper(), "bold"), "  ", sign, " ", self._words))


class AskRound(Dialog[RoundWanted | None]):
    """Asks what a round begins with, proposed already: Enter begins, Escape does not."""

    DEFAULT_CSS = """
    AskRound #product {
        height: 3;
    }
    AskRound #product Static {
        width: auto;
        padding: 1 1;
    }
    AskRound #product #in-all {
        width: 1fr;
        text-style: bold;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    AskRound Switch, AskRound #said {
        height: auto;
    }
    AskRound #said {
        min-height: 1;
        color: $over;
    }
    """
    BINDINGS = [
        Binding("escape", "none", N_("back"), show=False, id="dot_round.leave"),
        Binding("down", "app.focus_next", show=False, id="dot_round.next_field"),
        Binding("up", "app.focus_previous", show=False, id="dot_round.previous_field"),
    ]

    def __init__(self, proposed: RoundProposed) -> None:
        super().__init__()
        self._proposed = proposed

    def compose(self) -> ComposeResult:
        proposed = self._proposed
        question = ngettext(
            "A round of dots on {count} idea: who gives how many?",
            "A round of dots on {count} ideas: who gives how many?",
            proposed.ideas,
        )
        managers = ngettext(
            "the manager gives dots too", "the {count} managers give dots too", proposed.managers
        )
        with Container(id="frame"):
            yield Static(Content(question.format(count=proposed.ideas)), id="question")
            with Horizontal(id="product"):
                yield NumberField(str(proposed.people or ""), id="people")
                yield Static(Content(_("people ×")))
                yield NumberField(str(proposed.dots_each), digits=2, id="each")
                yield Static(Content(_("dots each")))
                yield Static(id="in-all")
            if proposed.managers:
                words = managers.format(count=proposed.managers)
                yield Switch(pgettext("key of managers", "M"), words, id="managers")
            yield Switch(
                pgettext("key of one dot an idea", "O"),
                _("at most one dot each on an idea"),
                id="one-each",
            )
            yield Static(id="said")
            yield Static(Content(self._hint()), classes="hint")

    def _hint(self) -> str:
        keys = _("Enter: begin · Tab: the other number · Esc: back")
        if not self._proposed.replaces:
            return keys
        goes = ngettext(
            "The {count} dot that stands there now goes once the new ones are shown.",
            "The {count} dots that stand there now go once the new ones are shown.",
            self._proposed.replaces,
        )
        return f"{goes.format(count=self._proposed.replaces)}\n{keys}"

    def on_mount(self) -> None:
        self._show_in_all()

    def on_key(self, event: events.Key) -> None:
        for switch in self.query(Switch):
            if event.character is not None and event.character.lower() == switch.key.lower():
                event.stop()
                switch.flip()

    def on_switch_flipped(self, message: Switch.Flipped) -> None:
        if message.switch.id == "managers":
            people = self.query_one("#people", NumberField)
            change = self._proposed.managers * (1 if message.switch.is_on else -1)
            people.value = str(max(0, (people.number or 0) + change) or "")

    @on(Input.Changed)
    def _show_in_all(self) -> None:
        people, each = self._numbers()
        words = ""
        if people and each:
            words = ngettext("= {count} dot", "= {count} dots", people * each)
        self.query_one("#in-all", Static).update(Content(words.format(count=people * each)))
        self.query_one("#said", Static).update(Content.empty())

    def on_input_submitted(self) -> None:
        people, each = self._numbers()
        if not 1 <= people <= MOST_PEOPLE:
            self._refuse("#people", MOST_PEOPLE, _("How many people give dots?"))
        elif not 1 <= each <= MOST_EACH:
            self._refuse("#each", MOST_EACH, _("How many dots does each give?"))
        else:
            one_each = self.query_one("#one-each", Switch).is_on
            managers = any(one.is_on for one in self.query("#managers").results(Switch))
            self.dismiss(RoundWanted(people, each, stacked=not one_each, managers_too=managers))

    def _refuse(self, field: str, most: int, question: str) -> None:
        words = _("Type a whole number from 1 to {most}.").format(most=most)
        self.query_one("#said", Static).update(Content(f"{symbols.ATTENTION} {question} {words}"))
        self.query_one(field, NumberField).focus()

    def _numbers(self) -> tuple[int, int]:
        people = self.query_one("#people", NumberField).number
        each = self.query_one("#each", NumberField).number
        return people or 0, each or 0

    def action_none(self) -> None:
        self.dismiss(None)


def ask_to_open(begun: DotRound, hands: int, turnout: Turnout) -> AskYesNo:
    """Ask before the dots of phones are shown: that is for good. `hands` are the dots counted."""
    too_many = too_many_words(begun, hands, turnout)
    told = [f"{symbols.ATTENTION} {too_many}"] if too_many else []
    question = _("Show the dots? After that phones give nothing more, and take nothing back.")
    return AskYesNo(
        "\n".join([turnout_words(turnout), *told, question]),
        _("Yes, show the dots"),
        _("No, wait a moment"),
    )


def ask_to_stop(*, by_phone: bool) -> AskYesNo:
    """Ask before a round is stopped, and say what is thrown away with it."""
    question = (
        _("Stop the round of dots? What phones gave is thrown away for good.")
        if by_phone
        else _("Stop the round of dots? What was counted is thrown away.")
    )
    return AskYesNo(question, _("Yes, stop and throw away"), _("No, count on"))
