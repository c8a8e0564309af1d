import gc
import os
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from hatch_build import compile_catalogues
from socinno_tui.i18n import speaking
from tests.stillness import wait_by_the_loop


def pytest_configure(config: pytest.Config) -> None:
    # Sentences come from the catalogues as they are now, not as they were at the last build;
    # the workers of pytest-xdist share what their controller compiled.
    if not hasattr(config, "workerinput"):
        compile_catalogues(Path(__file__).parent.parent)
    wait_by_the_loop()
    # Screens are made and dropped by the thousand: collecting less often takes a sixth of the time.
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)


MOST_SIGNS_OF_AN_ID = 100


def pytest_make_parametrize_id(val: object) -> str | None:
    # An id goes to and fro between the workers of pytest-xdist a dozen times: a file of 20 MiB as
    # an id took them half a minute.
    if isinstance(val, str | bytes) and len(val) > MOST_SIGNS_OF_AN_ID:
        return f"{val[:20]!r}-and-so-on-{len(val)}"
    return None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    # Where everything a test needs is installed first, a test left out is a fault in that list.
    report = yield
    if os.environ.get("CI") == "true" and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"left out, where nothing may be: {report.longrepr}"
    return report


@pytest.fixture(autouse=True)
def english_unless_chosen() -> Iterator[None]:
    """Each test begins in English, whatever language the one before it chose."""
    with speaking("en"):
        yield
