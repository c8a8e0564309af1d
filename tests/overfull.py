"""Meetings that hold more than fits anywhere: what every screen must bear.

Some of the ideas are statements from two public conversations held with Polis (Scoop HiveMind on
freshwater and on affordable housing, 2017; The Computational Democracy Project, CC BY 4.0). The
rest is made up: words of fifty letters, emoji of several code points, Chinese.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pendulum
from pendulum import DateTime

from socinno_tui.domain.action import ActionItem, Update, UpdateKind
from socinno_tui.domain.agenda import Agenda, TimeBox
from socinno_tui.domain.idea import Idea, Verdict, VerdictKind
from socinno_tui.domain.meeting import Goal, Meeting
from socinno_tui.domain.participant import Attendance, Participant, Role, RoomCheck
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.talk import Speaker, TalkTurn
from socinno_tui.domain.topic import Frame, Topic
from tests.agreements import Agreed, a_closed_meeting
from tests.meetings import OWNERS, TODAY, ZONE, an_id

NOW: DateTime = pendulum.datetime(2026, 11, 23, 13, 12, tz="UTC")
BEGAN = NOW.subtract(minutes=75)

WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerk"
"""A German word of fifty letters and more."""

QUESTION = (
    "Hoe zorgen we er samen voor dat iedereen die bij ons aan de balie komt, van de ouder met een "
    "kinderwagen tot de ondernemer met haast, voortaan binnen tien minuten en zonder tweede bezoek "
    "geholpen is, binnen het budget en het rooster van dit jaar?"
)
"""A question of forty words."""

FAMILY, HEART = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}\u200d\N{BOY}", "\N{HEAVY BLACK HEART}\ufe0f"

TEXTS = (
    "Current policy initiatives such as tighter rules for property investors and measures to "
    "increase the supply of land for development are are sufficient to address housing "
    "affordability.",
    "Measures to address the cost of building materials will help with housing affordability.",
    "Increasing building employees skills and productivity in the the construction sector will "
    "improve housing affordability.",
    "1. There is a freshwater management crisis in New Zealand and something must be done about "
    "it.",
    "All NZ waterways should be clean enough to swim, fish, boat and perform other recreational "
    "activities in.",
    "All NZers have the right to access safe and clean freshwater from the tap for drinking, "
    "cooking, sanitation and watering plants.",
    f"{WORD} en {WORD.lower()}sbeambtengesellschaft eerst zelf laten proberen",
    f"Een familiehoek {FAMILY} bij de ingang, met hart {HEART} voor wie wacht {FAMILY}{HEART}",
    "在入口处显示高峰时段，让大家选择安静的时间来办理业务，这样就不需要排队等候了，也不需要再来第二次",
    "Ja",
    "Kort",
    "Een sms als je over tien minuten aan de beurt bent",
)

PLACE = "Bibliotheek aan de Oosterdokskade, derde verdieping, zaal 2 naast de koffieautomaat"
GOAL = "drie ideeën die voor 1 maart draaien, elk met een trekker uit het team en zonder extra geld"


def people(count: int = 60) -> tuple[Participant, ...]:
    """Give so many people with short, long, and foreign names; one manager, one facilitator."""
    names = (
        "Fatma de Vries",
        "Maria Magdalena van den Boogaard-Wilhelmina Oosterhuis tot Nederhorst",
        "王小明",
        f"Noor {HEART}",
        f"Frau {WORD}",
        "Bo",
    )
    kinds = tuple(Attendance)
    found = [
        Participant(
            an_id(f"guest {place}"),
            f"{names[place % len(names)]} {place + 1}",
            f"gast{place}@example.org" if place % 3 == 0 else "",
            attendance=kinds[place % len(kinds)],
        )
        for place in range(count - 2)
    ]
    there = Attendance.COMING
    return (
        *found,
        Participant(an_id("manager"), "Petra Smit", "", Role.MANAGER, attendance=there),
        Participant(an_id("facilitator"), "Kees Mulder", "", Role.FACILITATOR, attendance=there),
    )


def topics() -> tuple[Topic, ...]:
    """Give three topics, the first with a long question and long bounds."""
    frame = Frame(
        inside="de balie, de app, het rooster, de telefoon, de website en alles wat daartussen zit",
        outside="een verbouwing, nieuw personeel, andere openingstijden, alles van landelijke wet",
        limits="het budget van dit jaar, klaar voor 1 maart, besluit in teamoverleg van dinsdag",
    )
    return (
        Topic(an_id("topic one"), f"De balie en de {WORD}", QUESTION, frame, conclusion=QUESTION),
        Topic(an_id("topic two"), "Het telefoonteam", "Welke vragen hoeven niet gebeld te worden?"),
        Topic(an_id("topic three"), "", "Wat laten we voortaan weg?", Frame(outside="vakanties")),
    )


def ideas(*, verdicts: bool) -> tuple[Idea, ...]:
    """Give sixty ideas, some merged under the first; with verdicts once the room has chosen."""
    reason = "Dat mag van de wet niet, en het past niet binnen het budget en rooster van nu"
    kinds = (
        Verdict(VerdictKind.SELECTED),
        Verdict(VerdictKind.LATER),
        Verdict(VerdictKind.NO, reason),
        None,
    )
    first = an_id("full idea 1")
    return tuple(
        Idea(
            an_id(f"full idea {number}"),
            number,
            an_id("topic one"),
            TEXTS[(number - 1) % len(TEXTS)] + ("" if number <= len(TEXTS) else f" ({number})"),
            BEGAN.add(seconds=number),
            dots=(60, 7, 13, 0, 1, 3)[number % 6],
            merged_into=first if number in {3, 5, 20} else None,
            verdict=kinds[number % 4] if verdicts and number not in {3, 5, 20} else None,
        )
        for number in range(1, 61)
    )


def agenda() -> Agenda:
    """Give long-named stages, the one that is on long over its time."""
    titles = (
        ("Welkom, kennismaken en de vraag van vandaag rustig samen doorlezen", 15, Phase.IDEATION),
        ("Ideeën verzamelen, eerst ieder voor zich en dan hardop met elkaar", 25, Phase.IDEATION),
        ("Samenvoegen en stippen", 20, Phase.SELECTION),
        ("Afspraken maken", 25, Phase.CLOSING),
    )
    boxes = tuple(TimeBox(an_id(title), title, minutes, phase) for title, minutes, phase in titles)
    return Agenda(boxes, 1, BEGAN.add(minutes=20))


def prepared() -> Meeting:
    """Give a meeting in preparation with everything too long and too much."""
    return Meeting(
        id=an_id("full meeting"),
        title=f"Kortere wachttijd aan de balie en bij de {WORD}, tweede bijeenkomst",
        zone=ZONE,
        created_at=BEGAN.subtract(days=20),
        topics=topics(),
        starts_at=BEGAN.add(days=1),
        place=PLACE,
        planned_minutes=90,
        format_name="ninety",
        goal=Goal(GOAL),
        participants=people(),
        room_checks=tuple(
            RoomCheck(an_id(f"check {place}"), text, done=place % 2 == 0)
            for place, text in enumerate((PLACE, WORD, *TEXTS[:10]))
        ),
        limit_minutes=6,
        agenda=Agenda(agenda().boxes),
        review_date=TODAY.add(weeks=6),
    )


def at(phase: Phase) -> Meeting:
    """Give the overfull meeting as it stands in a phase from ideation on."""
    prepared_ = prepared()
    chosen = phase in {Phase.CLOSING, Phase.FOLLOW_UP}
    turns = (
        TalkTurn(an_id("full turn 1"), Speaker.MANAGER, BEGAN, *_until(9)),
        TalkTurn(an_id("full turn 2"), Speaker.ROOM, BEGAN.add(minutes=9), *_until(70)),
    )
    speaks = TalkTurn(an_id("full turn 3"), Speaker.MANAGER, BEGAN.add(minutes=70), NOW)
    live = phase in {Phase.IDEATION, Phase.SELECTION}
    meeting = replace(
        prepared_,
        phase=Phase.SELECTION if chosen else phase,
        starts_at=BEGAN,
        started_at=BEGAN,
        agenda=agenda(),
        ideas=ideas(verdicts=phase is not Phase.IDEATION),
        last_number=60,
        turns=(*turns, speaks) if live else turns,
    )
    if not chosen:
        return meeting
    for place, cluster in enumerate(meeting.selected):
        meeting = meeting.with_action(_agreed(cluster.lead.id, place, phase))
    closed_at = NOW if phase is Phase.FOLLOW_UP else None
    return replace(meeting, phase=phase, closed_at=closed_at)


def _until(minutes: int) -> tuple[DateTime, DateTime]:
    ends = BEGAN.add(minutes=minutes)
    return ends, ends


def _agreed(idea_id: str, place: int, phase: Phase) -> ActionItem:
    owners = (*OWNERS, "Maria Magdalena van den Boogaard-Wilhelmina Oosterhuis tot Nederhorst")
    item = ActionItem(
        an_id(f"full action {place}"),
        idea_id,
        owner=owners[place % len(owners)],
        due=TODAY.add(weeks=2 + place),
        first_step=f"Als ik maandag begin, dan bel ik eerst de leverancier van de {WORD}",
    )
    if phase is Phase.CLOSING and place % 3 == 2:
        return replace(item, owner="", owner_typed="wij allemaal, het hele team samen", due=None)
    return item


def closed() -> Sequence[Meeting]:
    """Give closed meetings with long histories."""
    return [
        a_closed_meeting(
            f"past {place}",
            [_past(place, which) for which in range(3 + place % 12)],
            title=f"{title} {place}" if place else "",
            question=QUESTION if place % 2 else f"Wat doen we met de {WORD}?",
            days_ago=70 + 20 * place,
        )
        for place, title in enumerate((prepared().title, "Werkoverleg", "预约") * 8)
    ]


DAYS = (-365, -3, 0, 5, 6, 40, 400)


def _past(meeting: int, which: int) -> Agreed:
    name = f"{meeting} {which}"
    updates: tuple[Update, ...] = ()
    if which % len(DAYS) == 0:
        updates = _long_history(name)
    elif which % len(DAYS) == 3:
        done = an_id(f"full done {name}")
        updates = (Update(done, UpdateKind.DONE, NOW.subtract(days=2), QUESTION),)
    text = f"{TEXTS[which % len(TEXTS)]} ({which})"
    return Agreed(DAYS[which % len(DAYS)], OWNERS[which % 3], text, QUESTION, updates)


def _long_history(name: str) -> tuple[Update, ...]:
    return tuple(
        Update(
            an_id(f"line {name} {days}"),
            kind,
            NOW.subtract(days=days),
            f"De leverancier van de {WORD} liet weten dat het pas na de feestdagen kan {HEART}",
            due=TODAY.add(days=-3) if kind is UpdateKind.MOVED else None,
            owner="Maria Magdalena van den Boogaard" if kind is UpdateKind.HANDED_OVER else "",
        )
        for days, kind in (
            (60, UpdateKind.NOTE),
            (50, UpdateKind.MOVED),
            (40, UpdateKind.HANDED_OVER),
            (30, UpdateKind.MOVED),
            (20, UpdateKind.ON_COURSE),
            (10, UpdateKind.MOVED),
        )
    )


def everything() -> Sequence[Meeting]:
    """Give all of it: past meetings, one in preparation, one that is closed now."""
    return [*closed(), replace(at(Phase.FOLLOW_UP), id=an_id("full closed"))]
