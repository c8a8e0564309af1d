"""A topic as it is prepared: its name, and what is asked on it."""

from __future__ import annotations

from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Button

from socinno_tui.domain.question_coach import QuestionRemark, remarks
from socinno_tui.domain.topic import Topic
from socinno_tui.i18n import _
from socinno_tui.widgets.prepare_field import FormField
from socinno_tui.widgets.prepare_remarks import RemarkList
from socinno_tui.widgets.steady_text import SteadyText


class TopicName(Horizontal):
    """The short name of a topic, and a way to take the topic away."""

    DEFAULT_CSS = """
    TopicName {
        height: auto;
    }
    TopicName FormField {
        width: 1fr;
    }
    """

    @dataclass
    class Typed(Message):
        """A topic is called this."""

        topic_id: str
        field: FormField
        text: str

    @dataclass
    class RemovalAsked(Message):
        """Take this topic away."""

        topic_id: str

    def __init__(self, place: int) -> None:
        super().__init__()
        self._place = place
        self._topic_id = ""

    def compose(self) -> ComposeResult:
        yield FormField(_("Topic {number}").format(number=self._place), long=True, id="name")
        yield Button(_("remove"), compact=True)

    @property
    def field(self) -> FormField:
        """Where its name is typed."""
        return self.query_one(FormField)

    def show(self, topic: Topic, *, alone: bool) -> None:
        """Show this topic; one that is alone cannot be taken away."""
        self.field.show(topic.name, anew=topic.id != self._topic_id)
        self._topic_id = topic.id
        self.query_one(Button).display = not alone

    def on_form_field_typed(self, event: FormField.Typed) -> None:
        event.stop()
        self.post_message(self.Typed(self._topic_id, event.field, event.text))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        self.post_message(self.RemovalAsked(self._topic_id))


class TopicQuestion(Vertical):
    """The framing question of a topic, the coach's remarks on it, and its frame."""

    DEFAULT_CSS = """
    TopicQuestion {
        height: auto;
    }
    TopicQuestion .topic {
        height: auto;
        text-style: bold;
    }
    """

    @dataclass
    class Asked(Message):
        """The question is worded so."""

        topic_id: str
        field: FormField
        text: str

    @dataclass
    class Bounded(Message):
        """One bound of the question, inside, outside or limits, is this."""

        topic_id: str
        field: FormField
        bound: str
        text: str

    @dataclass
    class Overruled(Message):
        """Overrule this remark on the question, or let it count again."""

        topic_id: str
        remark: QuestionRemark

    def __init__(self, place: int) -> None:
        super().__init__()
        self._place = place
        self._topic_id = ""

    def compose(self) -> ComposeResult:
        yield SteadyText(classes="topic")
        yield FormField(
            _("Question"),
            placeholder=_("How can we … before …?"),
            roomy=True,
            id="question",
        )
        yield RemarkList(id="remarks")
        yield FormField(
            _("Inside"), placeholder=_("what ideas may be about"), long=True, id="inside"
        )
        yield FormField(
            _("Outside"), placeholder=_("what they are not about"), long=True, id="outside"
        )
        yield FormField(_("Limits"), placeholder=_("time, money, mandate"), long=True, id="limits")

    def field(self, id: str) -> FormField:
        """The field with this id: question, inside, outside or limits."""
        return self.query_one(f"#{id}", FormField)

    @property
    def remarks(self) -> RemarkList:
        """What the coach says about the question."""
        return self.query_one(RemarkList)

    def show(self, topic: Topic, *, alone: bool) -> None:
        """Show this topic; one that is alone needs no heading."""
        anew = topic.id != self._topic_id
        self._topic_id = topic.id
        heading = self.query_one(".topic", SteadyText)
        heading.display = not alone
        heading.update(Content(_heading(self._place, topic.name)))
        self.field("question").show(topic.question, anew=anew)
        self.field("inside").show(topic.frame.inside, anew=anew)
        self.field("outside").show(topic.frame.outside, anew=anew)
        self.field("limits").show(topic.frame.limits, anew=anew)
        found = remarks(topic.question, has_bound=topic.frame.has_bound)
        self.remarks.show(found if topic.question else (), topic.overruled, topic.question)

    @on(FormField.Typed, "#question")
    def ask(self, event: FormField.Typed) -> None:
        """Pass on how the question is worded."""
        event.stop()
        self.post_message(self.Asked(self._topic_id, event.field, event.text))

    @on(FormField.Typed, "#inside")
    @on(FormField.Typed, "#outside")
    @on(FormField.Typed, "#limits")
    def bound(self, event: FormField.Typed) -> None:
        """Pass on what a bound is."""
        event.stop()
        bound = event.field.id or ""
        self.post_message(self.Bounded(self._topic_id, event.field, bound, event.text))

    def on_remark_list_overruled(self, event: RemarkList.Overruled) -> None:
        event.stop()
        self.post_message(self.Overruled(self._topic_id, event.remark))


def _heading(place: int, name: str) -> str:
    if not name:
        return _("Topic {number}").format(number=place)
    return _("Topic {number}: {name}").format(number=place, name=name)
