import pytest
from textual.app import App, ComposeResult
from textual.events import Paste

from socinno_tui.domain.agenda import TimeBox
from socinno_tui.domain.phase import Phase
from socinno_tui.widgets.prepare_field import FormField
from socinno_tui.widgets.prepare_people import NameEntry
from socinno_tui.widgets.prepare_time_boxes import TimeBoxFields


class Form(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.typed: list[tuple[str | None, str]] = []
        self.entered: list[str | None] = []
        self.minutes: list[tuple[str, str]] = []
        self.offered: list[str] = []

    def compose(self) -> ComposeResult:
        yield FormField("Short [/b]", id="short")
        yield FormField("Long", long=True, id="long")
        yield TimeBoxFields()
        yield NameEntry()

    def on_form_field_typed(self, event: FormField.Typed) -> None:
        self.typed.append((event.control.id, event.text))

    def on_form_field_entered(self, event: FormField.Entered) -> None:
        self.entered.append(event.control.id)

    def on_time_box_fields_typed(self, event: TimeBoxFields.Typed) -> None:
        self.minutes.append((event.box_id, event.text))

    def on_name_entry_offered(self, event: NameEntry.Offered) -> None:
        self.offered.append(event.text)


@pytest.mark.parametrize("id", ["short", "long"])
async def test_what_is_typed_is_told_letter_by_letter_and_enter_apart(id: str) -> None:
    app = Form()
    async with app.run_test() as pilot:
        app.query_one(f"#{id}", FormField).line.focus()
        await pilot.press("a", "b", "enter")
        assert app.typed == [(id, "a"), (id, "ab")]
        assert app.entered == [id]


@pytest.mark.parametrize("id", ["short", "long"])
async def test_what_is_shown_is_not_told_as_typed(id: str) -> None:
    app = Form()
    async with app.run_test() as pilot:
        field = app.query_one(f"#{id}", FormField)
        field.show("from the file")
        await pilot.pause()
        assert field.text == "from the file"
        assert app.typed == []


@pytest.mark.parametrize("id", ["short", "long"])
async def test_what_is_being_typed_is_never_replaced(id: str) -> None:
    app = Form()
    async with app.run_test() as pilot:
        field = app.query_one(f"#{id}", FormField)
        field.line.focus()
        await pilot.press("a")
        field.show("A")
        assert field.text == "a"


async def test_what_was_refused_stays_until_the_field_stands_for_something_else() -> None:
    app = Form()
    async with app.run_test() as pilot:
        field = app.query_one("#short", FormField)
        field.line.focus()
        await pilot.press("x")
        field.refuse("No [/b] number.")
        app.set_focus(None)
        field.show("60")
        assert field.text == "x"
        assert str(field.query_one(".note").render()) == "▲ No [/b] number."
        field.show("60", anew=True)
        assert field.text == "60"
        assert not field.query_one(".note").display


@pytest.mark.parametrize("id", ["short", "long"])
async def test_a_paste_of_several_lines_stays_one_line(id: str) -> None:
    app = Form()
    async with app.run_test() as pilot:
        field = app.query_one(f"#{id}", FormField)
        field.line.post_message(Paste("one\ntwo\r\n  three"))
        await pilot.pause()
        assert field.text == "one two three"


async def test_time_boxes_tell_which_box_was_typed_in_and_follow_the_format() -> None:
    app = Form()
    async with app.run_test() as pilot:
        fields = app.query_one(TimeBoxFields)
        fields.show((TimeBox("a", "Ideas", 25, Phase.IDEATION),))
        await pilot.pause()
        await pilot.pause()
        fields.query_one(FormField).line.focus()
        await pilot.press("9")
        assert app.minutes == [("a", "9")]
        fields.show(
            (
                TimeBox("b", "Welcome", 10, Phase.IDEATION),
                TimeBox("c", "Ideas", 20, Phase.IDEATION),
            )
        )
        await pilot.pause()
        await pilot.pause()
        assert [field.text for field in fields.query(FormField)] == ["10", "20"]


async def test_a_pasted_list_goes_in_at_once_and_a_pasted_name_waits_for_enter() -> None:
    app = Form()
    async with app.run_test() as pilot:
        entry = app.query_one(NameEntry)
        entry.focus()
        entry.post_message(Paste("Anna\nBram"))
        await pilot.pause()
        assert app.offered == ["Anna\nBram"]
        assert entry.value == ""
        entry.post_message(Paste("Chris"))
        await pilot.pause()
        assert app.offered == ["Anna\nBram"]
        await pilot.press("enter")
        assert app.offered[-1] == "Chris"
