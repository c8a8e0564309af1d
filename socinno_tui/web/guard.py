"""Who may come in: the name that was asked for, the page it came from, the code, and the pass."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from starlette.requests import Request

from socinno_tui.domain.phones import CODE_LENGTH
from socinno_tui.service.phone_signs import Signs, is_code
from socinno_tui.web.budgets import Buckets
from socinno_tui.web.limits import Limits
from socinno_tui.web.refusals import (
    FromElsewhere,
    NotUnderstood,
    OtherHost,
    TooMany,
    WrongCode,
)

PASS_COOKIE: Final = "socinno"

HTTP_PORT: Final = 80
"""Browsers leave this port out of what they ask for (RFC 9110, 4.2.1)."""

_ONCE: Final = (
    "host",
    "origin",
    "sec-fetch-site",
    "content-type",
    "content-length",
    "transfer-encoding",
    "cookie",
    "accept-language",
)
"""Headers that a browser sends once; sent twice, two readers could understand them differently."""

_LARGEST_CODE: Final = 12


def hosts_of(address: str, port: int) -> frozenset[str]:
    """Give the names under which this server may be asked for anything."""
    names = [address, "localhost"] if address.startswith("127.") else [address]
    hosts = {f"{name}:{port}" for name in names}
    return frozenset(hosts.union(names) if port == HTTP_PORT else hosts)


def check_host(request: Request, hosts: frozenset[str]) -> None:
    """Check that we were asked under our own name. A page elsewhere whose name is made to lead to
    this address (DNS rebinding) keeps asking under its own. Raises OtherHost, NotUnderstood.
    """
    headers = request.headers
    if any(len(headers.getlist(name)) > 1 for name in _ONCE):
        raise NotUnderstood
    if headers.get("host", "").lower() not in hosts:
        raise OtherHost
    if "content-length" in headers and "transfer-encoding" in headers:
        raise NotUnderstood


def check_origin(request: Request) -> None:
    """Check that nothing but a page of ours asked, where a browser tells so: another may only
    lead here, with a link. Raises FromElsewhere.
    """
    headers = request.headers
    origin = headers.get("origin")
    if origin is not None and origin != f"http://{headers['host']}":
        raise FromElsewhere
    is_link = request.method in {"GET", "HEAD"} and headers.get("sec-fetch-mode") == "navigate"
    if headers.get("sec-fetch-site", "same-origin") != "same-origin" and not is_link:
        raise FromElsewhere


def may_be_code(told: str) -> bool:
    """Whether somebody who types this may have meant the code."""
    return told.isascii() and told.isalnum() and len(told) <= _LARGEST_CODE


class CodeCheck:
    """The code of the door, and how often somebody may guess it."""

    def __init__(self, code: str, limits: Limits, now: Callable[[], float]) -> None:
        self._code = code
        self._guesses = Buckets(limits.guesses, now)

    def check(self, told: str, who: str) -> None:
        """Check a code. Raises WrongCode, or TooMany when so many were wrong that this one is not
        even looked at: a right one would give itself away.
        """
        if wait := self._guesses.wait(who):
            raise TooMany(wait)
        # Other letters may become ours when made large: the ligature of ST is one sign.
        if not (told.isascii() and is_code(told, self._code)):
            # Icons that a browser looks for by itself are no guesses.
            if told.isalnum() and len(told) == CODE_LENGTH:
                self._guesses.take(who)
            raise WrongCode

    def is_worn_out(self, who: str) -> bool:
        """Whether all guesses of this one are used up for now."""
        return self._guesses.wait(who) > 0


def phone_of(request: Request, signs: Signs) -> str | None:
    """Give the phone that asks, if it shows a pass of ours."""
    return signs.phone_of(request.cookies.get(PASS_COOKIE, ""))
