"""A sentence names the key that the action has now."""

from collections.abc import Iterator

import pytest

from socinno_tui.domain.floor import OnBreak
from socinno_tui.i18n import speaking
from socinno_tui.wording.errors import words_for
from socinno_tui.wording.keys import key_for, name_keys


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    name_keys({})


def test_a_key_is_the_first_one_until_another_is_chosen() -> None:
    assert key_for("live.room", "f3") == "F3"
    name_keys({"live.room": "ctrl+b"})
    assert key_for("live.room", "f3") == "Ctrl+B"
    assert key_for("live.manager", "pagedown") == "PgDn"


def test_what_was_refused_names_the_key_chosen() -> None:
    name_keys({"live.break": "f10"})
    with speaking("nl"):
        assert words_for(OnBreak()) == "Alle klokken staan stil: beëindig eerst de pauze (F10)."
