"""Runs a step in a home, and prints its times in milliseconds by their names, as JSON."""

import gc
import json
import sys
from importlib import import_module
from pathlib import Path

STEPS = {
    "make": "making",
    "machine": "making",
    "answer": "answering",
    "bare_answer": "answering",
    "bare_undo": "answering",
    "queue": "answering",
    "undo": "answering",
    "order": "ordering",
    "pack": "packing",
    "add": "adding",
    "add_many": "adding",
    "search": "searching",
    "statistics": "searching",
}
"""A step's module, each imported when it is asked for."""


def main() -> None:
    """`STEP HOME`, and more for some steps."""
    step, home, *more = sys.argv[1:]
    work = getattr(import_module(f"benchmarks.library.{STEPS[step]}"), step)
    gc.freeze()  # as the program does once everything is imported
    print(json.dumps(work(Path(home), *more)))


if __name__ == "__main__":
    main()
