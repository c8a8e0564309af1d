"""How much phones may ask, and how long they may take: every number of the server, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once, and after that so many a second."""

    at_once: float
    a_second: float


@dataclass(frozen=True, slots=True)
class Budget:
    """The rates of one kind of request: from one phone, from one address, and from all."""

    phone: Rate
    address: Rate
    everyone: Rate


@dataclass(frozen=True, slots=True)
class Limits:
    """What a room of some hundred phones never comes near, and a flood does.

    A phone is held to its own budget first: what it is refused there costs others nothing. Those of
    an address are wide, since a router in between gives a whole room one address; see
    `all_from_one_address`. Those of all together keep the loop free for the keys: measured, 250
    ideas a second leave half of a core.
    """

    ideas: Budget = Budget(Rate(10, 0.5), Rate(200, 30), Rate(600, 300))
    """Nobody writes an idea in two seconds; ten at once are what was written out of reach."""

    taps: Budget = Budget(Rate(20, 2), Rate(400, 40), Rate(1000, 300))
    """Dots given and taken, ideas withdrawn: as fast as a finger goes on for a while."""

    pages: Budget = Budget(Rate(60, 4), Rate(1200, 60), Rate(3000, 300))
    """A page is four requests, and its fresh part is asked for once a second at most."""

    newcomers: Rate = Rate(250, 1)
    """New phones from one address: a whole room that comes in at once, and latecomers after it.
    Each has budgets of its own, so that they must not be had without end.
    """

    guesses: Rate = Rate(15, 0.2)
    """Wrong codes from one address or phone: slips of the finger, then one in five seconds. 28
    million codes take four years.
    """

    nonsense: Rate = Rate(40, 2)
    """Requests from one address that no page of ours makes, beyond which they are answered late:
    browsers ask for icons that are not there.
    """

    connects: Rate = Rate(600, 60)
    """New connections from one address: a browser opens up to six for a page."""

    ideas_each_phone: int = 100
    """More than anybody thinks of; as many are shown again to who sent them."""

    connections: int = 3000
    """Open at once, in all: each takes a file of the process, and some 20 kB."""

    connections_each_address: int = 200
    """Open at once from one address: that of a room behind a router has a stream for each phone.
    Past it one that waits makes room for a new one.
    """

    body_bytes: int = 8192
    """500 signs of four bytes each are 6,000 in a form, and some hundred for the other fields."""

    drained_bytes: int = 65536
    """Of a body that is too big, so much is read and thrown away, so that the answer arrives."""

    fields: int = 8
    """Our largest form has five fields."""

    header_bytes: int = 16384
    """What one sent is in a cookie of at most 3,800 bytes; other pages of an address add theirs."""

    request_seconds: float = 10.0
    """From the first byte of a request to its last: 8 KiB take a second on the worst network."""

    idle_seconds: float = 8.0
    """How long a connection is kept on which nothing is asked."""

    reader_seconds: float = 10.0
    """How long an answer of some 20 kB may take to be read."""

    file_rest_seconds: float = 2.0
    """After the file refused, it is tried anew only then: each attempt at a file that is locked
    holds up the screen.
    """

    seen_seconds: float = 180.0
    """How long a phone counts as being in after it was seen: its screen goes dark in between."""

    first_delay: float = 0.25
    """How much later who goes past a limit is answered; it doubles each time…"""

    longest_delay: float = 5.0
    """… up to this."""

    quiet_seconds: float = 60.0
    """Who stayed within the limits for so long is answered at once again."""

    frame_seconds: float = 1.0
    """Streams are told of changes no more often: a person reads no faster."""

    heartbeat_seconds: float = 15.0
    """Routers forget a connection on which nothing passes, some after half a minute."""

    slice_of_streams: int = 40
    """So many are told before the loop is let go on with the screen's work."""

    slice_seconds: float = 0.1
    """Pause between slices when phones will ask for the page anew: 200 phones come within half a
    second, 1,000 in two and a half, instead of all at once.
    """

    number_seconds: float = 0.3
    """How long a page waits for the number of the idea that was just sent without script."""


def all_from_one_address(limits: Limits) -> Limits:
    """Give these limits for a room whose phones all come from one address, that of a router in
    between or of this machine itself: what one address may is then what all may.
    """

    def shared(budget: Budget) -> Budget:
        return replace(budget, address=budget.everyone)

    return replace(
        limits,
        ideas=shared(limits.ideas),
        taps=shared(limits.taps),
        pages=shared(limits.pages),
        newcomers=Rate(limits.connections, limits.pages.everyone.a_second),
        connects=Rate(2 * limits.connections, limits.pages.everyone.a_second),
        connections_each_address=limits.connections,
    )
