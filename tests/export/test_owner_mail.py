from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given

from socinno_tui.domain.action import UpdateKind
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.participant import Participant
from socinno_tui.domain.text import clean
from socinno_tui.export.owner_mail import mail_as_eml, mail_text
from tests.agreements import Agreed, a_closed_meeting, a_line
from tests.meetings import IDEA_TEXTS, OWNERS, TODAY
from tests.strategies import texts

FATMA, JAN_WILLEM, _ANOUK = OWNERS
MEETING = replace(
    a_closed_meeting("balie", [Agreed(3), Agreed(9, JAN_WILLEM, IDEA_TEXTS[1])]),
    review_date=TODAY.add(weeks=4),
)


def read(meeting: Meeting, owner: str = FATMA) -> EmailMessage:
    message = message_from_bytes(mail_as_eml(meeting, owner, TODAY), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def addressed(address: str) -> Meeting:
    return replace(MEETING, participants=(Participant("p", FATMA, address),))


def test_it_tells_what_this_owner_took_on_and_when_we_look_again() -> None:
    text = mail_text(MEETING, FATMA, TODAY)
    assert text.startswith("Hello Fatma,\n")
    assert IDEA_TEXTS[0] in text
    assert IDEA_TEXTS[1] not in text
    assert "On Monday 21 December 2026 we look together" in text


def test_a_mail_program_opens_it_as_a_draft_with_a_calendar_file() -> None:
    message = read(addressed("fatma@example.org"))
    assert message["X-Unsent"] == "1"
    assert message["To"] == f"{FATMA} <fatma@example.org>"
    body, calendar = message.get_body(("plain",)), next(iter(message.iter_attachments()))
    assert body is not None
    assert body.get_content().startswith("Hello Fatma,")
    assert calendar.get_content_type() == "text/calendar"
    assert "BEGIN:VTODO" in calendar.get_content()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "fatma",
        "fatma@",
        "a b@example.org",
        "f@x.org>, <boss@x.org",
        "f@x.org\nBcc: a",
        "wáng@example.org",
        "=?utf-8?q?boss?=@example.org",
    ],
)
def test_what_is_no_address_is_left_for_the_sender_to_fill_in(address: str) -> None:
    message = read(addressed(address))
    assert message["To"] is None
    assert message["Bcc"] is None


def test_what_is_done_or_handed_over_is_not_asked_again() -> None:
    first, second = MEETING.actions
    first = first.with_update(a_line(UpdateKind.HANDED_OVER, owner=JAN_WILLEM, name="h"))
    second = second.with_update(a_line(UpdateKind.DONE, name="d"))
    text = mail_text(replace(MEETING, actions=(first, second)), JAN_WILLEM, TODAY)
    assert IDEA_TEXTS[0] in text
    assert IDEA_TEXTS[1] not in text


@given(texts, texts)
def test_no_text_becomes_a_header(title: str, idea: str) -> None:
    meeting = a_closed_meeting("balie", [Agreed(3, text=clean(idea) or "-")], title=title)
    message = read(meeting)
    assert set(message.keys()) == {"Subject", "X-Unsent", "MIME-Version", "Content-Type"}
    body = message.get_body(("plain",))
    assert body is not None
    assert (clean(idea) or "-") in body.get_content()
