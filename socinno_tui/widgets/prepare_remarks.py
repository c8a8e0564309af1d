"""What the coach says about the wording of a question."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList

from socinno_tui.domain.question_coach import MAY_BE_OVERRULED, QuestionRemark
from socinno_tui.i18n import N_, _
from socinno_tui.widgets.prepare_lists import SignedLine, SignedLineList
from socinno_tui.wording import symbols
from socinno_tui.wording.coach import remark_words


class RemarkList(SignedLineList):
    """The remarks on one question, each with a better example; Enter overrules one."""

    DEFAULT_CSS = """
    RemarkList {
        height: auto;
        display: none;
    }
    RemarkList.-shown {
        display: block;
    }
    """
    BINDINGS = [
        Binding(
            "enter,space",
            "select",
            N_("leave it so, or not"),
            key_display="Enter",
            id="remarks.select",
        )
    ]

    @dataclass
    class Overruled(Message):
        """Overrule this remark, or let it count again."""

        remark: QuestionRemark

    def show(
        self,
        remarks: tuple[QuestionRemark, ...],
        overruled: frozenset[QuestionRemark],
        question: str,
    ) -> None:
        """Show these remarks on a question; what was overruled stays, and says so."""
        self.set_class(bool(remarks), "-shown")
        self.show_signed([_line(remark, remark in overruled, question) for remark in remarks])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        remark = QuestionRemark[event.option.id or ""]
        if remark in MAY_BE_OVERRULED:
            self.post_message(self.Overruled(remark))


def _line(remark: QuestionRemark, overruled: bool, question: str) -> SignedLine:
    words = remark_words(remark, question)
    if overruled:
        kept = Content.assemble((_("Left so:"), "bold"), " ", words).stylize("$quiet")
        return SignedLine(remark.name, Content.styled(symbols.NO, "$quiet"), kept)
    return SignedLine(remark.name, Content.styled(symbols.ATTENTION, "$near"), Content(words))
