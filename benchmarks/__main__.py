"""Runs all benchmarks, prints a table and, with --json FILE, writes the figures: in milliseconds."""

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.browsing import browsing
from benchmarks.library import laying_out, reading, reviewing
from benchmarks.measuring import Measured, table
from benchmarks.starting import starts
from quizapp import __version__


def main() -> None:
    """Measures everything, in folders of its own."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Times in milliseconds.")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE as well")
    file = parser.parse_args().json
    with tempfile.TemporaryDirectory() as folder:
        figures = list(_all(Path(folder)))
    print(table(figures))
    if file:
        written = {"quizapp": __version__, "python": platform.python_version(), "machine": platform.machine()}
        file.write_text(json.dumps(written | {"milliseconds": [one.as_data() for one in figures]}, indent=2) + "\n")


def _all(folder: Path) -> Iterator[Measured]:
    parts = (
        reading(folder / "small"),
        reviewing(folder / "large"),
        browsing(folder / "many"),
        laying_out(),
        starts(folder / "large"),
    )
    for part in parts:
        for figure in part:
            sys.stderr.write(f"{figure.name} …\n")
            yield figure


if __name__ == "__main__":
    main()
