"""Which actions can be given another key, and which key will do: rules without a screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from textual.binding import Binding
from textual.widgets import Input, TextArea

KEPT_KEYS = frozenset(
    {
        *("enter", "escape", "tab", "shift+tab", "space", "backspace"),
        *("up", "down", "left", "right", "home", "end", "pageup", "pagedown"),
        *("ctrl+c", "ctrl+p", "ctrl+q"),
    }
)
"""What moves, goes in and out, and leaves is the same on every screen, always."""

SENT_AS_OTHERS = frozenset({"ctrl+i", "ctrl+m", "ctrl+h", "ctrl+j"})
"""Terminals send these as Tab, Enter, Backspace and Enter."""

NOT_TYPED = KEPT_KEYS - {"space"} | {"delete", "insert"}
"""Keys with a name of their own that write nothing."""

CLICKER_KEYS = frozenset({"f5"})
"""What a slide clicker sends at its start button: it must do nothing, always."""


def _keys_of_fields() -> frozenset[str]:
    bindings = Binding.make_bindings((*Input.BINDINGS, *TextArea.BINDINGS))
    return frozenset(binding.key for binding in bindings)


FIELD_KEYS = _keys_of_fields()
"""What a field takes for itself while one types in it."""


class Refusal(Enum):
    """Why a key cannot be given to an action."""

    KEPT = "kept"
    SENT_AS_OTHER = "sent as another"
    CLICKER = "clicker"
    TYPED = "typed"
    FIELD = "field"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class KeyedAction:
    """What can be done on a screen; `words` is its message id, `keys` are those it has at first."""

    name: str
    action: str
    words: str
    keys: tuple[str, ...]

    @property
    def can_change(self) -> bool:
        """Whether it may be given another key: not what moves, nor what is on a digit."""
        first = self.keys[0]
        return bool(self.words) and first not in KEPT_KEYS and not first.isdecimal()

    @property
    def works_while_typing(self) -> bool:
        """Whether one of its keys is no sign, so that it works with the focus in a field."""
        return any(not _is_typed(key) for key in self.keys)

    def keys_with(self, chosen: Mapping[str, str]) -> tuple[str, ...]:
        """The keys it has, given what was chosen."""
        key = chosen.get(self.name)
        return self.keys if key is None or not self.can_change else (key,)


@dataclass(frozen=True, slots=True)
class KeySection:
    """A screen by the message id of its name, with what is listed under it.

    `scope` is all that can be done there, also what is listed under another screen.
    """

    name: str
    actions: tuple[KeyedAction, ...]
    scope: tuple[KeyedAction, ...]


def actions_of(bindings: Iterable[Binding]) -> tuple[KeyedAction, ...]:
    """The actions of bindings that have a name, in their order, each once."""
    found: dict[str, KeyedAction] = {}
    for one in bindings:
        if one.id is not None and not one.system and one.id not in found:
            keys = tuple(key.key for key in Binding.make_bindings([one]))
            found[one.id] = KeyedAction(one.id, one.action, one.description, keys)
    return tuple(found.values())


def refusal(
    asked: KeyedAction, key: str, scope: Sequence[KeyedAction], chosen: Mapping[str, str]
) -> tuple[Refusal, KeyedAction | None] | None:
    """Why the key will not do for the action asked, and which action has it; None when it will.

    `scope` is all that can be done where the action can, with the keys chosen so far.
    """
    other = next(
        (one for one in scope if one.action != asked.action and key in one.keys_with(chosen)),
        None,
    )
    if key in SENT_AS_OTHERS:
        return Refusal.SENT_AS_OTHER, None
    if key in CLICKER_KEYS:
        return Refusal.CLICKER, None
    if key in KEPT_KEYS or key.isdecimal():
        return Refusal.KEPT, None
    if asked.works_while_typing and _is_typed(key):
        return Refusal.TYPED, None
    if asked.works_while_typing and key in FIELD_KEYS:
        return Refusal.FIELD, None
    return None if other is None else (Refusal.TAKEN, other)


def taken_meanwhile(
    asked: KeyedAction, scope: Sequence[KeyedAction], chosen: Mapping[str, str]
) -> tuple[str, KeyedAction] | None:
    """Which first key of the action was given to another since, and to which; None when free."""
    for one in scope:
        key = chosen.get(one.name)
        if one.action != asked.action and key is not None and key in asked.keys:
            return key, one
    return None


def usable(chosen: Mapping[str, str], scopes: Iterable[Sequence[KeyedAction]]) -> dict[str, str]:
    """What can be used of the keys chosen: a file may name what is not there, or the same twice."""
    every = tuple(scopes)
    kept = dict(chosen)
    # What is left out has its first key again, which another may have been given meanwhile.
    while unfit := [name for name in kept if not _fits(name, kept, every)]:
        del kept[unfit[-1]]
    return kept


def _fits(name: str, kept: Mapping[str, str], scopes: Sequence[Sequence[KeyedAction]]) -> bool:
    others = {other: key for other, key in kept.items() if other != name}
    homes = [(one, scope) for scope in scopes for one in scope if one.name == name]
    return bool(homes) and all(
        one.can_change and refusal(one, kept[name], scope, others) is None for one, scope in homes
    )


def _is_typed(key: str) -> bool:
    is_function_key = key[0] == "f" and key[1:].isdecimal()
    return not (is_function_key or "+" in key or key in NOT_TYPED)
