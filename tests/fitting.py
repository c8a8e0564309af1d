"""What does not fit on a screen as it stands: each defect in one line, for a person to read."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import App
from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, Static
from textual.widgets._toast import Toast

from socinno_tui.widgets.clock import ClockPane

ELLIPSIS = "…"


def lines_of(app: App[None]) -> list[str]:
    """Give the terminal as text, line by line."""
    return [strip.text for strip in app.screen._compositor.render_strips()]


def defects(app: App[None]) -> list[str]:
    """Say what does not fit: nothing when all does."""
    screen = app.screen
    return [
        *_too_wide(app),
        *_focus_out_of_sight(screen),
        *_needless_scrollbars(screen),
        *_cut(screen),
    ]


def _too_wide(app: App[None]) -> Iterator[str]:
    for number, strip in enumerate(app.screen._compositor.render_strips()):
        if strip.cell_length > app.size.width:
            yield f"line {number} is {strip.cell_length} cells wide"


def _focus_out_of_sight(screen: Screen[object]) -> Iterator[str]:
    focused = screen.focused
    if focused is None or not all(
        node.display for node in focused.ancestors_with_self if isinstance(node, Widget)
    ):
        return
    seen = _seen(focused)
    if not seen:
        yield f"the focus is out of sight: {_name(focused)}"
    elif isinstance(focused, Input) and seen != focused.region:
        yield f"the line one types in is cut off: {_name(focused)}"


def _needless_scrollbars(screen: Screen[object]) -> Iterator[str]:
    for widget in screen.walk_children(Widget):
        if not widget.region or not _seen(widget) or isinstance(widget, Input):
            continue
        if widget.show_horizontal_scrollbar and widget.scrollbars_enabled[1]:
            yield f"a scrollbar from left to right: {_name(widget)}"
        if widget.scrollbars_enabled[0] and widget.max_scroll_y <= 0:
            yield f"a scrollbar where all fits: {_name(widget)}"


def _cut(screen: Screen[object]) -> Iterator[str]:
    for widget in screen.walk_children(Widget):
        if widget not in screen._compositor.full_map or isinstance(widget, Toast):
            continue
        if not _scrolls(widget) and widget.region != _seen(widget):
            yield f"cut off by what is around it: {_name(widget)}"
        if isinstance(widget, Static | ClockPane) and widget.region:
            yield from _without_a_sign(widget)


def _without_a_sign(widget: Widget) -> Iterator[str]:
    width, height = widget.content_size
    if not width or not height:
        return
    visual, rules = widget._render(), widget.styles
    needed = visual.get_height(rules, width)  # type: ignore[arg-type]
    nowrap = rules.text_wrap == "nowrap" or height == 1
    widest = visual.get_optimal_width(rules, 9_999)  # type: ignore[arg-type]
    if needed > height or (nowrap and widest > width):
        shown = [widget.render_line(line).text.rstrip() for line in range(widget.size.height)]
        if not any(line.endswith(ELLIPSIS) for line in shown):
            yield f"text cut without a sign: {_name(widget)}: {shown[-1]!r}"


def _seen(widget: Widget) -> Region:
    """The part of a widget that is in sight."""
    try:
        found = widget.screen._compositor.full_map[widget]
    except KeyError:
        return Region()
    return found.region.intersection(found.clip)


def _scrolls(widget: Widget) -> bool:
    """Whether something around a widget scrolls, so that the rest of it can be reached."""
    return any(
        isinstance(node, Widget) and (node.allow_vertical_scroll and node.max_scroll_y > 0)
        for node in widget.ancestors
    )


def _name(widget: Widget) -> str:
    id_ = f"#{widget.id}" if widget.id else ""
    return f"{type(widget).__name__}{id_}"
