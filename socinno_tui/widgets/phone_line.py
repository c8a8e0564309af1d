"""One slim line for who comes late: where phones come in, how many are, and what waits."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from socinno_tui.domain.phones_now import PhonesNow
from socinno_tui.i18n import _
from socinno_tui.widgets.fitting import shortened
from socinno_tui.wording.keys import key_for
from socinno_tui.wording.phones import phones_in_words, waiting_words


def line_of(now: PhonesNow) -> Content:
    """Give the line; empty while no phone comes in and nothing waits."""
    parts: list[Content] = []
    if now.is_open:
        where = _("Phones: {place} code {code}").format(place=now.place, code=now.code)
        parts += [Content.styled(where, "$question"), Content(phones_in_words(now.phones))]
    if waiting := waiting_words(now):
        words = _("{waiting} ({key})").format(waiting=waiting, key=key_for("live.phones", "f7"))
        reads_on = now.reads_first and not now.in_silence
        parts.append(Content.styled(words, "$near" if reads_on else "$quiet"))
    return Content(" · ").join(parts)


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
        self.set_class(bool(line_of(now)), "-shown")

    def render(self) -> Content:
        return shortened(line_of(self.phones), self.content_size.width)

    async def on_click(self) -> None:
        await self.screen.run_action("phones")
