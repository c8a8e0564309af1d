"""The style and the script of the page, as answers."""

from __future__ import annotations

from hashlib import sha256
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from socinno_tui.web.pages import SCRIPT, STYLE

FILES: Final = {"look.css": (STYLE, "text/css"), "page.js": (SCRIPT, "text/javascript")}

_MARKS: Final = {
    name: f'"{sha256(text.encode()).hexdigest()[:16]}"' for name, (text, _kind) in FILES.items()
}


def shipped(name: str, request: Request) -> Response:
    """Give one of the files, or say that the phone has it already (RFC 9110, 13.1.2)."""
    text, kind = FILES[name]
    headers = {"etag": _MARKS[name], "cache-control": "no-cache"}
    if request.headers.get("if-none-match") == _MARKS[name]:
        return Response(status_code=304, headers=headers)
    return Response(text, headers=headers, media_type=f"{kind}; charset=utf-8")
