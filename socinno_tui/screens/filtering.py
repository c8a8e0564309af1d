"""Showing fewer agreements: the keys that ask which, and what becomes of the answer."""

from __future__ import annotations

from textual.binding import Binding

from socinno_tui.domain.action import Agreement
from socinno_tui.i18n import N_
from socinno_tui.screens.base import SocinnoScreen
from socinno_tui.screens.dialogs import AskChoice
from socinno_tui.screens.follow_up_filters import (
    ask_meeting,
    ask_owner,
    ask_standing,
    ask_which_filter,
)
from socinno_tui.service.register import Filter

FILTER_KEYS = (
    Binding("f", "filter", N_("filter"), id="agreements.filter"),
    Binding(
        "o", "filter_owner", N_("filter on the owner"), show=False, id="agreements.filter_owner"
    ),
    Binding(
        "m",
        "filter_meeting",
        N_("filter on the meeting"),
        show=False,
        id="agreements.filter_meeting",
    ),
    Binding(
        "s",
        "filter_standing",
        N_("filter on the state"),
        show=False,
        id="agreements.filter_standing",
    ),
    Binding("a", "show_all", N_("all"), id="agreements.show_all"),
)


class FiltersAgreements(SocinnoScreen):
    """A screen with these keys; what it shows of everything follows the filter."""

    _filter: Filter
    _everything: tuple[Agreement, ...]

    def filtered(self) -> None:
        """Another filter was chosen: show what it lets through."""
        raise NotImplementedError

    def fits_filter(self, action: str) -> bool | None:
        """Whether a key is of use with the filter there is; None for another key."""
        if action == "show_all":
            return self._filter != Filter()
        if action == "filter_meeting":
            return self.has_several_meetings
        if action in {"filter", "filter_owner", "filter_standing"}:
            return bool(self._everything)
        return None

    @property
    def has_several_meetings(self) -> bool:
        """Whether the agreements come from more than one meeting."""
        return len({one.meeting_id for one in self._everything}) > 1

    def action_filter(self) -> None:
        self.app.push_screen(ask_which_filter(several=self.has_several_meetings), self._filter_on)

    def _filter_on(self, action: str | None) -> None:
        if action is not None:
            self.call_later(self.run_action, action)

    def action_filter_owner(self) -> None:
        self._choose(ask_owner(self._filter, self._everything))

    def action_filter_meeting(self) -> None:
        self._choose(ask_meeting(self._filter, self._everything))

    def action_filter_standing(self) -> None:
        self._choose(ask_standing(self._filter))

    def action_show_all(self) -> None:
        self._filter_by(Filter())

    def _choose(self, dialog: AskChoice[Filter]) -> None:
        self.app.push_screen(dialog, self._filter_by)

    def _filter_by(self, wanted: Filter | None) -> None:
        if wanted is not None:
            self._filter = wanted
            self.filtered()
