"""Brings the catalogues in step with the sentences in the source, and says where they are not.

Run as `.ci/catalogues`; what it finds wrong is also a failing test.
"""

import argparse
import fcntl
import io
import os
import re
import string
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.pofile import PoFileError, read_po, write_po

from hatch_build import LOCALES, compile_catalogues
from socinno_tui.i18n import LANGUAGES, Language

KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "N_": None,
    "NN_": (1, 2),
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
# No dates, no line numbers: a catalogue changes only when a sentence does.
HEADER = """\
msgid ""
msgstr ""
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Language: {language}\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
Kind = Literal["missing", "empty", "fuzzy", "obsolete", "placeholders", "plural forms", "not read"]


@dataclass(frozen=True)
class Fault:
    """One thing wrong with the sentence `msgid` in the catalogue of `language`."""

    language: Language
    kind: Kind
    msgid: str

    def __str__(self) -> str:
        return f"{self.language}: {self.kind}: {self.msgid}"


def catalogue_file(root: Path, language: Language) -> Path:
    """Where the catalogue of `language` lies in the checkout at `root`."""
    return root / LOCALES / language / "LC_MESSAGES" / "socinno.po"


def sentences(source: Path) -> Catalog:
    """Every msgid in the Python files under `source`, untranslated."""
    found = Catalog()
    for path in sorted(source.rglob("*.py")):
        for _line, msgid, _comments, context in extract_from_file("python", path, KEYWORDS):
            found.add(msgid, context=context)
    return found


def read_catalogue(path: Path) -> Catalog:
    """The catalogue in the file `path`; raises PoFileError when it is no catalogue."""
    with path.open("rb") as text:
        return read_po(text, abort_invalid=True)


def entries(catalogue: Catalog) -> Iterator[Message]:
    """The messages of `catalogue` without its header."""
    return (message for message in catalogue if message.id)


def forms(text: str | Sequence[str] | None) -> tuple[str, ...]:
    """The one form of a sentence, or its singular and plural."""
    return (text or "",) if text is None or isinstance(text, str) else tuple(text)


def is_translated(message: Message) -> bool:
    """Whether every form that the msgid asks for is filled in."""
    translated = forms(message.string)
    return len(translated) == len(forms(message.id)) and all(translated)


def placeholders(text: str) -> frozenset[str]:
    """The names in `text` of `{name}` and `%(name)s`; raises ValueError on a brace left open."""
    braced = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
    return frozenset(braced | set(re.findall(r"%\((\w+)\)s", text)))


def _keeps_placeholders(message: Message) -> bool:
    try:
        return all(
            placeholders(original) == placeholders(translation)
            for original, translation in zip(forms(message.id), forms(message.string), strict=True)
        )
    except ValueError:
        return False


def _fault_of(found: Message, entry: Message | None) -> Kind | None:
    if entry is None:
        return "missing"
    if entry.fuzzy:
        return "fuzzy"
    if forms(found.id) != forms(entry.id):
        return "plural forms"
    if not is_translated(entry):
        return "empty"
    return None if _keeps_placeholders(entry) else "placeholders"


def faults(found: Catalog, catalogue: Catalog, language: Language) -> list[Fault]:
    """What is wrong with `catalogue`, beside the sentences `found` in the source."""
    wrong = []
    for message in entries(found):
        kind = _fault_of(message, catalogue.get(message.id, message.context))
        if kind is not None:
            wrong.append(Fault(language, kind, forms(message.id)[0]))
    known = {_key(message) for message in entries(found)}
    for message in [*entries(catalogue), *catalogue.obsolete.values()]:
        if _key(message) not in known:
            wrong.append(Fault(language, "obsolete", forms(message.id)[0]))
    if (catalogue.num_plurals, catalogue.plural_expr) != (2, "(n != 1)"):
        wrong.append(Fault(language, "plural forms", ""))
    return wrong


def faults_in_checkout(root: Path) -> list[Fault]:
    """What is wrong with the catalogues of the checkout at `root`; none when all is well."""
    found = sentences(root / "socinno_tui")
    wrong = []
    for language in LANGUAGES:
        path = catalogue_file(root, language)
        try:
            wrong += faults(found, read_catalogue(path), language)
        except (FileNotFoundError, PoFileError) as reason:
            wrong.append(Fault(language, "not read", f"{path.name}: {reason}"))
    return wrong


def _key(message: Message) -> tuple[str, str]:
    return message.context or "", forms(message.id)[0]


def brought_up_to_date(
    found: Catalog, old: Catalog, fragments: Iterable[Catalog], *, prune: bool
) -> Catalog:
    """`old` with the sentences `found` added; a fragment's translation wins over an older one.

    Sentences no longer in the source stay, unless `prune`: someone else may be about to use them.
    """
    translations = {_key(message): message for message in entries(old)}
    for fragment in fragments:
        translations |= {
            _key(message): message for message in entries(fragment) if is_translated(message)
        }
    wanted = {_key(message): message for message in entries(found)}
    new = Catalog()
    for key in sorted(wanted if prune else wanted.keys() | translations.keys()):
        translation = translations.get(key)
        message = wanted.get(key) or translations[key]
        fits = translation is not None and forms(translation.id) == forms(message.id)
        new.add(
            message.id,
            translation.string if translation is not None and fits else None,
            flags=translation.flags & {"fuzzy"} if translation is not None else (),
            context=message.context,
        )
    return new


def in_english(catalogue: Catalog) -> Catalog:
    """The English catalogue: every msgid is its own sentence."""
    english = Catalog()
    for message in entries(catalogue):
        english.add(message.id, message.id, context=message.context)
    return english


def write_catalogue(catalogue: Catalog, path: Path, language: Language) -> None:
    """Replaces the file `path` whole, sorted by msgid."""
    for message in entries(catalogue):
        # Which formats a sentence is marked with differs from one Babel to the next.
        message.flags &= {"fuzzy"}
    text = io.BytesIO()
    write_po(text, catalogue, width=0, no_location=True, omit_header=True, sort_output=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".po.draft")
    body = text.getvalue().decode("utf-8").strip()
    draft.write_text(f"{HEADER.format(language=language)}{body}\n", encoding="utf-8")
    draft.replace(path)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    folder.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def update(root: Path, fragments: Sequence[Path], *, prune: bool = False) -> None:
    """Brings the catalogues of the checkout at `root` in step with its source, and compiles them.

    `fragments` are .po files of Dutch translations. Several people may run this at once.
    """
    with _alone(root / LOCALES):
        found = sentences(root / "socinno_tui")
        path = catalogue_file(root, "nl")
        old = read_catalogue(path) if path.exists() else Catalog()
        added = [read_catalogue(fragment) for fragment in fragments]
        dutch = brought_up_to_date(found, old, added, prune=prune)
        write_catalogue(dutch, path, "nl")
        write_catalogue(in_english(dutch), catalogue_file(root, "en"), "en")
        compile_catalogues(root)


def main(arguments: Sequence[str], root: Path) -> int:
    """The command `.ci/catalogues`; gives the exit code."""
    parser = argparse.ArgumentParser(prog=".ci/catalogues", description=__doc__)
    parser.add_argument("fragments", nargs="*", type=Path, metavar="FRAGMENT.po")
    parser.add_argument("--check", action="store_true", help="change nothing, list what is wrong")
    parser.add_argument("--prune", action="store_true", help="drop what the source no longer says")
    chosen = parser.parse_args(arguments)
    if not chosen.check:
        update(root, chosen.fragments, prune=chosen.prune)
    wrong = faults_in_checkout(root)
    for fault in wrong:
        print(fault, file=sys.stderr)
    return 1 if chosen.check and wrong else 0
