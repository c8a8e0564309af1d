"""Which lines of the feed are in sight, and how far to scroll for those that are not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from socinno_tui.domain.idea import Cluster


@dataclass(frozen=True, slots=True)
class Sight:
    """So many lines in sight, `height`, from the line `top`; lines count from the first idea's."""

    top: int
    height: int

    @property
    def last_line(self) -> int:
        """The lowest line in sight."""
        return self.top + self.height - 1

    def shows(self, lines: range) -> bool:
        """Whether any of these lines is in sight."""
        return lines.start <= self.last_line and lines.stop > self.top

    def top_to_show(self, lines: range) -> int | None:
        """Where to scroll to have a row in sight, its beginning first: no more than is needed.

        None where it is in sight already.
        """
        if lines.start < self.top or len(lines) > self.height:
            return lines.start
        if lines.stop > self.top + self.height:
            return lines.stop - self.height
        return None

    def top_within(self, lines: range, direction: int) -> int | None:
        """Where to scroll for one step, down with 1 or up with -1, through a row higher than what
        is in sight; a line of the step before stays. None where there is no step to make.
        """
        if len(lines) <= self.height:
            return None
        least, most = lines.start, max(lines.start, lines.stop - self.height)
        step = min(max(self.top + direction * max(1, self.height - 1), least), most)
        return None if step == self.top else step


class Newest:
    """How many new ideas came in below what is in sight: those after the last one seen there."""

    def __init__(self) -> None:
        self.unseen = 0
        self._seen_number = 0

    def forget(self) -> None:
        """Begin anew, on another topic."""
        self._seen_number = 0

    def look(self, clusters: Sequence[Cluster], *, in_sight: bool) -> None:
        """Count again, with the last of the feed in sight or not."""
        if in_sight and clusters:
            self._seen_number = max(self._seen_number, clusters[-1].lead.number)
        self.unseen = 0
        for cluster in reversed(clusters):
            if cluster.lead.number <= self._seen_number:
                break
            self.unseen += 1
