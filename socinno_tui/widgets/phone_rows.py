"""The rows in the panel of phones: ideas that wait to be read, and addresses of this machine."""

from __future__ import annotations

from textual.content import Content

from socinno_tui.domain.addresses import OwnAddress
from socinno_tui.domain.phones import SentIdea
from socinno_tui.i18n import _
from socinno_tui.widgets.fitting import one_line
from socinno_tui.wording import symbols


def waiting_row(one: SentIdea, width: int) -> Content:
    """Give an idea that waits, all of it, with an empty line behind it."""
    lines = Content(one_line(one.text)).wrap(max(1, width))
    return Content("\n").join([*lines, Content.empty()])


def address_row(one: OwnAddress, here: str, width: int) -> Content:
    """Give an address with what it is called, and whether it is the one `here`."""
    name = one_line(one.name)
    words = [name] if one.is_likely else [name, _("hardly a network with phones on it")]
    if one.is_loopback:
        words = [name, _("this laptop only")]
    if one.ip == here:
        words.append(f"{symbols.DONE} " + _("phones come in here"))
    line = Content.assemble((one.ip, "bold"), "  ", (" · ".join(words), "$quiet"))
    return Content("\n").join(line.wrap(max(1, width)))
