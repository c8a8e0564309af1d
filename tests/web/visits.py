"""What a phone is shown in every moment, of a believable meeting."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from socinno_tui.domain.ballot import Ballot
from socinno_tui.domain.dot_counting import with_dot_round
from socinno_tui.domain.dot_round import DotRound
from socinno_tui.domain.floor import break_begun
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.phone_view import PhoneView, phone_view
from socinno_tui.domain.phones import Fate
from socinno_tui.domain.silent_meeting import Table, silence_begun
from socinno_tui.service.phone_door import OwnIdea
from socinno_tui.web.pages import Visit
from tests.meetings import STARTS_AT, a_meeting, an_id, idea_id

BASE: Final = "/K7Q4M"

OWN: Final = (
    OwnIdea("eerste_van_mij", "Een gastvrouw bij de deur", 4, Fate.IN, may_withdraw=True),
    OwnIdea("tweede_van_mij", "Elke week tien minuten", None, Fate.WAITS, may_withdraw=True),
    OwnIdea("derde_van_mij", "Een sms vooraf", None, Fate.WITHDRAWING, may_withdraw=False),
    OwnIdea("vierde_van_mij", "Nooit gezegd", None, Fate.WITHDRAWN, may_withdraw=False),
)


def a_visit(view: PhoneView, own: tuple[OwnIdea, ...] = OWN) -> Visit:
    """Give what a phone that sent some ideas is shown."""
    return Visit(BASE, "s1gn" * 8, "n3w_send1ng", view, own, Ballot(), "v1")


def a_round(*, stacked: bool = True, managers_too: bool = False) -> DotRound:
    """Give a round of three dots each on the counter."""
    topic = a_meeting().topic.id
    return DotRound(an_id("round"), topic, 6, 3, stacked, managers_too=managers_too)


def in_dots(begun: DotRound | None = None) -> Meeting:
    """Give the meeting while dots are given; the lunch breaks came under opening on Tuesday."""
    choosing = a_meeting(Phase.SELECTION)
    merged = choosing.with_merged(idea_id(6), frozenset({idea_id(9)}))
    return with_dot_round(merged, begun or a_round())


def closed() -> Meeting:
    """Give the meeting as it was closed, with a conclusion."""
    meeting = a_meeting(Phase.FOLLOW_UP)
    said = "We beginnen klein, aan twee balies, en kijken in maart wat het scheelt."
    topics = tuple(replace(topic, conclusion=said) for topic in meeting.topics)
    return replace(meeting, topics=topics)


def _on_break() -> Meeting:
    return break_begun(a_meeting(), STARTS_AT.add(minutes=40), an_id("break"))


def _writing() -> Meeting:
    now = STARTS_AT.add(minutes=5)
    meeting = a_meeting(ideas=())
    return silence_begun(meeting, Table(6, 1), minutes=5, now=now, round_id=an_id("silence"))


def _dotted(*, stacked: bool = True) -> Visit:
    visit = a_visit(phone_view(in_dots(a_round(stacked=stacked))), OWN[:1])
    dots = {idea_id(2): 2} if stacked else {idea_id(2): 1, idea_id(9): 1}
    return replace(visit, ballot=Ballot(dots))


def _just_sent() -> OwnIdea:
    idea = a_meeting().ideas[-1]
    return OwnIdea("net_verstuurd", idea.text, idea.number, Fate.IN, may_withdraw=True)


def _refused() -> Visit:
    visit = a_visit(phone_view(a_meeting(Phase.CLOSING)), ())
    said = "Er komen nu geen ideeën meer bij."
    return replace(visit, said=said, refused=True, typed="Een loket in de wijk")


VISITS: Final[Mapping[str, Visit]] = {
    "waiting": a_visit(phone_view(a_meeting(Phase.PREPARATION)), ()),
    "writing": a_visit(phone_view(_writing()), OWN[1:2]),
    "collecting": a_visit(phone_view(a_meeting())),
    "sent": a_visit(phone_view(a_meeting()), (_just_sent(),)),
    "break": a_visit(phone_view(_on_break()), OWN[:1]),
    "choosing": a_visit(phone_view(a_meeting(Phase.SELECTION)), OWN[:1]),
    "dots": _dotted(),
    "dots-one-each": _dotted(stacked=False),
    "closing": a_visit(phone_view(a_meeting(Phase.CLOSING)), ()),
    "refused": _refused(),
    "recap": a_visit(phone_view(closed())),
}
