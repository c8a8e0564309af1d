from dataclasses import replace

import pytest
from pendulum import Date

from socinno_tui.domain.action import (
    ActionEnded,
    ActionItem,
    ActionNotDone,
    ActionState,
    ActionStillOpen,
    Agreement,
    AlreadySo,
    Standing,
    Update,
    UpdateKind,
    most_pressing_first,
)
from tests.meetings import DUE, STARTS_AT, TODAY, idea_id

AGREED = ActionItem("action", idea_id(1), "Fatma de Vries", DUE)
DONE, STOPPED, REOPENED = UpdateKind.DONE, UpdateKind.STOPPED, UpdateKind.REOPENED


def a_line(kind: UpdateKind, *, due: Date | None = None, owner: str = "") -> Update:
    return Update("line", kind, STARTS_AT.add(weeks=1), "De leverancier is laat", due, owner)


def after(*kinds: UpdateKind) -> ActionItem:
    action = AGREED
    for kind in kinds:
        action = action.with_update(a_line(kind))
    return action


def test_what_was_agreed_stays_and_the_last_line_counts() -> None:
    action = AGREED.with_update(a_line(UpdateKind.MOVED, due=DUE.add(weeks=1)))
    action = action.with_update(a_line(UpdateKind.HANDED_OVER, owner="Ruben Kuiper"))
    action = action.with_update(a_line(UpdateKind.MOVED, due=DUE.add(weeks=3)))
    assert (action.owner, action.due) == ("Fatma de Vries", DUE)
    assert (action.owner_now, action.due_now) == ("Ruben Kuiper", DUE.add(weeks=3))
    assert action.times_moved == 2
    assert (AGREED.owner_now, AGREED.due_now, AGREED.times_moved) == ("Fatma de Vries", DUE, 0)


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        ((), ActionState.OPEN),
        ((UpdateKind.NOTE,), ActionState.OPEN),
        ((DONE,), ActionState.DONE),
        ((STOPPED, UpdateKind.NOTE), ActionState.STOPPED),
        ((DONE, REOPENED), ActionState.OPEN),
        ((DONE, REOPENED, STOPPED), ActionState.STOPPED),
        ((DONE, UpdateKind.RESULT), ActionState.DONE),
        ((UpdateKind.ON_COURSE,), ActionState.OPEN),
    ],
)
def test_the_last_line_that_says_so_decides(
    kinds: tuple[UpdateKind, ...], state: ActionState
) -> None:
    assert after(*kinds).state is state


@pytest.mark.parametrize("ended", [DONE, STOPPED])
@pytest.mark.parametrize("kind", [DONE, STOPPED, UpdateKind.MOVED, UpdateKind.HANDED_OVER])
def test_what_has_ended_must_be_opened_again_first(ended: UpdateKind, kind: UpdateKind) -> None:
    with pytest.raises(ActionEnded) as refused:
        after(ended, kind)
    assert refused.value.state is after(ended).state
    assert len(after(ended, REOPENED, kind).updates) == 3


def test_only_what_has_ended_is_opened_again() -> None:
    with pytest.raises(ActionStillOpen):
        after(REOPENED)
    with pytest.raises(ActionStillOpen):
        after(DONE, REOPENED, REOPENED)


@pytest.mark.parametrize(
    ("line", "other"),
    [
        (a_line(UpdateKind.MOVED, due=DUE), a_line(UpdateKind.MOVED, due=DUE.add(weeks=1))),
        (
            a_line(UpdateKind.HANDED_OVER, owner="Fatma de Vries"),
            a_line(UpdateKind.HANDED_OVER, owner="Ruben Kuiper"),
        ),
    ],
)
def test_a_move_or_a_handing_over_must_change_something(line: Update, other: Update) -> None:
    with pytest.raises(AlreadySo) as refused:
        AGREED.with_update(line)
    assert refused.value.kind is line.kind
    changed = AGREED.with_update(other)
    assert len(changed.with_update(line).updates) == 2
    with pytest.raises(AlreadySo):
        changed.with_update(other)


@pytest.mark.parametrize(
    ("days", "standing"),
    [
        (-1, Standing.OVERDUE),
        (0, Standing.DUE_SOON),
        (7, Standing.DUE_SOON),
        (8, Standing.RUNNING),
    ],
)
def test_how_an_action_stands_follows_from_the_day(days: int, standing: Standing) -> None:
    assert replace(AGREED, due=TODAY.add(days=days)).standing(TODAY) is standing


def test_what_has_ended_is_never_overdue() -> None:
    late = DUE.add(years=1)
    assert after(DONE).standing(late) is Standing.DONE
    assert after(STOPPED).standing(late) is Standing.STOPPED
    assert replace(AGREED, due=None).standing(late) is Standing.RUNNING


def test_the_register_begins_with_what_presses_most() -> None:
    overdue = replace(AGREED, due=TODAY.subtract(days=3))
    more_overdue = replace(AGREED, due=TODAY.subtract(days=30))
    soon = replace(AGREED, due=TODAY.add(days=2))
    undated = replace(AGREED, due=None)
    done = after(DONE)
    sorted_so = (more_overdue, overdue, soon, AGREED, undated, done)
    agreements = tuple(
        Agreement(action, 1, "Zelfscan", "Hoe?", "meeting", "Balie", STARTS_AT, "UTC")
        for action in (done, undated, AGREED, soon, overdue, more_overdue)
    )
    assert tuple(found.action for found in most_pressing_first(agreements, TODAY)) == sorted_so


def test_among_equals_the_meeting_and_then_the_number_decide() -> None:
    def agreement(title: str, number: int) -> Agreement:
        return Agreement(AGREED, number, "Zelfscan", "Hoe?", title, title, STARTS_AT, "UTC")

    found = most_pressing_first(
        (agreement("Post", 1), agreement("Balie", 10), agreement("Balie", 9)), TODAY
    )
    assert [(one.meeting_title, one.idea_number) for one in found] == [
        ("Balie", 9),
        ("Balie", 10),
        ("Post", 1),
    ]


def test_what_it_brought_is_noted_once_it_is_done() -> None:
    with pytest.raises(ActionNotDone):
        after(UpdateKind.RESULT)
    with pytest.raises(ActionNotDone):
        after(STOPPED, UpdateKind.RESULT)
    assert after(DONE, UpdateKind.RESULT).state is ActionState.DONE


@pytest.mark.parametrize("newer", [UpdateKind.MOVED, UpdateKind.HANDED_OVER, UpdateKind.ON_COURSE])
def test_in_a_merged_history_a_line_newer_than_the_ending_opens_it_again(newer: UpdateKind) -> None:
    merged = replace(AGREED, updates=(a_line(DONE), a_line(newer)))
    assert merged.state is ActionState.OPEN
