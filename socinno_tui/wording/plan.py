"""What is left for the rest of the meeting, and what is proposed, in the chosen language."""

from __future__ import annotations

from pendulum import DateTime

from socinno_tui.domain.outlook import BoxChange, Outlook, Proposal
from socinno_tui.i18n import _, ngettext
from socinno_tui.wording import symbols


def plan_words(outlook: Outlook, zone: str) -> str:
    """How the rest of the meeting stands: "22 min left until 16:00, planned 35"."""
    end, expected = _clock(outlook.agreed_end, zone), _clock(outlook.expected_end, zone)
    if outlook.room_minutes:
        return ngettext(
            "{count} minute to spare: done at {expected}, agreed {end}",
            "{count} minutes to spare: done at {expected}, agreed {end}",
            outlook.room_minutes,
        ).format(count=outlook.room_minutes, expected=expected, end=end)
    if outlook.short_minutes and outlook.minutes_left < 0:
        return _("{end}, as agreed, has passed; planned {planned} min more").format(
            end=end, planned=outlook.minutes_planned
        )
    if outlook.short_minutes:
        return _("{left} min left until {end}, planned {planned}").format(
            left=outlook.minutes_left, end=end, planned=outlook.minutes_planned
        )
    return _("done at {end}, as agreed").format(end=end)


def short_plan_words(outlook: Outlook) -> str:
    """The same in three words; empty when all is in time."""
    if outlook.short_minutes > 0:
        return _("{count} min short").format(count=outlook.short_minutes)
    if outlook.room_minutes:
        return _("{count} min to spare").format(count=outlook.room_minutes)
    return ""


def plan_symbol(outlook: Outlook) -> str:
    """The sign of how the plan stands, one cell wide."""
    return symbols.ATTENTION if outlook.short_minutes > 0 else symbols.DONE


def proposal_words(outlook: Outlook, zone: str) -> str:
    """What would let it end in time: "proposal: Choosing 15 → 10, Closing 20 → 12".

    Empty when nothing is short; where nothing can be shortened it says when it ends.
    """
    if outlook.short_minutes <= 0:
        return ""
    if outlook.proposal is None:
        return _("it ends at {time}").format(time=_clock(outlook.expected_end, zone))
    changes = ", ".join(_change(change) for change in outlook.proposal.changes)
    proposed = _("proposal: {changes}").format(changes=changes)
    return proposed + late_words(outlook.proposal, zone)


def end_words(outlook: Outlook, zone: str) -> str:
    """The end expected and the end agreed, in the meeting's own zone."""
    return _("ends at {expected}, agreed {end}").format(
        expected=_clock(outlook.expected_end, zone), end=_clock(outlook.agreed_end, zone)
    )


def late_words(proposal: Proposal, zone: str) -> str:
    """When it ends with a proposal that is not enough; empty when that is in time."""
    if not proposal.late_minutes:
        return ""
    return _("; then it ends at {time}").format(time=_clock(_whole(proposal), zone))


def _change(change: BoxChange) -> str:
    title = " ".join(change.box.title.split())
    if change.skipped:
        return _("skip {stage}").format(stage=title)
    return f"{title} {change.box.minutes} → {change.minutes}"


def _whole(proposal: Proposal) -> DateTime:
    # Cut off, 16:07:40 would be told as a minute that has gone by before it ends.
    return proposal.ends_at.add(seconds=59)


def _clock(instant: DateTime, zone: str) -> str:
    return instant.in_timezone(zone).format("HH:mm")
