"""What the room sees while everyone writes: the time that is left, and nothing to look at else."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Final

from pendulum import DateTime, Duration
from textual.app import ComposeResult
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phones_now import PhonesNow
from socinno_tui.i18n import _
from socinno_tui.widgets.big_digits import big_digits, font_fitting
from socinno_tui.widgets.clock import ClockPane, turn_face
from socinno_tui.wording import symbols
from socinno_tui.wording.keys import key_for
from socinno_tui.wording.phones import written_words

WORDS: Final = 8
"""The lines that the words take, with the empty ones around the time."""


@dataclass(frozen=True, slots=True)
class WritingWords:
    """What stands under the time: what one does now, and what comes next."""

    sentence: str
    following: str


def time_to_write(meeting: Meeting, now: DateTime) -> Duration:
    """Give what is left of the time to write; nothing once it is up, and never less."""
    silence = meeting.silent_round
    left = 0.0 if silence is None else silence.left(now, meeting.breaks).total_seconds()
    return Duration(seconds=max(0, ceil(left)))


def writing_words(meeting: Meeting, now: DateTime) -> WritingWords:
    """Say what one does now. When the time is up it says so calmly: nothing ends by itself."""
    if meeting.on_break:
        return WritingWords(
            f"{symbols.ON_BREAK} " + _("break: the time to write stands still"),
            _("{key}: go on writing").format(key=key_for("live.break", "f4")),
        )
    if not time_to_write(meeting, now):
        return WritingWords(
            _("The time is up: finish your last sentence."),
            _("{key}: on to the harvest · 1 or 5: more minutes").format(
                key=key_for("silent.begin", "f6")
            ),
        )
    return WritingWords(
        _("Everyone writes for themselves, without talking."),
        _("After this every idea gets its turn, one a person."),
    )


class WritingPane(ClockPane):
    """The time to write in big digits, with one sentence."""

    DEFAULT_CSS = """
    WritingPane {
        height: 1fr;
        layout: vertical;
        align: center middle;
        background: $background;
    }
    WritingPane Static {
        width: 1fr;
        height: auto;
        text-align: center;
        padding: 0 1;
    }
    WritingPane #time {
        margin: 1 0;
        color: $question;
        text-style: bold;
    }
    WritingPane #silence { color: $heading; text-style: bold; }
    WritingPane #sentence { text-style: bold; }
    WritingPane #following, WritingPane #written { color: $quiet; }
    WritingPane #written { display: none; }
    WritingPane #written.-shown { display: block; }
    """

    phones: reactive[PhonesNow] = reactive(PhonesNow(), init=False)
    face = ""
    """The time as it stands there, such as 4:59."""

    def compose(self) -> ComposeResult:
        yield Static(Content(_("Silent round")), id="silence")
        yield Static(id="time")
        yield Static(id="sentence")
        yield Static(id="following")
        yield Static(id="written")

    def on_mount(self) -> None:
        super().on_mount()
        self.follow()
        self._tell_written(self.phones)

    def draw(self, meeting: Meeting, now: DateTime, width: int, height: int) -> Content:
        # Its parts show everything.
        return Content.empty()

    def follow(self) -> None:
        """Read the clock, and show it where that changes anything."""
        if self.meeting is None or self.meeting.silent_round is None or not self.is_mounted:
            return
        now = self._clock()
        words = writing_words(self.meeting, now)
        self.face = turn_face(time_to_write(self.meeting, now))
        _say(self.query_one("#time", Static), self._time())
        _say(self.query_one("#sentence", Static), words.sentence)
        _say(self.query_one("#following", Static), words.following)

    def watch_phones(self, now: PhonesNow) -> None:
        """Tell quietly how many ideas are written on phones: what they say comes at the end."""
        if self.is_mounted:
            self._tell_written(now)

    def _tell_written(self, now: PhonesNow) -> None:
        written = self.query_one("#written", Static)
        written.set_class(now.waiting > 0, "-shown")
        _say(written, written_words(now.waiting))

    def on_resize(self) -> None:
        self.follow()

    def _time(self) -> str:
        """The time in the largest digits that leave room for the words."""
        font = font_fitting(self.face, self.size.width, self.size.height - WORDS)
        return "\n".join(big_digits(self.face, font))


def _say(line: Static, words: str) -> None:
    if str(line.content) != words:
        line.update(Content(words))
