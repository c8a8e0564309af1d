"""Run every benchmark and print one table: `python -m tests.benchmarks [FILE]`.

FILE is a CSV with ideas in its first column; without one, ideas are made up.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.benchmarks import feed, program


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", nargs="?", type=Path)
    file = parser.parse_args().file
    print(f"{'':14} {'ideas':>6} {'':16} {'median':>9} {'worst':>9}")
    for measure in (program.measure, feed.measure):
        for row in measure(file):
            print(row, flush=True)


if __name__ == "__main__":
    main()
