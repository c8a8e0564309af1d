"""Keys in the person's language. BINDINGS freeze at import, so they hold message ids."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from textual.binding import ActiveBinding, Binding
from textual.content import Content
from textual.dom import DOMNode

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


def key_lines(bindings: Bindings) -> list[Content]:
    """One line for each thing that can be done now: its keys, and what they do."""
    by_action: dict[str, tuple[list[str], str]] = {}
    for node, binding, enabled, _tooltip in bindings.values():
        if enabled and binding.description and not binding.system and _is_own(node, binding):
            keys, _words = by_action.setdefault(binding.action, ([], binding.description))
            keys.append(binding.key_display or key_name(binding.key))
    return [
        Content.assemble((", ".join(keys).ljust(KEYS_WIDTH), "bold $focus"), "  ", words)
        for keys, words in by_action.values()
    ]


def _is_own(node: DOMNode, binding: Binding) -> bool:
    # Textual's own widgets bring dozens of keys, such as a field's for moving the cursor.
    return any(
        isinstance(own, Binding) and own.action == binding.action
        for kind in type(node).__mro__
        if not kind.__module__.startswith("textual.")
        for own in vars(kind).get("BINDINGS", ())
    )
