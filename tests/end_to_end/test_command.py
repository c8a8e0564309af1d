"""The installed command: help in the language chosen, and one sentence for what goes wrong."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.end_to_end.terminal import PROGRAM, Terminal


def run(home: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(PROGRAM), *arguments],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env={"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8", **environment},
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--lang", "nl", "--help"), ("Gebruik:", "Opties", "Opdrachten", "voorbeeld")),
        (("--lang=nl", "demo", "--help"), ("Gebruik:", "voorbeeldbijeenkomst")),
        (("--lang", "en", "--help"), ("Usage:", "Options", "Commands", "example")),
        (("--lang", "en", "demo", "--help"), ("Usage:", "example meeting")),
    ],
)
def test_help_is_in_the_chosen_language(
    tmp_path: Path, arguments: tuple[str, ...], words: tuple[str, ...]
) -> None:
    done = run(tmp_path, *arguments)

    assert done.returncode == 0
    for word in words:
        assert word in done.stdout
    if "nl" in "".join(arguments):
        assert "Show this message" not in done.stdout


def test_the_locale_decides_where_nothing_was_chosen(tmp_path: Path) -> None:
    assert "Gebruik:" in run(tmp_path, "--help", LC_ALL="nl_NL.UTF-8").stdout
    assert "Usage:" in run(tmp_path, "--help", LC_ALL="de_DE.UTF-8").stdout


@pytest.mark.parametrize("arguments", [(), ("demo",)])
def test_without_a_terminal_it_says_so(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = run(tmp_path, *arguments, SOCINNO_LANG="en")

    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "terminal" in done.stderr
    assert not done.stdout


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "minutes.docx"
    file.write_bytes(b"PK these are the minutes of last week" * 40)
    before = file.read_bytes()

    with Terminal("--db", str(file), home=tmp_path) as terminal:
        assert terminal.wait_for_end() == 1
        shown = "".join(terminal.text.split())

    assert "Traceback" not in shown
    assert "minutes.docx" in shown
    assert file.read_bytes() == before
    assert [found.name for found in tmp_path.glob("minutes*")] == ["minutes.docx"]


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with Terminal("--db", str(tmp_path / "weg" / "x.db"), home=tmp_path) as terminal:
        assert terminal.wait_for_end() == 1
        shown = terminal.text

    # A long path is broken off at the edge of the terminal.
    assert "weg bestaat niet" in shown.replace("\n", "").replace("  ", " ")
    assert not (tmp_path / "weg").exists()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_example_starts_the_same_each_time(tmp_path: Path, language: str) -> None:
    says = {"nl": "Voorbeeld:", "en": "Example:"}[language]
    asks = {"nl": "Wat wil je doen?", "en": "What would you like to do?"}[language]
    starts = []
    for _time in range(2):
        with Terminal("--lang", language, "demo", home=tmp_path) as terminal:
            terminal.wait_for(says)
            terminal.wait_for("#18")
            # Without the last columns: the scrollbar is painted a moment after the ideas.
            starts.append([line[:78] for line in terminal.text.splitlines() if "#" in line])
            terminal.press("nog een idee", "enter")
            terminal.wait_for("#19")
            terminal.press("ctrl+q")
            terminal.wait_for(asks)
            terminal.press("enter")
            assert terminal.wait_for_end() == 0
    assert starts[0] == starts[1]
    assert not list(tmp_path.rglob("*.db"))
