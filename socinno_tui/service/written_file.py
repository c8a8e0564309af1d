"""Files written whole or not at all, and never over one that is there unless that is asked."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from socinno_tui.domain.errors import SocinnoError

_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_BESIDE_DATABASES: Final = ("-wal", "-journal")
"""What stands beside an SQLite database from its first reading or writing until it is closed."""

_NO_LINKS: Final = frozenset(
    {errno.EPERM, errno.EACCES, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK}
)
"""How systems say that this disk knows no hard links: FAT, some network folders, Android."""


class ExportRefused(SocinnoError):
    """A file could not be written; what was there before is there still."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.path = path


class FileThere(ExportRefused):
    """There is a file or a folder with this name already."""


class NotReplaceable(ExportRefused):
    """What is there already is of another kind: a folder where a file should come, or a device."""


class DatabaseInUse(ExportRefused):
    """What is there is a database that is open, or that a kill left halfway: replacing it would
    take meetings away, or lay what is left of the old one over the new.
    """


class FolderMissingForExport(ExportRefused):
    """The folder that the file should come in does not exist."""


class NoRoomForExport(ExportRefused):
    """There is no room left on the disk."""


class CannotWrite(ExportRefused):
    """The folder takes no files from this person, or the name is not possible here."""


def write_files(contents: Mapping[Path, bytes], *, overwrite: bool = False) -> tuple[Path, ...]:
    """Write files that belong together: all of them whole, or none. Give where they are.

    Each is laid ready beside its place first, so that a full disk or a kill leaves what was there.
    Raises an ExportRefused.
    """
    ready: dict[Path, Path] = {}
    new: list[Path] = []
    try:
        for path, content in contents.items():
            with _told(path):
                _check_place(path, overwrite=overwrite)
                ready[path] = _laid_ready(path.parent, content)
        for path, draft in ready.items():
            with _told(path):
                if overwrite and path.exists():
                    draft.replace(path)
                else:
                    _put(draft, path)
                    new.append(path)
    except BaseException:
        _taken_away(new)
        raise
    finally:
        _taken_away(ready.values())
    for folder in {path.parent for path in contents}:
        _keep_names(folder)
    return tuple(contents)


def write_folder(
    folder: Path, contents: Mapping[str, bytes], *, overwrite: bool = False
) -> tuple[Path, ...]:
    """Write a folder with these files in it: all of it, or nothing. Give where the files are.

    With `overwrite` a folder that is there keeps whatever else is in it. Raises an ExportRefused.
    """
    if overwrite and folder.is_dir():
        return write_files({folder / name: data for name, data in contents.items()}, overwrite=True)
    with _told(folder):
        _check_place(folder, overwrite=overwrite, folder=True)
        draft = folder.parent / _draft_name()
        draft.mkdir()
        try:
            for name, content in contents.items():
                _laid_ready(draft, content).rename(draft / name)
            _keep_names(draft)
            # Onto a folder that another program made meanwhile this fails, unless it is empty.
            draft.rename(folder)
        except BaseException:
            _taken_away(draft.iterdir())
            with contextlib.suppress(OSError):
                draft.rmdir()
            raise
    _keep_names(folder.parent)
    return tuple(folder / name for name in contents)


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    """Raise what the disk refuses as one of our own errors."""
    try:
        yield
    except FileExistsError as error:
        raise FileThere(path) from error
    except FileNotFoundError as error:
        raise FolderMissingForExport(path) from error
    except OSError as error:
        kind = NoRoomForExport if error.errno in _NO_ROOM else CannotWrite
        raise kind(path) from error
    except ValueError as error:
        # A name that this system has no bytes for.
        raise CannotWrite(path) from error


def _check_place(path: Path, *, overwrite: bool, folder: bool = False) -> None:
    if not path.parent.is_dir():
        raise FolderMissingForExport(path)
    if not path.name or path.name == "..":
        raise NotReplaceable(path)
    if os.path.lexists(path):
        is_same_kind = path.is_dir() if folder else path.is_file()
        if not is_same_kind:
            raise NotReplaceable(path)
        if not overwrite:
            raise FileThere(path)
        if not folder and _is_database_in_use(path):
            raise DatabaseInUse(path)


def _is_database_in_use(path: Path) -> bool:
    # SQLite keeps these beside the file itself, also when it was opened through a link.
    file = path.resolve()
    return any(os.path.lexists(f"{file}{ending}") for ending in _BESIDE_DATABASES)


def _draft_name() -> str:
    return f".socinno-{secrets.token_hex(8)}.draft"


def _laid_ready(folder: Path, content: bytes) -> Path:
    """Write a file under a private name that nothing else has, down to the disk itself."""
    draft = folder / _draft_name()
    try:
        with draft.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        _taken_away([draft])
        raise
    return draft


def _put(draft: Path, path: Path) -> None:
    """Give a file its name, unless anything has that name. Raises FileExistsError."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        # An empty file claims the name, and only what is claimed so is replaced.
        path.touch(exist_ok=False)
        try:
            draft.replace(path)
        except BaseException:
            _taken_away([path])
            raise


def _taken_away(paths: Iterable[Path]) -> None:
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def _keep_names(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system can do that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
