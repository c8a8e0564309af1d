"""The rows of the feed and where each begins, so that any line is found without walking them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import accumulate

from rich.cells import cell_len

from socinno_tui.domain.idea import Cluster, Idea, by_dots
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.widgets.idea_feed_lines import (
    Columns,
    Contents,
    Span,
    columns,
    dots_drawn,
    one_line,
    wrapped,
)
from socinno_tui.widgets.idea_feed_row import (
    Beneath,
    beneath,
    counted_words,
    size_words,
    verdict_word,
)

_DOTS_EXPECTED = frozenset({Phase.SELECTION, Phase.CLOSING})


class Arrangement(Enum):
    """Which ideas the feed shows, and in what order."""

    BY_NUMBER = "by number"
    """Those on the topic that is on, as they came in."""
    BY_DOTS = "by dots"
    """The same, most dots first; while dots are counted it would tell of the earlier ones."""
    UNANSWERED = "unanswered"
    """Those on all topics that nobody answered yet, most dots first."""


def arranged(meeting: Meeting, arrangement: Arrangement) -> tuple[Cluster, ...]:
    """Give what the feed shows, from above."""
    if arrangement is Arrangement.UNANSWERED:
        return by_dots(meeting.unanswered)
    found = meeting.clusters_of(meeting.topic.id)
    if arrangement is Arrangement.BY_DOTS and meeting.dot_round is None:
        return by_dots(found)
    return found


@dataclass(frozen=True, slots=True)
class Place:
    """What stands on a line: which row, and which line of that row."""

    row: int
    line: int


class FeedLayout:
    """Clusters under each other, each as high as its wrapped text and what is open beneath it.

    A new idea costs the same whatever the number of those before it; any other change lays out
    all rows again, with the texts that were wrapped before kept.
    """

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self.columns: Columns | None = None
        self.idea_count = 0
        """How many ideas there are on the topic, those merged or not sought included."""
        self.counted: dict[str, bool] | None = None
        """While dots are counted on the topic: for each idea that leads, whether it is."""
        self._contents = Contents()
        self._index: dict[str, int] = {}
        self._heights: list[int] = []
        self._starts: list[int] = [0]
        self._spans: dict[str, tuple[Span, ...]] = {}
        self._beneath: dict[str, tuple[Beneath, ...]] = {}

    def __len__(self) -> int:
        return len(self.clusters)

    @property
    def line_count(self) -> int:
        """How many lines all rows take."""
        return self._starts[-1]

    @property
    def leads(self) -> frozenset[str]:
        """The ids of the ideas that lead a row."""
        return frozenset(self._index)

    def index_of(self, idea_id: str | None) -> int | None:
        """At which row an idea leads, or None."""
        return None if idea_id is None else self._index.get(idea_id)

    def row_showing(self, idea_id: str) -> int | None:
        """At which row an idea leads or is merged under another, or None."""
        for row, cluster in enumerate(self.clusters):
            if any(idea.id == idea_id for idea in (cluster.lead, *cluster.members)):
                return row
        return None

    def lines_of(self, row: int) -> range:
        """The lines of a row."""
        return range(self._starts[row], self._starts[row + 1])

    def at(self, line: int) -> Place | None:
        """What stands on a line, or None past the last."""
        if not 0 <= line < self.line_count:
            return None
        row = bisect_right(self._starts, line) - 1
        return Place(row, line - self._starts[row])

    def spans(self, idea: Idea) -> tuple[Span, ...]:
        """The lines of an idea's own text."""
        found = self._spans.get(idea.text)
        if found is None:
            width = 0 if self.columns is None else self.columns.text
            found = self._spans[idea.text] = wrapped(one_line(idea.text), width)
        return found

    def beneath(self, idea_id: str) -> tuple[Beneath, ...]:
        """The lines that are open under an idea; none when it is folded."""
        return self._beneath.get(idea_id, ())

    def dots(self, cluster: Cluster) -> str:
        """What stands in the column of the dots, which nobody sees while they are counted."""
        columns = self.columns
        if columns is None:
            return ""
        if self.counted is None:
            return dots_drawn(cluster.dots, compact=columns.is_compact)
        if not self.counted.get(cluster.lead.id):
            return ""
        words = counted_words(short=False)
        return words if cell_len(words) <= columns.dots else counted_words(short=True)

    def fill(
        self,
        meeting: Meeting | None,
        width: int,
        sought: str = "",
        arrangement: Arrangement = Arrangement.BY_NUMBER,
    ) -> None:
        """Lay out the ideas of an arrangement, `width` cells wide, with all folded.

        With `sought`, a text already casefolded, only the rows that hold it.
        """
        found = () if meeting is None else arranged(meeting, arrangement)
        self.counted = None if meeting is None else _counted(meeting)
        self.idea_count = sum(cluster.size for cluster in found)
        self.clusters = [cluster for cluster in found if _holds(cluster, sought)]
        self._contents = _contents(
            self.clusters, _dots_expected(meeting), are_counted=self.counted is not None
        )
        before, self.columns = self.columns, columns(width, self._contents)
        if before is None or before.text != self.columns.text:
            self._spans.clear()
        self._beneath.clear()
        self._index = {cluster.lead.id: row for row, cluster in enumerate(self.clusters)}
        self._heights = [len(self.spans(cluster.lead)) for cluster in self.clusters]
        self._starts = [0, *accumulate(self._heights)]

    def append(self, before: Meeting, now: Meeting) -> bool:
        """Lay out the ideas that came in since `before`.

        False, and nothing is done, when more than that changed or the columns have to.
        """
        count = len(before.ideas)
        if (
            self.columns is None
            or before.topic.id != now.topic.id
            or before.dot_round != now.dot_round
            or _dots_expected(before) != _dots_expected(now)
            or now.ideas[:count] != before.ideas
        ):
            return False
        added = now.ideas[count:]
        if any(idea.merged_into is not None for idea in added):
            return False
        clusters = [Cluster(idea) for idea in added if idea.topic_id == now.topic.id]
        contents = self._contents.joined(
            _contents(clusters, _dots_expected(now), are_counted=self.counted is not None)
        )
        if columns(self.columns.width, contents) != self.columns:
            return False
        self._contents = contents
        self.idea_count += len(clusters)
        for cluster in clusters:
            self._index[cluster.lead.id] = len(self.clusters)
            self.clusters.append(cluster)
            self._heights.append(len(self.spans(cluster.lead)))
            self._starts.append(self._starts[-1] + self._heights[-1])
        return True

    def open(self, idea_id: str) -> bool:
        """Show what is beneath an idea. Whether any line moved."""
        row = self._index[idea_id]
        if self.columns is None or idea_id in self._beneath:
            return False
        hidden = self.counted is not None
        lines = beneath(self.clusters[row], self.columns, dots_hidden=hidden)
        if not lines:
            return False
        self._beneath[idea_id] = lines
        self._set_height(row, self._heights[row] + len(lines))
        return True

    def fold(self, idea_id: str) -> bool:
        """Show an idea alone again. Whether any line moved."""
        lines = self._beneath.pop(idea_id, ())
        if not lines:
            return False
        row = self._index[idea_id]
        self._set_height(row, self._heights[row] - len(lines))
        return True

    def _set_height(self, row: int, height: int) -> None:
        self._heights[row] = height
        self._starts[row:] = accumulate(self._heights[row:], initial=self._starts[row])


def _dots_expected(meeting: Meeting | None) -> bool:
    return meeting is not None and meeting.phase in _DOTS_EXPECTED


def _counted(meeting: Meeting) -> dict[str, bool] | None:
    begun = meeting.dot_round
    if begun is None or begun.topic_id != meeting.topic.id:
        return None
    clusters = meeting.clusters_of(begun.topic_id)
    return {lead: hands is not None for lead, hands in begun.counted(clusters).items()}


def _holds(cluster: Cluster, sought: str) -> bool:
    """Whether the lead or anything merged under it has the text in it, or is the number sought."""
    return not sought or any(
        sought in one_line(idea.text).casefold() or sought == f"#{idea.number}"
        for idea in (cluster.lead, *cluster.members)
    )


def _contents(clusters: Sequence[Cluster], dots_expected: bool, *, are_counted: bool) -> Contents:
    verdicts = {one.lead.verdict.kind for one in clusters if one.lead.verdict is not None}
    largest = _most(clusters, lambda one: one.size)
    return Contents(
        highest_number=_most(clusters, lambda one: one.lead.number),
        most_dots=0 if are_counted else _most(clusters, lambda one: one.dots),
        dots_expected=dots_expected,
        largest_size=largest,
        verdict_word=max((cell_len(verdict_word(kind)) for kind in verdicts), default=0),
        size_word=cell_len(size_words(largest)),
        counted_word=cell_len(counted_words(short=False)) if are_counted else 0,
    )


def _most(clusters: Iterable[Cluster], measure: Callable[[Cluster], int]) -> int:
    return max(map(measure, clusters), default=0)
