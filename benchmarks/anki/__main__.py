"""Runs a step on a copy of a collection, and prints its times in milliseconds by their names, as JSON.

Written against the calls that Anki's own interface makes (anki's `pylib`): the backend does the work, what is timed
here is a call into it.
"""

import json
import sys
from importlib import import_module
from pathlib import Path

STEPS = {
    "make": "making",
    "answer": "studying",
    "queue": "studying",
    "undo": "studying",
    "add": "adding",
    "add_many": "adding",
    "search": "asking",
    "statistics": "asking",
    "check": "asking",
    "export": "asking",
}


def main() -> None:
    """`STEP FOLDER`, and more for some steps."""
    import_module("anki.collection")  # before any other module of it, or its imports go in a circle
    step, folder, *more = sys.argv[1:]
    work = getattr(import_module(f"benchmarks.anki.{STEPS[step]}"), step)
    print(json.dumps(work(Path(folder), *more)))


if __name__ == "__main__":
    main()
