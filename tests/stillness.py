"""Waiting until an app stands still, by asking its event loop instead of the processor.

Textual's pilot waits in steps of a fiftieth of a second until the process hardly works; that is
half of the time that a test of a screen takes, and on a busy machine it takes a process that has
to wait for the processor for one that has nothing to do.
"""

from __future__ import annotations

import asyncio
from asyncio import TimerHandle
from time import monotonic
from typing import Final, Protocol, cast

import textual.app
import textual.pilot

PAINTED_WITHIN: Final = 1 / 50
"""Seconds: what is to be painted waits for a timer that goes off sooner than this."""

ROUNDS: Final = 3
"""How many times in a row the loop has nothing to do before it counts as still for now."""

A_MOMENT: Final = 1 / 200
"""Seconds after which it is looked once more: what another thread or the system brings is not yet
among what the loop knows of.
"""


class _Loop(Protocol):
    """What asyncio's own loops hold: what can be done now, and what at some time."""

    _ready: list[object]
    _scheduled: list[TimerHandle]


async def wait_for_stillness(min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Wait until nothing can be done and nothing is about to be, `max_sleep` seconds at most."""
    until = monotonic() + max_sleep
    while monotonic() < until:
        had_to_wait = await _until_still(until)
        await asyncio.sleep(A_MOMENT)
        if not had_to_wait and not _can_go_on():
            return


async def _until_still(until: float) -> bool:
    """Wait until the loop has nothing to do. Whether it had."""
    had_to_wait = False
    still = 0
    while still < ROUNDS and monotonic() < until:
        await asyncio.sleep(0)
        still = still + 1 if not _can_go_on() else 0
        soon = _soon() if still == ROUNDS else None
        if soon is not None:
            await asyncio.sleep(soon)
            still = 0
        had_to_wait = had_to_wait or not still
    return had_to_wait


def _can_go_on() -> bool:
    return bool(cast(_Loop, asyncio.get_running_loop())._ready)


def _soon() -> float | None:
    """The seconds until the last of what is about to be done, if anything is."""
    loop = asyncio.get_running_loop()
    waits = (
        handle.when() - loop.time()
        for handle in cast(_Loop, loop)._scheduled
        if not handle.cancelled()
    )
    return max((max(0.0, wait) for wait in waits if wait < PAINTED_WITHIN), default=None)


def wait_by_the_loop() -> None:
    """Let every pilot from now on wait in this way."""
    for module in (textual.app, textual.pilot):
        vars(module)["wait_for_idle"] = wait_for_stillness
