"""Every key of ours has a name by which the settings can give the action another key."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

from textual.binding import Binding
from textual.dom import DOMNode

import socinno_tui
from socinno_tui.app import SocinnoApp
from socinno_tui.screens.key_sections import sections


def our_classes() -> Iterator[type[DOMNode]]:
    """Every widget, screen and app of ours that has keys of its own."""
    for found in pkgutil.walk_packages(socinno_tui.__path__, "socinno_tui."):
        importlib.import_module(found.name)
    waiting: list[type[DOMNode]] = [DOMNode]
    seen: set[type[DOMNode]] = set()
    while waiting:
        kind = waiting.pop()
        if kind in seen:
            continue
        seen.add(kind)
        waiting += kind.__subclasses__()
        if kind.__module__.startswith("socinno_tui.") and vars(kind).get("BINDINGS"):
            yield kind


def bindings_of(kind: type[DOMNode]) -> list[Binding]:
    return [one for one in vars(kind)["BINDINGS"] if isinstance(one, Binding)]


def test_every_key_has_a_stable_name() -> None:
    kinds = list(our_classes())
    assert SocinnoApp in kinds
    for kind in kinds:
        for binding in bindings_of(kind):
            assert binding.id is not None, f"{kind.__name__}: {binding.key}"
            assert re.fullmatch(r"[a-z_]+\.[a-z0-9_]+", binding.id), binding.id


def test_a_name_means_one_key_and_on_it_one_action_at_a_time() -> None:
    keys: dict[str, str] = {}
    for kind in our_classes():
        found: set[tuple[str | None, str]] = set()
        for binding in bindings_of(kind):
            assert binding.id is not None
            assert keys.setdefault(binding.id, binding.key) == binding.key, binding.id
            assert (binding.id, binding.action) not in found
            found.add((binding.id, binding.action))


def test_what_shares_a_key_shares_its_name() -> None:
    # Textual takes a key away from all that is on it when one of them gets another.
    for section in sections():
        for one in section.scope:
            if one.can_change:
                for other in section.scope:
                    shared = set(one.keys) & set(other.keys)
                    assert not shared or one.action == other.action, (one, other)
