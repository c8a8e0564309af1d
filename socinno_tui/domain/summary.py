"""A meeting in one line of the library."""

from __future__ import annotations

from dataclasses import dataclass

from pendulum import Date, DateTime

from socinno_tui.domain.phase import Phase


@dataclass(frozen=True, slots=True)
class MeetingSummary:
    """What the library shows of a meeting; the counts are of agreements on a given day.

    `number` is the short one a person calls it by, the same for ever within one file.
    """

    id: str
    title: str
    question: str
    phase: Phase
    zone: str
    created_at: DateTime
    starts_at: DateTime | None = None
    closed_at: DateTime | None = None
    is_example: bool = False
    open_count: int = 0
    overdue_count: int = 0
    number: int = 0
    review_date: Date | None = None

    def is_review_due(self, today: Date) -> bool:
        """Whether its review date has come, and there is something open to look at."""
        looked_at_again = self.review_date is not None and self.review_date <= today
        return looked_at_again and self.phase is Phase.FOLLOW_UP and self.open_count > 0


def most_pressing_first(summaries: tuple[MeetingSummary, ...]) -> tuple[MeetingSummary, ...]:
    """What is overdue first, then what was not closed, then the most recent."""

    def rank(summary: MeetingSummary) -> tuple[bool, bool, float]:
        moment = summary.starts_at or summary.created_at
        return (
            summary.overdue_count == 0,
            summary.phase is not Phase.CLOSING,
            -moment.timestamp(),
        )

    return tuple(sorted(summaries, key=rank))
