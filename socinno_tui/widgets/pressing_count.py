"""How many agreements press, beside the title of a list of them."""

from __future__ import annotations

from collections.abc import Iterable

from pendulum import Date
from textual.content import Content

from socinno_tui.domain.action import Agreement, Standing
from socinno_tui.widgets.agreement_lines import COLOURS
from socinno_tui.wording.states import standing_symbol, standing_word


def pressing_counted(agreements: Iterable[Agreement], today: Date) -> Content:
    """Count those that are overdue or due within a week: "▲ 1 te laat · △ 2 binnen een week"."""
    standings = [one.action.standing(today) for one in agreements]
    return Content(" · ").join(
        Content.styled(
            f"{standing_symbol(kind)} {standings.count(kind)} {standing_word(kind)}",
            COLOURS[kind],
        )
        for kind in (Standing.OVERDUE, Standing.DUE_SOON)
        if kind in standings
    )
