"""What the feed asks the screen, named as nested in IdeaFeed: `on_idea_feed_edit_asked`."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message


@dataclass
class Asked(Message, namespace="idea_feed"):
    """Something is asked for the idea under the cursor; `@on(Asked)` hears all that follow."""

    idea_id: str


class EditAsked(Asked, namespace="idea_feed"):
    """To word the idea anew."""


class SplitAsked(Asked, namespace="idea_feed"):
    """To split off all that is merged under the idea."""


class DotsAsked(Asked, namespace="idea_feed"):
    """To give dots by the number of raised hands."""


class SelectAsked(Asked, namespace="idea_feed"):
    """To select the idea, or to take that back."""


class LaterAsked(Asked, namespace="idea_feed"):
    """To park the idea, or to take that back."""


class NoAsked(Asked, namespace="idea_feed"):
    """To say no to the idea, with a reason."""


class MenuAsked(Asked, namespace="idea_feed"):
    """To choose what to do with the idea, by whoever has the mouse in hand."""


class DeleteAsked(Asked, namespace="idea_feed"):
    """To take the idea away."""


@dataclass
class MergeAsked(Message, namespace="idea_feed"):
    """To merge the marked ideas under the one with the cursor; `other_ids` may be empty."""

    lead_id: str
    other_ids: frozenset[str]


class FindAsked(Message, namespace="idea_feed"):
    """To look for a text."""


class LeftBelow(Message, namespace="idea_feed"):
    """Down was pressed on the last idea: the line to type in is next."""


@dataclass
class Highlighted(Message, namespace="idea_feed"):
    """The cursor is on another idea, or on none."""

    idea_id: str | None


@dataclass
class Marked(Message, namespace="idea_feed"):
    """Other ideas are marked for merging."""

    marked: frozenset[str]


ASKED_BY_NAME: dict[str, type[Asked]] = {
    "edit": EditAsked,
    "split": SplitAsked,
    "dots": DotsAsked,
    "select": SelectAsked,
    "later": LaterAsked,
    "no": NoAsked,
    "delete": DeleteAsked,
}
"""By the name that a key's binding uses."""
