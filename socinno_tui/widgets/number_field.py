"""A field for a number, that leaves every other key to whoever holds it."""

from __future__ import annotations

from textual import events

from socinno_tui.widgets.line_field import LineField


class NumberField(LineField):
    """Takes digits and what mends them; letters stay keys of the screen or dialog it stands in."""

    DEFAULT_CSS = """
    NumberField {
        width: 10;
    }
    """

    def __init__(self, value: str = "", *, digits: int = 3, id: str | None = None) -> None:
        super().__init__(value, max_length=digits, id=id, select_on_focus=True)

    @property
    def number(self) -> int | None:
        """What is typed, or None while nothing is."""
        return int(self.value) if self.value else None

    def check_consume_key(self, key: str, character: str | None) -> bool:
        return character is not None and _is_digit(character)

    def replace(self, text: str, start: int, end: int) -> None:
        """Put the digits of a text in the place of a part: also of what is pasted."""
        super().replace("".join(filter(_is_digit, text)), start, end)

    async def _on_key(self, event: events.Key) -> None:
        if event.is_printable and not self.check_consume_key(event.key, event.character):
            # Otherwise Input would take it; like this it goes on to what holds the field.
            event.prevent_default()


def _is_digit(character: str) -> bool:
    # Other scripts have digits too, which int() would take and nobody means here.
    return character in "0123456789" and bool(character)
