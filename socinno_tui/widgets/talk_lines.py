"""What the talk meter says of a reading, its words planned to the cell."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from socinno_tui.domain.talk import (
    FORGOTTEN_TURN,
    LONG_TURN,
    Speaker,
    TalkState,
)
from socinno_tui.i18n import _
from socinno_tui.widgets.clock import clock_face, turn_face
from socinno_tui.widgets.fitting import shortened, wrapped
from socinno_tui.widgets.talk_reading import TalkReading
from socinno_tui.wording import symbols
from socinno_tui.wording.keys import key_for

STATE_SYMBOLS = {
    TalkState.WITHIN: symbols.DONE,
    TalkState.NEAR: symbols.ATTENTION,
    TalkState.OVER: symbols.OVER,
}
STATE_COLOURS = {
    TalkState.WITHIN: "$within",
    TalkState.NEAR: "$near",
    TalkState.OVER: "$over",
}

LEAST_BAR, MOST_BAR = 4, 24
"""The bar on one line, in cells."""

ROOMY_FROM = 70
"""On fewer cells the times stand closer together, so that what helps fits beside them."""

NAME_CELLS, LEAST_NAME_CELLS = 12, 8
"""What the name of one of several managers takes on one line."""

FULL_NAME_FROM = 110
"""From so many cells on one line says in full whose time it is."""


def advice(reading: TalkReading) -> str:
    """What to do next, never what was done wrong; empty when nothing needs doing."""
    if reading.speaker is not Speaker.MANAGER:
        return ""
    if reading.turn >= FORGOTTEN_TURN:
        return _("Was {key} forgotten?").format(key=key_for("live.room", "f3"))
    if reading.state is TalkState.OVER:
        return _("Over to the room")
    if reading.turn > LONG_TURN:
        return _("What does the room think?")
    if reading.state is TalkState.NEAR:
        return _("Ask the room a question")
    return ""


def bar(reading: TalkReading, width: int) -> Content:
    """The talk time against the agreed maximum; full only when all of it is used."""
    full = min(width, int(reading.part * width))
    return Content.assemble(
        (symbols.BAR_FULL * full, STATE_COLOURS[reading.state]),
        (symbols.BAR_EMPTY * (width - full), "$quiet"),
    )


def meter_line(reading: TalkReading, width: int) -> Content:
    """The meter on one line of at most `width` cells (10 or more).

    Words are lost first, the bar last but one, the time last. From about 76 cells on, where time
    and bar stand depends on the width alone, so that they keep still when the words change.
    """
    for line in _ever_shorter(reading, width):
        if line.cell_length <= width:
            return line
    return shortened(_spoken(reading), width)


def meter_lines(reading: TalkReading, width: int, height: int) -> Content:
    """The meter on `height` lines of at most `width` cells: on fewer, the least needed go."""
    if height < 2:
        return meter_line(reading, width)
    percent = Content(f" {reading.part:4.0%}")
    by_need = [
        (2, Content.styled(_("Manager's talk time"), "bold $heading")),
        (0, _total_and_state(reading, width)),
        (1, bar(reading, max(1, width - percent.cell_length)) + percent),
        (3, _who(reading, long=True, told=True)),
    ]
    if reading.is_first:
        by_need += zip((4, 5), wrapped(reason(reading, long=True), width, 2), strict=False)
    else:
        by_need += [(5, _share(reading, long=True)), (4, _told(reading))]
    return Content("\n").join(shortened(line, width) for need, line in by_need if need < height)


def reason(reading: TalkReading, *, long: bool) -> Content:
    """How long the manager speaks at most, and why: told until the manager first has the floor."""
    minutes, seconds = divmod(int(reading.limit.total_seconds()), 60)
    limit = f"{minutes}:{seconds:02}" if seconds else str(minutes)
    words = _("at most {limit} min, so that the room thinks along") if long else ""
    return Content.styled((words or _("so that the room thinks along")).format(limit=limit))


def _told(reading: TalkReading) -> Content:
    return Content.styled(advice(reading), f"bold {STATE_COLOURS[reading.state]}")


def state_words(state: TalkState, *, long: bool) -> str:
    """The state in words, as long as there is room for."""
    if long:
        return {
            TalkState.WITHIN: _("within the maximum"),
            TalkState.NEAR: _("nearly at the maximum"),
            TalkState.OVER: _("over the maximum"),
        }[state]
    return {
        TalkState.WITHIN: _("within"),
        TalkState.NEAR: _("nearly"),
        TalkState.OVER: _("over"),
    }[state]


def who_words(reading: TalkReading, *, long: bool) -> Content:
    """Who has the floor, with its sign and for how long: in as many words as there is room for."""
    return _who(reading, long=long)


def _ever_shorter(reading: TalkReading, width: int) -> Iterator[Content]:
    roomy = width >= ROOMY_FROM
    gauge = bar(reading, min(MOST_BAR, max(LEAST_BAR, width // (8 if roomy else 10))))
    percent = Content(f"{reading.part:.0%}")
    total = _total(reading, close=not roomy)
    name = _name(reading, width)
    long, short = _who(reading, long=True), _who(reading, long=False)
    told, asked = _state(reading, word=True, told=True), _state(reading, word=False, told=True)
    word, sign = _state(reading, word=True), _state(reading, word=False)
    share = _share(reading, long=False)
    if reading.is_first and not reading.on_break:
        why, because = reason(reading, long=True), reason(reading, long=False)
        yield _line(name, total, gauge, short, why)
        yield _line(name, total, gauge, _who_sign(reading) + " " + why)
        yield _line(name, total, gauge, _who_sign(reading) + " " + because)
        yield _line(name, total, gauge, because)
    yield _line(name, total, gauge + " " + percent, long, share, told)
    yield _line(name, total, gauge, long, share, told)
    yield _line(name, total, gauge, short, share, told)
    yield _line(name, total, gauge, long, asked)
    yield _line(name, total, gauge, short, asked)
    yield _line(name, total, gauge, _who_sign(reading), asked)
    if advice(reading):
        yield _line(name, total, gauge, asked)
    yield _line(total, gauge, _who_sign(reading), asked)
    if advice(reading):
        yield _line(total, gauge, asked)
        yield _line(_spoken(reading), gauge, asked)
    yield _line(name, total, gauge, _who_sign(reading), word)
    yield _line(total, gauge, _who_sign(reading), word)
    yield _line(total, gauge, _who_sign(reading), sign)
    yield _line(_spoken(reading), gauge, sign)
    yield _line(_spoken(reading), gauge)


def _line(*pieces: Content) -> Content:
    return Content("  ").join(piece for piece in pieces if piece)


def _spoken(reading: TalkReading) -> Content:
    return Content.styled(clock_face(reading.spoken), f"bold {STATE_COLOURS[reading.state]}")


def _name(reading: TalkReading, width: int) -> Content:
    """Whose meter it is; of one of several in so many cells that the times keep still."""
    if not reading.name:
        words = _("Manager's talk time") if width >= FULL_NAME_FROM else _("Manager")
        return Content.styled(words, "$quiet")
    cells = NAME_CELLS if width >= ROOMY_FROM else LEAST_NAME_CELLS
    kept = shortened(Content(reading.name), cells)
    return kept.pad_right(cells - kept.cell_length).stylize("$quiet")


def _total(reading: TalkReading, *, close: bool = False) -> Content:
    spoken, limit = clock_face(reading.spoken), clock_face(reading.limit)
    words = "{spoken}/{limit}" if close else _("{spoken} of {limit}")
    text = words.format(spoken=spoken, limit=limit)
    at = text.find(spoken)
    return Content(text).stylize(f"bold {STATE_COLOURS[reading.state]}", at, at + len(spoken))


def _total_and_state(reading: TalkReading, width: int) -> Content:
    total, colour = _total(reading), STATE_COLOURS[reading.state]
    for long in (True, False):
        words = state_words(reading.state, long=long)
        line = _line(total, Content.styled(f"{STATE_SYMBOLS[reading.state]} {words}", colour))
        if line.cell_length <= width:
            return line
    return _line(total, _state(reading, word=False))


def _state(reading: TalkReading, *, word: bool, told: bool = False) -> Content:
    hint = advice(reading) if told else ""
    words = [state_words(reading.state, long=False)] if word or (told and not hint) else []
    said = " · ".join([*words, *([hint] if hint else [])])
    return Content.styled(
        f"{STATE_SYMBOLS[reading.state]} {said}".rstrip(), STATE_COLOURS[reading.state]
    )


def _who_sign(reading: TalkReading) -> Content:
    turn = turn_face(reading.turn) if reading.speaker is Speaker.MANAGER else ""
    return Content(f"{_speaker_symbol(reading)} {turn}".rstrip())


def _who(reading: TalkReading, *, long: bool, told: bool = False) -> Content:
    if reading.on_break:
        words, style = _("break"), ""
    elif reading.speaker is Speaker.MANAGER:
        words, style = _manager_speaks(long=long and not reading.name, told=told), "bold"
    elif reading.speaker is Speaker.ROOM:
        words, style = _("the room has the floor") if long else _("the room"), ""
    else:
        words, style = _("the clock stands still"), ""
    return Content.styled(
        f"{_speaker_symbol(reading)} {words.format(turn=turn_face(reading.turn))}", style
    )


def _manager_speaks(*, long: bool, told: bool) -> str:
    if told:
        return _("the manager speaks — this turn {turn}")
    return _("the manager speaks {turn}") if long else _("speaks {turn}")


def _speaker_symbol(reading: TalkReading) -> str:
    if reading.on_break:
        return symbols.ON_BREAK
    return symbols.SPEAKING if reading.speaker is Speaker.MANAGER else symbols.SILENT


def _share(reading: TalkReading, *, long: bool) -> Content:
    if reading.share is None:
        return Content.empty()
    words = _("{share} of the time talked") if long else _("{share} of the time")
    return Content.styled(words.format(share=f"{reading.share:.0%}"), "$quiet")
