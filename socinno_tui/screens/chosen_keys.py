"""The keys that the person gave to actions, instead of those that the program has for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Generic

from textual.app import App
from textual.binding import Binding, BindingsMap
from textual.dom import DOMNode
from textual.keys import key_to_character
from textual.screen import Screen, ScreenResultType

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


class AnswersChosenKeys(Screen[ScreenResultType], Generic[ScreenResultType]):
    """A screen on which a key that was chosen works whatever has the focus.

    Textual looks at what a field takes for itself before it puts the chosen key in the place of the
    first one: an action moved from a letter to F10 would still do nothing while one types.
    """

    @property
    def _binding_chain(self) -> list[tuple[DOMNode, BindingsMap]]:
        chosen = chosen_keys_of(self.app)
        if not chosen:
            return super()._binding_chain
        focused = self.focused
        nodes: list[DOMNode] = [self, self.app]
        if focused is not None and not focused.loading:
            nodes = list(focused.ancestors_with_self)
        chain = []
        for place, node in enumerate(nodes):
            kept: dict[str, list[Binding]] = {}
            for binding in _with_every_action(node, chosen):
                character = key_to_character(binding.key)
                if not any(one.check_consume_key(binding.key, character) for one in nodes[:place]):
                    kept.setdefault(binding.key, []).append(binding)
            chain.append((node, BindingsMap.from_keys(kept)))
        return chain


def _with_every_action(node: DOMNode, chosen: ChosenKeys) -> Iterator[Binding]:
    # Several actions may share a name, such as the steps that one key takes in turn.
    told: set[tuple[str, str]] = set()
    for _key, binding in node._bindings:
        key = chosen.get(binding.id or "")
        if key is None:
            yield binding
        elif (key, binding.action) not in told:
            told.add((key, binding.action))
            yield replace(binding, key=key, key_display=None)
