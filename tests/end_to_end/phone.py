"""A phone without script beside the installed program: what it sends goes over the network."""

from __future__ import annotations

import http.client
import re
from html import unescape
from urllib.parse import urlencode

FORM = "application/x-www-form-urlencoded"


class Phone:
    """A phone that came in at an address such as 127.0.0.1:8080/K7Q4M, and keeps its cookies."""

    def __init__(self, way_in: str) -> None:
        self.place, _slash, self.code = way_in.partition("/")
        self.cookies: dict[str, str] = {}
        self.page = self.ask("GET", "")[1]

    def ask(self, method: str, path: str, fields: dict[str, str] | None = None) -> tuple[int, str]:
        """Ask for something under the code, and give the status with what came. Raises OSError."""
        connection = http.client.HTTPConnection(self.place, timeout=10)
        headers = {"Origin": f"http://{self.place}", "Content-Type": FORM}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={told}" for name, told in self.cookies.items())
        try:
            body = urlencode(fields) if fields is not None else None
            connection.request(method, f"/{self.code}{path}", body, headers)
            answer = connection.getresponse()
            for name, value in answer.getheaders():
                if name.lower() == "set-cookie":
                    key, _sign, told = value.partition(";")[0].partition("=")
                    self.cookies[key] = told
            return answer.status, answer.read().decode()
        finally:
            connection.close()

    def send(self, text: str, sending: str) -> int:
        """Send an idea, again if need be under what it was sent as before; the status."""
        fields = {"sign": self._field("sign"), "sending": sending, "topic": "", "text": text}
        return self.ask("POST", "/idea", fields)[0]

    def _field(self, name: str) -> str:
        found = re.search(rf'name="{name}" value="([^"]*)"', self.page)
        assert found, self.page
        return unescape(found[1])
