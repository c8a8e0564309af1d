"""The way out of the program: a meeting that is going on asks first, and the closing holds on."""

from __future__ import annotations

from collections.abc import Callable

from rich.console import RenderableType

from socinno_tui.domain.errors import SocinnoError
from socinno_tui.domain.phase import OPEN_FOR_IDEAS, Phase
from socinno_tui.screens.chosen_keys import RebindableApp
from socinno_tui.screens.closing import ClosingScreen
from socinno_tui.screens.reading_app import ReadingApp
from socinno_tui.screens.way_out import AskWayOut, WayOut
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.service.open_meeting import OpenMeeting
from socinno_tui.wording.errors import words_for


class GuardedApp(RebindableApp, ReadingApp):
    """An app that is left by one guarded way only, whatever asks for it: Ctrl+Q, Ctrl+C, the
    palette or code. It holds the meeting that is open, if any.
    """

    def __init__(self) -> None:
        super().__init__()
        self._opened: OpenMeeting | None = None
        self._let_go = False
        self._trouble = ""

    def ended_by_signal(self, return_code: int) -> None:
        self._let_go = True
        super().ended_by_signal(return_code)

    async def action_quit(self) -> None:
        self._ask_to_quit()

    def action_interrupt(self) -> None:
        """Copy what is selected; otherwise, and always while closing, leave as Ctrl+Q does."""
        selected = getattr(self.focused, "selected_text", "") or self.screen.get_selected_text()
        if selected:
            self.copy_to_clipboard(selected)
        if not selected or self._is_closing():
            self._ask_to_quit()

    def exit(
        self, result: None = None, return_code: int = 0, message: RenderableType | None = None
    ) -> None:
        if self._let_go or not (self._is_live() or self._is_closing()):
            super().exit(result, return_code, message)
        else:
            self._ask_to_quit()

    def quietly(self, ask: Callable[[], None]) -> None:
        """Do by itself what may be refused, and tell the same refusal once: a full disk would
        otherwise be told again every few seconds.
        """
        try:
            ask()
        except SocinnoError as error:
            sentence = words_for(error)
            if sentence != self._trouble:
                self._trouble = sentence
                self.notify(sentence, severity="warning", markup=False)
        else:
            self._trouble = ""

    def _is_live(self) -> bool:
        opened = self._opened
        return (
            opened is not None and not opened.read_only and opened.meeting.phase in OPEN_FOR_IDEAS
        )

    def _is_closing(self) -> bool:
        opened = self._opened
        return opened is not None and not opened.read_only and opened.meeting.phase is Phase.CLOSING

    def _ask_to_quit(self) -> None:
        if self._is_closing():
            self.call_later(self._hold_on_closing)
        elif self._is_live():
            self._ask_to_leave(self._leave)
        else:
            self._leave()

    def _leave(self) -> None:
        self._let_go = True
        self.exit()

    async def _hold_on_closing(self) -> None:
        while not isinstance(self.screen, ClosingScreen) and len(self.screen_stack) > 1:
            await self.pop_screen()
        if isinstance(self.screen, ClosingScreen):
            self.screen.hold_on()

    def _ask_to_leave(self, leave: Callable[[], None]) -> None:
        opened = self._opened
        if opened is None or isinstance(self.screen, AskWayOut):
            return
        live = LiveMeeting(opened)

        def chosen(way: WayOut | None) -> None:
            try:
                if way is WayOut.BREAK:
                    live.take_break()
                    leave()
                elif way is WayOut.CLOSING:
                    while live.meeting.phase in OPEN_FOR_IDEAS:
                        live.move_on()
            except SocinnoError as error:
                self.notify(words_for(error), severity="warning", markup=False)

        self.push_screen(AskWayOut(), chosen)
