"""What was agreed in closed meetings, and how it went since: histories and reviews.

A meeting need not be held for it: agreements are followed up across meetings.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from pendulum import Date
from sqlite_utils import Database

from socinno_tui.domain.action import ActionItem, ActionState, Agreement, Update
from socinno_tui.domain.review import Review
from socinno_tui.store import queries
from socinno_tui.store.cells import Cell, Row, maybe_date_text, maybe_instant_from
from socinno_tui.store.errors import ActionUnknown
from socinno_tui.store.queries import asked
from socinno_tui.store.rows import review_row, update_row
from socinno_tui.store.transactions import reading, told, writing
from socinno_tui.store.values import action_from, actions_from, review_from, update_from


class AgreementRows:
    """The agreements in one file. Every method raises a StoreRefused when the file refuses."""

    def __init__(self, db: Database, path: Path) -> None:
        self._db = db
        self._path = path

    def read(
        self,
        meeting_id: str | None = None,
        *,
        states: Iterable[ActionState] = (),
        until: Date | None = None,
    ) -> tuple[Agreement, ...]:
        """Give what was agreed in one closed meeting, or in all of them: in these states, or in
        any when none is named, and due until a date.
        """
        named = " ".join(state.value for state in states)
        with reading(self._db, self._path):
            rows = asked(
                self._db,
                queries.AGREEMENTS,
                id=meeting_id,
                states=named,
                until=maybe_date_text(until),
            )
            return self._agreements(rows)

    def called(self, number: int) -> Agreement | None:
        """Give the agreement in a closed meeting that has this number, if there is one."""
        with reading(self._db, self._path):
            found = self._agreements(asked(self._db, queries.AGREEMENT_CALLED, number=number))
            return found[0] if found else None

    def owners(self) -> tuple[str, ...]:
        """Give everyone who has an agreement now, ended ones too, in no order."""
        with told(self._path):
            return tuple(str(row["owner_now"]) for row in asked(self._db, queries.OWNERS))

    def action(self, action_id: str) -> ActionItem:
        """Read one action with its history. Raises ActionUnknown."""
        with reading(self._db, self._path):
            return self._action(action_id)

    def add_update(self, action_id: str, update: Update) -> None:
        """Add one dated line to an action's history. Raises ActionUnknown, and what its rule
        raises: another window may have ended the action a moment ago.
        """
        with writing(self._db, self._path):
            self._action(action_id).with_update(update)
            self._db.execute(queries.ADD_UPDATE, update_row(action_id, update))

    def reviews(self, meeting_id: str | None = None) -> dict[str, tuple[Review, ...]]:
        """Give each meeting's reviews in the order in which they began, of one meeting or all."""
        found: dict[str, tuple[Review, ...]] = {}
        with reading(self._db, self._path):
            for row in asked(self._db, queries.REVIEWS, id=meeting_id):
                of = str(row["meeting_id"])
                found[of] = (*found.get(of, ()), review_from(row))
        return found

    def keep_reviews(self, reviews: Iterable[tuple[str, Review]]) -> None:
        """Keep reviews, each with the id of its meeting, as they are now: all of them or none."""
        rows = [{**review_row(review), "meeting_id": of} for of, review in reviews]
        if rows:
            with writing(self._db, self._path):
                self._db.conn.executemany(queries.KEEP_REVIEW, rows)

    # Rows

    def _agreements(self, rows: list[Row]) -> tuple[Agreement, ...]:
        ids = json.dumps([row["id"] for row in rows])
        actions = actions_from(rows, asked(self._db, queries.AGREEMENT_UPDATES, ids=ids))
        return tuple(
            _agreement_from(row, action) for row, action in zip(rows, actions, strict=True)
        )

    def _action(self, action_id: str) -> ActionItem:
        found = asked(self._db, queries.ACTION, id=action_id)
        if not found:
            raise ActionUnknown(action_id)
        updates = asked(self._db, queries.ACTION_UPDATES, id=action_id)
        return action_from(found[0], [update_from(row) for row in updates])


def _agreement_from(row: Mapping[str, Cell], action: ActionItem) -> Agreement:
    """Give an action with the idea and the meeting it came from."""
    return Agreement(
        action=action,
        idea_number=int(row["number"] or 0),
        idea_text=str(row["idea_text"]),
        question=str(row["question"]),
        meeting_id=str(row["meeting_id"]),
        meeting_title=str(row["title"]),
        closed_at=maybe_instant_from(row["closed_at"]),
        zone=str(row["zone"]),
        number=int(row["called"] or 0),
    )
