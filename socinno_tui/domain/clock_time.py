"""Times of day and whole numbers, as people type them."""

from __future__ import annotations

import re

import pendulum
from pendulum import Date, DateTime, Time

from socinno_tui.domain.errors import RuleBroken

MOST_MINUTES = 24 * 60
"""The longest a meeting, or one time-box of it, is planned: a day, in minutes."""

_TWELVE = 12

_SPLIT = re.compile(
    r"(?P<hour>\d{1,2})(?:\s*[:.,uh]\s*(?P<minute>\d{2}))?\s*"
    r"(?P<half>[ap]\.?m\.?)?\s*(?:uur|u|hrs?|h|o'clock)?\.?"
)
_TOGETHER = re.compile(
    r"(?P<hour>\d{1,2})(?P<minute>\d{2})\s*(?P<half>[ap]\.?m\.?)?\s*(?:uur|u|h)?"
)
_NUMBER = re.compile(r"(?P<number>\d{1,6})\s*(?:min|minuten|minuut|minutes?|m|')?\.?")


class ClockTimeNotUnderstood(RuleBroken):
    """What was typed is no time of day."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class NotAWholeNumber(RuleBroken):
    """What was typed is no whole number from 1 to `most`."""

    def __init__(self, text: str, most: int) -> None:
        super().__init__(text, most)
        self.text = text
        self.most = most


def parse_clock_time(text: str) -> Time:
    """Give the time of day meant: `9:30`, `13.00`, `930`, `9u30`, `9 uur`, `1:30 pm`.

    Raises ClockTimeNotUnderstood for anything else, an hour or minute that is on no clock included.
    """
    typed = " ".join(text.split()).lower()
    found = _SPLIT.fullmatch(typed) or _TOGETHER.fullmatch(typed)
    if found is None:
        raise ClockTimeNotUnderstood(text)
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if found["half"]:
        if not 1 <= hour <= _TWELVE:
            raise ClockTimeNotUnderstood(text)
        hour = hour % _TWELVE + (_TWELVE if found["half"].startswith("p") else 0)
    try:
        return Time(hour, minute)
    except ValueError:
        raise ClockTimeNotUnderstood(text) from None


def instant_of(day: Date, time: Time, zone: str) -> DateTime:
    """Give the instant in UTC at which the clocks of `zone` show this day and time.

    A time that the clocks skip in spring is an hour later; of one they show twice, the second.
    """
    local = pendulum.datetime(day.year, day.month, day.day, time.hour, time.minute, tz=zone)
    return local.in_timezone(pendulum.UTC)


def parse_whole_number(text: str, *, most: int = MOST_MINUTES) -> int:
    """Give the whole number meant, from 1 to `most`; `90 min` and `90'` are 90.

    Raises NotAWholeNumber for anything else.
    """
    found = _NUMBER.fullmatch(" ".join(text.split()).lower())
    number = int(found["number"]) if found is not None else 0
    if not 1 <= number <= most:
        raise NotAWholeNumber(text, most)
    return number
