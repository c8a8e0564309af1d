from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from socinno_tui.store import connection
from socinno_tui.store.phones import PhoneRows
from socinno_tui.store.store import Store
from tests.store.brought import MEETING


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


@pytest.fixture
def other(store: Store, file: Path) -> Iterator[Store]:
    """The same file in another process, as far as SQLite is concerned."""
    with closing(Store.open(file)) as opened:
        yield opened


@pytest.fixture
def rows(store: Store) -> PhoneRows:
    store.write(None, MEETING)
    return store.phones


@pytest.fixture(params=[False, True], ids=["keys off", "keys on"])
def foreign_keys(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for another program only briefly: what is tested is that it comes to an end."""
    monkeypatch.setattr(connection, "BUSY_MILLISECONDS", 50)
