"""The keys of the live screen, in the order in which the bar of keys shows them."""

from __future__ import annotations

from textual.binding import Binding

from socinno_tui.i18n import N_
from socinno_tui.screens.phones_key import PHONES_KEY
from socinno_tui.screens.room_switch import ROOM_KEY
from socinno_tui.screens.silent_round import SILENT_KEYS

LIVE_KEYS = (
    Binding("f2", "floor('manager')", N_("manager"), id="live.manager"),
    Binding("f3", "floor('room')", N_("room"), id="live.room"),
    # A field would take the clicker's keys for itself.
    Binding(
        "pagedown",
        "floor('manager')",
        N_("manager"),
        show=False,
        priority=True,
        id="live.clicker_manager",
    ),
    Binding(
        "pageup", "floor('room')", N_("room"), show=False, priority=True, id="live.clicker_room"
    ),
    Binding("f4", "break", N_("break"), id="live.break"),
    *SILENT_KEYS,
    Binding("f8", "move", N_("move on"), id="live.move"),
    PHONES_KEY,
    Binding("ctrl+g", "agenda", N_("agenda"), id="live.agenda"),
    Binding("ctrl+l", "next_manager", N_("next manager"), id="live.next_manager"),
    Binding(
        "ctrl+y",
        "take_proposal",
        N_("let the rest end in time, as proposed"),
        show=False,
        id="live.take_proposal",
    ),
    Binding("ctrl+o", "next_topic", N_("next topic"), id="live.next_topic"),
    ROOM_KEY,
    Binding(
        "ctrl+t,plus",
        "lengthen",
        N_("time-box 5 minutes longer"),
        show=False,
        id="live.lengthen",
    ),
    Binding("ctrl+n", "next_box", N_("next time-box"), show=False, id="live.next_box"),
    Binding(
        "full_stop,b",
        "change_speaker",
        N_("change speaker"),
        show=False,
        id="live.change_speaker",
    ),
    Binding(
        "shift+f2,minus",
        "mend",
        N_("change of speaker 5 s earlier"),
        show=False,
        id="live.mend",
    ),
    Binding(
        "shift+f3", "turn_back", N_("take the last turn back"), show=False, id="live.turn_back"
    ),
    # What many terminals send for the two above.
    Binding("f14", "mend", show=False, id="live.mend_terminal"),
    Binding("f15", "turn_back", show=False, id="live.turn_back_terminal"),
    Binding("1", "topic(0)", N_("topic 1"), show=False, id="live.topic_1"),
    Binding("2", "topic(1)", N_("topic 2"), show=False, id="live.topic_2"),
    Binding("3", "topic(2)", N_("topic 3"), show=False, id="live.topic_3"),
    Binding("ctrl+r", "another_angle", N_("another angle"), show=False, id="live.angle"),
    Binding("escape", "step_back", N_("back"), show=False, id="live.step_back"),
    Binding("q", "quit_asked", N_("Quit"), show=False, id="live.quit"),
)

KEYS_OF_TALKING = {
    "f2": "floor('manager')",
    "f3": "floor('room')",
    "pagedown": "floor('manager')",
    "pageup": "floor('room')",
    "ctrl+l": "next_manager",
}
"""The action of each key that works beneath a dialog: people go on talking while raised hands are
counted.
"""
