"""The register on the command line beside taskwarrior, on 1,000 meetings with 10,000 agreements.

`python -m tests.benchmarks.followups [CSV]` prints one table; a CSV gives the ideas.
"""

from __future__ import annotations

import csv
import json
import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pendulum

from socinno_tui.domain.action import ActionState
from socinno_tui.store.store import Store
from tests.benchmarks.large import AGREED, MEETINGS, lay_out

RUNS = 5
PROGRAM = Path(sys.executable).parent / "socinno"
MADE_UP = ("Afspraken zelf plannen in de app", "Zelfscan bij de ingang", "Langer open op dinsdag")


def main(arguments: Sequence[str]) -> None:
    """Print how long each listing takes: the median and the worst of five runs."""
    texts = _texts(Path(arguments[0])) if arguments else MADE_UP
    print(f"{MEETINGS} meetings, {MEETINGS * AGREED} agreements; {RUNS} runs each\n")
    print(f"{'what':<46}{'median s':>10}{'worst s':>10}{'lines':>8}")
    with TemporaryDirectory(prefix="socinno-benchmark-") as folder:
        for name, command, environment in _commands(Path(folder), texts):
            taken, lines = _measured(command, environment)
            print(f"{name:<46}{statistics.median(taken):>10.3f}{max(taken):>10.3f}{lines:>8}")


def _texts(path: Path) -> tuple[str, ...]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return tuple(row["text"] for row in csv.DictReader(file))


def _commands(
    folder: Path, texts: tuple[str, ...]
) -> Iterator[tuple[str, list[str], dict[str, str]]]:
    now = pendulum.now("UTC")
    file = folder / "large.db"
    lay_out(file, now, texts)
    ours = [str(PROGRAM), "--db", str(file), "--lang", "en"]
    yield "python -c pass", [sys.executable, "-c", "pass"], {}
    yield "socinno --version", [str(PROGRAM), "--version"], {}
    yield "socinno followups (all open)", [*ours, "followups"], {}
    yield "socinno followups --overdue", [*ours, "followups", "--overdue"], {}
    yield "socinno followups --due 7d", [*ours, "followups", "--due", "7d"], {}
    yield "socinno followups --json", [*ours, "followups", "--json"], {}
    yield "import of the app (Textual)", [sys.executable, "-c", "import socinno_tui.app"], {}
    task = shutil.which("task")
    if task is None:
        print("taskwarrior is not installed: left out")
        return
    theirs = {"TASKDATA": str(folder / "task"), "TASKRC": str(folder / "taskrc")}
    _lay_out_tasks(folder, file, [task], theirs)
    quiet = [task, "rc.confirmation=no", "rc.verbose=nothing", "rc.gc=off"]
    yield "task list (all open)", [*quiet, "list"], theirs
    yield "task +OVERDUE list", [*quiet, "+OVERDUE", "list"], theirs
    yield "task due.before:7d list", [*quiet, "due.before:7d", "list"], theirs
    yield "task export (all open, JSON)", [*quiet, "status:pending", "export"], theirs


def _lay_out_tasks(folder: Path, file: Path, task: list[str], environment: dict[str, str]) -> None:
    """Give taskwarrior the same agreements: owners as projects, what has ended as completed."""
    store = Store.open(file)
    tasks = []
    for one in store.agreements.read():
        action = one.action
        due = action.due_now
        ended = action.state is not ActionState.OPEN
        told = {
            "uuid": action.id,
            "description": one.idea_text,
            "project": action.owner_now,
            "status": "completed" if ended else "pending",
            "entry": pendulum.instance(one.closed_at or pendulum.now()).format(
                "YYYYMMDDTHHmmss[Z]"
            ),
            "due": due.format("YYYYMMDD[T120000Z]") if due is not None else None,
        }
        if ended:
            told["end"] = told["entry"]
        tasks.append({key: value for key, value in told.items() if value is not None})
    store.close()
    (folder / "task").mkdir()
    (folder / "taskrc").write_text("news.version=9.9.9\n", encoding="utf-8")
    listed = folder / "tasks.json"
    listed.write_text(json.dumps(tasks), encoding="utf-8")
    subprocess.run(
        [*task, "rc.confirmation=no", "import", str(listed)],
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )


def _measured(command: list[str], environment: dict[str, str]) -> tuple[list[float], int]:
    taken, lines = [], 0
    for _run in range(RUNS + 1):
        began = time.perf_counter()
        done = subprocess.run(
            command,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
        taken.append(time.perf_counter() - began)
        lines = done.stdout.count(b"\n")
    # The first fills the system's caches.
    return taken[1:], lines


if __name__ == "__main__":
    main(sys.argv[1:])
