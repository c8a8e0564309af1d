"""What keys are for: under which heading help and the settings tell them."""

from __future__ import annotations

from socinno_tui.i18n import N_

SPEAKING = N_("Who speaks")
TIME = N_("The time")
IDEAS = N_("Ideas")
CHOOSING = N_("Choosing")
ANSWERING = N_("What became of it")
TAKING_ALONG = N_("Taking along")
GOING_ON = N_("Going on")
FURTHER = N_("Getting around")

PURPOSES = (SPEAKING, TIME, IDEAS, CHOOSING, ANSWERING, TAKING_ALONG, GOING_ON, FURTHER)
"""The headings, in the order in which they stand."""

_ACTIONS = {
    "live.manager": SPEAKING,
    "live.room": SPEAKING,
    "live.clicker_manager": SPEAKING,
    "live.clicker_room": SPEAKING,
    "live.change_speaker": SPEAKING,
    "live.mend": SPEAKING,
    "live.turn_back": SPEAKING,
    "live.next_manager": SPEAKING,
    "agenda.help": FURTHER,
    "dots.help": FURTHER,
    "phones.help": FURTHER,
    "phones.back": FURTHER,
    "live.phones": GOING_ON,
    "silent.pass": IDEAS,
    "silent.step_back": IDEAS,
    "silent.go_on": GOING_ON,
    "silent.finish": GOING_ON,
    "live.break": TIME,
    "live.lengthen": TIME,
    "live.next_box": TIME,
    "live.agenda": TIME,
    "live.take_proposal": TIME,
    "closing.agenda": TIME,
    "feed.dots": CHOOSING,
    "feed.select": CHOOSING,
    "feed.later": CHOOSING,
    "feed.no": CHOOSING,
    "ideas.top": CHOOSING,
    "agreements.result": ANSWERING,
    "agreements.note": ANSWERING,
    "walk.on_course": ANSWERING,
    "closing.decide_otherwise": CHOOSING,
    "prepare.invitation": TAKING_ALONG,
    "prepare.start": GOING_ON,
    "live.move": GOING_ON,
    "live.next_topic": GOING_ON,
    "live.topic_1": GOING_ON,
    "live.topic_2": GOING_ON,
    "live.topic_3": GOING_ON,
    "closing.finish": GOING_ON,
    "closing.back": GOING_ON,
    "agreements.walk": GOING_ON,
    "agreements.results": GOING_ON,
    "recap.walk": GOING_ON,
    "recap.agreements": GOING_ON,
    "walk.finish": GOING_ON,
    "walk.next": GOING_ON,
    "walk.previous": GOING_ON,
    "results.recap": GOING_ON,
    "library.open": GOING_ON,
    "library.begin": GOING_ON,
    "library.copy": GOING_ON,
    "library.register": GOING_ON,
}

_AREAS = {
    "entry": IDEAS,
    "feed": IDEAS,
    "ideas": IDEAS,
    "phones": IDEAS,
    "silent": TIME,
    "agenda": TIME,
    "dots": CHOOSING,
    "answer": ANSWERING,
    "export": TAKING_ALONG,
}
"""What the actions of an area are for, unless they are named above."""


def purpose_of(name: str | None) -> str:
    """The msgid of the heading for the action with this name, such as `live.manager`."""
    if name is None:
        return FURTHER
    return _ACTIONS.get(name) or _AREAS.get(name.partition(".")[0], FURTHER)
