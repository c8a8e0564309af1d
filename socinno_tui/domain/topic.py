"""A topic: one framing question with its frame, and the conclusion drawn from it."""

from __future__ import annotations

from dataclasses import dataclass

from socinno_tui.domain.errors import RuleBroken
from socinno_tui.domain.question_coach import MAY_BE_OVERRULED, QuestionRemark, remarks

MOST_TOPICS = 3
"""One to three topics worked out well rather than many by half: the article's first tip."""


class TooManyTopics(RuleBroken):
    """A meeting holds three topics at the most; another must go first."""

    def __init__(self, most: int = MOST_TOPICS) -> None:
        super().__init__(most)
        self.most = most


class LastTopic(RuleBroken):
    """A meeting keeps at least one topic."""


class TopicHasIdeas(RuleBroken):
    """A topic with ideas is not thrown away."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


@dataclass(frozen=True, slots=True)
class Frame:
    """What falls inside and outside the question, and its limits (time, money, mandate)."""

    inside: str = ""
    outside: str = ""
    limits: str = ""

    @property
    def has_bound(self) -> bool:
        """Whether anything at all bounds the question."""
        return bool(self.inside or self.outside or self.limits)


@dataclass(frozen=True, slots=True)
class Topic:
    """What is asked of the room, in its bounds."""

    id: str
    name: str = ""
    question: str = ""
    frame: Frame = Frame()
    overruled: frozenset[QuestionRemark] = frozenset()
    conclusion: str = ""

    @property
    def remarks(self) -> tuple[QuestionRemark, ...]:
        """The coach's remarks on the wording that the facilitator did not overrule.

        That there is no question at all cannot be overruled.
        """
        found = remarks(self.question, has_bound=self.frame.has_bound)
        overruled = self.overruled & MAY_BE_OVERRULED
        return tuple(remark for remark in found if remark not in overruled)
