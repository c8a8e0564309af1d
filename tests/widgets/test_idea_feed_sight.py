"""What the feed has in sight, apart from any screen."""

from hypothesis import given
from hypothesis import strategies as st

from socinno_tui.domain.idea import clusters
from socinno_tui.widgets.idea_feed_sight import Newest, Sight
from tests.meetings import an_idea

sights = st.builds(Sight, st.integers(0, 60), st.integers(1, 30))
rows = st.builds(
    lambda start, height: range(start, start + height), st.integers(0, 80), st.integers(1, 40)
)


@given(sights, rows)
def test_a_row_shown_is_in_sight_whole_or_from_its_beginning(sight: Sight, lines: range) -> None:
    top = sight.top_to_show(lines)
    now = sight if top is None else Sight(top, sight.height)
    assert now.shows(lines)
    assert lines.start in range(now.top, now.last_line + 1)
    assert lines.stop - 1 <= now.last_line or now.top == lines.start


@given(sights, rows)
def test_what_is_in_sight_whole_stays_where_it_is(sight: Sight, lines: range) -> None:
    if sight.top <= lines.start and lines.stop - 1 <= sight.last_line:
        assert sight.top_to_show(lines) is None
        assert sight.top_within(lines, 1) is None
        assert sight.top_within(lines, -1) is None


@given(st.integers(2, 12), st.integers(1, 60))
def test_steps_through_a_high_row_pass_over_no_line(height: int, count: int) -> None:
    lines = range(5, 5 + count)
    sight = Sight(lines.start, height)
    seen = set(range(sight.top, sight.last_line + 1))
    while (top := sight.top_within(lines, 1)) is not None:
        assert top > sight.top
        sight = Sight(top, height)
        seen |= set(range(sight.top, sight.last_line + 1))
    assert set(lines) <= seen
    while (top := sight.top_within(lines, -1)) is not None:
        assert top < sight.top
        sight = Sight(top, height)
    assert sight.top == lines.start


def test_new_ideas_are_counted_from_the_last_one_seen() -> None:
    ideas = [an_idea(number) for number in range(1, 6)]
    newest = Newest()
    newest.look(clusters(ideas[:2]), in_sight=True)
    assert newest.unseen == 0
    newest.look(clusters(ideas), in_sight=False)
    assert newest.unseen == 3
    newest.look((), in_sight=True)
    assert newest.unseen == 0
    newest.look(clusters(ideas), in_sight=True)
    assert newest.unseen == 0
    newest.forget()
    newest.look(clusters(ideas), in_sight=False)
    assert newest.unseen == 5
