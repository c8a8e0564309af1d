"""The settings: language, colours, screen reader, and which key does what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList, Static

from socinno_tui.i18n import N_, _, current_language, is_language, pgettext
from socinno_tui.screens import help_texts
from socinno_tui.screens.base import SocinnoScreen
from socinno_tui.screens.chosen_keys import RebindableApp
from socinno_tui.screens.dialogs import AskChoice, AskYesNo
from socinno_tui.screens.key_choice import KeyedAction, KeySection, refusal, taken_meanwhile
from socinno_tui.screens.press_key import PressKey, refusal_words
from socinno_tui.settings import Change, KeptPreferences
from socinno_tui.theme import DARK, LIGHT
from socinno_tui.widgets.key_bar import KeyBar
from socinno_tui.widgets.row_list import RowList, RowMaker, spread
from socinno_tui.wording.keys import key_name

LANGUAGE, THEME, READER = "language", "theme", "reader"
KEY = "key:"
"""Begins the id of an action's row; the action's name follows."""

HEADING = "heading:"

OTHER_THEME = ""


KeysChange = Callable[[Mapping[str, str]], Mapping[str, str]]


class SettingsScreen(SocinnoScreen):
    """What the person can choose; every choice is kept at once."""

    CSS_PATH = "settings.tcss"
    TEACHES = help_texts.SETTINGS
    BINDINGS = [
        Binding("enter", "change", N_("change"), id="settings.change"),
        Binding("delete,backspace", "set_back", N_("as it was"), id="settings.set_back"),
        Binding("r", "all_back", N_("all keys as they were"), id="settings.all_back"),
        Binding("escape", "leave", N_("back"), id="settings.leave"),
    ]

    def __init__(self, kept: KeptPreferences, sections: Sequence[KeySection]) -> None:
        super().__init__()
        self._kept = kept
        self._sections = tuple(sections)

    def compose(self) -> ComposeResult:
        yield Static(id="title")
        yield RowList()
        yield KeyBar()

    def on_mount(self) -> None:
        self._show(cursor_on=LANGUAGE)
        self.query_one(RowList).focus()
        # Another one is chosen in a list of Textual's, which tells nobody else.
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self._show())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what was changed can be set back."""
        if action == "set_back":
            asked = self._asked if self.is_mounted else None
            return asked is not None and asked.name in self._kept.value.keys
        if action == "all_back":
            return bool(self._kept.value.keys)
        return True

    # What is shown

    def _show(self, *, cursor_on: str = "") -> None:
        self.query_one("#title", Static).update(Content.styled(_("Settings"), "bold $heading"))
        rows = list(self._rows())
        headings = [row_id for row_id, _make in rows if row_id.startswith(HEADING)]
        self.query_one(RowList).show(rows, cursor_on=cursor_on, headings=headings)
        self.refresh_bindings()

    def _rows(self) -> Iterator[tuple[str, RowMaker]]:
        now = self._kept.value
        languages = {"nl": "Nederlands", "en": "English"}
        language = languages.get(now.language or "", _("as the computer has it"))
        yield LANGUAGE, partial(_setting, _("Language"), language)
        yield THEME, partial(_setting, _("Colours"), _theme_words(self.app.theme))
        reader = pgettext("setting", "on") if now.screen_reader else pgettext("setting", "off")
        yield READER, partial(_setting, _("For a screen reader"), reader)
        for section in self._sections:
            first = {one.action: one for one in reversed(section.actions) if one.can_change}
            changeable = [one for one in section.actions if one in first.values()]
            if changeable:
                yield HEADING + section.name, partial(_heading, _(section.name))
            for one in changeable:
                changed = one.name in now.keys
                keys = ", ".join(key_name(key) for key in one.keys_with(now.keys))
                yield KEY + one.name, partial(_key, _(one.words), keys, changed)

    def on_option_list_option_highlighted(self) -> None:
        self.refresh_bindings()

    @property
    def _asked(self) -> KeyedAction | None:
        chosen = self.query_one(RowList).chosen or ""
        name = chosen.removeprefix(KEY)
        every = (one for section in self._sections for one in section.actions)
        return next((one for one in every if chosen.startswith(KEY) and one.name == name), None)

    def _scopes_of(self, asked: KeyedAction) -> Iterator[tuple[KeyedAction, ...]]:
        for section in self._sections:
            if asked in section.scope:
                yield section.scope

    # What is asked

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_change()

    def action_change(self) -> None:
        chosen, asked = self.query_one(RowList).chosen, self._asked
        if asked is not None:
            self._ask_key(asked)
        elif chosen == LANGUAGE:
            self._ask_language()
        elif chosen == THEME:
            self._ask_theme()
        elif chosen == READER:
            on = not self._kept.value.screen_reader
            self._keep(lambda before: replace(before, screen_reader=on), from_next_start=True)

    def _ask_language(self) -> None:
        def chosen(name: str | None) -> None:
            if name is not None:
                language = name if is_language(name) else None
                changed = language is not None and language != current_language()
                self._keep(
                    lambda before: replace(before, language=language),
                    from_next_start=changed or language is None,
                )

        choices = [
            ("n", "Nederlands", "nl"),
            ("e", "English", "en"),
            (pgettext("key of computer", "C"), _("as the computer has it"), ""),
        ]
        self.app.push_screen(AskChoice(_("Which language?"), choices), chosen)

    def _ask_theme(self) -> None:
        def chosen(name: str | None) -> None:
            if name == OTHER_THEME:
                self.app.action_change_theme()
            elif name is not None:
                self.app.theme = name

        choices = [
            (pgettext("key of dark", "D"), _("for a dark room"), DARK.name),
            (pgettext("key of light", "L"), _("for a light room"), LIGHT.name),
            (pgettext("key of another", "A"), _("another, from a list"), OTHER_THEME),
        ]
        self.app.push_screen(AskChoice(_("Which colours?"), choices), chosen)

    def _ask_key(self, asked: KeyedAction) -> None:
        def check(key: str) -> str | None:
            for scope in self._scopes_of(asked):
                why = refusal(asked, key, scope, self._kept.value.keys)
                if why is not None:
                    return refusal_words(key, *why)
            return None

        def pressed(key: str | None) -> None:
            if key is not None:
                self._keep_keys(lambda keys: {**keys, asked.name: key})

        now = ", ".join(key_name(key) for key in asked.keys_with(self._kept.value.keys))
        self.app.push_screen(PressKey(_(asked.words), now, check), pressed)

    def action_set_back(self) -> None:
        asked = self._asked
        if asked is None:
            return
        for scope in self._scopes_of(asked):
            taken = taken_meanwhile(asked, scope, self._kept.value.keys)
            if taken is not None:
                words = _("{key} does “{words}” now: give that another key first.")
                key, other = taken
                self.say(words.format(key=key_name(key), words=_(other.words)), "warning")
                return
        self._keep_keys(
            lambda keys: {name: key for name, key in keys.items() if name != asked.name}
        )

    def action_all_back(self) -> None:
        def answered(yes: bool | None) -> None:
            if yes:
                self._keep_keys(lambda _keys: {})

        self.app.push_screen(
            AskYesNo(
                _("Give every action the key it had at first?"),
                _("Yes, all keys as they were"),
                _("No, keep mine"),
            ),
            answered,
        )

    def _keep_keys(self, change: KeysChange) -> None:
        self._keep(lambda before: replace(before, keys=change(before.keys)))
        if isinstance(self.app, RebindableApp):
            self.app.choose_keys(self._kept.value.keys)
        self._show()

    def _keep(self, change: Change, *, from_next_start: bool = False) -> None:
        if not self._kept.change(change):
            self.say(_("This could not be kept on disk: it holds until you leave."), "warning")
        elif from_next_start:
            self.say(_("Kept. It holds from the next start on."))
        self._show()

    def action_leave(self) -> None:
        self.dismiss(None)


def _theme_words(theme: str) -> str:
    words = {DARK.name: _("for a dark room"), LIGHT.name: _("for a light room")}
    return words.get(theme, theme)


def _setting(words: str, value: str, width: int) -> Content:
    return spread(Content(words), Content.styled(value, "bold $focus"), width)


def _heading(words: str, width: int) -> Content:
    return Content("\n").join([Content.empty(), Content.styled(words, "bold $heading")])


def _key(words: str, keys: str, changed: bool, width: int) -> Content:
    said = Content(words)
    if changed:
        said = said + Content.styled("  " + _("(changed)"), "$quiet")
    return spread(said, Content.styled(keys, "bold $focus"), width)
