"""One slim line for who comes late: where phones come in, how many are, and what waits."""

from __future__ import annotations

from typing import Final

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from socinno_tui.domain.phones_now import PhonesNow
from socinno_tui.i18n import _
from socinno_tui.widgets.fitting import shortened
from socinno_tui.wording.keys import key_for
from socinno_tui.wording.phones import phones_in_words, waiting_words

WAITING_WIDTH: Final = 20
"""What " · 99 wachten (F7)" takes, and its like in other languages."""


def line_of(now: PhonesNow, width: int) -> Content:
    """Give the line in at most so many cells; empty while no phone comes in and nothing waits."""
    parts: list[Content] = []
    if now.is_open:
        where = _("Phones: {place} code {code}").format(place=now.place, code=now.code)
        counted = phones_in_words(now.phones)
        if len(where) + len(counted) + WAITING_WIDTH > width:
            where = f"{now.place} {now.code}"
        parts += [Content.styled(where, "$question"), Content(counted)]
    if waiting := waiting_words(now):
        words = _("{waiting} ({key})").format(waiting=waiting, key=key_for("live.phones", "f7"))
        parts.append(Content.styled(words, "$near"))
    return shortened(Content(" · ").join(parts), width)


class PhoneLine(Widget):
    """There only while there is something to say; a click does what the key does."""

    DEFAULT_CSS = """
    PhoneLine {
        display: none;
        height: 1;
        padding: 0 1;
    }
    PhoneLine.-shown {
        display: block;
    }
    """

    phones: reactive[PhonesNow] = reactive(PhonesNow())

    def watch_phones(self, now: PhonesNow) -> None:
        self.set_class(now.is_open or bool(waiting_words(now)), "-shown")

    def render(self) -> Content:
        return line_of(self.phones, self.content_size.width)

    async def on_click(self) -> None:
        await self.screen.run_action("phones")
