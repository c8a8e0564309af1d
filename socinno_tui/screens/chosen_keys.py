"""The keys that the person gave to actions, instead of those that the program has for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from textual.app import App
from textual.binding import Binding

from socinno_tui.theme import ThemedApp
from socinno_tui.wording.keys import name_keys

ChosenKeys = Mapping[str, str]
"""Textual's name of the key chosen, by the name of its action, such as `live.manager`."""


class RebindableApp(ThemedApp[None]):
    """An app whose actions can be given other keys, at any moment."""

    def __init__(self) -> None:
        super().__init__()
        self.chosen_keys: ChosenKeys = {}

    def choose_keys(self, chosen: ChosenKeys) -> None:
        """Give actions these keys from now on, and all others the keys they had at first."""
        self.chosen_keys = dict(chosen)
        name_keys(self.chosen_keys)
        self.set_keymap(self.chosen_keys)


def chosen_keys_of(app: App[Any]) -> ChosenKeys:
    """The keys chosen in an app; none where keys cannot be chosen."""
    return app.chosen_keys if isinstance(app, RebindableApp) else {}


def with_chosen_keys(bindings: Iterable[Binding], chosen: ChosenKeys) -> Iterator[Binding]:
    """The bindings, a key each, those with a chosen key once and with that key alone."""
    told: set[tuple[str, str]] = set()
    for binding in bindings:
        key = chosen.get(binding.id or "")
        if key is None:
            yield binding
        elif binding.id is not None and (binding.id, binding.action) not in told:
            told.add((binding.id, binding.action))
            yield replace(binding, key=key, key_display=None)
