"""The time-boxes of a format, their minutes to be changed."""

from __future__ import annotations

from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from socinno_tui.domain.agenda import TimeBox
from socinno_tui.widgets.prepare_field import FormField


class TimeBoxFields(Vertical):
    """One field for each time-box. None when there are no time-boxes."""

    DEFAULT_CSS = """
    TimeBoxFields {
        height: auto;
    }
    TimeBoxFields .label {
        width: 1fr;
    }
    TimeBoxFields Input {
        width: 8;
    }
    """

    @dataclass
    class Typed(Message):
        """Minutes of a time-box were typed."""

        box_id: str
        field: FormField
        text: str

    _boxes: tuple[TimeBox, ...] = ()

    def compose(self) -> ComposeResult:
        for place, box in enumerate(self._boxes):
            yield FormField(box.title, id=f"box-{place}", text=str(box.minutes))

    def show(self, boxes: tuple[TimeBox, ...]) -> None:
        """Show these time-boxes."""
        other = [(box.id, box.title) for box in boxes] != [
            (box.id, box.title) for box in self._boxes
        ]
        self._boxes = boxes
        if other:
            self.refresh(recompose=True)
            return
        for field, box in zip(self.query(FormField), boxes, strict=False):
            field.show(str(box.minutes))

    def on_form_field_typed(self, event: FormField.Typed) -> None:
        event.stop()
        place = int((event.field.id or "").removeprefix("box-"))
        self.post_message(self.Typed(self._boxes[place].id, event.field, event.text))
