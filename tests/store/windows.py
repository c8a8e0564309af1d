"""Other windows of the program: processes of their own, that can be killed."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HOLDING = """
import sys
from pathlib import Path
from socinno_tui.store.errors import MeetingHeld
from socinno_tui.store.store import Store

store = Store.open(Path(sys.argv[1]))
for meeting_id in sys.argv[2:]:
    try:
        hold = store.hold(meeting_id)
    except MeetingHeld:
        print("held elsewhere", flush=True)
    else:
        print("held", flush=True)
sys.stdin.readline()
hold.release()
print("released", flush=True)
sys.stdin.readline()
"""
"""Hold a meeting of a file until a line comes in."""

WRITING = """
import sys
from dataclasses import replace
from pathlib import Path
from socinno_tui.store import connection
from socinno_tui.store.store import Store
from tests.meetings import an_idea

# No window writes without a pause but these: who waits for its turn may wait long.
connection.BUSY_MILLISECONDS = 60_000
store = Store.open(Path(sys.argv[1]))
meeting = store.meeting(sys.argv[2])
while True:
    topic = meeting.topic
    new = replace(an_idea(1, topic=topic), id=f"{meeting.id} idea {meeting.last_number}")
    after = meeting.with_idea(new)
    store.write(meeting, after)
    meeting = after
    print(new.id, flush=True)
"""
"""Write one idea after the other for ever, and print each id once it is acknowledged."""

OPENING = """
import sys
from pathlib import Path
from socinno_tui.store.store import Store

print("ready", flush=True)
sys.stdin.readline()
store = Store.open(Path(sys.argv[1]))
print("opened", flush=True)
"""
"""Open a file, that may have to be made, when a line comes in."""

ROOT = Path(__file__).parents[2]


class Window:
    """A process that runs some lines of Python and talks by lines."""

    def __init__(self, script: str, *arguments: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", script, *arguments],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def says(self) -> str:
        """Wait for a line; empty once the process has gone."""
        assert self._process.stdout is not None
        return self._process.stdout.readline().rstrip("\n")

    def tell(self) -> None:
        """Send a line."""
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()

    def kill(self) -> list[str]:
        """End it by SIGKILL, and give what it had said that was not heard yet, whole lines only."""
        assert self._process.stdout is not None
        assert self._process.stdin is not None
        self._process.send_signal(signal.SIGKILL)
        # Not by communicate(): that passes over what is in the buffer that `says` reads from.
        rest = "" if self._process.stdout.closed else self._process.stdout.read()
        self._process.stdout.close()
        self._process.stdin.close()
        self._process.wait()
        return [line.rstrip("\n") for line in rest.splitlines(keepends=True) if line[-1:] == "\n"]


@contextmanager
def a_window(script: str, *arguments: str) -> Iterator[Window]:
    """Give a process that is gone afterwards."""
    window = Window(script, *arguments)
    try:
        yield window
    finally:
        window.kill()
