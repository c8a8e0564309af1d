import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socinno_tui.service.file_names import LONGEST_BYTES, readable_name, unlike_each_other

FORBIDDEN = re.compile(r'[<>:"/\\|?*.\s\x00-\x1f\x7f]')
"""What Windows takes in no name, and what begins a hidden file or ends one wrongly."""

any_text = st.text(max_size=250)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Wachttijd balie", "wachttijd-balie"),
        ("  Kortere wachttijd: aan/de balie? ", "kortere-wachttijd-aan-de-balie"),
        ("Café & geïnteresseerden", "café-geïnteresseerden"),
        ("../../etc/passwd", "etc-passwd"),
        ("🎉 Borrel 🎉", "borrel"),
        ("CON", "con-"),
        ("com¹", "com1-"),
        ("rekening\u202egpj.exe", "rekening-gpj-exe"),
        ("", ""),
        ("...", ""),
        ("🎉", ""),
    ],
)
def test_a_title_gives_a_name_that_one_can_read(title: str, name: str) -> None:
    assert readable_name(title) == name


def test_without_a_title_the_question_gives_the_name() -> None:
    assert readable_name(" ?! ", "Hoe halveren we de wachttijd?") == "hoe-halveren-we-de-wachttijd"


def test_a_long_title_is_cut_between_words() -> None:
    name = readable_name("balie " * 40)
    assert name == "-".join(["balie"] * 15)
    assert len(readable_name("x" * 200)) == LONGEST_BYTES


@given(any_text)
def test_every_name_is_safe_on_every_system(text: str) -> None:
    name = readable_name(text)
    assert not FORBIDDEN.search(name)
    assert not name.startswith("-")
    assert len(name.encode()) <= LONGEST_BYTES + 1


@given(st.lists(any_text, max_size=5))
def test_every_name_makes_a_file_of_its_own(texts: list[str]) -> None:
    given_names = unlike_each_other(readable_name(text) or "socinno" for text in texts)
    with tempfile.TemporaryDirectory() as folder:
        for name in given_names:
            (Path(folder) / f"{name}.ics").touch(exist_ok=False)


def test_names_that_a_file_system_could_take_for_one_are_told_apart() -> None:
    assert unlike_each_other(["jan", "Jan", "jan-2", "andré", "andre\u0301"]) == [
        "jan",
        "Jan-2",
        "jan-2-2",
        "andré",
        "andre\u0301-2",
    ]
