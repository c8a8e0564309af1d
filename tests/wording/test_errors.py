from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import socinno_tui
from socinno_tui.domain.action import ActionEnded, ActionState, AlreadySo, UpdateKind
from socinno_tui.domain.agreements import agreements_of
from socinno_tui.domain.ballot import AllDotsGiven
from socinno_tui.domain.bundle_errors import (
    BundleBroken,
    BundleIncoherent,
    BundleRefused,
    BundleTooBig,
    FileNotReadable,
    NotABundle,
    OwnFile,
)
from socinno_tui.domain.clock_time import ClockTimeNotUnderstood, NotAWholeNumber
from socinno_tui.domain.closing import ClosingGaps, Gap, GapKind, NotReady
from socinno_tui.domain.dot_round import NotAllCounted, TooManyDots, TooManyOnOne
from socinno_tui.domain.due_date import (
    DueDateInPast,
    DueDateNotUnderstood,
    DueDateRefused,
    DueDateTooFar,
)
from socinno_tui.domain.errors import RuleBroken, SocinnoError
from socinno_tui.domain.idea import DotsOutOfRange, NothingToMerge
from socinno_tui.domain.idea_intake import ColumnUnclear, IdeaTooLong, RowBroken, TableRefused
from socinno_tui.domain.owner import OwnerReason, OwnerRefused
from socinno_tui.domain.phase import Phase, WrongPhase
from socinno_tui.domain.phones import IdeasStillWait
from socinno_tui.domain.phones_now import AddressGone
from socinno_tui.domain.readiness import Attention, AttentionKind
from socinno_tui.domain.silent_round import SilentRoundOn
from socinno_tui.domain.text import TextTooLong
from socinno_tui.domain.topic import TooManyTopics, TopicHasIdeas
from socinno_tui.domain.walk import Stop, WalkNotFinished
from socinno_tui.i18n import speaking
from socinno_tui.service.written_file import (
    CannotWrite,
    DatabaseInUse,
    ExportRefused,
    FileThere,
    FolderMissingForExport,
    NoRoomForExport,
    NotReplaceable,
)
from socinno_tui.store.errors import (
    ActionUnknown,
    DatabaseBusy,
    DatabaseReadOnly,
    DiskFull,
    FileRefused,
    FolderMissing,
    MeetingHeld,
    MeetingUnknown,
    NewerDatabase,
    NotADatabase,
    NotOurDatabase,
    OlderDatabase,
)
from socinno_tui.web.listening import AddressRefused
from socinno_tui.web.refusals import EnoughSent, TooMany, TurnedAway
from socinno_tui.wording.errors import words_for
from tests.agreements import Agreed, a_closed_meeting
from tests.meetings import TODAY

FLOORS = ("domain", "service", "store", "web")
ROOTS = frozenset(
    {SocinnoError, RuleBroken, DueDateRefused, BundleRefused, TableRefused, TurnedAway}
)
"""Never raised themselves."""

GOAL = Attention(AttentionKind.GOAL_MISSING)
QUESTION = Attention(AttentionKind.QUESTION_MISSING, 2)
OPEN = (Gap(GapKind.OWNER, "a", 4), Gap(GapKind.DUE, "b", 9))

FILE = Path("/home/petra/socinno.db")
A_STOP = Stop(agreements_of(a_closed_meeting("balie", [Agreed(-4)]))[0], is_due=True)

WITH_FACTS: list[SocinnoError] = [
    *(WrongPhase(phase) for phase in Phase),
    ActionEnded(ActionState.DONE),
    ActionEnded(ActionState.STOPPED),
    AlreadySo(UpdateKind.MOVED),
    AlreadySo(UpdateKind.HANDED_OVER),
    ClockTimeNotUnderstood("half"),
    ClosingGaps(OPEN),
    ClosingGaps((Gap(GapKind.NOTHING_SELECTED),)),
    DotsOutOfRange(0, 999),
    DotsOutOfRange(1, 999),
    DotsOutOfRange(8, 999),
    DueDateInPast(TODAY.subtract(days=1), TODAY),
    DueDateNotUnderstood("ooit"),
    DueDateTooFar(TODAY.add(years=46), TODAY),
    *(OwnerRefused("wij", reason) for reason in OwnerReason),
    NotAWholeNumber("veel", 600),
    NotReady((GOAL,)),
    NotReady((QUESTION,)),
    NotReady((QUESTION, GOAL)),
    AllDotsGiven(3),
    IdeasStillWait(2),
    AddressGone("192.168.1.20"),
    NotAllCounted((4,)),
    NotAllCounted((4, 7)),
    TooManyDots(12, 3, 39),
    TooManyOnOne(12, 13),
    SilentRoundOn(harvest=False),
    SilentRoundOn(harvest=True),
    TextTooLong(500, 501),
    TextTooLong(500, 720),
    TooManyTopics(),
    BundleTooBig(100 * 1024**2, 50 * 1024**2),
    NotABundle(),
    NotABundle(12),
    BundleBroken(2, "ideas[3].number"),
    BundleIncoherent(2, "idea #3"),
    FileNotReadable(FILE),
    OwnFile(FILE),
    ColumnUnclear(("nr", "idee")),
    RowBroken(12),
    IdeaTooLong(12, 500),
    WalkNotFinished((A_STOP,)),
    WalkNotFinished((A_STOP, A_STOP)),
    TopicHasIdeas(1),
    TopicHasIdeas(12),
    *(
        kind(FILE)
        for kind in (
            FileRefused,
            FolderMissing,
            NotADatabase,
            NotOurDatabase,
            NewerDatabase,
            OlderDatabase,
            DatabaseReadOnly,
            DiskFull,
            DatabaseBusy,
        )
    ),
    *(
        kind(FILE.with_suffix(".md"))
        for kind in (
            ExportRefused,
            FileThere,
            NotReplaceable,
            DatabaseInUse,
            FolderMissingForExport,
            NoRoomForExport,
            CannotWrite,
        )
    ),
    MeetingUnknown("meeting"),
    MeetingHeld("meeting"),
    ActionUnknown("action"),
    AddressRefused("192.168.1.20", [8080], is_ours=True),
    AddressRefused("192.168.1.20", [8080], is_ours=False),
    EnoughSent(1),
    EnoughSent(100),
    TooMany(0.2),
    TooMany(4.2),
]


def kinds(root: type[SocinnoError] = SocinnoError) -> Iterator[type[SocinnoError]]:
    for kind in root.__subclasses__():
        if kind.__module__.startswith("socinno_tui."):
            yield kind
            yield from kinds(kind)


def every_kind() -> set[type[SocinnoError]]:
    for found in walk_packages(socinno_tui.__path__, "socinno_tui."):
        if found.name.split(".")[1] in FLOORS:
            import_module(found.name)
    return set(kinds()) - ROOTS


def examples() -> list[SocinnoError]:
    known = {type(error) for error in WITH_FACTS}
    return WITH_FACTS + [
        kind() for kind in sorted(every_kind() - known, key=lambda kind: kind.__name__)
    ]


def in_both(error: SocinnoError) -> tuple[str, str]:
    with speaking("nl"):
        dutch = words_for(error)
    with speaking("en"):
        return dutch, words_for(error)


def test_every_error_has_words_in_both_languages() -> None:
    said = {repr(error): in_both(error) for error in examples()}
    nothing_said = in_both(SocinnoError())
    assert {error: words for error, words in said.items() if words == nothing_said} == {}
    for dutch, english in said.values():
        assert dutch != english
        for words in (dutch, english):
            assert "{" not in words
            assert words == words.strip()


def test_no_two_refusals_sound_the_same() -> None:
    said = [in_both(error) for error in examples()]
    assert len(set(said)) == len(said)


def test_an_error_nobody_worded_still_says_that_nothing_has_changed() -> None:
    class Unheard(RuleBroken):
        pass

    assert in_both(Unheard())[0] == "Dat is niet gelukt; er is niets veranderd."


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            TooManyTopics(),
            "Meer dan 3 onderwerpen gaat niet: je kunt beter een aantal onderwerpen goed "
            "uitwerken dan heel veel onderwerpen half. Haal eerst een ander weg.",
        ),
        (ClosingGaps(OPEN), "Afsluiten kan nog niet: #4 trekker · #9 datum"),
        (
            TooManyDots(12, 3, 39),
            "12 mensen × 3 stippen = 36; dit zou 39 zijn: tel dit idee opnieuw, of verbeter een "
            "eerder idee.",
        ),
        (
            NothingToMerge(),
            "Markeer met de spatiebalk wat bij elkaar hoort, en voeg het dan samen.",
        ),
        (TextTooLong(500, 501), "Dit is 1 teken te lang: er passen er 500."),
        (TopicHasIdeas(12), "Bij dit onderwerp horen 12 ideeën: het blijft staan."),
    ],
)
def test_a_refusal_says_why_and_what_to_do(error: SocinnoError, words: str) -> None:
    assert in_both(error)[0] == words


def test_a_refused_file_is_named_and_its_name_obeyed_by_no_terminal() -> None:
    assert str(FILE) in in_both(NotADatabase(FILE))[0]
    assert "/home/petra " in in_both(FolderMissing(FILE))[0]
    assert "\x1b" not in in_both(DatabaseBusy(Path("/tmp/\x1b[2J.db")))[0]
