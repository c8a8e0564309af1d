"""What a phone may do in a meeting: send and withdraw ideas, give dots, and see what the room sees.

It serves phones from within the window that holds the meeting, or from a process of its own beside
it: it writes only what phones bring, and the window that holds the meeting takes that in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from socinno_tui.domain.ballot import Ballot
from socinno_tui.domain.dot_counting import ids_in_round
from socinno_tui.domain.dot_round import NoDotRound
from socinno_tui.domain.idea import IDEA_LIMIT, Cluster, Idea, IdeaGone
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.phone_view import PhoneMoment, PhoneView, phone_view
from socinno_tui.domain.phones import (
    TAKEN_BACK,
    CannotWithdraw,
    Door,
    Fate,
    SentIdea,
    may_withdraw,
)
from socinno_tui.domain.text import required
from socinno_tui.service.clock import Clock
from socinno_tui.service.phone_signs import Signs
from socinno_tui.store.phones import PhoneRows
from socinno_tui.store.store import Store


@dataclass(frozen=True, slots=True)
class OwnIdea:
    """An idea that this phone sent: `sending` is what the phone knows it by.

    `number` is None until it is in the feed; `fate` says what became of it.
    """

    sending: str
    text: str
    number: int | None
    fate: Fate
    may_withdraw: bool


class PhoneDoor:
    """The way in for phones to one meeting. `meeting` gives it as it is now, and `arrived` is
    called after something was written that the window holding the meeting is to take in.
    """

    def __init__(
        self,
        rows: PhoneRows,
        door: Door,
        clock: Clock,
        meeting: Callable[[], Meeting],
        arrived: Callable[[], None],
    ) -> None:
        self.signs = Signs(door.key)
        self._meeting_id = door.meeting_id
        self._rows = rows
        self._clock = clock
        self._meeting = meeting
        self._arrived = arrived
        self._seen: tuple[Meeting, PhoneView, dict[str, Idea]] | None = None
        self._now_in: Meeting | None = None
        self._has_brought = False

    @property
    def view(self) -> PhoneView:
        """What all phones see now."""
        return self._look()[1]

    @contextmanager
    def together(self) -> Iterator[None]:
        """Let what several phones do be written as one, so that the disk is waited for only once.

        What a rule refuses one of them leaves the others as they are. Raises a StoreRefused; then
        nothing was written, and whoever leaves it with one has written nothing either.
        """
        # As it is when this begins: in the middle of a transaction no meeting is read anew.
        self._now_in = self._meeting()
        try:
            with self._rows.together():
                yield
        except BaseException:
            self._has_brought = False
            raise
        finally:
            self._now_in = None
        if self._has_brought:
            self._has_brought = False
            self._arrived()

    # Ideas

    def send(self, phone: str, sending: str, text: str, topic_id: str) -> None:
        """Keep an idea; sent again, it is kept once. What was kept is on disk when this returns.

        Raises TextMissing, TextTooLong, WrongPhase for a new one, TooManyWait, or a StoreRefused.
        """
        meeting, _view, ideas = self._look()
        idea_id = self.signs.idea_id(phone, sending)
        if idea_id in ideas:
            return
        words = required(text, limit=IDEA_LIMIT)
        topics = {topic.id for topic in meeting.topics}
        on = topic_id if topic_id in topics else meeting.topic.id
        minute = self._clock.now().start_of("minute")
        if self._rows.add_idea(self._meeting_id, SentIdea(idea_id, on, words, minute)):
            self._brought()

    def own(self, phone: str, sendings: Iterable[str]) -> tuple[OwnIdea, ...]:
        """Give the ideas that this phone sent, in the order asked; unknown ones are left out."""
        by_id = {self.signs.idea_id(phone, sending): sending for sending in sendings}
        if not by_id:
            return ()
        # In this order: what came in between the two is known by its row, and then in the meeting.
        sent = self._rows.sent_by_id(by_id)
        meeting, _view, ideas = self._look()
        found: list[OwnIdea] = []
        for idea_id, sending in by_id.items():
            idea, known = ideas.get(idea_id), sent.get(idea_id)
            if idea is not None and known is not None and known.fate is Fate.WITHDRAWING:
                found.append(OwnIdea(sending, idea.text, idea.number, Fate.WITHDRAWING, False))
            elif idea is not None:
                free = may_withdraw(meeting, idea)
                found.append(OwnIdea(sending, idea.text, idea.number, Fate.IN, free))
            elif known is not None and known.text:
                # What was left out looks like what waits: nobody is told so by a machine.
                found.append(OwnIdea(sending, known.text, None, Fate.WAITS, True))
        return tuple(found)

    def withdraw(self, phone: str, sending: str) -> None:
        """Take an own idea back. Raises IdeaGone when this phone sent none such, CannotWithdraw."""
        idea_id = self.signs.idea_id(phone, sending)
        meeting, _view, ideas = self._look()
        idea = ideas.get(idea_id)
        if idea is not None and not may_withdraw(meeting, idea):
            raise CannotWithdraw
        before = self._rows.withdraw(idea_id)
        if before is None:
            raise IdeaGone
        if before not in TAKEN_BACK:
            self._brought()

    # Dots

    def ballot(self, phone: str) -> Ballot:
        """Give the dots that this phone has given in the round that is on, if one is."""
        meeting, view, _ideas = self._look()
        if view.dots is None:
            return Ballot()
        round_id = view.dots.round_id
        saved = self._rows.ballots.of(round_id, self.signs.voter(phone, round_id))
        return saved.only_for(ids_in_round(meeting))

    def give_dot(self, phone: str, idea_id: str) -> None:
        """Give an idea one dot more. Raises NoDotRound, IdeaGone, AllDotsGiven, OneDotEach."""
        meeting, cluster = self._in_round(idea_id)
        assert meeting.dot_round is not None
        self._save(phone, self.ballot(phone).with_dot(cluster, meeting.dot_round))

    def take_dot(self, phone: str, idea_id: str) -> None:
        """Take one dot back from an idea. Raises NoDotRound, IdeaGone."""
        _meeting, cluster = self._in_round(idea_id)
        self._save(phone, self.ballot(phone).without_dot(cluster))

    def _in_round(self, idea_id: str) -> tuple[Meeting, Cluster]:
        meeting, view, _ideas = self._look()
        if view.moment is not PhoneMoment.DOTS or view.dots is None:
            raise NoDotRound
        for cluster in meeting.clusters_of(view.topic_id):
            if idea_id in {cluster.lead.id, *(member.id for member in cluster.members)}:
                return meeting, cluster
        raise IdeaGone

    def _save(self, phone: str, ballot: Ballot) -> None:
        view = self.view
        assert view.dots is not None
        round_id = view.dots.round_id
        self._rows.ballots.save(round_id, self.signs.voter(phone, round_id), ballot)

    def _brought(self) -> None:
        if self._now_in is None:
            self._arrived()
        else:
            # Told once all of it is on the disk.
            self._has_brought = True

    def _look(self) -> tuple[Meeting, PhoneView, dict[str, Idea]]:
        meeting = self._now_in or self._meeting()
        if self._seen is None or self._seen[0] is not meeting:
            ideas = {idea.id: idea for idea in meeting.ideas}
            self._seen = meeting, phone_view(meeting), ideas
        return self._seen


class MeetingOnFile:
    """A meeting that another process holds, as the file has it now."""

    def __init__(self, store: Store, meeting_id: str) -> None:
        self._store = store
        self._meeting_id = meeting_id
        self._version = store.data_version()
        self._meeting = store.meeting(meeting_id)

    def __call__(self) -> Meeting:
        """Give the meeting, read anew when the file has changed. Raises MeetingUnknown."""
        version = self._store.data_version()
        if version != self._version:
            self._meeting = self._store.meeting(self._meeting_id)
            self._version = version
        return self._meeting

    @property
    def is_closed(self) -> bool:
        """Whether the meeting is over."""
        return self().phase is Phase.FOLLOW_UP
