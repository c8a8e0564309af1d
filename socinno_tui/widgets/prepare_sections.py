"""The sections of the preparation, each with its number and how it stands."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import var
from textual.strip import Strip
from textual.widgets import OptionList

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.readiness import Section, SectionState, attention_points, section_states
from socinno_tui.i18n import N_, _, ngettext
from socinno_tui.widgets.cursor_bar import BAR_CELLS
from socinno_tui.widgets.prepare_lists import LineList
from socinno_tui.wording.states import section_state_symbol, section_state_word, section_title

READY = len(Section)
"""The place after the last section: what still wants attention, and the start."""


def state_content(state: SectionState, words: str) -> Content:
    """A state by symbol, word and colour."""
    colour = {
        SectionState.DONE: "$within",
        SectionState.ATTENTION: "$near",
        SectionState.EMPTY: "$quiet",
    }[state]
    return Content.styled(f"{section_state_symbol(state)} {words}", colour)


class SectionList(LineList):
    """The sections. A number goes into its section, as Enter goes into the one with the cursor.

    The screen has the actions `go_into(place)` and `go_into_chosen`. What moves comes first, and is
    done before the next key is looked at: what is typed right after a number goes into its section.
    """

    BINDINGS = [
        Binding(
            "enter,right,tab",
            "screen.go_into_chosen",
            N_("fill in"),
            key_display="Enter",
            priority=True,
            id="sections.go_into_chosen",
        ),
        Binding(
            "0",
            "screen.go_into(0)",
            N_("section"),
            key_display=f"0–{READY}",
            priority=True,
            id="sections.section_0",
        ),
        *(
            Binding(
                str(place),
                f"screen.go_into({place})",
                show=False,
                priority=True,
                id=f"sections.section_{place}",
            )
            for place in range(1, READY + 1)
        ),
        *(
            Binding(key, action, show=False, priority=True, id=f"sections.{action}")
            for key, action in (
                ("up", "cursor_up"),
                ("down", "cursor_down"),
                ("home", "first"),
                ("end", "last"),
                ("pageup", "page_up"),
                ("pagedown", "page_down"),
            )
        ),
        Binding("escape,q", "leave", N_("back"), id="sections.leave"),
    ]

    meeting: var[Meeting | None] = var(None)

    class Shown(Message):
        """The cursor came to another section."""

    @dataclass
    class Entered(Message):
        """A section was clicked on, to fill it in."""

        place: int

    class Left(Message):
        """The person leaves the preparation."""

    def on_mount(self) -> None:
        self.watch_meeting(self.meeting)

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        return self._barred(strip, strip.crop(BAR_CELLS))

    def watch_meeting(self, meeting: Meeting | None) -> None:
        """Show how every section stands."""
        if meeting is None:
            return
        states = section_states(meeting)
        entries = [
            (
                section_title(section),
                state_content(states[section], section_state_word(states[section])),
            )
            for section in Section
        ]
        entries.append((_("Ready to begin?"), _readiness(meeting)))
        self.show_lines(
            [
                (str(place), _entry(place, title, state))
                for place, (title, state) in enumerate(entries)
            ]
        )

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self.post_message(self.Shown())

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Entered(event.option_index))

    def action_leave(self) -> None:
        self.post_message(self.Left())


def _readiness(meeting: Meeting) -> Content:
    count = len(attention_points(meeting))
    if not count:
        return state_content(SectionState.DONE, _("all done"))
    words = ngettext("{count} point open", "{count} points open", count).format(count=count)
    return state_content(SectionState.ATTENTION, words)


def _entry(place: int, name: str, state: Content) -> Content:
    return Content.assemble((f" {place}  ", "bold $focus"), (name, "bold"), "\n    ", state)
