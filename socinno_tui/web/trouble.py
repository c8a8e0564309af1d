"""What went wrong here is noted without a word of a phone, and nothing is ever printed: the
terminal shows the meeting.
"""

from __future__ import annotations

import logging
import traceback
from typing import Final

_LOG: Final = logging.getLogger(__name__)
_noted: set[tuple[str, str]] = set()


def keep_quiet() -> None:
    """Let no logger of the server's libraries reach the terminal, as Python's last resort for what
    nobody listens to. What uvicorn has to tell may hold addresses: it is told to nobody.
    """
    # "asyncio" tells that no more files can be opened, for one; who keeps a log still gets it.
    for name in (__name__, "asyncio"):
        _listen_to(logging.getLogger(name))
    for name in ("uvicorn", "uvicorn.error", "uvicorn.access", "uvicorn.asgi"):
        logger = logging.getLogger(name)
        _listen_to(logger)
        logger.propagate = False
        logger.setLevel(logging.CRITICAL + 1)


def note(error: BaseException) -> None:
    """Write down the kind of an error of our own and where it was, once for each place: not its
    message, in which what was typed may stand.
    """
    frames = traceback.extract_tb(error.__traceback__)
    place = "".join(frame.name + ":" + str(frame.lineno) + " " for frame in frames[-3:])
    kind = type(error).__qualname__
    if (kind, place) not in _noted:
        _noted.add((kind, place))
        told = "".join(traceback.format_tb(error.__traceback__)).rstrip()
        _LOG.error("phones: %s\n%s", kind, told)


def _listen_to(logger: logging.Logger) -> None:
    if not any(isinstance(handler, logging.NullHandler) for handler in logger.handlers):
        logger.addHandler(logging.NullHandler())
