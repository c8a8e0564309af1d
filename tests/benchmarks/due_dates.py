"""Our grammar for due dates beside the libraries for it, on the tests' lists of phrases.

`python -m tests.benchmarks.due_dates`; the peers are installed by hand: dateparser, parsedatetime,
recurrent, timefhuman, ctparse, python-dateutil. One that is not there is named so.

Each library has the settings that did best: both languages where it knows them, the day before
the month, the future before the past. The held-out list takes every answer that could be meant, and
was written before the grammar was read; the other lists hold to what the grammar promises, and so
favour it. A wrong date is worse than a refusal, and is counted apart.
"""

from __future__ import annotations

import contextlib
import datetime
import importlib
import importlib.metadata
import io
import logging
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any, Final

from pendulum import Date

from socinno_tui.domain.due_date import DueDateRefused, parse_due_date
from tests.domain.due_phrases import ENGLISH, PHRASES, TUESDAY, DuePhrase
from tests.domain.due_phrases_heldout import HELD_OUT, HeldOut
from tests.domain.due_phrases_unseen import JUNK, UNSEEN

Reader = Callable[[str, Date], datetime.date | None]


@dataclass
class Score:
    """How often a reader was right, refused what has an answer, was wrong, and took junk."""

    right: int = 0
    refused: int = 0
    wrong: int = 0
    junk: int = 0

    def count(self, said: HeldOut, found: datetime.date | None) -> None:
        """Add what a reader made of a phrase."""
        if not said.right:
            self.junk += found is not None
        elif found in said.right or (found is None and said.may_be_refused):
            self.right += 1
        elif found is None:
            self.refused += 1
        else:
            self.wrong += 1

    def __str__(self) -> str:
        return f"{self.right:>6}{self.refused:>8}{self.wrong:>6}{self.junk:>6}"


def main() -> None:
    """Print how many phrases each reads right, refuses, reads wrong, and how much junk it takes."""
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    lists = {
        "held out": HELD_OUT,
        "our own": tuple(_open(one) for one in (*PHRASES, *UNSEEN)) + _JUNK,
        "English": tuple(_open(one) for one in ENGLISH),
    }
    print(" " * 26 + "".join(_title(name, phrases) for name, phrases in lists.items()))
    print(f"{'reader':<26}" + f"{'right':>6}{'refused':>8}{'wrong':>6}{'junk':>6}  " * len(lists))
    for name, module, make in READERS:
        try:
            read = make()
        except ImportError:
            print(f"{name:<26}  not installed")
            continue
        _quietly(read, "friday", HELD_OUT[0].today)  # what is built on first use is not counted
        began = time.perf_counter()
        scores = "  ".join(str(_score(read, phrases)) for phrases in lists.values())
        each = (time.perf_counter() - began) / sum(map(len, lists.values())) * 1000
        version = "" if module.startswith("socinno") else _version(module)
        print(
            f"{f'{name} {version}':<26}{scores}  {each:.2f} ms each, import {_import(module):.0f}"
        )


def _open(said: DuePhrase) -> HeldOut:
    right = frozenset() if said.right is None else frozenset({said.right})
    return HeldOut(said.phrase, said.today, right, may_be_refused=said.right is None)


_JUNK: Final = tuple(HeldOut(text, TUESDAY, frozenset(), may_be_refused=True) for text in JUNK)


def _title(name: str, phrases: Collection[HeldOut]) -> str:
    valid = sum(bool(one.right) for one in phrases)
    return f"{f'{name}: {valid} + {len(phrases) - valid} junk':>26}  "


def _score(read: Reader, phrases: Iterable[HeldOut]) -> Score:
    score = Score()
    for said in phrases:
        score.count(said, _quietly(read, said.phrase, said.today))
    return score


def _quietly(read: Reader, text: str, today: Date) -> datetime.date | None:
    # What a reader prints or raises on junk counts as a refusal.
    unseen = io.StringIO()
    with (
        contextlib.redirect_stdout(unseen),
        contextlib.redirect_stderr(unseen),
        contextlib.suppress(Exception),
    ):
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
                "PREFER_DAY_OF_MONTH": "last",
            },
        )
        return None if found is None else found.date()

    return read


def _parsedatetime() -> Reader:
    library: Any = importlib.import_module("parsedatetime")
    # Australians write the day before the month; what that does not know is tried in Dutch.
    calendars = [
        library.Calendar(library.Constants(locale, usePyICU=False)) for locale in ("en_AU", "nl_NL")
    ]

    def read(text: str, today: Date) -> datetime.date | None:
        for calendar in calendars:
            with contextlib.suppress(Exception):
                found, status = calendar.parseDT(text, sourceTime=_noon(today))
                if status:
                    return found.date()  # type: ignore[no-any-return]
        return None

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
        config = library.tfhConfig(now=_noon(today), direction=library.Direction.next)
        found = library.timefhuman(text, config)
        only = found[0] if len(found) == 1 else None
        return only.date() if isinstance(only, datetime.datetime) else None

    return read


def _ctparse() -> Reader:
    library: Any = importlib.import_module("ctparse")

    def read(text: str, today: Date) -> datetime.date | None:
        found = library.ctparse(text, ts=_noon(today), latent_time=False, timeout=2)
        meant = None if found is None else found.resolution
        # Of a span the end: an agreement is due at its end.
        meant = getattr(meant, "t_to", None) or getattr(meant, "t_from", None) or meant
        return meant.dt.date() if meant and (meant.isDate or meant.isDateTime) else None

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
    ("ctparse", "ctparse", _ctparse),
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
