"""What is typed on the closing screen is kept letter by letter, and the gate lets go when due."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from pendulum import Date

from socinno_tui.domain.closing import ClosingGaps, Gap, GapKind, gaps
from socinno_tui.domain.idea import VerdictKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.service.closing_meeting import ClosingMeeting
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.store.store import Store
from tests.meetings import TODAY, a_meeting, a_topic, an_idea, idea_id
from tests.service.standing_clock import StandingClock

Window = Callable[[str], OpenMeeting]


@pytest.fixture
def meeting(store: Store) -> Meeting:
    meeting = a_meeting(Phase.CLOSING)
    store.write(None, meeting)
    return meeting


@pytest.fixture
def closing(store: Store, meeting: Meeting, clock: StandingClock) -> ClosingMeeting:
    return ClosingMeeting(OpenMeeting(store, meeting.id, clock.clock))


def open_points(closing: ClosingMeeting) -> list[tuple[int, GapKind]]:
    return [(gap.number, gap.kind) for gap in gaps(closing.meeting)]


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Marit Hoekstra", "Marit Hoekstra"),
        ("  anouk van der meer ", "Anouk van der Meer"),
        ("Sietske Nieuw", "Sietske Nieuw"),
        ("iedereen", ""),
        ("wij", ""),
        ("?", ""),
        ("", ""),
    ],
)
def test_an_owner_is_taken_when_it_is_one_person(
    closing: ClosingMeeting, text: str, owner: str
) -> None:
    closing.type_owner(idea_id(1), text)
    action = closing.meeting.action_for(idea_id(1))
    assert action is not None
    assert (action.owner, action.owner_typed) == (owner, text.strip())
    assert ((1, GapKind.OWNER) in open_points(closing)) is not bool(owner)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("2026-12-11", Date(2026, 12, 11)),
        ("morgen", TODAY.add(days=1)),
        ("over 3 weken", TODAY.add(weeks=3)),
        ("2026-11-22", None),
        ("2026-02-30", None),
        ("zo snel mogelijk", None),
        ("", None),
    ],
)
def test_a_due_date_is_taken_when_it_is_understood_and_not_past(
    closing: ClosingMeeting, text: str, due: Date | None
) -> None:
    closing.type_due(idea_id(1), text)
    action = closing.meeting.action_for(idea_id(1))
    assert action is not None
    assert (action.due, action.due_typed) == (due, text)


def test_what_was_a_date_and_is_wiped_is_open_again(closing: ClosingMeeting) -> None:
    closing.type_due(idea_id(1), "+2w")
    assert (1, GapKind.DUE) not in open_points(closing)
    closing.type_due(idea_id(1), "+2")
    closing.type_owner(idea_id(1), "Marit Hoekstra")
    closing.type_owner(idea_id(1), "")
    assert open_points(closing)[:2] == [(1, GapKind.OWNER), (1, GapKind.DUE)]


def test_the_day_is_the_meetings_not_this_machines(
    store: Store, meeting: Meeting, clock: StandingClock
) -> None:
    far = replace(meeting, zone="Pacific/Auckland")
    store.write(meeting, far)
    closing = ClosingMeeting(OpenMeeting(store, meeting.id, clock.clock))
    clock.passes(minutes=3 * 60)
    closing.type_due(idea_id(1), "vandaag")
    action = closing.meeting.action_for(idea_id(1))
    assert action is not None
    assert action.due == TODAY.add(days=1)


def test_every_letter_survives_a_window_that_is_gone(
    window: Window, store: Store, meeting: Meeting
) -> None:
    opened = window(meeting.id)
    closing = ClosingMeeting(opened)
    topic = meeting.topics[0].id
    typing: list[tuple[Callable[[str], None], str]] = [
        (lambda text: closing.type_owner(idea_id(1), text), "Ruben K"),
        (lambda text: closing.type_due(idea_id(2), text), "eind van de m"),
        (lambda text: closing.type_first_step(idea_id(4), text), "Als ik maandag beg"),
        (lambda text: closing.conclude(topic, text), "Korter wachten begint\nbij de deu"),
        (closing.answer_goal, "Bijna: tw"),
        (closing.explain_nothing_selected, "Eerst de cijf"),
        (closing.type_review_date, "volgende wee"),
    ]
    for type_text, text in typing:
        for length in range(1, len(text) + 1):
            type_text(text[:length])
            # As the next start would find it, were the power gone now.
            assert store.meeting(meeting.id) == opened.meeting
    opened.release()
    found = window(meeting.id).meeting
    assert found.phase is Phase.CLOSING
    typed = {action.idea_id: action for action in found.actions}
    assert typed[idea_id(1)].owner_typed == "Ruben K"
    assert typed[idea_id(2)].due_typed == "eind van de m"
    assert typed[idea_id(4)].first_step == "Als ik maandag beg"
    assert found.topics[0].conclusion == "Korter wachten begint\nbij de deu"
    assert found.goal.answer == "Bijna: tw"
    assert found.nothing_selected_because == "Eerst de cijf"
    assert found.review_typed == "volgende wee"


def test_an_idea_has_one_agreement_however_often_it_is_typed(closing: ClosingMeeting) -> None:
    for text in ("F", "Fa", "Fatma de Vries"):
        closing.type_owner(idea_id(1), text)
        closing.type_due(idea_id(1), "+2w")
        closing.type_first_step(idea_id(1), text)
    assert [action.idea_id for action in closing.meeting.actions] == [idea_id(1)]


def test_a_conclusion_belongs_to_its_topic(store: Store, clock: StandingClock) -> None:
    hall = a_topic("De hal")
    meeting = a_meeting(Phase.CLOSING)
    store.write(None, replace(meeting, topics=(*meeting.topics, hall)))
    closing = ClosingMeeting(OpenMeeting(store, meeting.id, clock.clock))
    closing.conclude(hall.id, "Een bankje dus")
    assert [topic.conclusion for topic in closing.meeting.topics] == ["", "Een bankje dus"]


def test_it_does_not_let_go_until_each_has_an_owner_and_a_date(
    closing: ClosingMeeting, store: Store
) -> None:
    live = LiveMeeting(closing.opened)
    steps: list[Callable[[], None]] = []
    for number, name in ((1, "Fatma de Vries"), (2, "Marit Hoekstra"), (4, "Ruben Kuiper")):
        steps += [
            partial(closing.type_owner, idea_id(number), name),
            partial(closing.type_due, idea_id(number), "+2w"),
        ]
    for left, step in zip(range(6, 0, -1), steps, strict=True):
        with pytest.raises(ClosingGaps) as held:
            live.move_on()
        assert len(held.value.gaps) == left
        assert store.meeting(closing.meeting.id).phase is Phase.CLOSING
        step()
    live.move_on()
    found = store.meeting(closing.meeting.id)
    assert found == closing.meeting
    assert found.phase is Phase.FOLLOW_UP
    assert found.closed_at == closing.opened.now()
    assert [action.owner for action in found.actions] == [
        "Fatma de Vries",
        "Marit Hoekstra",
        "Ruben Kuiper",
    ]


def test_later_and_no_are_the_other_ways_out(closing: ClosingMeeting, store: Store) -> None:
    live = LiveMeeting(closing.opened)
    closing.type_owner(idea_id(1), "Fatma de Vries")
    live.judge(idea_id(1), VerdictKind.LATER)
    live.judge(idea_id(2), VerdictKind.NO, "Te duur")
    live.judge(idea_id(4), VerdictKind.LATER)
    assert gaps(closing.meeting) == (Gap(GapKind.NOTHING_SELECTED),)
    with pytest.raises(ClosingGaps):
        live.move_on()
    closing.explain_nothing_selected("Eerst de cijfers van oktober")
    live.move_on()
    found = store.meeting(closing.meeting.id)
    assert (found.phase, found.actions) == (Phase.FOLLOW_UP, ())
    assert found.nothing_selected_because == "Eerst de cijfers van oktober"


def test_a_date_understood_yesterday_stays_that_date(
    closing: ClosingMeeting, clock: StandingClock, store: Store
) -> None:
    closing.type_due(idea_id(1), "+2w")
    closing.type_due(idea_id(2), "morgen")
    clock.passes(days=3)
    closing.keep_dates()
    one, two = closing.meeting.actions
    assert (one.due, one.due_typed) == (TODAY.add(weeks=2), TODAY.add(weeks=2).isoformat())
    assert (two.due, two.due_typed) == (None, TODAY.add(days=1).isoformat())
    assert store.meeting(closing.meeting.id) == closing.meeting


def test_the_review_date_is_kept_as_typed_and_as_understood(
    closing: ClosingMeeting, store: Store
) -> None:
    understood = []
    for text in ("over 6 weken", "over 6 weken of zo"):
        closing.type_review_date(text)
        understood.append(closing.meeting.review_date)
    assert understood == [TODAY.add(weeks=6), None]
    assert store.meeting(closing.meeting.id).review_typed == "over 6 weken of zo"


def test_names_known_are_of_those_coming_and_of_owners_so_far(
    store: Store, clock: StandingClock
) -> None:
    meeting = a_meeting(Phase.CLOSING, ideas=[an_idea(1, verdict=VerdictKind.SELECTED)])
    store.write(None, meeting)
    closing = ClosingMeeting(OpenMeeting(store, meeting.id, clock.clock))
    closing.type_owner(idea_id(1), "Sietske Nieuw")
    assert closing.present()[-1] == "Sietske Nieuw"
    assert "Fatma de Vries" in closing.present()
    assert "Lies Dekker" not in closing.present()
    assert "Lies Dekker" in closing.known()
