from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socinno_tui.domain.idea import (
    MOST_DOTS,
    Cluster,
    DotsOutOfRange,
    Idea,
    IdeaGone,
    NothingToMerge,
    NotMerged,
    VerdictKind,
    by_dots,
    clusters,
    dotted,
    idea_in,
    merged,
    split_off,
    taken_away,
    top_of,
    top_selected,
)
from tests.meetings import an_idea, idea_id, some_ideas

Merge = tuple[int, frozenset[int]]


@st.composite
def ideas_and_merges(draw: st.DrawFn) -> tuple[tuple[Idea, ...], list[Merge]]:
    count = draw(st.integers(2, 8))
    dots = draw(st.lists(st.integers(0, 40), min_size=count, max_size=count))
    ideas = tuple(an_idea(number, dots=found) for number, found in enumerate(dots, 1))
    numbers = st.integers(1, count)
    pairs = st.tuples(numbers, st.frozensets(numbers, min_size=1))
    return ideas, draw(st.lists(pairs, max_size=6))


def ids(numbers: frozenset[int] | set[int]) -> frozenset[str]:
    return frozenset(idea_id(number) for number in numbers)


def after(ideas: tuple[Idea, ...], merges: list[Merge]) -> tuple[Idea, ...]:
    for lead, others in merges:
        try:
            ideas = merged(ideas, idea_id(lead), ids(others))
        except NothingToMerge:
            continue
    return ideas


def alone(ideas: tuple[Idea, ...]) -> tuple[Idea, ...]:
    for cluster in clusters(ideas):
        if cluster.members:
            ideas = split_off(ideas, cluster.lead.id)
    return ideas


@given(ideas_and_merges())
def test_splitting_gives_each_idea_its_own_text_and_dots_back(
    drawn: tuple[tuple[Idea, ...], list[Merge]],
) -> None:
    ideas, merges = drawn
    assert alone(after(ideas, merges)) == ideas


@given(ideas_and_merges())
def test_no_merge_loses_an_idea_or_a_dot(drawn: tuple[tuple[Idea, ...], list[Merge]]) -> None:
    ideas, merges = drawn
    found = clusters(after(ideas, merges))
    assert sum(cluster.dots for cluster in found) == sum(idea.dots for idea in ideas)
    shown = [idea.number for cluster in found for idea in (cluster.lead, *cluster.members)]
    assert sorted(shown) == [idea.number for idea in ideas]


def test_a_cluster_sums_dots_and_keeps_every_original() -> None:
    (cluster,) = clusters(merged((an_idea(1, dots=3), an_idea(2, dots=5)), idea_id(1), ids({2})))
    assert (cluster.lead.number, cluster.dots, cluster.size) == (1, 8, 2)
    assert cluster.members[0].text == "Zelfscan bij de ingang"


def test_merging_a_lead_brings_what_is_merged_under_it() -> None:
    ideas = merged(some_ideas(), idea_id(2), ids({3}))
    ideas = merged(ideas, idea_id(1), ids({2}))
    first = clusters(ideas)[0]
    assert [member.number for member in first.members] == [2, 3]


def test_merging_under_a_merged_idea_merges_under_its_lead() -> None:
    ideas = merged(some_ideas(), idea_id(1), ids({2}))
    ideas = merged(ideas, idea_id(2), ids({1, 3}))
    first = clusters(ideas)[0]
    assert (first.lead.number, [member.number for member in first.members]) == (1, [2, 3])


@pytest.mark.parametrize("others", [set(), {1}, {2}, {99}])
def test_a_merge_that_moves_nothing_is_refused(others: set[int]) -> None:
    ideas = merged(some_ideas(), idea_id(1), ids({2}))
    with pytest.raises(NothingToMerge):
        merged(ideas, idea_id(1), ids(others))


def test_an_idea_that_is_gone_leads_nothing() -> None:
    with pytest.raises(IdeaGone):
        merged(some_ideas(), idea_id(99), ids({1}))


def test_only_what_is_merged_can_be_split_off() -> None:
    with pytest.raises(NotMerged):
        split_off(some_ideas(), idea_id(1))


def test_taking_a_lead_away_lets_the_others_stand_alone() -> None:
    left = taken_away(merged(some_ideas(), idea_id(1), ids({2, 3})), idea_id(1))
    assert left == some_ideas()[1:]


def test_dots_of_a_cluster_include_those_merged_in() -> None:
    ideas = dotted(merged(some_ideas(), idea_id(1), ids({2})), idea_id(1), 9)
    assert clusters(ideas)[0].dots == 9
    assert idea_in(ideas, idea_id(2)).dots == 5


@pytest.mark.parametrize("hands", [-1, 4, MOST_DOTS + 1])
def test_dots_below_what_was_merged_in_or_beyond_a_room_are_refused(hands: int) -> None:
    ideas = merged(some_ideas(), idea_id(1), ids({2}))
    with pytest.raises(DotsOutOfRange) as refused:
        dotted(ideas, idea_id(1), hands)
    assert (refused.value.least, refused.value.most) == (5, MOST_DOTS)


def test_a_cluster_with_more_dots_than_a_room_can_still_be_dotted() -> None:
    ideas = (an_idea(1), *(an_idea(number, dots=600, merged_into=1) for number in (2, 3)))
    with pytest.raises(DotsOutOfRange) as refused:
        dotted(ideas, idea_id(1), 1199)
    assert (refused.value.least, refused.value.most) == (1200, 1200)
    assert dotted(ideas, idea_id(1), 1200) == ideas


def numbers_selected(ideas: tuple[Idea, ...]) -> list[int]:
    return [idea.number for idea in ideas if idea.is_selected]


@pytest.mark.parametrize(
    ("count", "numbers"), [(0, []), (1, [2]), (2, [2, 4]), (3, [2, 4, 7]), (4, [1, 2, 4, 7])]
)
def test_the_top_is_chosen_by_dots_and_among_equals_by_number(
    count: int, numbers: list[int]
) -> None:
    assert numbers_selected(top_selected(some_ideas(), count)) == numbers


def test_the_top_holds_no_idea_without_a_dot() -> None:
    assert numbers_selected(top_selected(some_ideas(), 99)) == [1, 2, 3, 4, 6, 7, 9, 11]


def test_the_top_counts_what_is_selected_already_and_passes_by_what_is_decided() -> None:
    ideas = (
        an_idea(1, verdict=VerdictKind.SELECTED),
        an_idea(2, dots=9, verdict=VerdictKind.LATER),
        an_idea(3, dots=2),
        an_idea(4, dots=7, merged_into=3),
        an_idea(5, dots=8),
    )
    assert numbers_selected(top_selected(ideas, 2)) == [1, 3]


def numbers(found: tuple[Cluster, ...]) -> list[int]:
    return [cluster.lead.number for cluster in found]


def test_a_tie_at_the_edge_names_who_is_in_and_who_is_out() -> None:
    ideas = tuple(an_idea(number, dots=dots) for number, dots in enumerate((5, 2, 2, 2, 2, 1), 1))
    top = top_of(ideas, 3)
    assert (numbers(top.chosen), numbers(top.tied), numbers(top.left_out)) == (
        [1, 2, 3],
        [2, 3],
        [4, 5],
    )
    assert top.missing == 0


@pytest.mark.parametrize("count", [0, 1, 5, 6])
def test_no_tie_where_the_edge_is_clear(count: int) -> None:
    ideas = tuple(an_idea(number, dots=dots) for number, dots in enumerate((5, 2, 2, 2, 2, 1), 1))
    top = top_of(ideas, count)
    assert (top.tied, top.left_out) == ((), ())


def test_fewer_with_dots_than_wanted_is_known() -> None:
    ideas = (an_idea(1, verdict=VerdictKind.SELECTED), an_idea(2, dots=1), an_idea(3), an_idea(4))
    top = top_of(ideas, 4)
    assert (top.before, numbers(top.chosen), top.missing) == (1, [2], 2)


def test_most_dots_come_first() -> None:
    found = by_dots(clusters(some_ideas()[:4]))
    assert [cluster.lead.number for cluster in found] == [2, 4, 1, 3]


def test_an_idea_says_nothing_of_who_had_it() -> None:
    fields = set(Idea.__dataclass_fields__)
    assert fields == {
        "id",
        "number",
        "topic_id",
        "text",
        "offered_at",
        "dots",
        "merged_into",
        "verdict",
    }


def test_what_the_room_selected_stays_selected_when_it_is_merged() -> None:
    ideas = (an_idea(1), an_idea(2, verdict=VerdictKind.SELECTED), an_idea(3))
    together = merged(ideas, idea_id(1), ids({2, 3}))
    assert clusters(together)[0].lead.is_selected
    assert together[1] == replace(ideas[1], merged_into=idea_id(1))
    assert numbers_selected(split_off(together, idea_id(1))) == [1, 2]


@pytest.mark.parametrize("kind", list(VerdictKind))
def test_a_lead_keeps_the_verdict_it_has(kind: VerdictKind) -> None:
    ideas = (an_idea(1, verdict=kind, reason="te duur"), an_idea(2, verdict=VerdictKind.SELECTED))
    assert split_off(merged(ideas, idea_id(1), ids({2})), idea_id(1)) == ideas


@pytest.mark.parametrize("kind", [VerdictKind.LATER, VerdictKind.NO])
def test_a_verdict_that_selects_nothing_is_not_taken_over(kind: VerdictKind) -> None:
    ideas = (an_idea(1), an_idea(2, verdict=kind, reason="te duur"))
    together = merged(ideas, idea_id(1), ids({2}))
    assert together[0] == ideas[0]
    assert split_off(together, idea_id(1)) == ideas


def test_a_choice_taken_back_from_a_group_does_not_come_back_with_it() -> None:
    ideas = merged(
        (an_idea(1), an_idea(2, verdict=VerdictKind.SELECTED), an_idea(3)), idea_id(1), ids({2})
    )
    undecided = (replace(ideas[0], verdict=None), *ideas[1:])
    assert clusters(merged(undecided, idea_id(3), ids({1})))[0].lead.verdict is None
