"""Keys in the person's language. BINDINGS freeze at import, so they hold message ids."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeAlias

from textual.actions import parse
from textual.binding import ActiveBinding, Binding
from textual.content import Content
from textual.screen import Screen, ScreenResultType

from socinno_tui.i18n import _
from socinno_tui.widgets.key_bar import key_name

Bindings: TypeAlias = dict[str, ActiveBinding]
"""Textual's active bindings, by key."""

KEYS_WIDTH = 14


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


def key_lines(screen: Screen[ScreenResultType]) -> list[Content]:
    """One line for each thing that can be done on a screen: its keys, and what they do.

    What a field takes for itself while it has the focus, such as "?", is told:
    it works outside.
    """
    by_action: dict[str, tuple[list[str], str]] = {}
    for binding in (*_working(screen), *_of_the_screen(screen)):
        if binding.description and not binding.system:
            keys, _words = by_action.setdefault(binding.action, ([], binding.description))
            name = binding.key_display or key_name(binding.key)
            if name not in keys:
                keys.append(name)
    return [
        Content.assemble((", ".join(keys).ljust(KEYS_WIDTH), "bold $focus"), "  ", words)
        for keys, words in by_action.values()
    ]


def _working(screen: Screen[ScreenResultType]) -> Iterator[Binding]:
    # Textual's own widgets bring dozens of keys, such as a field's for moving the cursor.
    for node, binding, enabled, _tooltip in screen.active_bindings.values():
        if enabled and any(
            own.action == binding.action and own.description for own in _own(type(node))
        ):
            yield binding


def _of_the_screen(screen: Screen[ScreenResultType]) -> Iterator[Binding]:
    for binding in _own(type(screen)):
        _namespace, action, parameters = parse(binding.action)
        if screen.check_action(action, parameters):
            yield replace(binding, description=_(binding.description))


def _own(kind: type) -> Iterator[Binding]:
    for part in kind.__mro__:
        if not part.__module__.startswith("textual."):
            yield from Binding.make_bindings(vars(part).get("BINDINGS", ()))
