"""Programs that are not ours, to hold our files against."""

import os
import shutil

import pytest


def program(*names: str) -> str:
    """Give where the first of these programs is. Without it a test fails on the build machine,
    and is left out elsewhere.
    """
    for name in names:
        if found := shutil.which(name):
            return found
    missing = f"none of {', '.join(names)} is installed"
    if os.environ.get("CI") == "true":
        pytest.fail(missing)
    pytest.skip(missing)
