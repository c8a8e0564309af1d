from pathlib import Path

import pytest

from hatch_build import compile_catalogues


def pytest_configure(config: pytest.Config) -> None:
    # Sentences come from the catalogues as they are now, not as they were at the last build;
    # the workers of pytest-xdist share what their controller compiled.
    if not hasattr(config, "workerinput"):
        compile_catalogues(Path(__file__).parent.parent)
