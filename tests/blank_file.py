"""A file of meetings with nothing in it, without laying its tables each time."""

import tempfile
from functools import cache
from pathlib import Path

from socinno_tui.store.store import Store


def blank_file(path: Path) -> Path:
    """Put at a path what a first start makes there, unless something is there already.

    Laying the tables takes four times as long as opening a file that has them. Tests of that itself
    open a file that is not there.
    """
    if not path.exists():
        path.write_bytes(_as_made())
    return path


@cache
def _as_made() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "blank.db"
        Store.open(path).close()
        return path.read_bytes()
