"""Where things lie on this computer, and what the person prefers: the language and the theme."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

from socinno_tui.i18n import Language, is_language

_PACKAGE = Path(__file__).parent


@dataclass(frozen=True)
class Preferences:
    """What the person chose earlier; `None` where nothing was chosen."""

    language: Language | None = None
    theme: str | None = None
    keys: Mapping[str, str] = field(default_factory=dict)
    """Textual's name of the key chosen, by the name of its action."""
    screen_reader: bool = False
    tour_shown: bool = False


Change = Callable[[Preferences], Preferences]
"""Gives the preferences with something in them chosen anew."""


@dataclass(frozen=True, slots=True)
class Unread:
    """What in the file of preferences means nothing here: all of it, or what has these names."""

    whole: bool = False
    names: tuple[str, ...] = ()


@dataclass
class KeptPreferences:
    """The preferences as they are now; `keep` puts a change where the next start finds it.

    `keep` says whether that succeeded. Without it the choices hold until the program ends.
    """

    value: Preferences = field(default_factory=lambda: Preferences(tour_shown=True))
    keep: Callable[[Change], bool] = lambda _change: True
    unread: Unread = Unread()

    def change(self, change: Change) -> bool:
        """Choose something anew; whether it will still be so at the next start."""
        self.value = change(self.value)
        return self.keep(change)


def own_folder() -> Path:
    """The folder for the person's own data, after the custom of the operating system."""
    return platformdirs.user_data_path("socinno", appauthor=False)


def database_file(asked: str | None, environment: Mapping[str, str]) -> Path:
    """The database to open: the file asked for, else SOCINNO_DB, else the person's own."""
    chosen = asked or environment.get("SOCINNO_DB")
    return Path(chosen).expanduser() if chosen else own_folder() / "socinno.db"


def export_folder() -> Path:
    """Where files for the person are proposed: among their documents, else in their home folder."""
    documents = platformdirs.user_documents_path()
    return documents if documents.is_dir() else Path.home()


def log_file() -> Path:
    """Where an error of the program's own is written down; nothing a person typed goes there."""
    return platformdirs.user_log_path("socinno", appauthor=False) / "socinno.log"


def preferences_file() -> Path:
    """Where the preferences are kept, after the custom of the operating system."""
    return platformdirs.user_config_path("socinno", appauthor=False) / "preferences.toml"


def preferences_from(text: str) -> Preferences:
    """The preferences in the TOML `text`; what is not understood counts as not chosen."""
    try:
        chosen = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return Preferences()
    language, theme = chosen.get("language"), chosen.get("theme")
    return Preferences(
        language=language if isinstance(language, str) and is_language(language) else None,
        theme=theme if isinstance(theme, str) else None,
        keys=_texts(chosen.get("keys")),
        screen_reader=chosen.get("screen_reader") is True,
        tour_shown=chosen.get("tour_shown") is True,
    )


def unread_in(text: str) -> Unread:
    """What in the TOML `text` counts as not chosen though something stands there."""
    try:
        chosen = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return Unread(whole=True)
    names = [name for name, value in chosen.items() if not _means_something(name, value)]
    keys = chosen.get("keys")
    if isinstance(keys, dict):
        names += [name for name, key in keys.items() if not isinstance(key, str)]
    return Unread(names=tuple(names))


def _means_something(name: str, value: object) -> bool:
    if name == "language":
        return isinstance(value, str) and is_language(value)
    kinds: dict[str, type] = {"theme": str, "screen_reader": bool, "tour_shown": bool, "keys": dict}
    return name in kinds and isinstance(value, kinds[name])


def unread_of(file: Path) -> Unread:
    """What in `file` means nothing here; nothing does when there is no file."""
    try:
        return unread_in(_text_of(file))
    except (OSError, UnicodeDecodeError):
        return Unread(whole=True)


def _texts(table: object) -> dict[str, str]:
    if not isinstance(table, dict):
        return {}
    return {name: text for name, text in table.items() if isinstance(text, str)}


def preferences_as_text(preferences: Preferences, text: str = "") -> str:
    """The TOML `text` with what is chosen otherwise than it says, and all else in it left alone.

    Raises ValueError when it is not TOML.
    """
    # When something is chosen, and never at the start.
    import tomlkit

    written, before = tomlkit.parse(text), preferences_from(text)
    for name in ("language", "theme", "screen_reader", "tour_shown"):
        chosen = getattr(preferences, name)
        if chosen == getattr(before, name):
            continue
        if chosen is None or chosen is False:
            written.remove(name)
        else:
            written[name] = chosen
    if preferences.keys != before.keys:
        if not isinstance(written.get("keys"), dict):
            written["keys"] = tomlkit.table()
        for name in before.keys.keys() - preferences.keys.keys():
            written["keys"].remove(name)
        written["keys"].update(preferences.keys)
        if not written["keys"]:
            written.remove("keys")
    return tomlkit.dumps(written)


def read_preferences(file: Path) -> Preferences:
    """The preferences kept in `file`; none chosen when it is not there or cannot be read."""
    try:
        return preferences_from(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return Preferences()


def write_preferences(preferences: Preferences, file: Path) -> None:
    """Keeps the preferences in `file`, its folder made where needed; raises OSError.

    A file that cannot be read as preferences is laid beside it, for it may be worth mending.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        text = preferences_as_text(preferences, _text_of(file))
    except ValueError:
        file.replace(file.with_suffix(".unread"))
        text = preferences_as_text(preferences)
    draft = file.with_suffix(".draft")
    draft.write_text(text, encoding="utf-8")
    draft.replace(file)


def _text_of(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.exists() else ""


def data_folder(package: Path = _PACKAGE) -> Path:
    """The meeting formats and examples: within the installed package, else in the checkout."""
    shipped = package / "data"
    return shipped if shipped.is_dir() else package.parent / "data"
