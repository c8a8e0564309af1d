"""All that can be done with keys, by the screen where it can."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from textual.binding import Binding
from textual.dom import DOMNode

from socinno_tui.i18n import N_
from socinno_tui.screens.base import SocinnoScreen
from socinno_tui.screens.closing import ClosingScreen
from socinno_tui.screens.follow_up import FollowUpScreen
from socinno_tui.screens.idea_board import IdeaBoard
from socinno_tui.screens.key_choice import KeyedAction, KeySection, actions_of
from socinno_tui.screens.library import LibraryScreen
from socinno_tui.screens.live import LiveScreen
from socinno_tui.screens.phones import PhonesPanel
from socinno_tui.screens.prepare import PrepareScreen
from socinno_tui.screens.recap import RecapScreen
from socinno_tui.screens.results import ResultsScreen
from socinno_tui.screens.settings import SettingsScreen
from socinno_tui.screens.walk import WalkScreen
from socinno_tui.widgets.idea_entry import IdeaEntry
from socinno_tui.widgets.idea_feed import IdeaFeed
from socinno_tui.widgets.prepare_people import ParticipantList
from socinno_tui.widgets.prepare_room import RoomChecklist
from socinno_tui.widgets.prepare_sections import SectionList

_PLACES: tuple[tuple[str, tuple[type[DOMNode], ...]], ...] = (
    (N_("On every screen"), (SocinnoScreen,)),
    (N_("All meetings"), (LibraryScreen,)),
    (N_("Preparation"), (PrepareScreen, SectionList, ParticipantList, RoomChecklist)),
    (N_("During the meeting"), (LiveScreen, IdeaBoard, IdeaFeed, IdeaEntry)),
    (N_("Phones"), (PhonesPanel,)),
    (N_("Closing"), (ClosingScreen,)),
    (N_("Recap"), (RecapScreen,)),
    (N_("Agreements"), (FollowUpScreen,)),
    (N_("Walk through"), (WalkScreen,)),
    (N_("Results"), (ResultsScreen,)),
    (N_("Settings"), (SettingsScreen,)),
)


@cache
def sections() -> tuple[KeySection, ...]:
    """All that can be done, each action listed under the first screen where it can."""
    listed: set[str] = set()
    found = []
    for name, kinds in _PLACES:
        scope = _actions(kinds)
        new = tuple(one for one in scope if one.name not in listed)
        listed.update(one.name for one in new)
        found.append(KeySection(name, new, scope))
    return tuple(found)


def _actions(kinds: tuple[type[DOMNode], ...]) -> tuple[KeyedAction, ...]:
    return actions_of(binding for kind in kinds for binding in _bindings(kind))


def _bindings(kind: type[DOMNode]) -> Iterator[Binding]:
    for part in kind.__mro__:
        if part.__module__.startswith("socinno_tui."):
            yield from (one for one in vars(part).get("BINDINGS", ()) if isinstance(one, Binding))
