"""What a phone does in a meeting, from scanning the code to the recap."""

import asyncio
import re
from collections.abc import Callable

from socinno_tui.domain.ballot import Turnout
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.silent_meeting import Table
from socinno_tui.service.dot_counting import DotCounting
from socinno_tui.service.silent_rounds import SilentRounds
from tests.meetings import QUESTION, idea_id
from tests.web.entrance import Entrance
from tests.web.phones import CODE


async def test_who_scans_the_code_gets_the_page_and_a_pass(entrance: Entrance) -> None:
    await entrance.serve()
    phone = entrance.phone()
    answer = await phone.come_in()
    assert answer.status == 200
    assert QUESTION in answer.body
    (cookie,) = (value for name, value in answer.headers if name == "set-cookie")
    assert re.search("(?i); httponly", cookie)
    assert re.search("(?i); samesite=lax", cookie)
    assert entrance.door.signs.phone_of(phone.cookies["socinno"])
    again = await phone.come_in()
    assert (again.status, again.cookies) == (200, {})
    assert again.field("sign") == answer.field("sign")
    assert again.field("sending") != answer.field("sending")


async def test_a_code_typed_in_small_letters_leads_to_the_page(entrance: Entrance) -> None:
    await entrance.serve()
    phone = entrance.phone()
    assert (await phone.ask("/")).status == 200
    typed = await phone.ask("/?code=+k7q4m+")
    assert (typed.status, typed.header("location")) == (303, f"/{CODE}")
    small = await phone.ask("/k7q4m")
    assert (small.status, small.header("location")) == (303, f"/{CODE}")
    assert (await phone.ask("/k7q4m/look.css")).status == 200


async def test_what_cannot_be_a_code_is_asked_for_again(entrance: Entrance) -> None:
    await entrance.serve()
    answer = await entrance.phone().ask("/?code=%2F%2Fexample.org")
    assert answer.status == 200
    assert "This code is not the one on the screen" in answer.body
    assert "example.org" not in answer.body


async def test_an_idea_sent_without_script_is_in_the_feed_and_its_number_on_the_page(
    entrance: Entrance,
) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    sent = await phone.send_idea("Kinderhoek bij de balie")
    assert (sent.status, sent.header("location")) == (303, f"/{CODE}")
    assert entrance.texts[-1] == "Kinderhoek bij de balie"
    page = await phone.come_in()
    assert "#13" in page.body
    assert "Kinderhoek bij de balie" in page.body


async def test_the_page_waits_a_moment_for_the_number_and_no_longer(entrance: Entrance) -> None:
    await entrance.serve()
    entrance.takes_in = False
    phone = await entrance.phone_in()
    await phone.send_idea("Kinderhoek")
    asyncio.get_running_loop().call_later(0.05, entrance.arrivals.take_in)
    assert "#13" in (await phone.come_in()).body
    await phone.send_idea("Koffie")
    page = await phone.come_in()
    assert "Koffie" in page.body
    assert "#14" not in page.body


async def test_the_script_gets_the_fresh_part_at_once(entrance: Entrance) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    answer = await phone.send_idea("Kinderhoek", part="1")
    assert answer.status == 200
    assert "#13" in answer.body
    assert answer.body.startswith("<main")
    part = await phone.ask(f"/{CODE}/part")
    assert (part.status, part.body.startswith("<main")) == (200, True)
    assert "#13" in part.body


async def test_sent_twice_it_is_one_idea(entrance: Entrance) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    for _time in range(3):
        await phone.send_idea("Kinderhoek", part="1", sending="double-click-1")
    assert entrance.texts.count("Kinderhoek") == 1
    assert phone.cookies["sent"] == "double-click-1"


async def test_what_one_sent_can_be_withdrawn_and_what_another_sent_cannot(
    entrance: Entrance,
) -> None:
    await entrance.serve()
    phone, other = await entrance.phone_in(), await entrance.phone_in()
    await phone.send_idea("Kinderhoek", sending="mine-is-this", part="1")
    not_theirs = await other.post("withdraw", sending="mine-is-this", part="1")
    assert not_theirs.status == 409
    assert "Kinderhoek" in entrance.texts
    assert (await phone.post("withdraw", sending="mine-is-this")).status == 303
    assert "Kinderhoek" not in entrance.texts


async def test_dots_are_given_and_taken_back_until_none_are_left(
    entrance_in: Callable[[Phase], Entrance],
) -> None:
    entrance = entrance_in(Phase.SELECTION)
    await entrance.serve()
    phone = await entrance.phone_in()
    early = await phone.post("dot", idea=idea_id(1), change="give", part="1")
    assert early.status == 409
    counting = DotCounting(entrance.opened)
    counting.begin(6, 2)
    for _dot in range(2):
        assert (await phone.post("dot", idea=idea_id(1), change="give")).status == 303
    none_left = await phone.post("dot", idea=idea_id(2), change="give", part="1")
    assert none_left.status == 409
    assert "You have given all 2 dots" in none_left.body
    assert (await phone.post("dot", idea=idea_id(1), change="take", part="1")).status == 200
    assert counting.turnout == Turnout(1, 1)
    assert (await phone.post("dot", idea="no such", change="give", part="1")).status == 409
    assert (await phone.post("dot", idea=idea_id(1), change="x", part="1")).status == 400


async def test_what_is_drawn_once_for_all_is_still_each_phones_own(
    entrance_in: Callable[[Phase], Entrance],
) -> None:
    entrance = entrance_in(Phase.SELECTION)
    await entrance.serve()
    DotCounting(entrance.opened).begin(6, 2)
    phone, other, dutch = entrance.phone(), entrance.phone(), entrance.phone(language="nl")
    for one in (phone, other, dutch):
        await one.come_in()
    assert (await phone.post("dot", idea=idea_id(3), change="give")).status == 303
    assert (await phone.come_in()).body.count("1 dot from you") == 1
    assert "1 dot from you" not in (await other.come_in()).body
    assert "Give #3 a dot" in other.page.body
    assert "Give #3 a dot" not in (await dutch.come_in()).body


async def test_what_is_written_in_silence_appears_together_at_its_end(entrance: Entrance) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    rounds = SilentRounds(entrance.opened)
    rounds.begin(Table(employees=2, managers=1), 5)
    assert (await phone.send_idea("Kinderhoek")).status == 303
    assert "Kinderhoek" in (await phone.come_in()).body
    assert "Kinderhoek" not in entrance.texts
    rounds.harvest()
    entrance.arrivals.take_in()
    assert entrance.texts[-1] == "Kinderhoek"


async def test_too_long_too_little_and_too_late_are_told_and_nothing_typed_is_lost(
    entrance: Entrance,
) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    long = "é" * 501
    refused = await phone.send_idea(long)
    assert refused.status == 422
    assert "1 character too long" in refused.body
    assert refused.typed == long
    assert refused.body.lower().startswith("<!doctype html>")
    assert (await phone.send_idea(" \u200b ")).status == 422


async def test_an_idea_that_comes_when_none_are_collected_any_more_is_given_back(
    entrance_in: Callable[[Phase], Entrance],
) -> None:
    entrance = entrance_in(Phase.CLOSING)
    await entrance.serve()
    phone = await entrance.phone_in()
    late = await phone.send_idea("Kinderhoek", part="1")
    assert late.status == 409
    assert "say it aloud in the room" in late.body
    assert late.body.startswith("<main")
    assert late.typed == "Kinderhoek"


async def test_what_is_typed_stays_text(entrance: Entrance) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    hostile = "<script>alert(1)</script> [bold]{x}\x1b[2J\x00 & \"q\" 'q' \u202eabc"
    await phone.send_idea(hostile)
    page = await phone.come_in()
    assert "<script>alert" not in page.body
    assert "\x1b" not in page.body
    assert "&lt;script&gt;alert(1)&lt;/script&gt; [bold]{x}" in page.body


async def test_each_phone_is_answered_in_its_own_language(entrance: Entrance) -> None:
    await entrance.serve()
    dutch, english = (
        entrance.phone(language="nl-NL,nl;q=0.9,en;q=0.8"),
        entrance.phone(language="en-GB"),
    )
    await dutch.come_in()
    await english.come_in()
    refusals = await asyncio.gather(dutch.send_idea(""), english.send_idea(""))
    assert "Er is nog niets ingevuld." in refusals[0].body
    assert "Nothing is filled in yet." in refusals[1].body
    assert 'lang="nl"' in refusals[0].body


async def test_the_style_and_the_script_are_asked_for_once(entrance: Entrance) -> None:
    await entrance.serve()
    phone = await entrance.phone_in()
    for path, kind in (
        (f"/{CODE}/look.css", "text/css"),
        (f"/{CODE}/page.js", "text/javascript"),
        ("/look.css", "text/css"),
    ):
        first = await phone.ask(path)
        assert (first.status, first.header("content-type")) == (200, f"{kind}; charset=utf-8")
        assert first.header("cache-control") == "no-cache"
        again = await phone.ask(path, headers={"If-None-Match": first.header("etag")})
        assert (again.status, again.body) == (304, "")


async def test_phones_are_counted_once_they_came_back_and_until_they_are_gone(
    entrance: Entrance,
) -> None:
    await entrance.serve()
    phone, other = await entrance.phone_in(), await entrance.phone_in()
    assert entrance.server.phones == 0
    await phone.ask(f"/{CODE}/look.css")
    await other.come_in()
    assert entrance.server.phones == 2
    entrance.now.at += 170
    await other.come_in()
    entrance.now.at += 20
    assert entrance.server.phones == 1


def seen_of(meeting: Meeting) -> list[str]:
    """What a phone may never see of a meeting."""
    return [
        *(one.name for one in meeting.participants),
        *(action.owner for action in meeting.actions),
        *(action.first_step for action in meeting.actions),
        *(action.due.isoformat() for action in meeting.actions if action.due),
        meeting.title,
        meeting.place,
    ]


async def test_a_closed_meeting_gives_its_recap_without_owners_and_dates(
    entrance_in: Callable[[Phase], Entrance],
) -> None:
    entrance = entrance_in(Phase.CLOSING)
    await entrance.serve()
    phone = await entrance.phone_in()
    part = await phone.ask(f"/{CODE}/part")
    for word in seen_of(entrance.meeting):
        assert word not in phone.page.body + part.body


async def test_an_old_page_sends_another_text_as_another_idea(entrance: Entrance) -> None:
    # A browser without script may show the page again as it was, from its memory.
    await entrance.serve()
    phone = await entrance.phone_in()
    for text in ("Koffie in de hal", "Koffie in de hal", "Thee in de hal"):
        assert (await phone.send_idea(text, sending="from-memory")).status == 303
    assert entrance.texts[-2:] == ["Koffie in de hal", "Thee in de hal"]
    page = (await phone.come_in()).body
    assert "Koffie in de hal" in page
    assert "Thee in de hal" in page
