"""What a person sees on the phone, as HTML. Everything typed by people is escaped on the way."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Final

import htpy as h

from socinno_tui.domain.ballot import Ballot
from socinno_tui.domain.idea import IDEA_LIMIT
from socinno_tui.domain.phone_view import TAKES_IDEAS, PhoneMoment, PhoneView
from socinno_tui.i18n import _, current_language
from socinno_tui.service.phone_door import OwnIdea
from socinno_tui.web import page_lists
from socinno_tui.web.phone_language import language_of_phone

if TYPE_CHECKING:
    from htpy import Element, Node

__all__ = [
    "SCRIPT",
    "STYLE",
    "Visit",
    "door_page",
    "language_of_phone",
    "page",
    "part",
    "plain_page",
]


@dataclass(frozen=True, slots=True)
class Visit:
    """What one phone is shown now.

    `base` is the address of the page, such as /K7Q4M; `sign` goes into every form, and `sending`
    is what an idea sent without script is known by. `version` is that of what all phones see.
    `said` is one sentence about what was just done or, when `refused`, why not; `typed` is what
    stays in the field then.
    """

    base: str
    sign: str
    sending: str
    view: PhoneView
    own: tuple[OwnIdea, ...]
    ballot: Ballot
    version: str
    said: str = ""
    refused: bool = False
    typed: str = ""


def _shipped(name: str) -> str:
    """Give a file beside this one, without what only its reader needs: comments and indents."""
    lines = files("socinno_tui.web").joinpath(name).read_text(encoding="utf-8").splitlines()
    kept = (line.strip() for line in lines)
    return "\n".join(line for line in kept if line and not line.startswith(("//", "/*"))) + "\n"


STYLE: Final = _shipped("look.css")
SCRIPT: Final = _shipped("page.js")

_SENT_FROM_NOW_ON: Final = TAKES_IDEAS | {PhoneMoment.CHOOSING, PhoneMoment.DOTS}
"""When an idea that was typed before can still be sent."""


def page(visit: Visit) -> str:
    """Give the whole page, in the language that is spoken now."""
    links = [
        h.link(rel="stylesheet", href=f"{visit.base}/look.css"),
        h.script(src=f"{visit.base}/page.js", defer=True),
    ]
    again = h.a("#again", href=visit.base)[_("Refresh")]
    foot = h.footer[h.p("#net", role="status"), again]
    return _document(_("Think along"), links, [_main(visit), foot])


def part(visit: Visit) -> str:
    """Give what is between the head and the foot of the page, for the script."""
    return str(_main(visit))


def door_page(said: str = "") -> str:
    """Give the page that asks for the code."""
    field = h.input(
        "#code",
        name="code",
        required=True,
        maxlength=12,
        autocomplete="off",
        autocapitalize="characters",
        spellcheck="false",
        enterkeyhint="go",
    )
    form = h.form(action="/", method="get")[
        h.label(for_="code")[_("The code on the screen")], field, h.button[_("Come in")]
    ]
    main = h.main[h.h1[_("Think along")], _said(said, refused=True), form, _nobody_sees()]
    return _document(_("Think along"), h.link(rel="stylesheet", href="/look.css"), main)


def plain_page(heading: str, sentence: str) -> str:
    """Give a page that says one thing."""
    main = h.main[h.h1[heading], h.p(".lead")[sentence]]
    return _document(heading, h.link(rel="stylesheet", href="/look.css"), main)


def _document(title: str, links: Node, body: Node) -> str:
    viewport = "width=device-width, initial-scale=1, viewport-fit=cover"
    document = h.html(lang=current_language())[
        h.head[
            h.meta(charset="utf-8"),
            h.meta(name="viewport", content=viewport),
            h.meta(name="format-detection", content="telephone=no"),
            h.meta(name="robots", content="noindex"),
            h.title[title],
            links,
        ],
        h.body[body],
    ]
    return f"{document}\n"


def _main(visit: Visit) -> Element:
    """Its children are always the same and in the same order, so that the script can put a fresh
    one over it piece by piece, and leaves alone the field that somebody writes in.
    """
    view = visit.view
    words = {
        "data-base": visit.base,
        "data-version": visit.version,
        "data-moment": view.moment.value,
        "data-busy": _("Being sent…"),
        "data-later": _("No connection, will be sent in a moment"),
        "data-lost": _("No connection."),
    }
    return h.main(words)[
        h.p("#now", role="status")[_now(view.moment)],
        _asked(view),
        _said(visit.said, refused=visit.refused),
        _form(visit),
        h.ul("#queue", aria_live="polite"),
        page_lists.ideas(view, visit.ballot),
        page_lists.recap(view),
        page_lists.own(view, visit.own),
        page_lists.dots_left(view, visit.ballot),
        _form_of("withdraw", visit),
        _form_of("give", visit, "dot"),
        _form_of("take", visit, "dot"),
    ]


def _now(moment: PhoneMoment) -> str:
    return {
        PhoneMoment.WAITING: _("Welcome"),
        PhoneMoment.WRITING: _("Silent round"),
        PhoneMoment.COLLECTING: _("Collecting ideas"),
        PhoneMoment.CHOOSING: _("Choosing"),
        PhoneMoment.DOTS: _("Giving dots"),
        PhoneMoment.CLOSING: _("Making agreements"),
        PhoneMoment.CLOSED: _("Thank you for thinking along"),
    }[moment]


def _asked(view: PhoneView) -> Element:
    heading = {
        PhoneMoment.WAITING: _("The meeting is about to begin"),
        PhoneMoment.CLOSED: _("This is what came of it"),
    }.get(view.moment, view.question or _("Think along"))
    bounds = (
        (_("Inside"), view.inside),
        (_("Outside"), view.outside),
        (_("Limits"), view.limits),
    )
    there = [(label, text) for label, text in bounds if text and view.moment in TAKES_IDEAS]
    return h.section("#asked", aria_live="polite")[
        h.h1(class_={"question": bool(view.question)}, dir="auto")[heading],
        h.dl[(h.div[h.dt[label], h.dd(dir="auto")[text]] for label, text in there)]
        if there
        else None,
        _rest(view) if view.on_break else None,
        (h.p(".lead")[sentence] for sentence in _to_do(view)),
    ]


def _rest(view: PhoneView) -> Element:
    if view.moment in TAKES_IDEAS:
        return h.p(".rest")[_("Break. You can go on sending ideas.")]
    return h.p(".rest")[_("Break")]


def _to_do(view: PhoneView) -> tuple[str, ...]:
    if view.moment is PhoneMoment.DOTS and view.dots is not None:
        return page_lists.how_to_dot(view.dots)
    said = {
        PhoneMoment.WAITING: _("As soon as it has, the question is here."),
        PhoneMoment.WRITING: _(
            "Write for yourself. What you send appears at the end, together with the rest."
        ),
        PhoneMoment.CHOOSING: _("The room chooses from these ideas."),
        PhoneMoment.CLOSING: _("Look at the screen: agreements are being made."),
    }.get(view.moment)
    return (said,) if said else ()


def _said(sentence: str, *, refused: bool) -> Element:
    return h.p("#said", class_={"refused": bool(sentence) and refused}, role="status")[sentence]


def _form(visit: Visit) -> Element:
    moment = visit.view.moment
    is_open = moment in TAKES_IDEAS
    counts = h.p("#room.quiet")[_("Ideas in the room:"), " ", h.b("#count")[visit.view.count]]
    field = h.textarea(
        "#text",
        name="text",
        required=True,
        maxlength=IDEA_LIMIT,
        rows=3,
        dir="auto",
        autocapitalize="sentences",
        autocomplete="off",
        enterkeyhint="enter",
        aria_describedby="left nobody" if is_open else "left",
        # A first line end is the page's own, and is not shown.
    )[f"\n{visit.typed}" if visit.typed else ""]
    return h.form(
        "#send",
        action=f"{visit.base}/idea",
        method="post",
        hidden=not is_open and not visit.typed,
    )[
        h.div[h.label(for_="text")[_label(moment)], h.span("#left.quiet")],
        field,
        h.input(type="hidden", name="sign", value=visit.sign),
        h.input(type="hidden", name="sending", value=visit.sending),
        h.input(type="hidden", name="topic", value=visit.view.topic_id),
        h.button(hidden=moment not in _SENT_FROM_NOW_ON)[_("Send")],
        _nobody_sees() if is_open else None,
        counts if moment is PhoneMoment.COLLECTING else None,
    ]


def _label(moment: PhoneMoment) -> str:
    if moment in TAKES_IDEAS:
        return _("Your idea")
    if moment in _SENT_FROM_NOW_ON:
        return _("Not sent yet")
    return _("Not sent: say it aloud in the room.")


def _nobody_sees() -> Element:
    return h.p("#nobody.quiet")[_("No account, no name: nobody sees who sends what.")]


def _form_of(name: str, visit: Visit, action: str = "") -> Element:
    """A form without a button: those stand with the ideas, and say which one is meant."""
    return h.form(f"#{name}", action=f"{visit.base}/{action or name}", method="post", hidden=True)[
        h.input(type="hidden", name="sign", value=visit.sign),
        h.input(type="hidden", name="change", value=name) if action else None,
    ]
