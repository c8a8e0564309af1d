"""Every change of the preparation lies in the file as it is typed."""

from collections.abc import Callable

import pytest
from pendulum import Date

from socinno_tui.domain.closing import NotReady
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.name_list import NameAddress
from socinno_tui.domain.participant import Attendance, Role
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.question_coach import QuestionRemark
from socinno_tui.domain.readiness import AttentionKind
from socinno_tui.domain.text import TextMissing, TextTooLong
from socinno_tui.domain.topic import Frame, LastTopic, TooManyTopics
from socinno_tui.service.formats import meeting_formats
from socinno_tui.service.library import Library
from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.service.preparation import LINE_LIMIT, Preparation
from socinno_tui.settings import data_folder
from socinno_tui.store.store import Store
from tests.meetings import QUESTION, STARTS_AT
from tests.service.standing_clock import StandingClock

FORMATS = meeting_formats(data_folder(), "nl")
NAMES = (NameAddress("Fatma de Vries"), NameAddress("Jan Bakker", "j.bakker@example.org"))


@pytest.fixture
def preparing(store: Store, clock: StandingClock) -> Preparation:
    library = Library(store, clock.clock)
    return Preparation(library.open(library.begin()))


def topic_id(preparing: Preparation) -> str:
    return preparing.meeting.topics[0].id


def person_id(preparing: Preparation) -> str:
    preparing.invite(NAMES)
    return preparing.meeting.participants[0].id


def check_id(preparing: Preparation) -> str:
    return preparing.meeting.room_checks[1].id


def box_id(preparing: Preparation) -> str:
    preparing.use_format(FORMATS[0])
    return preparing.meeting.agenda.boxes[2].id


Command = Callable[[Preparation], object]


def both(first: Command, second: Command) -> Command:
    """Give one command that does two."""

    def command(preparing: Preparation) -> None:
        first(preparing)
        second(preparing)

    return command


COMMANDS: dict[str, tuple[Command, Callable[[Meeting], object], object]] = {
    "title": (
        lambda now: now.set_title(" Kortere\twachttijd "),
        lambda meeting: meeting.title,
        "Kortere wachttijd",
    ),
    "moment": (
        lambda now: now.set_moment(STARTS_AT.in_timezone("Europe/Amsterdam")),
        lambda meeting: meeting.starts_at,
        STARTS_AT,
    ),
    "place": (
        lambda now: now.set_place("Bibliotheek"),
        lambda meeting: meeting.place,
        "Bibliotheek",
    ),
    "planned minutes": (
        lambda now: now.set_planned_minutes(75),
        lambda meeting: meeting.planned_minutes,
        75,
    ),
    "format": (
        lambda now: now.use_format(FORMATS[1]),
        lambda meeting: (
            meeting.format_name,
            meeting.planned_minutes,
            [(box.title, box.minutes, box.phase) for box in meeting.agenda.boxes],
        ),
        (
            FORMATS[1].name,
            FORMATS[1].minutes,
            [(box.title, box.minutes, box.phase) for box in FORMATS[1].boxes],
        ),
    ),
    "box minutes": (
        lambda now: now.set_box_minutes(box_id(now), 17),
        lambda meeting: [box.minutes for box in meeting.agenda.boxes[2:3]],
        [17],
    ),
    "topic name": (
        lambda now: now.name_topic(topic_id(now), "De balie"),
        lambda meeting: meeting.topics[0].name,
        "De balie",
    ),
    "question": (
        lambda now: now.ask(topic_id(now), QUESTION),
        lambda meeting: meeting.topics[0].question,
        QUESTION,
    ),
    "frame": (
        lambda now: now.bound(topic_id(now), Frame(" balie ", "verbouwing", "\x1bbudget")),
        lambda meeting: meeting.topics[0].frame,
        Frame("balie", "verbouwing", "budget"),
    ),
    "second topic": (
        both(
            lambda now: now.add_topic(),
            lambda now: now.name_topic(now.meeting.topics[1].id, "De hal"),
        ),
        lambda meeting: [topic.name for topic in meeting.topics],
        ["", "De hal"],
    ),
    "remark overruled": (
        lambda now: now.overrule(topic_id(now), QuestionRemark.YES_NO),
        lambda meeting: meeting.topics[0].overruled,
        frozenset({QuestionRemark.YES_NO}),
    ),
    "invitations": (
        lambda now: now.invite(NAMES),
        lambda meeting: [(one.name, one.address, one.attendance) for one in meeting.participants],
        [
            ("Fatma de Vries", "", Attendance.INVITED),
            ("Jan Bakker", "j.bakker@example.org", Attendance.INVITED),
        ],
    ),
    "role": (
        lambda now: now.set_role(person_id(now), Role.MANAGER),
        lambda meeting: [one.role for one in meeting.participants],
        [Role.MANAGER, Role.EMPLOYEE],
    ),
    "attendance": (
        lambda now: now.set_attendance(person_id(now), Attendance.NOT_COMING),
        lambda meeting: [one.attendance for one in meeting.participants],
        [Attendance.NOT_COMING, Attendance.INVITED],
    ),
    "all expected but who declined": (
        both(
            lambda now: now.set_attendance(person_id(now), Attendance.NOT_COMING),
            lambda now: now.expect_all_invited(),
        ),
        lambda meeting: [one.attendance for one in meeting.participants],
        [Attendance.NOT_COMING, Attendance.COMING],
    ),
    "person away": (
        lambda now: now.remove_participant(person_id(now)),
        lambda meeting: [one.name for one in meeting.participants],
        ["Jan Bakker"],
    ),
    "own check": (
        lambda now: now.add_room_check("Koffie"),
        lambda meeting: (meeting.room_checks[-1].text, meeting.room_checks[-1].done),
        ("Koffie", False),
    ),
    "check ticked": (
        lambda now: now.check_room(check_id(now), True),
        lambda meeting: [check.done for check in meeting.room_checks],
        [False, True, False, False],
    ),
    "check away": (
        lambda now: now.remove_room_check(check_id(now)),
        lambda meeting: len(meeting.room_checks),
        3,
    ),
    "goal": (
        lambda now: now.set_goal("drie ideeën"),
        lambda meeting: meeting.goal.sentence,
        "drie ideeën",
    ),
    "ideas wanted": (
        lambda now: now.set_ideas_wanted(5),
        lambda meeting: meeting.goal.ideas_wanted,
        5,
    ),
    "talk limit": (
        lambda now: now.set_talk_limit(8),
        lambda meeting: meeting.talk_limit_minutes,
        8,
    ),
    "review date": (
        lambda now: now.set_review_date(Date(2026, 12, 21)),
        lambda meeting: meeting.review_date,
        Date(2026, 12, 21),
    ),
}


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_kept(preparing: Preparation, store: Store, name: str) -> None:
    command, asked, expected = COMMANDS[name]
    assert asked(preparing.meeting) != expected
    command(preparing)
    assert asked(preparing.meeting) == expected
    assert store.meeting(preparing.meeting.id) == preparing.meeting


def test_a_fourth_topic_is_refused(preparing: Preparation, store: Store) -> None:
    preparing.add_topic()
    preparing.add_topic()
    before = preparing.meeting
    with pytest.raises(TooManyTopics):
        preparing.add_topic()
    assert preparing.meeting is before
    assert len(store.meeting(before.id).topics) == 3


def test_a_topic_goes_and_the_others_keep_their_order(preparing: Preparation, store: Store) -> None:
    preparing.name_topic(topic_id(preparing), "De balie")
    for place, name in enumerate(("De hal", "De telefoon"), 1):
        preparing.add_topic()
        preparing.name_topic(preparing.meeting.topics[place].id, name)
    preparing.remove_topic(topic_id(preparing))
    preparing.add_topic()
    assert [topic.name for topic in preparing.meeting.topics] == ["De hal", "De telefoon", ""]
    assert store.meeting(preparing.meeting.id) == preparing.meeting


def test_the_last_topic_stays(preparing: Preparation) -> None:
    with pytest.raises(LastTopic):
        preparing.remove_topic(topic_id(preparing))


def test_someone_invited_before_is_not_invited_twice(preparing: Preparation) -> None:
    assert preparing.invite(NAMES) == 2
    assert preparing.invite([NameAddress("fatma DE vries"), NameAddress("Ruben Kuiper")]) == 1


def test_a_line_too_long_or_empty_is_refused(preparing: Preparation) -> None:
    with pytest.raises(TextTooLong):
        preparing.set_title("a" * (LINE_LIMIT + 1))
    with pytest.raises(TextMissing):
        preparing.add_room_check(" \u200b")
    assert preparing.meeting.title == ""


@pytest.mark.parametrize("minutes", [0, -5])
def test_less_than_a_minute_is_a_minute(preparing: Preparation, minutes: int) -> None:
    preparing.set_planned_minutes(minutes)
    preparing.set_box_minutes(box_id(preparing), minutes)
    preparing.set_talk_limit(minutes)
    preparing.set_ideas_wanted(minutes)
    meeting = preparing.meeting
    assert meeting.agenda.boxes[2].minutes == meeting.talk_limit_minutes == 1
    assert meeting.goal.ideas_wanted == 1


def test_a_limit_taken_back_is_the_one_proposed(preparing: Preparation) -> None:
    proposed = preparing.meeting.talk_limit_minutes
    preparing.set_talk_limit(proposed + 1)
    preparing.set_talk_limit(None)
    assert preparing.meeting.talk_limit_minutes == proposed


def test_it_does_not_start_without_question_and_goal(
    preparing: Preparation, store: Store, clock: StandingClock
) -> None:
    with pytest.raises(NotReady) as refused:
        preparing.start()
    assert {point.kind for point in refused.value.missing} == {
        AttentionKind.QUESTION_MISSING,
        AttentionKind.GOAL_MISSING,
    }
    preparing.set_goal("drie ideeën die voor 1 maart draaien")
    preparing.ask(topic_id(preparing), "Sneller?")
    preparing.use_format(FORMATS[0])
    preparing.start()
    found = store.meeting(preparing.meeting.id)
    assert found == preparing.meeting
    assert found.phase is Phase.IDEATION
    assert found.started_at == found.agenda.since == clock.at


def test_all_that_was_typed_is_there_on_the_next_start(
    preparing: Preparation, store: Store, clock: StandingClock
) -> None:
    for command, _asked, _expected in COMMANDS.values():
        command(preparing)
    before = preparing.meeting
    preparing.opened.release()
    assert OpenMeeting(store, before.id, clock.clock).meeting == before
