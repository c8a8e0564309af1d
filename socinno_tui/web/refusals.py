"""What a phone is refused by the server itself, and its sentences: an error for each."""

from __future__ import annotations

from math import ceil
from typing import Final

from socinno_tui.domain.errors import RuleBroken, SocinnoError
from socinno_tui.domain.idea import IDEA_LIMIT
from socinno_tui.domain.phase import Phase, WrongPhase
from socinno_tui.domain.text import TextMissing, TextTooLong
from socinno_tui.i18n import N_, _, ngettext
from socinno_tui.service import store_wording  # noqa: F401  (the words for phones register there)
from socinno_tui.wording.errors import always, words_for


class TurnedAway(SocinnoError):
    """A request that is answered by one sentence; `status` is that of HTTP (RFC 9110, 15)."""

    status = 400


class NotUnderstood(TurnedAway):
    """No page of ours asks this, or in this way. `allowed` is in which ways it can be asked, where
    that is what is wrong.
    """

    def __init__(self, status: int = 400, *, allowed: str = "") -> None:
        super().__init__(status, allowed)
        self.status = status
        self.allowed = allowed


class FromElsewhere(TurnedAway):
    """Another page sent it, in the name of who looks at that."""

    status = 403


class NotKnown(TurnedAway):
    """What was sent has not the sign of a phone of ours: its cookie was lost, or never kept."""

    status = 403


class NothingHere(TurnedAway):
    """There is no such page."""

    status = 404


class WrongCode(TurnedAway):
    """The code in the address is not that of the door, or not any more."""

    status = 404


class EnoughSent(TurnedAway):
    """This phone has sent as many ideas as one may."""

    status = 409

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most


class TooLate(TurnedAway):
    """The meeting is past the collecting of ideas: what was written can still be said."""

    status = 409


class TooBig(TurnedAway):
    """What was sent is bigger than any form of ours."""

    status = 413


class OtherHost(TurnedAway):
    """It was asked under a name that is not ours: of a page that passes itself off as this one."""

    status = 421


class TooMany(TurnedAway):
    """More than one may; in `wait` seconds it is possible again."""

    status = 429

    def __init__(self, wait: float) -> None:
        super().__init__(wait)
        self.wait = wait

    @property
    def seconds(self) -> int:
        """How many whole seconds to wait."""
        return max(1, ceil(self.wait))


class NotNow(TurnedAway):
    """Nothing was kept, or nothing can be shown: the file refused (503), or something is wrong with
    this program (500).
    """

    def __init__(self, status: int = 503) -> None:
        super().__init__(status)
        self.status = status


BUSY_SECONDS: Final = 2
"""How long a phone waits before it tries anew what could not be kept."""

always(NotUnderstood, N_("This could not be read: open the page anew."))
always(FromElsewhere, N_("This did not come from our own page: open the page anew."))
always(NotKnown, N_("This phone was not known here any more, but now it is: send it once more."))
always(NothingHere, N_("There is nothing here: scan the code on the screen."))
always(WrongCode, N_("This code is not the one on the screen, or not any more: scan it anew."))
always(TooLate, N_("No ideas are collected any more: say it aloud in the room."))
always(OtherHost, N_("Type the address exactly as it is on the screen."))
always(NotNow, N_("That does not work just now: try it once more in a moment."))


@words_for.register
def _enough_sent(error: EnoughSent) -> str:
    return ngettext(
        "From this phone comes {count} idea, and no more can.",
        "From this phone come {count} ideas, and no more can.",
        error.most,
    ).format(count=error.most)


@words_for.register
def _too_big(_error: TooBig) -> str:
    return _("That is more than fits: {count} characters is the most.").format(count=IDEA_LIMIT)


@words_for.register
def _too_many(error: TooMany) -> str:
    return ngettext(
        "That goes too fast: once more in {count} second.",
        "That goes too fast: once more in {count} seconds.",
        error.seconds,
    ).format(count=error.seconds)


def for_phone(error: SocinnoError) -> SocinnoError:
    """Give the error that a phone is told. What the file refused is no concern of a phone: it has
    a path of this machine in it. Nor can a phone go back a phase, as the facilitator can.
    """
    if isinstance(error, WrongPhase) and error.phase is Phase.CLOSING:
        return TooLate()
    return error if isinstance(error, TurnedAway | RuleBroken) else NotNow()


def status_of(error: SocinnoError) -> int:
    """Give the status that a phone is answered with."""
    if isinstance(error, TurnedAway):
        return error.status
    if isinstance(error, TextMissing | TextTooLong):
        return 422
    return 409 if isinstance(error, RuleBroken) else NotNow().status


def retry_after(error: SocinnoError) -> dict[str, str]:
    """Give the header that says how many seconds to wait, where that helps (RFC 9110, 10.2.3)."""
    if isinstance(error, TooMany):
        return {"retry-after": str(error.seconds)}
    return {"retry-after": str(BUSY_SECONDS)} if isinstance(for_phone(error), NotNow) else {}


def heading_of(error: SocinnoError) -> str:
    """Give what stands above the sentence where there is no page of the meeting to put it on."""
    if isinstance(error, WrongCode):
        return _("Wrong code")
    if isinstance(error, TooMany | NotNow):
        return _("One moment")
    return _("That does not work")
