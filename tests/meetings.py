"""Builders of a believable meeting: a town hall asks its counter staff about the waiting time.

Everything in it is made up. The instants stand still: the meeting is on Monday 23 November 2026,
at ten in the morning in Amsterdam. Ids are UUIDs made from a name, the same on each run.
"""

from collections.abc import Iterable
from dataclasses import replace
from uuid import NAMESPACE_URL, uuid5

import pendulum
from pendulum import Date, DateTime

from socinno_tui.domain.action import ActionItem
from socinno_tui.domain.agenda import Agenda, TimeBox
from socinno_tui.domain.closing import moved_on, proposed_review_date
from socinno_tui.domain.idea import Idea, Verdict, VerdictKind
from socinno_tui.domain.meeting import Goal, Meeting
from socinno_tui.domain.participant import Attendance, Participant, Role, RoomCheck
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.talk import Speaker, TalkTurn
from socinno_tui.domain.topic import Frame, Topic

ZONE = "Europe/Amsterdam"
STARTS_AT: DateTime = pendulum.datetime(2026, 11, 23, 9, 0)
"""When the meeting starts, in UTC: ten o'clock in Amsterdam."""

TODAY = Date(2026, 11, 23)
DUE = Date(2026, 12, 11)
"""A Friday, 18 days on."""

QUESTION = "Hoe halveren we de wachttijd aan de balie, binnen het budget van dit jaar?"

IDEA_TEXTS = (
    "Afspraken zelf plannen in de app",
    "Zelfscan bij de ingang",
    "Piekuren tonen op het scherm bij de ingang, net als in de supermarkt",
    "Een gastvrouw die bij de deur al vraagt waar iemand voor komt",
    "Paspoorten thuis laten bezorgen",
    "Op dinsdagavond open, dan hoeft niemand vrij te nemen",
    "Formulieren vooraf invullen in plaats van aan de balie",
    "Eén nummer voor wie maar één handtekening nodig heeft",
    "Lunchpauzes spreiden, zodat er tussen twaalf en twee drie balies open zijn",
    "Een sms als je over tien minuten aan de beurt bent",
    "Verhuizingen alleen nog online, met hulp achter een laptop in de hal",
    "Elke vrijdag tien minuten: welke vraag kwam er deze week drie keer?",
)

DOTS = (3, 5, 1, 4, 0, 2, 4, 0, 1, 0, 2, 0)
"""Raised hands for each of IDEA_TEXTS, in the same order."""

OWNERS = ("Fatma de Vries", "Jan Willem Bakker", "Anouk van der Meer")


def an_id(name: str) -> str:
    """Give the id that always belongs to a name."""
    return str(uuid5(NAMESPACE_URL, f"https://example.org/{name}"))


def a_topic(name: str = "De balie", question: str = QUESTION) -> Topic:
    """Give a topic with a question that the coach has nothing to say about."""
    return Topic(
        an_id(f"topic {name}"),
        name=name,
        question=question,
        frame=Frame(
            inside="de balie, de app en het rooster",
            outside="een verbouwing",
            limits="het budget van dit jaar",
        ),
    )


def an_idea(
    number: int,
    text: str = "",
    *,
    dots: int = 0,
    topic: Topic | None = None,
    merged_into: int | None = None,
    verdict: VerdictKind | None = None,
    reason: str = "",
) -> Idea:
    """Give idea number so many; `merged_into` is the number of the idea it is under."""
    return Idea(
        id=idea_id(number),
        number=number,
        topic_id=(topic or a_topic()).id,
        text=text or IDEA_TEXTS[(number - 1) % len(IDEA_TEXTS)],
        offered_at=STARTS_AT.add(minutes=5),
        dots=dots,
        merged_into=None if merged_into is None else idea_id(merged_into),
        verdict=None if verdict is None else Verdict(verdict, reason),
    )


def idea_id(number: int) -> str:
    """Give the id of the idea with this number, as `an_idea` makes it."""
    return an_id(f"idea {number}")


def some_ideas(*, dotted: bool = True) -> tuple[Idea, ...]:
    """Give all twelve ideas, with their dots unless these were not given yet."""
    return tuple(an_idea(number, dots=dots if dotted else 0) for number, dots in enumerate(DOTS, 1))


def people() -> tuple[Participant, ...]:
    """Give six employees and their manager who come, the facilitator, and two who do not (yet)."""
    coming = (*OWNERS, "Youssef El Amrani", "Marit Hoekstra", "Ruben Kuiper")
    there = Attendance.COMING
    return (
        *(Participant(an_id(name), name, attendance=there) for name in coming),
        Participant(
            an_id("manager"), "Petra Smit", "p.smit@example.org", Role.MANAGER, attendance=there
        ),
        Participant(an_id("facilitator"), "Kees Mulder", "", Role.FACILITATOR, attendance=there),
        Participant(an_id("ill"), "Lies Dekker", attendance=Attendance.NOT_COMING),
        Participant(an_id("silent"), "Tom Visser", "tom@example.org"),
    )


def ninety_minutes() -> Agenda:
    """Give the time-boxes of an hour and a half."""
    boxes = (
        ("Welkom en vraag", 10, Phase.IDEATION),
        ("Ideeën verzamelen", 25, Phase.IDEATION),
        ("Samenvoegen en stippen", 20, Phase.SELECTION),
        ("Kiezen", 10, Phase.SELECTION),
        ("Afspraken maken", 25, Phase.CLOSING),
    )
    return Agenda(
        tuple(TimeBox(an_id(title), title, minutes, phase) for title, minutes, phase in boxes)
    )


def a_turn(
    speaker: Speaker, begins: int, ends: int | None = None, *, name: str | None = None
) -> TalkTurn:
    """Give a turn; `begins` and `ends` are seconds after the start of the meeting."""
    start = STARTS_AT.add(seconds=begins)
    end = None if ends is None else STARTS_AT.add(seconds=ends)
    return TalkTurn(an_id(name or f"turn {begins}"), speaker, start, end or start, end)


def a_prepared_meeting(*topics: Topic) -> Meeting:
    """Give a meeting that is ready to begin, on the topics given or else on the counter."""
    return Meeting(
        id=an_id("meeting"),
        title="Kortere wachttijd aan de balie",
        zone=ZONE,
        created_at=STARTS_AT.subtract(days=20),
        topics=topics or (a_topic(),),
        starts_at=STARTS_AT,
        place="Bibliotheek, zaal 2",
        planned_minutes=90,
        format_name="ninety",
        goal=Goal("drie ideeën die voor 1 maart draaien"),
        participants=people(),
        room_checks=(
            RoomCheck(an_id("place"), "Een andere plek dan de dagelijkse werkplek", done=True),
            RoomCheck(an_id("telephones"), "Telefoons weg", done=True),
        ),
        limit_minutes=6,
        agenda=ninety_minutes(),
        review_date=proposed_review_date(TODAY),
    )


def a_meeting(phase: Phase = Phase.IDEATION, *, ideas: Iterable[Idea] | None = None) -> Meeting:
    """Give the meeting as it stands in a phase, with some ideas unless others are given.

    It went through every phase before, ten minutes in each. From the closing on #1, #2 and #4
    are selected, unless the ideas given say otherwise; once it is closed each has an owner and a
    due date.
    """
    meeting = a_prepared_meeting()
    if phase is Phase.PREPARATION:
        return meeting
    meeting = moved_on(meeting, now=STARTS_AT, turn_id=an_id("turn 0"))
    offered = tuple(some_ideas(dotted=phase is not Phase.IDEATION) if ideas is None else ideas)
    meeting = replace(
        meeting, ideas=offered, last_number=max((idea.number for idea in offered), default=0)
    )
    minutes = 0
    while meeting.phase is not phase:
        if meeting.phase is Phase.SELECTION and ideas is None:
            meeting = _with_three_selected(meeting)
        if meeting.phase is Phase.CLOSING:
            meeting = with_agreements(meeting)
        minutes += 10
        meeting = moved_on(
            meeting, now=STARTS_AT.add(minutes=minutes), turn_id=an_id(f"turn {minutes}")
        )
    return meeting


def with_agreements(meeting: Meeting) -> Meeting:
    """Give every selected idea an owner and a due date."""
    for place, cluster in enumerate(meeting.selected):
        action = ActionItem(
            an_id(f"action {cluster.lead.number}"),
            cluster.lead.id,
            owner=OWNERS[place % len(OWNERS)],
            due=DUE.add(weeks=place),
            first_step="Als ik maandag begin, dan bel ik eerst de leverancier",
        )
        meeting = meeting.with_action(action)
    return meeting


def _with_three_selected(meeting: Meeting) -> Meeting:
    for number in (1, 2, 4):
        meeting = meeting.with_verdict(idea_id(number), Verdict(VerdictKind.SELECTED))
    meeting = meeting.with_verdict(idea_id(6), Verdict(VerdictKind.LATER))
    no = Verdict(VerdictKind.NO, "Dat mag van de wet niet")
    return meeting.with_verdict(idea_id(5), no)
