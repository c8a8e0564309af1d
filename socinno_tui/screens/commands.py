"""The command palette: all that can be done now, found by its Dutch and by its English name."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from textual.app import SystemCommand
from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from socinno_tui.i18n import LANGUAGES, Language, _, current_language, speaking
from socinno_tui.screens.keys import doable, own_bindings
from socinno_tui.screens.purposes import purpose_of
from socinno_tui.wording.keys import key_name


@dataclass(frozen=True)
class Command:
    """What can be done, by its name in each language; `told` is what else the palette says."""

    names: dict[Language, str]
    told: str
    run: Callable[[], Awaitable[object] | object]

    @property
    def name(self) -> str:
        """The name in the language chosen."""
        return self.names[current_language()]


class Commands(Provider):
    """The actions of the screen beneath that are possible now, and the program's own."""

    async def discover(self) -> Hits:
        for command in self._commands():
            yield DiscoveryHit(
                Content(command.name), command.run, text=command.name, help=command.told
            )

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        # What is done elsewhere on the screen is found too, but not listed unasked.
        for command in self._commands(_elsewhere(self.screen)):
            score = max(matcher.match(name) for name in command.names.values())
            if score > 0:
                shown = Content(command.name)
                if matcher.match(command.name) > 0:
                    shown = matcher.highlight(command.name)
                yield Hit(score, shown, command.run, text=command.name, help=command.told)

    def _commands(self, more: Iterable[Command] = ()) -> Iterator[Command]:
        # The screen's own come first: they are told with their key.
        told: set[str] = set()
        for command in (*_of(self.screen), *self._of_the_program(), *more):
            if command.name.casefold() not in told:
                told.add(command.name.casefold())
                yield command

    def _of_the_program(self) -> Iterator[Command]:
        by_language: dict[Language, list[SystemCommand]] = {}
        for language in LANGUAGES:
            with speaking(language):
                by_language[language] = list(self.app.get_system_commands(self.screen))
        for place, command in enumerate(by_language[current_language()]):
            names = {language: found[place].title for language, found in by_language.items()}
            yield Command(names, command.help, command.callback)


def _of(screen: Screen[object]) -> Iterator[Command]:
    for binding, node in doable(screen):
        told = f"{_key_of(binding)} · {_(purpose_of(binding.id))}"
        yield Command(
            _names_of(binding), told, partial(screen.app.run_action, binding.action, node)
        )


def _elsewhere(screen: Screen[object]) -> Iterator[Command]:
    """What can be done where the cursor is not: one goes there, and sees first on what it is."""
    words = _("{key}, on the list: Enter goes there")
    for widget in screen.query(Widget):
        if isinstance(widget, Input) or not widget.focusable or widget.has_focus_within:
            continue
        if all(part.display for part in widget.ancestors_with_self if isinstance(part, Widget)):
            for binding in own_bindings(widget):
                told = words.format(key=_key_of(binding))
                yield Command(_names_of(binding), told, partial(screen.set_focus, widget))


def _names_of(binding: Binding) -> dict[Language, str]:
    names: dict[Language, str] = {}
    for language in LANGUAGES:
        with speaking(language):
            names[language] = _(binding.description)
    return names


def _key_of(binding: Binding) -> str:
    return binding.key_display or key_name(binding.key)
