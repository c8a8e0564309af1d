"""How many files this process may have open: each phone is one or two."""

from __future__ import annotations

import contextlib
import sys
from typing import Final

UNLIMITED: Final = 1 << 20
MOST_ON_MACOS: Final = 10_240
"""What macOS allows where it says there is no limit (OPEN_MAX in its sys/syslimits.h)."""


def room_for_files(wanted: int) -> int:
    """Raise the soft limit of open files to what is wanted, as far as may be. Give what it is now:
    macOS begins with 256, of which 300 phones leave none for the screen.
    """
    if sys.platform == "win32":
        return UNLIMITED
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY:
        return UNLIMITED
    if soft < wanted:
        most = MOST_ON_MACOS if hard == resource.RLIM_INFINITY else hard
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (min(wanted, most), hard))
    return resource.getrlimit(resource.RLIMIT_NOFILE)[0]
