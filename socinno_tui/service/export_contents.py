"""The bytes of each file that leaves the program, from meetings and agreements already read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pendulum import Date

from socinno_tui.domain.action import ActionState, Agreement
from socinno_tui.domain.meeting import Meeting
from socinno_tui.service.file_names import readable_name, unlike_each_other


def minutes(meeting: Meeting, today: Date) -> bytes:
    """Give the minutes as Markdown."""
    from socinno_tui.export.to_markdown import to_markdown

    return to_markdown(meeting, today).encode()


def page(meeting: Meeting, today: Date) -> bytes:
    """Give the minutes as one page for a browser."""
    from socinno_tui.export.to_html import to_html

    return to_html(meeting, today).encode()


def ideas(meeting: Meeting) -> bytes:
    """Give the ideas as a table."""
    from socinno_tui.export.to_csv import ideas_to_csv

    return ideas_to_csv(meeting)


def actions(agreements: Sequence[Agreement], today: Date) -> bytes:
    """Give the agreements as a table."""
    from socinno_tui.export.to_csv import actions_to_csv

    return actions_to_csv(agreements, today)


def calendar(agreements: Sequence[Agreement], meetings: Iterable[Meeting] = ()) -> bytes:
    """Give these agreements, and when those of these meetings are looked at again."""
    from socinno_tui.export.to_ical import agreements_to_ical

    return agreements_to_ical(agreements, meetings)


def calendars(
    agreements: Sequence[Agreement], meetings: Iterable[Meeting] = ()
) -> dict[str, bytes]:
    """Give a calendar for each who has or had an agreement, by the name of its file: what ended or
    was handed over has to leave a calendar too. Who has one running finds when it is looked at.
    """
    from socinno_tui.export.to_ical import agreements_to_ical

    owners = tuple(dict.fromkeys(owner for one in agreements for owner in one.action.owners))
    reviewed = tuple(meetings)
    names = unlike_each_other(_name_of(owner) for owner in owners)
    return {
        f"{name}.ics": agreements_to_ical(
            agreements, [one for one in reviewed if owner in _owners_in(one)], owner=owner
        )
        for name, owner in zip(names, owners, strict=True)
    }


def mails(meetings: Iterable[Meeting], today: Date) -> dict[str, bytes]:
    """Give a mail for each owner in each meeting, ready to send and as text, by file name."""
    from socinno_tui.export.owner_mail import mail_as_eml, mail_subject, mail_text

    asked = [(meeting, owner) for meeting in meetings for owner in _owners_in(meeting)]
    names = unlike_each_other(_name_of(owner) for _meeting, owner in asked)
    files: dict[str, bytes] = {}
    for name, (meeting, owner) in zip(names, asked, strict=True):
        files[f"{name}.eml"] = mail_as_eml(meeting, owner, today)
        text = f"{mail_subject(meeting)}\n\n{mail_text(meeting, owner, today)}"
        files[f"{name}.txt"] = text.encode()
    return files


def invitation(meeting: Meeting) -> tuple[bytes, ...]:
    """Give the text of the invitation, and the appointment with it once the moment is known."""
    from socinno_tui.export.invitation import invitation_ical, invitation_text

    text = invitation_text(meeting).encode()
    return (text,) if meeting.starts_at is None else (text, invitation_ical(meeting))


def bundle(meetings: Sequence[Meeting]) -> bytes:
    """Give everything of these meetings, to be taken in again."""
    from socinno_tui.export.to_json import to_json

    return to_json(meetings).encode()


def _owners_in(meeting: Meeting) -> tuple[str, ...]:
    # Who has nothing open is not asked for anything.
    running = (action for action in meeting.actions if action.state is ActionState.OPEN)
    return tuple(dict.fromkeys(action.owner_now for action in running))


def _name_of(owner: str) -> str:
    return readable_name(owner) or "socinno"
