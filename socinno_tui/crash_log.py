"""What is written down of an error of the program's own: where it was, never what was typed."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from copy import copy
from pathlib import Path
from types import TracebackType
from typing import TypeAlias

ExceptionInfo: TypeAlias = (
    tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
)
"""What the logging module calls `exc_info`."""


class WordlessFormatter(logging.Formatter):
    """Tells the place and the kind of an error. Its message is left out: what a person typed can
    stand in it, as in "invalid literal for int() with base 10: 'Anna'".
    """

    def format(self, record: logging.LogRecord) -> str:
        """Give one entry."""
        # Another handler's words for the same error would be used otherwise.
        afresh = copy(record)
        afresh.exc_text = None
        return super().format(afresh)

    def formatException(self, ei: ExceptionInfo) -> str:  # noqa: N802  (logging's own name)
        """Give the frames and the name of each error in the chain, the first one first."""
        return "\n".join(_told(ei[1])) if ei[1] is not None else ""


def _told(error: BaseException) -> Iterator[str]:
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if earlier is not None:
        yield from _told(earlier)
    yield "".join(traceback.format_tb(error.__traceback__)).rstrip()
    yield f"{type(error).__module__}.{type(error).__qualname__}"


def keep_log(file: Path) -> None:
    """Write warnings and errors to a file from now on. Raises OSError where that cannot be."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handler = logging.FileHandler(file, encoding="utf-8", delay=True)
    handler.setFormatter(WordlessFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.WARNING)
    logging.getLogger().addHandler(handler)
