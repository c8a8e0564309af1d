import pytest
from hypothesis import given
from hypothesis import strategies as st

from socinno_tui.screens.key_choice import KeyedAction, Refusal, refusal, taken_meanwhile, usable
from socinno_tui.screens.key_sections import sections

SCOPES = [section.scope for section in sections()]
LIVE = next(section for section in sections() if section.name == "During the meeting")
BY_NAME = {one.name: one for section in sections() for one in section.actions}
MANAGER, DOTS = BY_NAME["live.manager"], BY_NAME["feed.dots"]

KEYS = st.sampled_from([*"abcdmsuxMé", "f2", "f3", "f5", "f6", "f10", "ctrl+t", "ctrl+i", "enter"])
CHOICES = st.dictionaries(st.sampled_from([*BY_NAME, "no.such"]), KEYS, max_size=6)


@pytest.mark.parametrize(
    ("asked", "key", "why"),
    [
        (MANAGER, "f10", None),
        (MANAGER, "ctrl+b", None),
        (MANAGER, "f3", Refusal.TAKEN),
        (MANAGER, "f1", Refusal.TAKEN),
        (MANAGER, "f5", Refusal.CLICKER),
        (MANAGER, "ctrl+i", Refusal.SENT_AS_OTHER),
        (MANAGER, "ctrl+m", Refusal.SENT_AS_OTHER),
        (MANAGER, "ctrl+h", Refusal.SENT_AS_OTHER),
        (MANAGER, "enter", Refusal.KEPT),
        (MANAGER, "ctrl+q", Refusal.KEPT),
        (MANAGER, "7", Refusal.KEPT),
        (MANAGER, "a", Refusal.TYPED),
        (MANAGER, "é", Refusal.TYPED),
        (MANAGER, "semicolon", Refusal.TYPED),
        (MANAGER, "ctrl+k", Refusal.FIELD),
        (DOTS, "w", None),
        (DOTS, "s", Refusal.TAKEN),
    ],
)
def test_a_key_will_do_or_is_refused_for_one_reason(
    asked: KeyedAction, key: str, why: Refusal | None
) -> None:
    found = refusal(asked, key, LIVE.scope, {})
    assert (None if found is None else found[0]) is why


def test_a_key_that_was_given_up_can_be_given_to_another() -> None:
    chosen = {"live.room": "f10"}
    assert refusal(MANAGER, "f3", LIVE.scope, chosen) is None
    assert refusal(MANAGER, "f10", LIVE.scope, chosen) == (Refusal.TAKEN, BY_NAME["live.room"])


def test_a_first_key_that_was_given_away_is_not_free_to_go_back_to() -> None:
    chosen = {"live.room": "f10", "live.manager": "f3"}
    assert taken_meanwhile(BY_NAME["live.room"], LIVE.scope, chosen) == ("f3", MANAGER)
    assert taken_meanwhile(MANAGER, LIVE.scope, chosen) is None


def test_what_moves_keeps_its_key() -> None:
    assert not BY_NAME["live.step_back"].can_change
    assert not BY_NAME["live.topic_1"].can_change
    assert not BY_NAME["walk.next"].can_change
    assert MANAGER.can_change


def test_no_two_actions_of_a_screen_share_a_key_that_can_be_changed_from_the_start() -> None:
    for section in sections():
        for one in section.scope:
            if one.can_change:
                for key in one.keys:
                    found = refusal(one, key, section.scope, {})
                    assert found is None or found[0] is not Refusal.TAKEN, (section.name, one, key)


@given(CHOICES)
def test_of_what_a_file_says_only_what_leaves_every_key_with_one_action_is_used(
    chosen: dict[str, str],
) -> None:
    kept = usable(chosen, SCOPES)
    assert kept.items() <= chosen.items()
    for scope in SCOPES:
        for name, key in kept.items():
            owners = {one.action for one in scope if key in one.keys_with(kept)}
            if any(one.name == name for one in scope):
                assert len(owners) == 1
