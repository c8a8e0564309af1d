"""The command palette: all that can be done now, found by its Dutch and by its English name."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from functools import partial

from textual.app import SystemCommand
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.screen import Screen

from socinno_tui.i18n import LANGUAGES, Language, _, current_language, speaking
from socinno_tui.screens.keys import doable
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
        for command in self._commands():
            score = max(matcher.match(name) for name in command.names.values())
            if score > 0:
                shown = Content(command.name)
                if matcher.match(command.name) > 0:
                    shown = matcher.highlight(command.name)
                yield Hit(score, shown, command.run, text=command.name, help=command.told)

    def _commands(self) -> Iterator[Command]:
        told: set[str] = set()
        for command in (*self._of_the_program(), *_of(self.screen)):
            if command.name not in told:
                told.add(command.name)
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
        names: dict[Language, str] = {}
        for language in LANGUAGES:
            with speaking(language):
                names[language] = _(binding.description)
        key = binding.key_display or key_name(binding.key)
        told = f"{key} · {_(purpose_of(binding.id))}"
        yield Command(names, told, partial(screen.app.run_action, binding.action, node))
