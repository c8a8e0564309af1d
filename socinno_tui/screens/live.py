"""The live screen: question, ideas, talk meter and time-box, as the room reads them."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.reactive import var
from textual.widget import Widget

from socinno_tui.domain.lull import lull_of, may_suggest
from socinno_tui.domain.meeting import Meeting
from socinno_tui.domain.phase import Phase
from socinno_tui.domain.talk import Speaker, open_turn
from socinno_tui.screens import help_texts
from socinno_tui.screens.agenda_dialog import AgendaDialog
from socinno_tui.screens.dialog import BeneathDialogs
from socinno_tui.screens.idea_board import IdeaBoard
from socinno_tui.screens.live_keys import KEYS_OF_TALKING, LIVE_KEYS
from socinno_tui.screens.lull import SuggestsAngles
from socinno_tui.screens.messages import MeetingLeft, QuitAsked
from socinno_tui.screens.moving_on import Way, ask_where_to
from socinno_tui.screens.phones_key import WithPhones
from socinno_tui.screens.room_switch import WithRoomView
from socinno_tui.screens.silent_round import HoldsSilence
from socinno_tui.service.clock import Clock
from socinno_tui.service.live_meeting import LiveMeeting
from socinno_tui.service.running_agenda import RunningAgenda
from socinno_tui.service.silent_rounds import SilentRounds
from socinno_tui.widgets.clock import TICK_SECONDS
from socinno_tui.widgets.harvest_pane import HarvestPane
from socinno_tui.widgets.help_pane import HelpText
from socinno_tui.widgets.key_bar import KeyBar
from socinno_tui.widgets.phone_line import PhoneLine
from socinno_tui.widgets.question_pane import QuestionPane
from socinno_tui.widgets.room_view import RoomView
from socinno_tui.widgets.standing_line import StandingLine
from socinno_tui.widgets.talk_meter import TalkMeter
from socinno_tui.widgets.time_box import TimeBoxPane
from socinno_tui.widgets.writing_pane import WritingPane
from socinno_tui.wording.states import step_words


class LiveScreen(HoldsSilence, SuggestsAngles, WithRoomView, WithPhones, BeneathDialogs):
    """The room thinks along: ideas come in, are merged and chosen, in the time agreed."""

    CSS_PATH = "live.tcss"
    # The phase says where the focus is; while the room writes it is nowhere.
    AUTO_FOCUS = ""
    TEACHES = help_texts.COLLECTING
    BINDINGS = [*LIVE_KEYS]
    KEYS_BENEATH = KEYS_OF_TALKING

    meeting: var[Meeting | None] = var(None, bindings=True, always_update=True)

    def __init__(self, live: LiveMeeting, clock: Clock, *, tick: float = TICK_SECONDS) -> None:
        super().__init__()
        self._live = live
        self._agenda = RunningAgenda(live.opened)
        self._rounds = SilentRounds(live.opened)
        self._lull = lull_of(live.meeting, clock.now())
        self._clock = clock
        self._tick = tick

    def compose(self) -> ComposeResult:
        yield QuestionPane().data_bind(LiveScreen.meeting)
        yield RoomView(self._clock.now, interval=self._tick).data_bind(LiveScreen.meeting)
        with Container(id="stage"):
            with Vertical(id="clocks"):
                yield TalkMeter(self._clock.now, interval=self._tick).data_bind(LiveScreen.meeting)
                yield TimeBoxPane(self._clock.now, interval=self._tick).data_bind(
                    LiveScreen.meeting
                )
            yield WritingPane(self._clock.now, interval=self._tick).data_bind(
                LiveScreen.meeting, LiveScreen.phones
            )
            yield HarvestPane().data_bind(LiveScreen.meeting)
            yield IdeaBoard(self._live).data_bind(LiveScreen.meeting)
        yield StandingLine()
        yield PhoneLine().data_bind(LiveScreen.phones)
        yield KeyBar()

    def on_mount(self) -> None:
        self._tell_standing()
        self.show_silence()
        if not self.has_class("-writing"):
            self.set_focus(self._place_of_phase())
        if self._tick:
            self.set_interval(self._tick, self.look_for_lull)

    def on_descendant_focus(self) -> None:
        # What can be done to an idea takes more room at the bottom than typing one. A class of the
        # screen itself would have every widget of it styled anew.
        on_ideas = self.query_one(IdeaBoard).feed.has_focus
        self.query_one(KeyBar).set_class(on_ideas, "-on-ideas")

    def watch_meeting(self, before: Meeting | None, now: Meeting | None) -> None:
        if not self.is_mounted:
            return
        self._tell_standing()
        self.show_silence()
        if self.silence is not None:
            self.leave_room_view()
        self.look_for_ideas()
        if before is None or now is None:
            return
        if before.phase is not now.phase:
            self._place_of_phase().focus()
        else:
            self.focus_silence(before, now)

    def _tell_standing(self) -> None:
        self.query_one(StandingLine).show(self._live.meeting, read_only=self._live.opened.read_only)

    def _place_of_phase(self) -> Widget:
        board = self.query_one(IdeaBoard)
        chooses = self._live.meeting.phase is Phase.SELECTION and not self.room_shown
        return board.feed if chooses else board.entry

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Topics are switched only where there are several, and so are managers; and not in a
        silent round.
        """
        fits = self.fits_silence(action)
        if fits is not None:
            return fits
        if action == "another_angle":
            return may_suggest(self._live.meeting)
        if action == "next_manager":
            return bool(self._live.meeting.own_meters)
        topics = len(self._live.meeting.topics)
        if action == "next_topic":
            return topics > 1
        if action == "topic":
            return topics > 1 and isinstance(parameters[0], int) and parameters[0] < topics
        return True

    def help_text(self) -> HelpText:
        """Collecting and choosing are moments of their own; who only watches does neither."""
        if self._live.opened.read_only:
            return help_texts.WATCHING
        if self.silence is not None:
            return help_texts.HARVEST if self.silence.is_harvest else help_texts.SILENCE
        if self.room_shown:
            return help_texts.READING_LARGE
        choosing = self._live.meeting.phase is Phase.SELECTION
        return help_texts.CHOOSING if choosing else help_texts.COLLECTING

    # The floor and the time

    def action_floor(self, speaker: str) -> None:
        self.attempt(lambda: self._live.give_floor(Speaker(speaker)))

    def action_next_manager(self) -> None:
        self.attempt(self._live.give_floor_to_next_manager)

    def on_talk_meter_floor_asked(self, message: TalkMeter.FloorAsked) -> None:
        self.attempt(lambda: self._live.give_floor(Speaker.MANAGER, message.place))

    def action_change_speaker(self) -> None:
        current = open_turn(self._live.meeting.turns)
        speaks = current is not None and current.speaker is Speaker.MANAGER
        self.action_floor((Speaker.ROOM if speaks else Speaker.MANAGER).value)

    def action_mend(self) -> None:
        self.attempt(self._live.mend_late_press)

    def action_turn_back(self) -> None:
        self.attempt(lambda: self.say(step_words(self._live.take_turn_back())))

    def action_break(self) -> None:
        self.attempt(self._live.toggle_break)

    def action_lengthen(self) -> None:
        self.attempt(self._agenda.lengthen)

    def action_next_box(self) -> None:
        self.attempt(self._agenda.go_on)

    def action_take_proposal(self) -> None:
        self.attempt(self._agenda.take_proposal)

    def action_agenda(self) -> None:
        self.app.push_screen(AgendaDialog(self._agenda, tick=self._tick))

    # Topics and phases

    def action_next_topic(self) -> None:
        meeting = self._live.meeting
        place = meeting.topics.index(meeting.topic)
        self.action_topic((place + 1) % len(meeting.topics))

    def action_topic(self, place: int) -> None:
        topic = self._live.meeting.topics[place]
        self.attempt(lambda: self._live.switch_topic(topic.id))

    def action_move(self) -> None:
        def chosen(way: Way | None) -> None:
            if way is Way.BACK:
                self.attempt(self._live.move_back)
            elif way is not None and self.attempt(self._live.move_on) and way is Way.ON_WITH_DOTS:
                self.query_one(IdeaBoard).action_dot_round()

        self.app.push_screen(ask_where_to(self._live.meeting), chosen)

    # The way out

    def room_view_switched(self) -> None:
        self._place_of_phase().focus()

    def action_step_back(self) -> None:
        if self.leave_room_view() or self.query_one(IdeaBoard).leave_or_clear():
            return
        if not self.put_angle_away():
            self.post_message(MeetingLeft())

    def action_quit_asked(self) -> None:
        self.post_message(QuitAsked())
