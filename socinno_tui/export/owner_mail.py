"""A mail to each owner with what they took on: as text, and as a draft for a mail program."""

from __future__ import annotations

import re
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import Final

from pendulum import Date

from socinno_tui.domain.action import ActionState, Agreement
from socinno_tui.domain.agreements import agreements_of
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.text import clean
from socinno_tui.export.to_ical import to_ical
from socinno_tui.i18n import _
from socinno_tui.wording.dates import due_understood, long_date

_ADDRESS: Final = re.compile(r"[A-Za-z0-9!#$%&'*+/^_`{|}~.-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
"""What a mail program would take; more is for the person who sends it to judge. Letters beyond
ASCII, and "=?", would be written or read as an encoded word, which no address may be (RFC 2047, 5).
"""


def mail_subject(meeting: Meeting) -> str:
    """Give the subject of the mail."""
    title = clean(meeting.title or meeting.topic.name or meeting.topic.question)
    return _("What you took on: {title}").format(title=title)


def mail_text(meeting: Meeting, owner: str, today: Date) -> str:
    """Give the text of the mail: every open agreement of this owner, and when we look again."""
    agreements = _taken_on(meeting, owner)
    first_name = clean(owner).split(" ")[0] if owner else ""
    lines = [
        _("Hello {name},").format(name=first_name),
        "",
        _("Thank you for taking this on. This is what we agreed:"),
    ]
    for agreement in agreements:
        lines += ["", *_told(agreement, today)]
    say_so = _(
        "If it does not work out, say so early: a smaller step, another date, another owner or "
        "stopping are all fine, as long as we know."
    )
    lines += ["", say_so]
    if meeting.review_date_now is not None:
        date = long_date(meeting.review_date_now)
        lines.append(_("On {date} we look together at how it stands.").format(date=date))
    return "\n".join(lines) + "\n"


def mail_as_eml(meeting: Meeting, owner: str, today: Date) -> bytes:
    """Give the mail as a draft, with the owner's agreements for a calendar attached."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = mail_subject(meeting)
    # Makes Outlook and others open it for sending, not as one that was received.
    message["X-Unsent"] = "1"
    address = _address(meeting, owner)
    if address is not None:
        message["To"] = address
    message.set_content(mail_text(meeting, owner, today), cte="quoted-printable")
    message.add_attachment(
        to_ical(meeting, owner=owner),
        maintype="text",
        subtype="calendar",
        filename="socinno.ics",
        params={"charset": "utf-8", "method": "PUBLISH"},
    )
    return message.as_bytes()


def _taken_on(meeting: Meeting, owner: str) -> tuple[Agreement, ...]:
    return tuple(
        agreement
        for agreement in agreements_of(meeting)
        if agreement.action.owner_now == owner and agreement.action.state is ActionState.OPEN
    )


def _told(agreement: Agreement, today: Date) -> list[str]:
    action = agreement.action
    lines = [
        _("#{number} {idea}").format(number=agreement.idea_number, idea=clean(agreement.idea_text))
    ]
    if action.due_now is not None:
        lines.append(_("  due: {date}").format(date=due_understood(action.due_now, today=today)))
    if action.first_step:
        lines.append(_("  first step: {step}").format(step=clean(action.first_step)))
    return lines


def _address(meeting: Meeting, owner: str) -> Address | None:
    """Give where to send it, if the owner was invited with an address that can be one."""
    for one in meeting.participants:
        found = clean(one.address)
        if one.name.casefold() == owner.casefold() and _ADDRESS.fullmatch(found):
            name, _at, domain = found.rpartition("@")
            return Address(clean(owner), name, domain)
    return None
