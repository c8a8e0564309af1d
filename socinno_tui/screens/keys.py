"""Keys in the person's language. BINDINGS freeze at import, so they hold message ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from textual.actions import parse
from textual.binding import ActiveBinding, Binding
from textual.dom import DOMNode
from textual.screen import Screen, ScreenResultType

from socinno_tui.i18n import _
from socinno_tui.screens.chosen_keys import ChosenKeys, chosen_keys_of, with_chosen_keys
from socinno_tui.screens.purposes import PURPOSES, purpose_of
from socinno_tui.widgets.help_pane import KeyLine
from socinno_tui.wording.keys import key_name

Bindings: TypeAlias = dict[str, ActiveBinding]
"""Textual's active bindings, by key."""

MOVES = frozenset({"up", "down", "first", "last", "newest", "cursor_up", "cursor_down"})
"""Actions that only move a cursor."""


def translated(bindings: Bindings) -> Bindings:
    """The same bindings with their descriptions and tooltips in the language chosen."""
    return {
        key: active._replace(
            binding=replace(
                active.binding,
                description=_(active.binding.description),
                tooltip=_(active.binding.tooltip),
            ),
            tooltip=_(active.tooltip),
        )
        for key, active in bindings.items()
    }


def in_their_order(bindings: Bindings, chosen: ChosenKeys) -> Bindings:
    """The same bindings, each where it would be with the key it has at first.

    Textual puts what has another key behind all others, where the key bar would leave it out.
    """
    if not chosen:
        return bindings
    nodes: dict[int, int] = {}
    for active in bindings.values():
        nodes.setdefault(id(active.node), len(nodes))

    def place(item: tuple[str, ActiveBinding]) -> tuple[int, int]:
        _key, active = item
        actions = [own.action for own in _own(type(active.node))]
        action = active.binding.action
        return nodes[id(active.node)], actions.index(action) if action in actions else 0

    return dict(sorted(bindings.items(), key=place))


def key_of(screen: Screen[ScreenResultType], name: str) -> str:
    """The first key of the screen's action with this name, as it is printed on the keyboard."""
    for binding in with_chosen_keys(_own(type(screen)), chosen_keys_of(screen.app)):
        if binding.id == name:
            return binding.key_display or key_name(binding.key)
    raise LookupError(name)


def keys_told(screen: Screen[ScreenResultType]) -> tuple[tuple[str, tuple[KeyLine, ...]], ...]:
    """What can be done on a screen and with which keys, under headings that say what for.

    What a field takes for itself while it has the focus, such as "?", is told:
    it works outside.
    """
    by_action: dict[str, tuple[list[str], str, str]] = {}
    for binding in (*_working(screen), *_of_the_screen(screen)):
        if binding.description and not binding.system:
            keys, _words, _purpose = by_action.setdefault(
                binding.action, ([], binding.description, purpose_of(binding.id))
            )
            name = binding.key_display or key_name(binding.key)
            if name not in keys:
                keys.append(name)
    told: dict[str, list[KeyLine]] = {purpose: [] for purpose in PURPOSES}
    for keys, words, purpose in by_action.values():
        # Of several, the key that is printed on every keyboard comes first.
        keys.sort(key=lambda name: not _is_function_key(name))
        told[purpose].append(KeyLine(tuple(keys), words))
    return tuple((_(purpose), tuple(lines)) for purpose, lines in told.items() if lines)


def doable(screen: Screen[ScreenResultType]) -> Iterator[tuple[Binding, DOMNode]]:
    """What can be done now, each action once with its message id, and the node that does it."""
    told: set[str] = set()
    for node, active, enabled, _tooltip in screen.active_bindings.values():
        own = next((one for one in _own(type(node)) if one.action == active.action), None)
        if enabled and own is not None and own.description and own.action not in told:
            told.add(own.action)
            yield replace(active, description=own.description), node
    for binding in with_chosen_keys(_own(type(screen)), chosen_keys_of(screen.app)):
        _namespace, action, parameters = parse(binding.action)
        if (
            binding.description
            and binding.action not in told
            and screen.check_action(action, parameters)
        ):
            told.add(binding.action)
            yield binding, screen


def own_bindings(node: DOMNode) -> Iterator[Binding]:
    """Give what a widget itself can do now, each action once, as message ids with the key chosen.

    Moving the cursor is left out: one does that, and does not look it up.
    """
    told: set[str] = set()
    for binding in with_chosen_keys(_own(type(node)), chosen_keys_of(node.app)):
        _namespace, action, parameters = parse(binding.action)
        if binding.description and binding.action not in {*told, *MOVES}:
            told.add(binding.action)
            if node.check_action(action, parameters):
                yield binding


def _is_function_key(name: str) -> bool:
    return name[0] == "F" and name[1:].isdecimal()


def _working(screen: Screen[ScreenResultType]) -> Iterator[Binding]:
    # Textual's own widgets bring dozens of keys, such as a field's for moving the cursor.
    for node, binding, enabled, _tooltip in screen.active_bindings.values():
        if enabled and any(
            own.action == binding.action and own.description for own in _own(type(node))
        ):
            yield binding


def _of_the_screen(screen: Screen[ScreenResultType]) -> Iterator[Binding]:
    for binding in with_chosen_keys(_own(type(screen)), chosen_keys_of(screen.app)):
        _namespace, action, parameters = parse(binding.action)
        if screen.check_action(action, parameters):
            yield replace(binding, description=_(binding.description))


def _own(kind: type) -> Iterator[Binding]:
    for part in kind.__mro__:
        if not part.__module__.startswith("textual."):
            yield from Binding.make_bindings(vars(part).get("BINDINGS", ()))
