import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from socinno_tui.crash_log import keep_log

TYPED = "Mijn chef luistert nooit"


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    root = logging.getLogger()
    before = tuple(root.handlers)
    yield tmp_path / "made" / "socinno.log"
    for handler in set(root.handlers) - set(before):
        root.removeHandler(handler)
        handler.close()


def stumble(typed: str) -> int:
    try:
        return int(typed)
    except ValueError as error:
        raise KeyError(typed) from error


def test_an_error_is_told_by_its_place_and_kind_without_what_was_typed(log_file: Path) -> None:
    keep_log(log_file)
    try:
        stumble(TYPED)
    except KeyError as error:
        logging.getLogger("socinno").error("socinno stopped", exc_info=error)
    written = log_file.read_text(encoding="utf-8")
    assert "ERROR socinno: socinno stopped" in written
    assert "in stumble" in written
    assert written.index("builtins.ValueError") < written.index("builtins.KeyError")
    assert TYPED not in written


def test_no_file_is_made_before_there_is_something_to_tell(log_file: Path) -> None:
    keep_log(log_file)
    logging.getLogger("socinno").info("all is well")
    assert not log_file.exists()


def test_where_no_file_can_be_that_is_said(tmp_path: Path) -> None:
    (tmp_path / "made").write_text("a file, no folder")
    with pytest.raises(OSError, match="made"):
        keep_log(tmp_path / "made" / "socinno.log")
