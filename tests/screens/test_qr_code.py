"""The code on the screen is read by a program that reads codes, as from the back of the room."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socinno_tui.domain.phones import CODE_LENGTH, CODE_SIGNS
from socinno_tui.domain.phones_now import PhonesNow
from socinno_tui.theme import DARK, LIGHT
from socinno_tui.widgets.qr_code import FULL_SIZE, HALF_SIZE, full_lines, half_lines
from socinno_tui.widgets.qr_lines import MODULES, modules_of
from tests.gallery import BY_NAME, Size, pictured
from tests.phones import CODE, WIFI
from tests.projector import SEEN, as_projected, drawn, scanned

LINK = f"HTTP://{WIFI.ip}:8080/{CODE}"

codes = st.text(CODE_SIGNS, min_size=CODE_LENGTH, max_size=CODE_LENGTH)
addresses = st.ip_addresses(v=4).map(str)
ports = st.integers(1, 65535)


@pytest.mark.parametrize(
    ("stage", "size", "theme"),
    [
        ("phones-join", (60, 20), DARK.name),
        ("phones-join", (80, 24), DARK.name),
        ("phones-join", (80, 24), LIGHT.name),
        ("phones-join", (120, 36), DARK.name),
        ("phones-join", (120, 36), "nord"),
        ("phones-other-size", (120, 36), LIGHT.name),
        ("phones-join", (60, 32), DARK.name),
        ("phones-nobody", (80, 24), DARK.name),
    ],
    ids=str,
)
async def test_the_code_is_read_from_the_screen(
    tmp_path: Path, stage: str, size: Size, theme: str
) -> None:
    svg = await pictured(BY_NAME[stage], "nl", size, theme)
    picture = drawn(svg, size[0], tmp_path)
    for scale, blur in SEEN:
        assert scanned(as_projected(picture, scale, blur)) == [LINK], (scale, blur)


@given(addresses, ports, codes)
def test_every_address_makes_a_code_of_the_same_size(address: str, port: int, code: str) -> None:
    link = PhonesNow(address=address, port=port, code=code).link
    modules = modules_of(link)
    assert len(modules) == MODULES
    assert {len(row) for row in modules} == {MODULES}
    for lines, (width, height) in ((full_lines(link), FULL_SIZE), (half_lines(link), HALF_SIZE)):
        assert len(lines) == height
        assert {line.cell_length for line in lines} == {width}


def test_half_blocks_and_full_ones_hold_the_same_modules() -> None:
    full = [line.text for line in full_lines(LINK)]
    assert all(not text.strip() for text in full)
    dark = {"▀": (True, False), "▄": (False, True)}
    rows: list[list[bool]] = []
    for line in half_lines(LINK):
        upper: list[bool] = []
        lower: list[bool] = []
        for segment in line:
            for sign in segment.text:
                assert segment.style is not None
                ground = segment.style.bgcolor
                is_dark = ground is not None and ground.triplet == (0, 0, 0)
                up, down = dark.get(sign, (is_dark, is_dark))
                upper.append(up)
                lower.append(down)
        rows += [upper, lower]
    assert tuple(map(tuple, rows[:MODULES])) == modules_of(LINK)
    assert not any(rows[MODULES])
