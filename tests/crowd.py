"""Phones in a process of their own, as many as are asked for: `python -m tests.crowd --help`.

Each comes from an address of its own (127.x.y.z), keeps a stream open, fetches the page's part when
what it sees has changed, and sends ideas; what got no answer it sends again, as the same sending.

It says "in" on a line of its own once all are in, begins when a line comes in, and says in the end
in JSON what was sent and what was acknowledged. All moments are of the system's monotonic clock,
which is the same in every process of a machine (Linux).
"""

from __future__ import annotations

import argparse
import asyncio
import json
import re
import secrets
import select
import subprocess
import sys
import time
from collections import Counter
from dataclasses import asdict, dataclass, field
from html import unescape
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import urlencode

PATIENCE_SECONDS = 10.0
"""How long a phone waits for an answer; the page's own script waits as long."""

COME_IN_A_SECOND = 150
"""How many phones scan the code in one second."""

LONGEST_PAUSE = 1.0


@dataclass
class Sent:
    """One idea: when it was first sent, and when it was acknowledged, if ever."""

    text: str
    sent_at: float
    acknowledged_at: float | None = None
    attempts: int = 0


@dataclass
class Outcome:
    """What became of all that a crowd sent; `answers` counts what sending was answered, by status,
    0 for no answer at all.
    """

    sent: list[Sent] = field(default_factory=list)
    answers: Counter[int] = field(default_factory=Counter)
    parts: int = 0

    @property
    def acknowledged(self) -> list[Sent]:
        """The ideas that were said to be kept."""
        return [one for one in self.sent if one.acknowledged_at is not None]

    def to_json(self) -> str:
        """Give it as one line."""
        told = [asdict(one) for one in self.sent]
        return json.dumps({"sent": told, "answers": dict(self.answers), "parts": self.parts})

    @classmethod
    def from_json(cls, line: str) -> Outcome:
        """Read it back."""
        told = json.loads(line)
        answers = Counter({int(status): count for status, count in told["answers"].items()})
        return cls([Sent(**one) for one in told["sent"]], answers, told["parts"])


class Unreachable(Exception):
    """Nothing came back."""


@dataclass(frozen=True)
class Plan:
    """What every phone does: `each` ideas at most, one in so many seconds, until it is over."""

    place: str
    code: str
    texts: tuple[str, ...]
    every: float
    seconds: float
    each: int
    together: bool
    patience: float


class CrowdPhone:
    """One phone with its page open."""

    def __init__(self, number: int, plan: Plan, outcome: Outcome) -> None:
        self.number = number
        self._plan = plan
        self._outcome = outcome
        self._from = f"127.{10 + number // 62_500}.{number // 250 % 250}.{1 + number % 250}"
        self._cookies: dict[str, str] = {}
        self._fields: dict[str, str] = {}
        self._wire: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._turn = asyncio.Lock()

    async def come_in(self) -> None:
        """Open the page, again and again until it is there."""
        while True:
            try:
                status, _headers, page = await self._ask("GET", "")
            except Unreachable:
                status, page = 0, ""
            if status == 200:
                hidden = re.findall(r'name="(sign|topic)"[^>]*value="([^"]*)"', page)
                self._fields = {name: unescape(value) for name, value in hidden}
                return
            await asyncio.sleep(0.2)

    async def write(self, begun: float) -> None:
        """Send ideas, each until it is acknowledged or patience is at its end."""
        plan = self._plan
        ends = begun + plan.seconds
        at = begun if plan.together else begun + secrets.randbelow(1000) / 1000 * plan.every
        texts = islice(cycle(plan.texts), self.number, None)
        for turn in range(plan.each):
            await asyncio.sleep(max(0.0, at - time.monotonic()))
            if time.monotonic() >= ends:
                return
            # Each told apart, so that what is lost or double is seen.
            text = f"{next(texts)[:400]} ({self.number}.{turn})"
            await self._send(text, until=ends + plan.patience)
            at += plan.every

    async def _send(self, text: str, until: float) -> None:
        sent = Sent(text, time.monotonic())
        self._outcome.sent.append(sent)
        fields = {**self._fields, "sending": secrets.token_urlsafe(9), "text": text, "part": "1"}
        pause = 0.05
        while time.monotonic() < until:
            sent.attempts += 1
            try:
                status, headers, _page = await self._ask("POST", "/idea", urlencode(fields))
            except Unreachable:
                status, headers = 0, {}
            self._outcome.answers[status] += 1
            if status == 200:
                sent.acknowledged_at = time.monotonic()
                return
            if status in {400, 403, 409, 413, 422}:
                return
            pause = min(LONGEST_PAUSE, pause * 2)
            await asyncio.sleep(float(headers.get("retry-after", pause)))

    async def follow(self) -> None:
        """Keep a stream open, and fetch what has changed."""
        while True:
            try:
                await self._follow_once()
            except (OSError, EOFError, Unreachable):
                await asyncio.sleep(0.5)

    async def _follow_once(self) -> None:
        reader, writer = await self._connected()
        try:
            writer.write(self._request("GET", "/stream"))
            await reader.readuntil(b"\r\n\r\n")
            known = ""
            while line := await reader.readline():
                told = line.decode().split()
                if told[:1] != ["data:"]:
                    continue
                if known and told[1] != known:
                    await self._ask("GET", "/part")
                    self._outcome.parts += 1
                known = told[1]
        finally:
            writer.transport.abort()

    async def _connected(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        host, _colon, port = self._plan.place.partition(":")
        return await asyncio.open_connection(host, int(port), local_addr=(self._from, 0))

    async def _ask(self, method: str, path: str, body: str = "") -> tuple[int, dict[str, str], str]:
        """Ask for something on the connection that is kept. Raises Unreachable."""
        async with self._turn:
            for is_new in (self._wire is None, True):
                try:
                    async with asyncio.timeout(PATIENCE_SECONDS):
                        if self._wire is None:
                            self._wire = await self._connected()
                        return await self._asked(*self._wire, self._request(method, path, body))
                except (OSError, EOFError, TimeoutError) as error:
                    self._let_go()
                    # A connection on which nothing was asked for long may have been dropped.
                    if is_new or isinstance(error, TimeoutError):
                        raise Unreachable from error
            raise Unreachable

    async def _asked(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes
    ) -> tuple[int, dict[str, str], str]:
        writer.write(request)
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers: dict[str, str] = {}
        for line in head[1:]:
            name, _colon, value = line.partition(": ")
            if name.lower() == "set-cookie":
                pair = value.partition(";")[0]
                self._cookies[pair.partition("=")[0]] = pair.partition("=")[2]
            headers[name.lower()] = value
        page = await reader.readexactly(int(headers.get("content-length", 0)))
        if headers.get("connection") == "close":
            self._let_go()
        return int(head[0].split()[1]), headers, page.decode()

    def _let_go(self) -> None:
        if self._wire is not None:
            self._wire[1].transport.abort()
            self._wire = None

    def _request(self, method: str, path: str, body: str = "") -> bytes:
        place = self._plan.place
        lines = [f"{method} /{self._plan.code}{path} HTTP/1.1", f"Host: {place}"]
        if self._cookies:
            kept = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
            lines.append(f"Cookie: {kept}")
        if method == "POST":
            lines += [
                f"Origin: http://{place}",
                "Content-Type: application/x-www-form-urlencoded",
                f"Content-Length: {len(body.encode())}",
            ]
        return "\r\n".join([*lines, "", body]).encode()


class Crowd:
    """A crowd in a process of its own; use it as a context manager."""

    def __init__(self, place: str, code: str, *options: str) -> None:
        """`options` are those of the command line."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.crowd", place, code, *options],
            cwd=Path(__file__).parent.parent,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Crowd:
        return self

    def __exit__(self, *_error: object) -> None:
        self._process.kill()
        self._process.communicate()

    def wait_until_in(self) -> None:
        """Wait until every phone has its page open."""
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == "in\n"

    def go(self) -> None:
        """Let all begin to write."""
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()

    @property
    def is_done(self) -> bool:
        """Whether all is said."""
        assert self._process.stdout is not None
        return bool(select.select([self._process.stdout], [], [], 0)[0])

    def outcome(self) -> Outcome:
        """Wait until all have written, and give what became of it."""
        assert self._process.stdout is not None
        return Outcome.from_json(self._process.stdout.readline())


async def gathered(phones: int, plan: Plan) -> Outcome:
    """Let so many phones come in, write and give what became of it."""
    outcome = Outcome()
    crowd = [CrowdPhone(number, plan, outcome) for number in range(phones)]
    coming: list[asyncio.Task[None]] = []
    for phone in crowd:
        coming.append(asyncio.create_task(phone.come_in()))
        await asyncio.sleep(1 / COME_IN_A_SECOND)
    await asyncio.gather(*coming)
    following = [asyncio.create_task(phone.follow()) for phone in crowd]
    await asyncio.sleep(0.5)
    print("in", flush=True)
    await asyncio.to_thread(sys.stdin.readline)
    begun = time.monotonic()
    await asyncio.gather(*(phone.write(begun) for phone in crowd))
    for task in following:
        task.cancel()
    await asyncio.gather(*following, return_exceptions=True)
    return outcome


def raise_limit_of_files(wanted: int) -> None:
    """Let this process have so many connections, as far as the system allows."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(wanted, hard), hard))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("place", help="host:port")
    parser.add_argument("code")
    parser.add_argument("--phones", type=int, default=40)
    parser.add_argument("--every", type=float, default=4.0, help="seconds")
    parser.add_argument("--seconds", type=float, default=30.0)
    parser.add_argument("--each", type=int, default=1_000_000, help="ideas of one phone at most")
    parser.add_argument("--together", action="store_true", help="all in the same instant")
    parser.add_argument("--patience", type=float, default=PATIENCE_SECONDS, help="seconds after")
    parser.add_argument("--texts", type=Path, help="a CSV with ideas in its first column")
    asked = parser.parse_args()
    from tests.benchmarks.feed import texts_from

    raise_limit_of_files(2 * asked.phones + 100)
    plan = Plan(
        asked.place,
        asked.code,
        tuple(" ".join(text.split()) for text in texts_from(asked.texts)),
        asked.every,
        asked.seconds,
        asked.each,
        asked.together,
        asked.patience,
    )
    print(asyncio.run(gathered(asked.phones, plan)).to_json(), flush=True)


if __name__ == "__main__":
    main()
