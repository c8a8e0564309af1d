"""Where the feed's cursor is, and what is open, while rows come and go."""

from socinno_tui.domain.idea import Idea, VerdictKind
from socinno_tui.domain.phase import Phase
from socinno_tui.widgets.idea_feed_cursor import FeedCursor
from socinno_tui.widgets.idea_feed_layout import FeedLayout
from tests.meetings import a_meeting, an_idea, idea_id

DECLINED = tuple(
    an_idea(number, verdict=VerdictKind.NO, reason="te duur") for number in range(1, 5)
)


def fill(rows: FeedLayout, ideas: tuple[Idea, ...] = DECLINED) -> None:
    rows.fill(a_meeting(Phase.SELECTION, ideas=ideas), 80)


def on_the_third() -> tuple[FeedLayout, FeedCursor]:
    rows = FeedLayout()
    fill(rows)
    cursor = FeedCursor(rows)
    cursor.put(2)
    return rows, cursor


def test_put_tells_whether_it_is_on_another_idea() -> None:
    _rows, cursor = on_the_third()
    assert cursor.idea_id == idea_id(3)
    assert cursor.row == 2
    assert not cursor.put(2)
    assert cursor.put(1)
    assert cursor.put(None)
    assert not cursor.put(None)
    assert cursor.row is None


def test_it_stays_on_its_idea_while_rows_go() -> None:
    rows, cursor = on_the_third()
    fill(rows, DECLINED[1:])
    assert not cursor.settle(2)
    assert (cursor.idea_id, cursor.row) == (idea_id(3), 1)


def test_where_its_idea_went_the_one_in_that_place_has_it() -> None:
    rows, cursor = on_the_third()
    fill(rows, (*DECLINED[:2], DECLINED[3]))
    assert cursor.settle(2)
    assert cursor.idea_id == idea_id(4)
    fill(rows, DECLINED[:2])
    assert cursor.settle(2)
    assert cursor.idea_id == idea_id(2)
    fill(rows, ())
    assert cursor.settle(1)
    assert cursor.idea_id is None


def test_a_pinned_idea_stays_open_as_long_as_it_is_there() -> None:
    rows, cursor = on_the_third()
    assert cursor.open()
    assert not cursor.open()
    cursor.pin()
    assert not cursor.fold(idea_id(3))
    fill(rows)
    cursor.settle(2)
    assert rows.beneath(idea_id(3)) == ()
    cursor.open_pinned()
    assert rows.beneath(idea_id(3))
    cursor.pin()
    assert cursor.fold(idea_id(3))
    cursor.pin()
    fill(rows, DECLINED[:2])
    cursor.settle(2)
    assert cursor.pinned == frozenset()


def test_on_no_idea_nothing_opens_folds_or_is_pinned() -> None:
    _rows, cursor = on_the_third()
    cursor.put(None)
    cursor.pin()
    assert cursor.pinned == frozenset()
    assert not cursor.open()
    assert not cursor.fold(None)
