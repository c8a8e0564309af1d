"""Our grammar for due dates beside the libraries for it, on the tests' list of phrases.

`python -m tests.benchmarks.due_dates`; the peers are installed by hand: dateparser, parsedatetime,
recurrent, timefhuman, python-dateutil. One that is not there is named so.
"""

from __future__ import annotations

import contextlib
import datetime
import importlib
import importlib.metadata
import io
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from typing import Any

from pendulum import Date

from socinno_tui.domain.due_date import DueDateRefused, parse_due_date
from tests.domain.due_phrases import PHRASES
from tests.domain.due_phrases_unseen import JUNK, UNSEEN

Reader = Callable[[str, Date], datetime.date | None]


def main() -> None:
    """Print how many phrases each reads right, and how much junk it refuses."""
    warnings.simplefilter("ignore")
    valid = [one for one in (*PHRASES, *UNSEEN) if one.right is not None]
    junk = [(one.phrase, one.today) for one in PHRASES if one.right is None]
    junk += [(text, valid[0].today) for text in JUNK]
    print(f"{len(valid)} valid phrases, {len(junk)} to be refused\n")
    print(f"{'reader':<26}{'right':>8}{'refused':>9}{'ms each':>9}{'import ms':>11}")
    for name, module, make in READERS:
        try:
            read = make()
        except ImportError:
            print(f"{name:<26}  not installed")
            continue
        began = time.perf_counter()
        right = sum(_quietly(read, one.phrase, one.today) == one.right for one in valid)
        each = (time.perf_counter() - began) / len(valid) * 1000
        refused = sum(_quietly(read, text, today) is None for text, today in junk)
        version = "" if module.startswith("socinno") else _version(module)
        print(
            f"{f'{name} {version}':<26}{right:>8}{refused:>9}{each:>9.2f}{_import(module):>11.0f}"
        )


def _quietly(read: Reader, text: str, today: Date) -> datetime.date | None:
    # What a reader prints or raises on junk counts as a refusal.
    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(Exception):
        return read(text, today)
    return None


def _noon(today: Date) -> datetime.datetime:
    return datetime.datetime(today.year, today.month, today.day, 12, tzinfo=None)  # noqa: DTZ001


def _ours() -> Reader:
    def read(text: str, today: Date) -> datetime.date | None:
        try:
            return parse_due_date(text, today=today)
        except DueDateRefused:
            return None

    return read


def _dateparser() -> Reader:
    library: Any = importlib.import_module("dateparser")

    def read(text: str, today: Date) -> datetime.date | None:
        found = library.parse(
            text,
            languages=["nl", "en"],
            settings={
                "PREFER_DATES_FROM": "future",
                "RELATIVE_BASE": _noon(today),
                "DATE_ORDER": "DMY",
            },
        )
        return None if found is None else found.date()

    return read


def _parsedatetime() -> Reader:
    library: Any = importlib.import_module("parsedatetime")
    calendar = library.Calendar()

    def read(text: str, today: Date) -> datetime.date | None:
        found, status = calendar.parseDT(text, sourceTime=_noon(today))
        return found.date() if status else None

    return read


def _recurrent() -> Reader:
    library: Any = importlib.import_module("recurrent.event_parser")

    def read(text: str, today: Date) -> datetime.date | None:
        found = library.RecurringEvent(now_date=_noon(today)).parse(text)
        return found.date() if isinstance(found, datetime.datetime) else None

    return read


def _timefhuman() -> Reader:
    library: Any = importlib.import_module("timefhuman")

    def read(text: str, today: Date) -> datetime.date | None:
        found = library.timefhuman(text, now=_noon(today))
        if isinstance(found, datetime.datetime):
            return found.date()
        return found if isinstance(found, datetime.date) else None

    return read


def _dateutil() -> Reader:
    library: Any = importlib.import_module("dateutil.parser")

    def read(text: str, today: Date) -> datetime.date | None:
        return library.parse(text, default=_noon(today), dayfirst=True).date()  # type: ignore[no-any-return]

    return read


def _pendulum() -> Reader:
    library: Any = importlib.import_module("pendulum")

    def read(text: str, _today: Date) -> datetime.date | None:
        found = library.parse(text, exact=True, strict=False)
        return found.date() if isinstance(found, datetime.datetime) else found

    return read


READERS: tuple[tuple[str, str, Callable[[], Reader]], ...] = (
    ("our grammar", "socinno_tui.domain.due_date", _ours),
    ("dateparser", "dateparser", _dateparser),
    ("parsedatetime", "parsedatetime", _parsedatetime),
    ("recurrent", "recurrent", _recurrent),
    ("timefhuman", "timefhuman", _timefhuman),
    ("python-dateutil", "dateutil.parser", _dateutil),
    ("pendulum", "pendulum", _pendulum),
)


def _version(module: str) -> str:
    name = {"dateutil.parser": "python-dateutil"}.get(module, module)
    return importlib.metadata.version(name)


def _import(module: str) -> float:
    code = f"import time; t = time.perf_counter(); import {module}; print(time.perf_counter() - t)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    return float(done.stdout or "nan") * 1000


if __name__ == "__main__":
    main()
