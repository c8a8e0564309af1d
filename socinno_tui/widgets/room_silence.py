"""The silent round on the room's screen: the time to write, or whose turn it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.silent_round import SilentRound
from socinno_tui.i18n import _
from socinno_tui.widgets.big_digits import SMALL_HEIGHT, big_digits, font_fitting, length_of
from socinno_tui.widgets.clock import turn_face
from socinno_tui.widgets.fitting import shortened, wrapped
from socinno_tui.widgets.room_part import Moment
from socinno_tui.widgets.writing_pane import time_to_write, writing_words
from socinno_tui.wording.silent_round import passes_words, turn_words

WORDS: Final = 4
"""The heading, an empty row, and two lines for what one does now."""

GAP: Final = 2
"""The cells between a seat's number and the words beside it."""

LONGEST_TIME: Final = "000:00"


def is_writing(meeting: Meeting) -> bool:
    """Whether everyone writes: then there is nothing to look at but the time."""
    return meeting.silent_round is not None and not meeting.silent_round.is_harvest


class RoomSilence:
    """The time to write, as large as there is room for; then the seat whose turn it is."""

    def heights(self, meeting: Meeting, width: int, height: int) -> Sequence[int]:
        """All there is while the room writes; in the harvest a number and the words beside it."""
        if meeting.silent_round is None:
            return ()
        if is_writing(meeting):
            return range(SMALL_HEIGHT + WORDS, max(SMALL_HEIGHT + WORDS, height) + 1)
        return (SMALL_HEIGHT,)

    def draw(self, meeting: Meeting, moment: Moment, width: int, height: int) -> list[Content]:
        """The part of the round that goes on, as it stands at this moment."""
        silence = meeting.silent_round
        if silence is None:
            return []
        if silence.is_harvest:
            return _harvest(silence, width)[:height]
        return _writing(meeting, moment, width, height)[:height]


def _writing(meeting: Meeting, moment: Moment, width: int, height: int) -> list[Content]:
    font = font_fitting(LONGEST_TIME, width, height - WORDS)
    time = big_digits(turn_face(time_to_write(meeting, moment.now)), font)
    words = writing_words(meeting, moment.now)
    return [
        shortened(Content.styled(_("Silent round"), "bold $heading"), width),
        *(shortened(Content.styled(row, "bold $question"), width) for row in time),
        Content.empty(),
        *wrapped(Content.styled(words.sentence, "bold"), width, 2),
    ]


def _harvest(silence: SilentRound, width: int) -> list[Content]:
    # As wide as the last seat needs, so that the words keep still at every turn.
    wide = length_of("0" * len(str(silence.people)), None)
    beside = (
        Content.styled(turn_words(silence), "bold $question"),
        Content(_("One idea, or a pass.")),
        Content.styled(passes_words(silence), "$quiet"),
    )
    return [
        shortened(Content.styled(row.rjust(wide), "bold $question") + " " * GAP + words, width)
        for row, words in zip(big_digits(str(silence.seat), None), beside, strict=True)
    ]
