"""What can be done with one idea, to choose from: for whoever has the mouse in hand."""

from __future__ import annotations

from collections.abc import Iterator

from textual.actions import parse
from textual.binding import Binding

from socinno_tui.domain.idea import Cluster
from socinno_tui.i18n import _
from socinno_tui.screens.base import SocinnoScreen
from socinno_tui.screens.dialogs import AskChoice
from socinno_tui.widgets.idea_feed import IdeaFeed
from socinno_tui.wording.keys import key_for

ON_AN_IDEA = (
    "feed.dots",
    "feed.select",
    "feed.later",
    "feed.no",
    "feed.mark",
    "feed.merge",
    "feed.split",
    "feed.edit",
)
"""The names of what is done with the idea under the cursor; not to delete it, for a hand slips."""


def ask_what_to_do(host: SocinnoScreen, feed: IdeaFeed, cluster: Cluster) -> None:
    """Ask what to do with an idea; each answer does what its key does, and asks what that asks."""

    def chosen(action: str | None) -> None:
        if action is not None:
            host.app.call_later(host.app.run_action, action, feed)

    question = _("#{number} {text}").format(number=cluster.lead.number, text=cluster.lead.text)
    host.app.push_screen(AskChoice(question, list(_choices(feed, cluster))), chosen)


def _choices(feed: IdeaFeed, cluster: Cluster) -> Iterator[tuple[str, str, str]]:
    for binding in IdeaFeed.BINDINGS:
        if isinstance(binding, Binding) and binding.id in ON_AN_IDEA:
            _namespace, action, parameters = parse(binding.action)
            if feed.check_action(action, parameters) and _applies(binding.id, feed, cluster):
                key = key_for(binding.id, binding.key)
                yield key if len(key) == 1 else "", _(binding.description), binding.action


def _applies(name: str, feed: IdeaFeed, cluster: Cluster) -> bool:
    if name == "feed.merge":
        return bool(feed.marked - {cluster.lead.id})
    return name != "feed.split" or bool(cluster.members)
