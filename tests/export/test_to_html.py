import re
from html.parser import HTMLParser
from pathlib import Path
from subprocess import run

import pytest
from hypothesis import given, settings

from socinno_tui.domain.text import clean, without_control
from socinno_tui.export.to_html import to_html
from socinno_tui.i18n import LANGUAGES, Language, speaking
from tests.agreements import Agreed, a_closed_meeting
from tests.export.minutes_house import HOSTILE, a_told_meeting
from tests.meetings import OWNERS, TODAY, a_meeting
from tests.programs import program
from tests.strategies import texts

VOID = {"meta", "br", "hr", "img", "input", "link"}


class Page(HTMLParser):
    """Reads a page as strictly as this reader can: every element is closed in its turn."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.names: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_one_page_that_loads_nothing_and_runs_nothing(language: Language) -> None:
    with speaking(language):
        text = to_html(a_told_meeting(), TODAY)
    page = Page(text)
    assert ("lang", language) in page.attributes
    assert not {"script", "link", "img", "iframe", "object"} & set(page.names)
    assert not [name for name, _value in page.attributes if name.startswith(("on", "style"))]
    assert not [value for name, value in page.attributes if name in ("src", "href")]
    assert any(value and value.startswith("default-src 'none'") for _n, value in page.attributes)
    assert re.findall(r"https?://[^\"]*", text) == ["http://www.w3.org/2000/svg"] * 3


def test_every_chart_says_in_words_what_it_shows() -> None:
    text = to_html(a_told_meeting(), TODAY)
    assert text.count("<svg") == text.count('role="img"') == text.count("<desc>") == 3
    assert "<desc>ideas: 6; chosen: 2; done: 1</desc>" in text
    assert "The manager spoke for 4 of the" in text


def test_what_was_typed_is_text() -> None:
    page = Page(to_html(a_told_meeting(), TODAY))
    assert HOSTILE in page.text


@given(texts)
@settings(max_examples=30, deadline=None)
def test_any_text_is_shown_as_it_is(text: str) -> None:
    meeting = a_closed_meeting("balie", [Agreed(3, text=clean(text) or "-")], title=text)
    page = Page(to_html(meeting, TODAY))
    assert " ".join(without_control(text).split()) in page.text


def test_every_meeting_has_a_page() -> None:
    for meeting in (a_meeting(), a_meeting(ideas=()), a_closed_meeting("empty")):
        assert Page(to_html(meeting, TODAY)).names[0] == "html"


MEASURING = """<!doctype html><meta charset="utf-8"><iframe id="page" width="{width}" height="844"
srcdoc="{page}"></iframe><p id="told"></p><script>
document.getElementById("page").onload = function () {{
  var inner = this.contentDocument, broken = 0;
  inner.querySelectorAll(".owner").forEach(function (owner) {{
    var name = owner.firstChild, from = 0;
    name.data.split(" ").forEach(function (word) {{
      var range = inner.createRange();
      range.setStart(name, from);
      range.setEnd(name, from + word.length);
      broken += range.getClientRects().length > 1;
      from += word.length + 1;
    }});
  }});
  document.getElementById("told").textContent =
    "wide " + inner.documentElement.scrollWidth + " broken " + broken;
}};
</script>"""

PHONE, PAPER = 390, 673
"""The width of a phone, and of A4 within its margins, in CSS pixels."""


def a_browser(folder: Path) -> list[str]:
    return [
        program("chromium", "chromium-browser", "google-chrome"),
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
        f"--user-data-dir={folder / 'profile'}",
    ]


@pytest.mark.parametrize("width", [PHONE, PAPER])
def test_a_browser_shows_it_without_scrolling_aside_and_every_name_whole(
    tmp_path: Path, width: int
) -> None:
    many_words = "wachttijd korter door slimmer te plannen " * 12
    agreed = [Agreed(3, owner, many_words, many_words) for owner in OWNERS]
    text = to_html(a_closed_meeting("balie", agreed), TODAY)
    measuring = tmp_path / "measuring.html"
    quoted = text.replace("&", "&amp;").replace('"', "&quot;")
    measuring.write_text(MEASURING.format(page=quoted, width=width), encoding="utf-8")
    dumped = run(
        [*a_browser(tmp_path), "--virtual-time-budget=3000", "--dump-dom", measuring.as_uri()],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout
    told = re.search(r"wide (\d+) broken (\d+)", dumped)
    assert told is not None
    assert int(told.group(1)) <= width
    assert told.group(2) == "0"


def test_a_browser_prints_it(tmp_path: Path) -> None:
    page, paper = tmp_path / "p.html", tmp_path / "p.pdf"
    page.write_text(to_html(a_told_meeting(), TODAY), encoding="utf-8")
    run(
        [*a_browser(tmp_path), f"--print-to-pdf={paper}", page.as_uri()],
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert paper.read_bytes().startswith(b"%PDF")
