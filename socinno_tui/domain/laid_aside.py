"""What lost when the same meeting came from two files: nothing that was typed is thrown away."""

from __future__ import annotations

from dataclasses import dataclass

from pendulum import DateTime


@dataclass(frozen=True, slots=True)
class LaidAside:
    """One value that a newer one replaced in a merge.

    `of` names the part ("meeting", "topic", "idea #7"), `name` its field, and `value` is the text
    it had. The id is made of these, so that the same merge twice lays nothing aside twice.
    """

    id: str
    at: DateTime
    of: str
    name: str
    value: str
