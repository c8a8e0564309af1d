"""The topics, and what is asked on each."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button

from socinno_tui.domain.errors import SocinnoError
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.readiness import Attention, AttentionKind, Section
from socinno_tui.domain.topic import MOST_TOPICS, Topic
from socinno_tui.i18n import N_, _
from socinno_tui.screens.dialogs import AskYesNo
from socinno_tui.screens.preparing.pane import Pane
from socinno_tui.widgets.prepare_topics import TopicName, TopicQuestion
from socinno_tui.widgets.steady_text import SteadyText
from socinno_tui.wording import symbols
from socinno_tui.wording.errors import words_for


class TopicsPane(Pane):
    """The names of one to three topics."""

    SECTION = Section.TOPICS
    TIP = N_("One to three: better a few topics worked out well than many by half.")
    EXPLANATION = N_(
        "Each topic gets a question and ideas of its own, and takes its own time for choosing and "
        "for agreements. With one topic a room goes deep.\n\n"
        "A short name is enough: it is what one switches by during the meeting. With one topic it "
        "may stay empty."
    )

    def fields(self) -> ComposeResult:
        for place in range(1, MOST_TOPICS + 1):
            yield TopicName(place)
        yield Button(_("Add a topic"), compact=True, id="add")
        yield SteadyText(id="refusal")

    def show(self, meeting: Meeting) -> None:
        rows = self.query(TopicName)
        for place, row in enumerate(rows):
            row.display = place < len(meeting.topics)
            if row.display:
                row.show(meeting.topics[place], alone=len(meeting.topics) == 1)
        if len(meeting.topics) < MOST_TOPICS:
            self._refuse("")

    def place_of(self, point: Attention) -> Widget | None:
        return self.query(TopicName)[max(0, point.topic - 1)].field.line

    def on_topic_name_typed(self, event: TopicName.Typed) -> None:
        self.keep(event.field, lambda: self.preparation.name_topic(event.topic_id, event.text))

    @on(Button.Pressed, "#add")
    def add(self) -> None:
        """Add a topic and go to its name; a fourth is refused with the reason."""
        try:
            self.preparation.add_topic()
        except SocinnoError as error:
            self._refuse(words_for(error))
            return
        self.show(self.preparation.meeting)
        self.screen.set_focus(
            self.query(TopicName)[len(self.preparation.meeting.topics) - 1].field.line
        )

    def on_topic_name_removal_asked(self, event: TopicName.RemovalAsked) -> None:
        topic = next(one for one in self.preparation.meeting.topics if one.id == event.topic_id)
        if not (topic.question or topic.frame.has_bound):
            self._remove(topic, True)
            return
        question = _("Take this topic away, with its question and frame?")
        asked = AskYesNo(question, _("take it away"), _("keep it"))
        self.app.push_screen(asked, partial(self._remove, topic))

    def _remove(self, topic: Topic, agreed: bool | None) -> None:
        if agreed and self.attempt(lambda: self.preparation.remove_topic(topic.id)):
            self.show(self.preparation.meeting)
            self.screen.set_focus(self.query_one("#add", Button))

    def _refuse(self, sentence: str) -> None:
        words = f"{symbols.ATTENTION} {sentence}" if sentence else ""
        self.query_one("#refusal", SteadyText).update(Content(words))


class QuestionsPane(Pane):
    """Per topic the framing question, with the coach under it, and the frame."""

    SECTION = Section.QUESTION
    TIP = N_("A clear question with clear bounds brings ideas that can be carried out.")
    EXPLANATION = N_(
        "Ask one thing, in one sentence. A narrow question brings more useful ideas than a wide "
        "one.\n\nThe frame says what ideas may be about, what not, and within which limits of "
        "time, money and mandate. It stays in sight during the meeting.\n\n"
        "The coach reads along. Do you want it so after all? Go to the remark and press Enter."
    )

    def fields(self) -> ComposeResult:
        for place in range(1, MOST_TOPICS + 1):
            yield TopicQuestion(place)

    def show(self, meeting: Meeting) -> None:
        for place, block in enumerate(self.query(TopicQuestion)):
            block.display = place < len(meeting.topics)
            if block.display:
                block.show(meeting.topics[place], alone=len(meeting.topics) == 1)

    def place_of(self, point: Attention) -> Widget | None:
        block = self.query(TopicQuestion)[max(0, point.topic - 1)]
        if point.kind is AttentionKind.QUESTION_REMARKS:
            return block.remarks
        return block.field("question").line

    def on_topic_question_asked(self, event: TopicQuestion.Asked) -> None:
        self.keep(event.field, lambda: self.preparation.ask(event.topic_id, event.text))

    def on_topic_question_bounded(self, event: TopicQuestion.Bounded) -> None:
        topic = next(one for one in self.preparation.meeting.topics if one.id == event.topic_id)
        match event.bound:
            case "inside":
                frame = replace(topic.frame, inside=event.text)
            case "outside":
                frame = replace(topic.frame, outside=event.text)
            case _:
                frame = replace(topic.frame, limits=event.text)
        self.keep(event.field, lambda: self.preparation.bound(topic.id, frame))

    def on_topic_question_overruled(self, event: TopicQuestion.Overruled) -> None:
        self.attempt(lambda: self.preparation.overrule(event.topic_id, event.remark))
