"""What a first start offers, and the palette at any later moment: the tour, and the example."""

from __future__ import annotations

from dataclasses import replace

from socinno_tui.screens.guarded_app import GuardedApp
from socinno_tui.screens.tour import AskFirstWay, FirstWay, Tour
from socinno_tui.settings import KeptPreferences

EXAMPLE_ASKED = 64
"""The return code that says: show the example now, and then come back."""


class TouringApp(GuardedApp):
    """An app that shows how a meeting goes; what it keeps says whether that was offered before."""

    _kept: KeptPreferences

    def welcome(self) -> None:
        """Ask how who has no meetings yet would like to begin."""

        def chosen(way: FirstWay | None) -> None:
            # Shown once: whichever way it was left, it is not asked again.
            self._kept.change(lambda before: replace(before, tour_shown=True))
            if way is FirstWay.EXAMPLE:
                self.action_example()
            elif way is FirstWay.TOUR:
                self.action_tour()

        self.push_screen(AskFirstWay(), chosen)

    def action_tour(self) -> None:
        def chosen(way: FirstWay | None) -> None:
            if way is FirstWay.EXAMPLE:
                self.action_example()

        self.push_screen(Tour(offers_example=not self._holds_on), chosen)

    def action_example(self) -> None:
        """Leave for the example meeting, which has a file of its own; one comes back from it."""
        if not self._holds_on:
            self._let_go = True
            self.exit(return_code=EXAMPLE_ASKED)

    @property
    def _holds_on(self) -> bool:
        return self._is_live() or self._is_closing()
