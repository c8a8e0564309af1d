"""The moments beyond the ordinary course of a meeting, each as a state that never moves: a silent
round, a round of dots, the answers, the agenda, the room view and the settings.
"""

from __future__ import annotations

from dataclasses import replace

from socinno_tui.domain.floor import break_begun
from socinno_tui.domain.participant import Attendance, Participant, Role
from socinno_tui.domain.phones import Door, SentIdea
from socinno_tui.domain.silent_meeting import Table
from socinno_tui.domain.talk import Meters
from socinno_tui.i18n import Language, current_language
from socinno_tui.service.dot_counting import DotCounting
from socinno_tui.service.library import Library
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.service.phone_arrivals import PhoneArrivals
from socinno_tui.service.phone_door import PhoneDoor
from socinno_tui.service.silent_rounds import SilentRounds
from tests.phones import CODE, KEY, NO_NETWORK, WIFI, keep_door
from tests.staged import MOMENT, Stage, closed, closing, selected

FROM_PHONES: dict[Language, tuple[str, ...]] = {
    "nl": (
        "Laat wie alleen iets afhaalt een eigen ingang nemen",
        "Een wachtrij die je op je telefoon ziet, zodat je in de stad kunt wachten in plaats van "
        "op een houten stoel, en die een seintje geeft als er nog twee voor je zijn",
        "Meer stoelen",
    ),
    "en": (
        "An entrance of its own for who only collects something",
        "A queue to see on your phone, so that you can wait in town instead of on a wooden chair, "
        "with a sign when there are two more before you",
        "More chairs",
    ),
}

TWELVE = Table(employees=11, managers=1)


def writing(library: Library, meeting_id: str, *, since_seconds: int = 107) -> None:
    """The room writes since so many seconds."""
    opened = library.open(meeting_id)
    SilentRounds(opened).begin(TWELVE, 5)
    silence = opened.meeting.silent_round
    assert silence is not None
    since = replace(silence, started_at=MOMENT.subtract(seconds=since_seconds))
    opened.commit(replace(opened.meeting, silent_round=since))
    opened.release()


def time_up(library: Library, meeting_id: str) -> None:
    """The time to write is up."""
    writing(library, meeting_id, since_seconds=330)


def resting(library: Library, meeting_id: str) -> None:
    """A break in the middle of the writing."""
    writing(library, meeting_id)
    opened = library.open(meeting_id)
    opened.commit(break_begun(opened.meeting, MOMENT, "rest"))
    opened.release()


def harvest(library: Library, meeting_id: str, *, turns: int = 2) -> None:
    """So many passed."""
    writing(library, meeting_id)
    opened = library.open(meeting_id)
    rounds = SilentRounds(opened)
    rounds.harvest()
    for _turn in range(turns):
        rounds.pass_on()
    opened.release()


def managers_turn(library: Library, meeting_id: str) -> None:
    """All but the manager passed."""
    harvest(library, meeting_id, turns=11)


SILENT = (
    Stage("silent-asking", keys=("f6",)),
    Stage("silent-writing", prepare=writing),
    Stage("silent-refusing", prepare=writing, keys=("f2",)),
    Stage("silent-time-up", prepare=time_up),
    Stage("silent-break", prepare=resting),
    Stage("silent-going-on", prepare=time_up, keys=("f6",)),
    Stage("silent-harvest", prepare=harvest),
    Stage("silent-management", prepare=managers_turn),
    Stage("silent-over", prepare=managers_turn, keys=("f6",)),
    Stage("silent-finishing", prepare=harvest, keys=("escape",)),
    Stage("live-angle", keys=("ctrl+r",)),
)


def choosing(library: Library, meeting_id: str) -> None:
    """The room is about to choose, and two ideas were merged."""
    opened = library.open(meeting_id)
    live = LiveMeeting(opened)
    live.move_on()
    ids = {idea.number: idea.id for idea in opened.meeting.ideas}
    live.merge(ids[2], frozenset({ids[5], ids[9]}))
    opened.release()


def given_by_phones(library: Library, meeting_id: str) -> None:
    """The room gives dots, and nine phones have given theirs."""
    choosing(library, meeting_id)
    opened = library.open(meeting_id)
    DotCounting(opened).begin(11, 3)
    arrivals = PhoneArrivals(opened)
    door = arrivals.open_door("192.168.1.20", 8080)
    phones = PhoneDoor(opened.phones, door, opened.clock, lambda: opened.meeting, arrivals.take_in)
    leads = [cluster.lead.id for cluster in opened.meeting.clusters]
    for place in range(9):
        phone = phones.signs.new_phone()
        for idea_id in (leads[0], leads[place % 4], leads[place % 7]):
            phones.give_dot(phone, idea_id)
    arrivals.close_door()
    opened.release()


BEGUN = ("r", "enter")
COUNTED = (*BEGUN, "4", "enter", "7", "enter", "0", "enter")

DOTS = (
    Stage("dots-proposed", prepare=choosing, keys=("r",)),
    Stage("dots-counting", prepare=choosing, keys=(*COUNTED, "up", "up")),
    Stage("dots-refused", prepare=choosing, keys=(*COUNTED, "9", "9", "enter")),
    Stage("dots-left-for-now", prepare=choosing, keys=(*COUNTED, "escape", "home")),
    Stage("dots-stopping", prepare=choosing, keys=(*COUNTED, "s")),
    Stage("dots-counted", prepare=choosing, keys=(*COUNTED, "z", "y", "j")),
    Stage("dots-shown", prepare=choosing, keys=(*COUNTED, "z", "y", "j", "o")),
    Stage("dots-by-phone", prepare=given_by_phones, keys=("r",)),
    Stage("dots-by-phone-and-hands", prepare=given_by_phones, keys=("r", "enter", "3", "enter")),
    Stage("dots-by-phone-showing", prepare=given_by_phones, keys=("r", "o")),
    Stage("dots-by-phone-stopping", prepare=given_by_phones, keys=("r", "s")),
    Stage("choosing-with-dots", keys=("f8",)),
    Stage("no-with-a-reason", prepare=selected, keys=("n", "2")),
    Stage("answers", prepare=closing, keys=("f6", "space", "down", "down", "space")),
    Stage("answers-all-later", prepare=closing, keys=("f6", "a", "y", "j")),
    Stage("recap-unanswered", prepare=closed, keys=("end", "pagedown", "pagedown")),
)


def ahead(library: Library, meeting_id: str) -> None:
    """Twenty minutes more are planned for the whole than the time-boxes to come take."""
    opened = library.open(meeting_id)
    opened.commit(replace(opened.meeting, planned_minutes=opened.meeting.planned_minutes + 20))
    opened.release()


def behind(library: Library, meeting_id: str) -> None:
    """The meeting was to take ten minutes less than its time-boxes."""
    opened = library.open(meeting_id)
    opened.commit(replace(opened.meeting, planned_minutes=50))
    opened.release()


def three_managers(library: Library, meeting_id: str) -> None:
    """Three managers have a meter each, and the second spoke."""
    opened = library.open(meeting_id)
    names = ("Annemarie Kok", "Jan-Willem van der Bruggen", "Rob Postma")
    managers = tuple(
        Participant(name, name, role=Role.MANAGER, attendance=Attendance.COMING) for name in names
    )
    employees = tuple(one for one in opened.meeting.participants if one.role is not Role.MANAGER)
    opened.commit(replace(opened.meeting, participants=(*employees, *managers), meters=Meters.EACH))
    talking = replace(opened.meeting.turns[0], who=names[1])
    opened.commit(replace(opened.meeting, turns=(talking, *opened.meeting.turns[1:])))
    opened.release()


AGENDA = (
    Stage("ahead", prepare=ahead),
    Stage("behind", prepare=behind),
    Stage("agenda", prepare=behind, keys=("ctrl+g",)),
    Stage("agenda-taken", prepare=behind, keys=("ctrl+g", "down", "s", "y")),
    Stage("managers", prepare=three_managers, keys=("f2", "ctrl+l")),
    Stage("talk-time", opens=False, keys=("escape", "n", "6")),
)

ROOM = (
    Stage("room-view", keys=("f9", "f2")),
    Stage("room-view-typing", keys=("f9", *"scan")),
    Stage("room-view-selection", prepare=selected, keys=("f9",)),
    Stage("room-view-closing", prepare=closing, keys=("f9",)),
)

SETTINGS = (
    Stage("settings", opens=False, keys=("escape", "s")),
    Stage("settings-key", opens=False, keys=("escape", "s", "down", "down", "down", "enter", "f5")),
    Stage("selection-help", prepare=selected, keys=("f1",)),
    Stage("closing-help", prepare=closing, keys=("f1",)),
    Stage("walk-help", opens=False, keys=("w", "f1")),
)


def phones_in(library: Library, meeting_id: str) -> None:
    """The door was left open, as by a crash: the code is the same in every picture."""
    opened = library.open(meeting_id)
    keep_door(opened.phones, Door(meeting_id, KEY, CODE, WIFI.ip, 8080))
    opened.release()


def sent(library: Library, meeting_id: str, *, reads_first: bool = True) -> None:
    """Ideas from phones wait to be read."""
    phones_in(library, meeting_id)
    opened = library.open(meeting_id)
    door = opened.phones.door(meeting_id)
    assert door is not None
    keep_door(opened.phones, replace(door, reads_first=reads_first))
    for number, text in enumerate(FROM_PHONES[current_language()]):
        idea = SentIdea(f"{number}", opened.meeting.topic.id, text, MOMENT.start_of("minute"))
        opened.phones.add_idea(meeting_id, idea)
    opened.release()


def written_on_phones(library: Library, meeting_id: str) -> None:
    """The room writes, some on their phones."""
    writing(library, meeting_id)
    sent(library, meeting_id, reads_first=False)


PHONES = (
    Stage("phones-join", prepare=phones_in, keys=("f7",)),
    Stage("phones-other-size", prepare=phones_in, keys=("f7", "z")),
    Stage("phones-no-network", keys=("f7",), addresses=NO_NETWORK),
    Stage("phones-shut", prepare=phones_in, keys=("f7", "s")),
    Stage("phones-addresses", prepare=phones_in, keys=("f7", "n")),
    Stage("phones-nobody", prepare=phones_in, keys=("f7", "w")),
    Stage("phones-row", prepare=sent, keys=("f7",)),
    Stage("phones-row-read", prepare=sent, keys=("f7", "delete", "a")),
    Stage("phones-help", prepare=phones_in, keys=("f7", "f1")),
    Stage("phones-line", prepare=phones_in),
    Stage("phones-line-waiting", prepare=sent),
    Stage("phones-line-room", prepare=phones_in, keys=("f9",)),
    Stage("phones-silent", prepare=written_on_phones),
    Stage("phones-silent-ending", prepare=written_on_phones, keys=("f6",)),
)

MOMENTS = (*SILENT, *DOTS, *AGENDA, *ROOM, *SETTINGS, *PHONES)
