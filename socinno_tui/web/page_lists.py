"""The lists on the phone: the room's ideas, the dots on them, one's own ideas, and the recap."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import htpy as h
from markupsafe import Markup

from socinno_tui.domain.ballot import Ballot
from socinno_tui.domain.phone_view import (
    DotsInView,
    IdeaInView,
    PhoneMoment,
    PhoneView,
    TopicInRecap,
)
from socinno_tui.domain.phones import Fate
from socinno_tui.i18n import Language, _, current_language, ngettext
from socinno_tui.service.phone_door import OwnIdea

if TYPE_CHECKING:
    from htpy import Element, Node

KEPT_DRAWN: Final = 2048
"""As many ideas as a large meeting has, with and without a dot, in two languages; 1 kB each."""


def ideas(view: PhoneView, ballot: Ballot) -> Element:
    """Give the ideas to read, or to give dots to."""
    begun, language = view.dots, current_language()
    is_full = begun is not None and ballot.given >= begun.dots_each
    found = [
        _drawn(idea, begun, 0 if begun is None else _here(idea, ballot), is_full, language)
        for idea in view.ideas
    ]
    return h.section("#ideas", hidden=not found)[h.h2[_("Ideas")], h.ul[found]]


def _here(idea: IdeaInView, ballot: Ballot) -> int:
    return ballot.among(idea.ids or (idea.id,))


@lru_cache(maxsize=KEPT_DRAWN)
def _drawn(
    idea: IdeaInView, begun: DotsInView | None, here: int, is_full: bool, _language: Language
) -> Markup:
    """Draw an idea with `here` dots of this phone: the same on nearly all phones, all of which ask
    for it at once.
    """
    return Markup(_idea(idea, _dots(idea, begun, here, is_full=is_full)))


def _idea(idea: IdeaInView, below: Node = None) -> Element:
    return h.li(f"#n{idea.number}")[
        h.span(".number")[f"#{idea.number}"],
        h.p(dir="auto")[idea.text],
        (h.p(".merged", dir="auto")[f"+ {text}"] for text in idea.merged),
        below,
    ]


def _dots(idea: IdeaInView, begun: DotsInView | None, here: int, *, is_full: bool) -> Node:
    if begun is None:
        if not idea.dots:
            return None
        count = ngettext("{count} dot", "{count} dots", idea.dots).format(count=idea.dots)
        return h.p(".dots")[f"● {count}"]
    is_off = is_full or (here > 0 and not begun.stacked)
    own = ngettext("{count} dot from you", "{count} dots from you", here).format(count=here)
    give = _("Give #{number} a dot").format(number=idea.number)
    take = _("Take a dot back from #{number}").format(number=idea.number)
    return h.div(".give")[
        h.span(".dots", role="img", aria_label=own)["●" * here] if here else h.span(".dots"),
        _button("take", idea, "−", take, is_off=not here),
        _button("give", idea, "+", give, is_off=is_off),
    ]


def _button(form: str, idea: IdeaInView, sign: str, says: str, *, is_off: bool) -> Element:
    # Not disabled: a button that is would let go of the focus of who just pressed it.
    return h.button(
        form=form,
        name="idea",
        value=idea.id,
        aria_label=says,
        aria_disabled="true" if is_off else None,
    )[sign]


def how_to_dot(begun: DotsInView) -> tuple[str, ...]:
    """Give what one should know before giving dots."""
    sentences = [_("Give your dots to what you would like to see worked out.")]
    if not begun.stacked:
        sentences.append(_("In this round an idea gets at most one dot from you."))
    if not begun.managers_too:
        sentences.append(_("Are you a manager? Then leave the dots to the employees."))
    return (*sentences, _("Nobody sees who gave which dot."))


def dots_left(view: PhoneView, ballot: Ballot) -> Element:
    """Give the bar that stays in sight while dots are given."""
    begun = view.dots
    if begun is None:
        return h.div("#bar", hidden=True)
    given = min(ballot.given, begun.dots_each)
    left = begun.dots_each - given
    says = (
        ngettext(
            "Your one dot is still to give",
            "{left} of your {count} dots left",
            begun.dots_each,
        )
        if left
        else _("All your dots are given.")
    )
    return h.div("#bar")[
        h.p(role="status")[says.format(left=left, count=begun.dots_each)],
        h.span(".dots", aria_hidden="true")["●" * left, h.i["○" * given]],
    ]


def own(view: PhoneView, sent: tuple[OwnIdea, ...]) -> Element:
    """Give what this phone sent, the newest first."""
    is_shown = view.moment not in {PhoneMoment.WAITING, PhoneMoment.CLOSED}
    found = [
        _own(idea, view.moment)
        for idea in reversed(sent)
        if is_shown and idea.fate is not Fate.WITHDRAWN
    ]
    return h.section("#own", hidden=not found)[h.h2[_("From you")], h.ul[found]]


def _own(idea: OwnIdea, moment: PhoneMoment) -> Element:
    withdraw = _("Withdraw: {idea}").format(idea=idea.text)
    button = h.button(form="withdraw", name="sending", value=idea.sending, aria_label=withdraw)
    kind = {"waits": idea.number is None, "going": idea.fate is Fate.WITHDRAWING}
    return h.li(f"#o-{idea.sending}", class_=kind)[
        h.p(".state")[_state(idea, moment)],
        h.p(dir="auto")[idea.text],
        button[_("Withdraw")] if idea.may_withdraw else None,
    ]


def _state(idea: OwnIdea, moment: PhoneMoment) -> str:
    if idea.fate is Fate.WITHDRAWING:
        return _("Being withdrawn")
    if idea.number is not None:
        return _("Sent: #{number}").format(number=idea.number)
    if moment is PhoneMoment.WRITING:
        return _("Sent: appears at the end, together with the rest")
    return _("Sent, not on the screen yet")


def recap(view: PhoneView) -> Element:
    """Give what became of the topics, once the meeting is closed."""
    has_chosen = any(topic.chosen for topic in view.recap)
    return h.section("#recap", hidden=not view.recap)[
        (_topic(topic) for topic in view.recap),
        h.p[_("Who does what, and when, was agreed in the room.")] if has_chosen else None,
    ]


def _topic(topic: TopicInRecap) -> Iterator[Element]:
    yield h.h2(".question", dir="auto")[topic.question]
    if topic.conclusion:
        yield h.p(".conclusion", dir="auto")[topic.conclusion]
    for heading, found in ((_("Chosen"), topic.chosen), (_("For later"), topic.later)):
        if found:
            yield h.h3[heading]
            yield h.ul[(_idea(idea) for idea in found)]
