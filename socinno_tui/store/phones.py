"""What phones bring, in the file: the door, what was sent through it, and ballots.

These are no part of a meeting's value: another process than the one that holds the meeting may
write them, and none of them goes into a bundle.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import OPEN_FOR_IDEAS, Phase, WrongPhase
from socinno_tui.domain.phones import MOST_WAITING, Arrived, Door, Fate, SentIdea, TooManyWait
from socinno_tui.store.ballots import BallotRows
from socinno_tui.store.cells import instant_from, instant_text
from socinno_tui.store.errors import MeetingUnknown
from socinno_tui.store.hold import Hold
from socinno_tui.store.transactions import LOOK_MILLISECONDS, together, told, waiting, writing

_DOOR: Final = """
    SELECT key, code, address, port, reads_first, phones FROM phone_doors WHERE meeting_id = ?
"""
_KEEP_DOOR: Final = """
    INSERT INTO phone_doors (meeting_id, key, code, address, port, reads_first, phones)
    VALUES (:meeting_id, :key, :code, :address, :port, :reads_first, :phones)
    ON CONFLICT (meeting_id) DO UPDATE SET key = excluded.key, code = excluded.code,
        address = excluded.address, port = excluded.port, reads_first = excluded.reads_first,
        phones = excluded.phones
"""
_COUNT_PHONES: Final = "UPDATE phone_doors SET phones = ? WHERE meeting_id = ? AND phones <> ?"

_FORGET: Final = (
    "DELETE FROM phone_doors WHERE meeting_id = ?",
    "DELETE FROM phone_ideas WHERE meeting_id = ? AND fate <> 'waits'",
    "DELETE FROM ballots WHERE round_id IN (SELECT id FROM dot_rounds WHERE meeting_id = ?)",
)

_IS_KNOWN: Final = """
    SELECT 1 FROM phone_ideas WHERE id = :id UNION ALL SELECT 1 FROM ideas WHERE id = :id
"""
_ADD_IDEA: Final = """
    INSERT INTO phone_ideas (id, meeting_id, topic_id, text, offered_at, fate)
    VALUES (:id, :meeting_id, :topic_id, :text, :offered_at, :fate)
"""
_COUNT_SENT: Final = """
    SELECT count(*) FROM phone_ideas
    WHERE meeting_id = ? AND fate IN (SELECT value FROM json_each(?))
"""
_CHANGE_FATE: Final = """
    UPDATE phone_ideas SET fate = ?, text = CASE ? WHEN 'withdrawn' THEN '' ELSE text END
    WHERE id = ? AND fate = ?
"""
_ALL_IN: Final = """
    UPDATE phone_ideas SET fate = 'in', text = ''
    WHERE meeting_id = ? AND fate = 'waits' AND id IN (SELECT id FROM ideas)
"""


@dataclass(frozen=True, slots=True)
class KeptAside:
    """The rows that phones brought to one meeting, while its own rows are put in anew."""

    door: Door | None = None
    sent: tuple[SentIdea, ...] = ()
    ballots: tuple[Mapping[str, Any], ...] = ()


class PhoneRows:
    """The rows of phones in one file. Every method raises a StoreRefused when the file refuses.

    A phone does not wait long for another program that keeps the file locked: everybody's screen
    may stand still meanwhile, and the phone sends again.
    """

    def __init__(self, db: Database, path: Path) -> None:
        self._db = db
        self._path = path
        self.ballots = BallotRows(db, path)

    def hold(self, meeting_id: str) -> Hold:
        """Hold the door of a meeting, to serve it. Raises MeetingHeld while another process does,
        DatabaseReadOnly or DiskFull where no hold can be taken at all.
        """
        return Hold(self._path, f"{meeting_id} phones")

    def together(self) -> AbstractContextManager[None]:
        """Write what several phones bring as one, so that the disk is waited for only once: what
        one method refuses by a rule leaves the others as they are. Raises a StoreRefused; then
        nothing was written.
        """
        return together(self._db, self._path, wait_milliseconds=LOOK_MILLISECONDS)

    # The door

    def door(self, meeting_id: str) -> Door | None:
        """Give the door of a meeting, if it ever had one and is not closed for good."""
        with told(self._path):
            found = self._db.execute(_DOOR, [meeting_id]).fetchall()
        for key, code, address, port, reads_first, phones in found:
            return Door(meeting_id, bytes(key), code, address, port, bool(reads_first), phones)
        return None

    def change_door(
        self, meeting_id: str, change: Callable[[Door | None], Door | None]
    ) -> Door | None:
        """Keep what a door becomes, and give it; None leaves it as it is. The window of the meeting
        and the process that serves phones both change it: neither undoes what the other did.

        Raises MeetingUnknown, WrongPhase once the meeting is closed: what phones are known by was
        thrown away, and does not come back.
        """
        with writing(self._db, self._path):
            door = change(self.door(meeting_id))
            if door is not None:
                phase = self._phase(meeting_id)
                if phase is Phase.FOLLOW_UP:
                    raise WrongPhase(phase)
                self._put_door(door)
        return door

    def count_phones(self, meeting_id: str, phones: int) -> None:
        """Keep how many phones are in, and nothing else of a door that another process keeps."""
        with writing(self._db, self._path, wait_milliseconds=LOOK_MILLISECONDS):
            self._db.execute(_COUNT_PHONES, [phones, meeting_id, phones])

    def forget(self, meeting_id: str) -> None:
        """Throw away the door of a meeting and all that could tell who sent what: the key first.

        What waits stays: it is somebody's idea, and no more than that. To be followed by `wipe`.
        """
        with writing(self._db, self._path):
            for statement in _FORGET:
                self._db.execute(statement, [meeting_id])

    def wipe(self) -> bool:
        """Let nothing of what was thrown away stand in the file beside this one. Whether it is so:
        another window may be looking just now.
        """
        with (
            contextlib.suppress(sqlite3.Error),
            # Not as long as a write would wait: the screen stands still meanwhile.
            waiting(self._db, LOOK_MILLISECONDS),
        ):
            checkpoint = self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            (is_busy, _pages, _done) = checkpoint.fetchone()
            return not is_busy
        return False

    # Ideas

    def add_idea(self, meeting_id: str, sent: SentIdea) -> bool:
        """Keep an idea that a phone sent. Whether it is new: sent again, nothing is kept twice,
        whatever became of it.

        Raises TooManyWait, WrongPhase, MeetingUnknown.
        """
        with writing(self._db, self._path, wait_milliseconds=LOOK_MILLISECONDS):
            if self._db.execute(_IS_KNOWN, {"id": sent.id}).fetchone():
                return False
            phase = self._phase(meeting_id)
            if phase not in OPEN_FOR_IDEAS:
                raise WrongPhase(phase)
            if self.count(meeting_id, Fate.WAITS) >= MOST_WAITING:
                raise TooManyWait
            self._put_idea(meeting_id, sent)
        return True

    def withdraw(self, idea_id: str) -> Fate | None:
        """Let an idea be withdrawn: at once, or by the window that holds the meeting when it is in.

        The fate that it had; None when none such was sent.
        """
        with writing(self._db, self._path, wait_milliseconds=LOOK_MILLISECONDS):
            found = self._ideas("id = ?", [idea_id])
            if not found:
                return None
            before = found[0].fate
            after = Fate.WITHDRAWING if before is Fate.IN else Fate.WITHDRAWN
            if before in {Fate.WAITS, Fate.LEFT_OUT, Fate.IN}:
                self._change_fate([idea_id], before, after)
        return before

    def sent(self, meeting_id: str, *fates: Fate) -> tuple[SentIdea, ...]:
        """Give what was sent and has one of these fates, in the order of the ids."""
        return self._ideas(
            "meeting_id = ? AND fate IN (SELECT value FROM json_each(?))",
            [meeting_id, json.dumps([fate.value for fate in fates])],
        )

    def count(self, meeting_id: str, *fates: Fate) -> int:
        """Give how many of what was sent have one of these fates."""
        asked = [meeting_id, json.dumps([fate.value for fate in fates])]
        with told(self._path):
            (found,) = self._db.execute(_COUNT_SENT, asked).fetchone()
        return int(found)

    def sent_by_id(self, idea_ids: Iterable[str]) -> dict[str, SentIdea]:
        """Give those of these ideas that were sent, by their ids."""
        asked = json.dumps(list(idea_ids))
        found = self._ideas("id IN (SELECT value FROM json_each(?))", [asked])
        return {one.id: one for one in found}

    def change_fate(self, idea_ids: Iterable[str], before: Fate, after: Fate) -> None:
        """Say what became of ideas that were sent, those that still have the fate before.

        What was withdrawn keeps no text.
        """
        with writing(self._db, self._path):
            self._change_fate(idea_ids, before, after)

    def arrived(self, meeting_id: str) -> Arrived:
        """Give what the window that holds the meeting has to take in."""
        withdrawing = self.sent(meeting_id, Fate.WITHDRAWING)
        waiting_ideas = self.sent(meeting_id, Fate.WAITS)
        return Arrived(waiting_ideas, tuple(one.id for one in withdrawing))

    def settle(self, arrived: Arrived, after: Meeting) -> None:
        """Say of what had arrived what became of it, in the transaction that `after` is written in.

        What was to be withdrawn and is still there was merged or chosen: it stays in.
        """
        there = {idea.id for idea in after.ideas}
        stayed = [one for one in arrived.withdrawing if one in there]
        gone = [one for one in arrived.withdrawing if one not in there]
        self._change_fate(stayed, Fate.WITHDRAWING, Fate.IN)
        self._change_fate(gone, Fate.WITHDRAWING, Fate.WITHDRAWN)
        self._db.execute(_ALL_IN, [after.id])

    # While the meeting's own rows are put in anew

    def kept_aside(self, meeting_id: str) -> KeptAside:
        """Give all that phones brought to a meeting."""
        return KeptAside(
            self.door(meeting_id),
            self.sent(meeting_id, *Fate),
            self.ballots.kept_aside(meeting_id),
        )

    def put_back(self, kept: KeptAside, after: Meeting) -> None:
        """Put in again what phones brought, as far as it is of use in what the meeting became."""
        is_over = after.phase is Phase.FOLLOW_UP
        if kept.door is not None and not is_over:
            self._put_door(kept.door)
        for one in kept.sent:
            if not is_over or one.fate is Fate.WAITS:
                self._put_idea(after.id, one)
        self.ballots.put_back(kept.ballots)
        self._db.execute(_ALL_IN, [after.id])

    # Rows

    def _phase(self, meeting_id: str) -> Phase:
        asked = self._db.execute("SELECT phase FROM meetings WHERE id = ?", [meeting_id])
        for (phase,) in asked.fetchall():
            return Phase(phase)
        raise MeetingUnknown(meeting_id)

    def _put_door(self, door: Door) -> None:
        named = {name: getattr(door, name) for name in Door.__slots__}
        self._db.execute(_KEEP_DOOR, {**named, "reads_first": int(door.reads_first)})

    def _put_idea(self, meeting_id: str, sent: SentIdea) -> None:
        named = {
            "id": sent.id,
            "meeting_id": meeting_id,
            "topic_id": sent.topic_id,
            "text": sent.text,
            "offered_at": instant_text(sent.offered_at),
            "fate": sent.fate.value,
        }
        self._db.execute(_ADD_IDEA, named)

    def _change_fate(self, idea_ids: Iterable[str], before: Fate, after: Fate) -> None:
        rows = [(after.value, after.value, idea_id, before.value) for idea_id in idea_ids]
        self._db.conn.executemany(_CHANGE_FATE, rows)

    def _ideas(self, condition: str, values: list[str]) -> tuple[SentIdea, ...]:
        asked = (
            "SELECT id, topic_id, text, offered_at, fate FROM phone_ideas"
            f" WHERE {condition} ORDER BY id"
        )
        with told(self._path):
            rows = self._db.execute(asked, values).fetchall()
        return tuple(
            SentIdea(idea_id, topic_id, text, instant_from(offered_at), Fate(fate))
            for idea_id, topic_id, text, offered_at, fate in rows
        )
