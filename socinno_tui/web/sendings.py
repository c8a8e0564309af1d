"""What a phone sent: the phone itself remembers it, in a cookie of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from socinno_tui.service.phone_signs import is_sending
from socinno_tui.web.refusals import EnoughSent

SENT_COOKIE: Final = "sent"

COOKIE_SECONDS: Final = 24 * 3600
"""Longer than any meeting; what it opens is over when the meeting is."""

_LARGEST_COOKIE: Final = 3800
"""Browsers keep 4,096 bytes of a cookie, its name and attributes included (RFC 6265, 6.1)."""


def sent_by(request: Request, most: int) -> tuple[str, ...]:
    """Give what the phone that asks says it sent, the newest last, `most` at the most."""
    told = request.cookies.get(SENT_COOKIE, "").split(".")
    return tuple(dict.fromkeys(one for one in told if is_sending(one)))[-most:]


def remember_sent(answer: Response, sent: Sequence[str]) -> None:
    """Let a phone remember what it sent, the oldest forgotten where a cookie cannot hold it."""
    kept, size = list[str](), 0
    for one in reversed(sent):
        size += len(one) + 1
        if size > _LARGEST_COOKIE:
            break
        kept.append(one)
    keep_cookie(answer, SENT_COOKIE, ".".join(reversed(kept)))


def keep_cookie(answer: Response, name: str, value: str) -> None:
    """Let a phone keep something that only it and we see."""
    answer.set_cookie(name, value, max_age=COOKIE_SECONDS, httponly=True, samesite="lax")


class SentCounts:
    """How many ideas came from each phone: counted by what they were sent as, since one that is
    sent again is not another. In memory only.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._sent: dict[str, set[str]] = {}

    def check(self, phone: str, sending: str) -> None:
        """Check that a phone may send this. Raises EnoughSent."""
        sent = self._sent.get(phone, set())
        if len(sent) >= self._most and sending not in sent:
            raise EnoughSent(self._most)

    def add(self, phone: str, sending: str) -> None:
        """Count what was kept."""
        self._sent.setdefault(phone, set()).add(sending)
