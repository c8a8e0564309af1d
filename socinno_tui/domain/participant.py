"""Who is invited, in what role, and who comes. Nobody is asked for a reason."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Role(Enum):
    """What someone is in this meeting."""

    EMPLOYEE = "employee"
    MANAGER = "manager"
    FACILITATOR = "facilitator"


class Attendance(Enum):
    """What someone answered to the invitation."""

    INVITED = "invited"
    COMING = "coming"
    NOT_COMING = "not coming"


@dataclass(frozen=True, slots=True)
class Participant:
    """One person invited. Participation is voluntary, so there is no field for a reason."""

    id: str
    name: str
    address: str = ""
    role: Role = Role.EMPLOYEE
    attendance: Attendance = Attendance.INVITED


@dataclass(frozen=True, slots=True)
class RoomCheck:
    """One line of the room checklist."""

    id: str
    text: str
    done: bool = False
