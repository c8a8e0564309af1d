from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from socinno_tui.store.store import Store


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "bijeenkomsten.db"


@pytest.fixture
def store(file: Path) -> Iterator[Store]:
    with closing(Store.open(file)) as opened:
        yield opened


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """One file for many examples: hypothesis asks for a fixture that is not made anew."""
    with closing(Store.open(tmp_path_factory.mktemp("store") / "bijeenkomsten.db")) as opened:
        yield opened
