"""From Enter in one window to the idea on the other's screen: `python -m tests.benchmarks.room`.

Both are the installed program in a pseudo-terminal of its own, on one file.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from tests.end_to_end.steps import begin, prepare, started
from tests.end_to_end.terminal import Terminal
from tests.meetings import IDEA_TEXTS

IDEAS = 20
SIZES = ((80, 24), (120, 36), (200, 50))


def delays(folder: Path, size: tuple[int, int]) -> list[float]:
    """How long each of the ideas takes, in seconds."""
    file = str(folder / "meetings.db")
    found: list[float] = []
    with (
        started(folder) as facilitator,
        Terminal("--db", file, "room", home=folder, size=size) as room,
    ):
        prepare(facilitator)
        begin(facilitator)
        room.wait_for("Hier komt het eerste idee.")
        for place in range(IDEAS):
            # Not in large letters, which could not be found again: a sign they do not know.
            text = f"{IDEA_TEXTS[place % len(IDEA_TEXTS)][:40].strip()} €{place}"
            facilitator.press(text)
            facilitator.wait_for(text)
            facilitator.press("enter")
            sent = time.monotonic()
            room.wait_for(f"#{place + 1}  {text}")
            found.append(time.monotonic() - sent)
            facilitator.wait_for(f"#{place + 1} {text}")
    return found


def main() -> None:
    print(f"{IDEAS} ideas, from Enter to the room's screen, in milliseconds")
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            took = [delay * 1000 for delay in delays(Path(folder), size)]
        name = "×".join(str(side) for side in size)
        print(f"{name:>8}  median {statistics.median(took):4.0f}  worst {max(took):4.0f}")


if __name__ == "__main__":
    main()
