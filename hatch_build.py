"""What the build adds: compiled catalogues, and the meeting formats and examples of `data/`."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LOCALES = Path("socinno_tui", "i18n", "locales")


def compile_catalogues(root: Path) -> list[Path]:
    """The .mo files written beside every .po file of the checkout at `root`."""
    compiled = []
    for source in sorted((root / LOCALES).glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as text:
            catalogue = read_po(text, locale=source.parent.parent.name, abort_invalid=True)
        target = source.with_suffix(".mo")
        # Another process may be reading the old file: it is replaced, never half written.
        draft = target.with_suffix(".mo.draft")
        with draft.open("wb") as binary:
            write_mo(binary, catalogue)
        draft.replace(target)
        compiled.append(target)
    return compiled


def shipped_data(root: Path) -> dict[str, str]:
    """Where each file of `data/` goes in the wheel; pictures are for the README only."""
    data = root / "data"
    return {
        str(path): str(Path("socinno_tui", "data", path.relative_to(data)))
        for path in sorted(data.rglob("*"))
        if path.is_file() and "pictures" not in path.relative_to(data).parts
    }


class SocinnoBuildHook(BuildHookInterface[BuilderConfig]):
    """Runs before hatchling packs a wheel, an editable one included."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compiles the catalogues; an editable install finds `data/` in the checkout itself."""
        root = Path(self.root)
        if self.target_name != "wheel":
            return
        compile_catalogues(root)
        if version != "editable":
            build_data["force_include"].update(shipped_data(root))
