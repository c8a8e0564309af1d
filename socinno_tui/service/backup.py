"""A copy of the whole file to keep elsewhere."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from socinno_tui.service.written_file import NoRoomForExport, write_files
from socinno_tui.store.copying import copy_database, without_phones
from socinno_tui.store.errors import DiskFull
from socinno_tui.store.store import Store


def back_up(store: Store, target: Path, *, overwrite: bool = False) -> None:
    """Copy the file of a store as it is at one moment, also while a meeting goes on.

    What phones are known by stays behind: it is of use only while the meeting goes on, and should
    not outlive it. The copy is looked over before it takes its name. Raises FileThere unless
    `overwrite`, another ExportRefused, or a StoreRefused.
    """
    with TemporaryDirectory(prefix="socinno-backup-") as folder:
        copy = Path(folder) / "copy.db"
        try:
            copy_database(store.path, copy)
            without_phones(copy)
        except DiskFull as error:
            # Not the disk of the meetings, which are only read, but that of the copy.
            raise NoRoomForExport(copy) from error
        write_files({target: copy.read_bytes()}, overwrite=overwrite)
