"""The door for phones is opened and closed, by whichever process serves it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from pendulum import Duration

from socinno_tui.domain.phones import Door, closed
from socinno_tui.service.phone_signs import new_code, new_key
from socinno_tui.store.phones import PhoneRows

PORTS: Final = tuple(range(8080, 8090))
"""Short to type, and seldom taken."""

ANY_PORT: Final = 0

AFTER_CLOSE: Final = Duration(minutes=30)
"""For how long phones can read the recap of a meeting that was closed, at the most."""


def ports_to_try(kept: int) -> tuple[int, ...]:
    """Give the ports at which phones may come in, in the order to try them: first the one that the
    door had before, for phones that know it; 0 for none.
    """
    first = (kept,) if kept else ()
    return tuple(dict.fromkeys((*first, *PORTS, ANY_PORT)))


def open_door(rows: PhoneRows, meeting_id: str, address: str, port: int) -> Door:
    """Open the door of a meeting at an address of this machine, and give it: with the code it has
    if it was not closed, as after a crash, and otherwise with a new one.
    """

    def open_again(before: Door | None) -> Door:
        door = before or Door(meeting_id, new_key())
        code = door.code or new_code()
        return replace(door, code=code, address=address, port=port, phones=0)

    door = rows.change_door(meeting_id, open_again)
    assert door is not None
    return door


def close_door(rows: PhoneRows, meeting_id: str) -> bool:
    """Close the door of a meeting: its code is of no use any more. Whether it ever had one.

    To be followed by `wipe`.
    """
    door = rows.change_door(meeting_id, lambda before: before and closed(before))
    return door is not None
