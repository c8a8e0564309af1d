"""Signs that only the key of the door makes: of one phone, for one purpose, naming nobody."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from socinno_tui.domain.phones import CODE_LENGTH, CODE_SIGNS
from socinno_tui.service.phone_signs import (
    KEY_BYTES,
    Signs,
    is_code,
    is_sending,
    new_code,
    new_key,
    new_sending,
)

SIGNS = Signs(b"k" * KEY_BYTES)
OTHER_DOOR = Signs(b"K" * KEY_BYTES)


# Codes


def test_codes_are_of_31_signs_and_each_is_another() -> None:
    codes = {new_code() for _code in range(200)}
    assert len(codes) > 195
    assert {len(code) for code in codes} == {CODE_LENGTH}
    assert set().union(*codes) <= set(CODE_SIGNS)


def test_a_code_is_the_same_in_small_letters_and_another_is_not() -> None:
    assert is_code("K7Q4M", "K7Q4M")
    assert is_code("k7q4m", "K7Q4M")
    assert not any(is_code(told, "K7Q4M") for told in ("", "K7Q4", "K7Q4MM", "K7Q4N", " K7Q4M"))


def test_no_code_opens_a_closed_door() -> None:
    assert not any(is_code(told, "") for told in ("", "K7Q4M"))


@given(st.text(st.characters()))
def test_any_text_can_be_tried(told: str) -> None:
    assert is_code(told, "K7Q4M") is (told.upper() == "K7Q4M")
    assert not SIGNS.is_form_sign("phonephone", told)
    assert SIGNS.phone_of(f"phonephone.{told}") is None


def test_what_is_no_text_is_no_sign() -> None:
    assert not is_code("K7Q4\ud800", "K7Q4M")
    assert SIGNS.phone_of("phonephone.\udfff") is None


def test_keys_and_sendings_are_made_anew() -> None:
    assert len({new_key() for _key in range(9)}) == 9
    assert len(new_key()) == KEY_BYTES
    sendings = {new_sending() for _sending in range(99)}
    assert len(sendings) == 99
    assert all(map(is_sending, sendings))


@given(st.text())
def test_a_sending_is_short_and_plain(told: str) -> None:
    plain = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-")
    assert is_sending(told) is (8 <= len(told) <= 32 and set(told) <= plain)


def test_a_sending_has_no_end_of_line() -> None:
    assert not is_sending("abcdefgh\n")


# Phones


def test_a_phone_is_known_again_by_what_this_door_gave_it() -> None:
    phone = SIGNS.new_phone()
    assert SIGNS.phone_of(SIGNS.pass_of(phone)) == phone
    assert OTHER_DOOR.phone_of(SIGNS.pass_of(phone)) is None
    assert SIGNS.new_phone() != phone


@given(st.text() | st.text().map(lambda phone: f"{phone}.{'0' * 32}"))
def test_nobody_makes_a_pass_without_the_key(shown: str) -> None:
    assert SIGNS.phone_of(shown) is None


@given(st.integers(0, 60), st.characters())
def test_a_pass_that_was_changed_is_no_pass(place: int, other: str) -> None:
    good = SIGNS.pass_of("phonephone")
    place %= len(good)
    forged = good[:place] + other + good[place + 1 :]
    assert SIGNS.phone_of(forged) == ("phonephone" if forged == good else None)


def test_a_form_is_ours_for_one_phone_alone() -> None:
    sign = SIGNS.form_sign("phonephone")
    assert SIGNS.is_form_sign("phonephone", sign)
    assert not SIGNS.is_form_sign("otherphone", sign)
    assert not OTHER_DOOR.is_form_sign("phonephone", sign)
    assert not SIGNS.is_form_sign("phonephone", "")
    assert not SIGNS.is_form_sign("phonephone", "é")


# Ideas and ballots


def test_the_same_sending_of_the_same_phone_is_the_same_idea() -> None:
    idea = SIGNS.idea_id("phonephone", "sending1")
    assert idea == SIGNS.idea_id("phonephone", "sending1")
    assert str(UUID(idea)) == idea
    assert UUID(idea).version == 4
    others = {
        SIGNS.idea_id("phonephone", "sending2"),
        SIGNS.idea_id("otherphone", "sending1"),
        OTHER_DOOR.idea_id("phonephone", "sending1"),
    }
    assert len(others - {idea}) == 3


def test_a_voter_is_another_in_each_round() -> None:
    first = SIGNS.voter("phonephone", "round 1")
    assert first == SIGNS.voter("phonephone", "round 1")
    others = {
        SIGNS.voter("phonephone", "round 2"),
        SIGNS.voter("otherphone", "round 1"),
        OTHER_DOOR.voter("phonephone", "round 1"),
    }
    assert len(others - {first}) == 3


@given(st.lists(st.text("ab\n", max_size=3), min_size=4, max_size=4))
def test_no_sign_stands_for_another(words: list[str]) -> None:
    phone, sending, other_phone, other_sending = (f"phone-{word}" for word in words)
    made = {
        SIGNS.pass_of(phone).rpartition(".")[2],
        SIGNS.form_sign(phone),
        SIGNS.idea_id(phone, sending).replace("-", ""),
        SIGNS.voter(phone, sending)[:32],
    }
    assert len(made) == 4
    if (phone, sending) != (other_phone, other_sending):
        assert SIGNS.idea_id(phone, sending) != SIGNS.idea_id(other_phone, other_sending)
