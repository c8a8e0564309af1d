"""Taking along what a meeting brought: one key for each kind of file, and one that lists them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual.binding import Binding
from textual.content import Content

from socinno_tui.domain.errors import SocinnoError
from socinno_tui.domain.text import without_control
from socinno_tui.i18n import N_, _
from socinno_tui.screens.base import SocinnoScreen
from socinno_tui.screens.dialogs import AskChoice, AskLine, ShowText
from socinno_tui.service import export_wording  # noqa: F401  (its sentences register here)
from socinno_tui.service.exports import IN_A_FOLDER, OF_ALL_MEETINGS, ExportKind, Exports
from socinno_tui.service.written_file import FileThere
from socinno_tui.settings import export_folder
from socinno_tui.wording.errors import words_for

TAKE_ALONG_KEYS = [
    Binding("e", "take_along", N_("export"), id="export.choose"),
    Binding(
        "M", "take('minutes')", N_("minutes, as text (Markdown)"), show=False, id="export.minutes"
    ),
    Binding("H", "take('page')", N_("minutes, as a page (HTML)"), show=False, id="export.page"),
    Binding("I", "take('ideas')", N_("ideas, as a table (CSV)"), show=False, id="export.ideas"),
    Binding(
        "A", "take('actions')", N_("agreements, as a table (CSV)"), show=False, id="export.actions"
    ),
    Binding(
        "K",
        "take('calendar')",
        N_("one calendar with all agreements"),
        show=False,
        id="export.calendar",
    ),
    Binding(
        "O", "take('calendars')", N_("a calendar for each owner"), show=False, id="export.calendars"
    ),
    Binding("P", "take('mails')", N_("a mail for each owner"), show=False, id="export.mails"),
    Binding(
        "J",
        "take('bundle')",
        N_("everything, to keep or pass on (JSON)"),
        show=False,
        id="export.bundle",
    ),
]
"""The same on every screen: capitals, since the small letters are taken by the screens' own."""

_ASKED = {
    ExportKind.MINUTES: N_("Where should the minutes come?"),
    ExportKind.PAGE: N_("Where should the page with the minutes come?"),
    ExportKind.IDEAS: N_("Where should the table of ideas come?"),
    ExportKind.ACTIONS: N_("Where should the table of agreements come?"),
    ExportKind.CALENDAR: N_("Where should the calendar come?"),
    ExportKind.CALENDARS: N_("Where should the folder with a calendar for each owner come?"),
    ExportKind.MAILS: N_("Where should the folder with a mail for each owner come?"),
    ExportKind.INVITATION: N_("Where should the invitation come? Its appointment comes beside it."),
    ExportKind.BUNDLE: N_("Where should the file with everything come?"),
}

_WRITTEN = {
    ExportKind.MINUTES: N_("Minutes written: {path}"),
    ExportKind.PAGE: N_("Page with the minutes written: {path}"),
    ExportKind.IDEAS: N_("Ideas written: {path}"),
    ExportKind.ACTIONS: N_("Agreements written: {path}"),
    ExportKind.CALENDAR: N_("Calendar written: {path}"),
    ExportKind.CALENDARS: N_("Calendars written in the folder {path}"),
    ExportKind.MAILS: N_("Mails written in the folder {path}"),
    ExportKind.INVITATION: N_("Invitation and appointment written: {path}"),
    ExportKind.BUNDLE: N_("Everything written: {path}"),
}


class Preview(ShowText):
    """Shows what would be written; Enter goes on to where it should come."""

    BINDINGS = [Binding("enter", "go_on", N_("write"), show=False, id="export.write")]
    HINT = N_("Enter: write to a file · Esc: back")

    def __init__(self, title: str, text: str, go_on: Callable[[], object]) -> None:
        super().__init__(title, [Content(line) for line in text.splitlines()])
        self._go_on = go_on

    def action_go_on(self) -> None:
        self.dismiss(None)
        self.app.call_later(self._go_on)


class TakesAlong(SocinnoScreen):
    """A screen with these keys; `taking` does what they ask."""

    taking: TakingAlong

    @property
    def taken_along(self) -> str | None:
        """The meeting that is taken along, or None for all."""
        raise NotImplementedError

    def action_take_along(self) -> None:
        self.taking.ask_what(self.taken_along)

    def action_take(self, kind: str) -> None:
        self.taking.take(ExportKind(kind), self.taken_along)


class TakingAlong:
    """What a screen lets be taken along: of one meeting, or of all when None."""

    def __init__(self, screen: SocinnoScreen, exports: Exports) -> None:
        self._screen = screen
        self._exports = exports

    def ask_what(self, meeting_id: str | None) -> None:
        """Ask which kind to take along, then where it should come."""
        self._screen.attempt(lambda: self._ask_what(meeting_id))

    def take(self, kind: ExportKind, meeting_id: str | None) -> None:
        """Ask where a kind should come, and write it."""
        self._screen.attempt(lambda: self._ask_where(kind, meeting_id))

    def show_invitation(self, meeting_id: str) -> None:
        """Show the invitation as it would be sent; from there it is written."""
        self._screen.attempt(lambda: self._show_invitation(meeting_id))

    def _ask_what(self, meeting_id: str | None) -> None:
        def chosen(kind: ExportKind | None) -> None:
            if kind is not None:
                self.take(kind, meeting_id)

        kinds = self._exports.kinds_for(meeting_id)
        choices = [choice for choice in _choices() if choice[2] in kinds]
        self._screen.app.push_screen(AskChoice(_("Take what along?"), choices), chosen)

    def _ask_where(self, kind: ExportKind, meeting_id: str | None) -> None:
        writing = _Writing(self._exports, kind, meeting_id)

        def answered(text: str | None) -> None:
            if text is not None:
                path = without_control(str(writing.path))
                self._screen.say(_(_WRITTEN[kind]).format(path=path), lasting=True)

        asked = AskLine(
            _(_ASKED[kind]),
            str(writing.path),
            check=writing.refusal,
            echo=writing.changed,
        )
        self._screen.app.push_screen(asked, answered)

    def _show_invitation(self, meeting_id: str) -> None:
        text = self._exports.text(ExportKind.INVITATION, meeting_id)
        preview = Preview(
            _("The invitation"), text, lambda: self.take(ExportKind.INVITATION, meeting_id)
        )
        self._screen.app.push_screen(preview)


class _Writing:
    """Writes where the person says, while the dialog that asks it stands open.

    A file that is there is replaced only by Enter pressed again on that same name.
    """

    def __init__(self, exports: Exports, kind: ExportKind, meeting_id: str | None) -> None:
        self._exports = exports
        self._kind = kind
        self._meeting_id = meeting_id
        self._folder = export_folder()
        self._is_there: Path | None = None
        self.path = exports.proposed(kind, meeting_id, self._folder)

    def refusal(self, text: str) -> str | None:
        """Write to the path typed; give why that is refused, or None."""
        if not text.strip():
            return _("Type where it should come, or press Esc.")
        target = _path_typed(text, self._folder)
        try:
            written = self._exports.write(
                self._kind, self._meeting_id, target, overwrite=target == self._is_there
            )
        except FileThere:
            self._is_there = target
            if self._kind in IN_A_FOLDER:
                return _(
                    "There is a folder with this name already: choose another name, "
                    "or press Enter again to write into it."
                )
            return _(
                "There is a file with this name already: choose another name, "
                "or press Enter again to replace it."
            )
        except SocinnoError as error:
            return words_for(error)
        self.path = target if self._kind in IN_A_FOLDER else written[0]
        return None

    def changed(self, _text: str) -> str:
        """Forget what was asked about the name that stood there before."""
        self._is_there = None
        return ""


def shows_kind(parameters: tuple[object, ...], meeting_id: str | None) -> bool:
    """Whether the key of a kind means something: some are made of one meeting only."""
    return meeting_id is not None or any(ExportKind(kind) in OF_ALL_MEETINGS for kind in parameters)


def _choices() -> list[tuple[str, str, ExportKind]]:
    found = []
    for binding in TAKE_ALONG_KEYS[1:]:
        kind = ExportKind(binding.action.removeprefix("take('").removesuffix("')"))
        found.append((binding.key, _(binding.description), kind))
    return found


def _path_typed(text: str, folder: Path) -> Path:
    path = Path(text.strip())
    if path.parts[:1] == ("~",):
        path = Path.home().joinpath(*path.parts[1:])
    return folder / path
