"""Looking again: going through what was agreed, and when that is done the next time."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pendulum import Date, DateTime


@dataclass(frozen=True, slots=True)
class Review:
    """One time that a meeting's agreements are gone through; it goes on until `ended_at`.

    Each answer given meanwhile is a line in the history of its action. `next_date` is when the
    agreements are looked at again.
    """

    id: str
    started_at: DateTime
    ended_at: DateTime | None = None
    next_date: Date | None = None

    def ended(self, now: DateTime, next_date: Date | None) -> Review:
        """Give it ended, with the date of the next one."""
        return replace(self, ended_at=max(now, self.started_at), next_date=next_date)


def going_on(reviews: tuple[Review, ...]) -> Review | None:
    """Give the review that was left halfway, the latest should there be more."""
    open_ones = [review for review in reviews if review.ended_at is None]
    return max(open_ones, key=lambda review: review.started_at, default=None)


def next_date(reviews: tuple[Review, ...], agreed: Date | None) -> Date | None:
    """Give when the agreements are looked at again: the date set last, first at the closing."""
    dated = [review for review in reviews if review.next_date is not None]
    latest = max(
        dated, key=lambda review: (review.ended_at or review.started_at, review.id), default=None
    )
    return agreed if latest is None else latest.next_date
