"""The command line: runs the benchmarks, or parts of them, and prints the table. The figures are told as they come."""

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.bench import Bench
from benchmarks.figures import PROCESSOR, by_processor
from benchmarks.homes.kept import kept_or_not
from benchmarks.parts.all import PARTS
from benchmarks.rows import Row
from benchmarks.running.children import VARIABLE
from benchmarks.scale import FULL, SMALL
from benchmarks.telling import as_data, machine, markdown, summary, table, told
from quizapp import __version__


def main(words: Sequence[str] | None = None) -> int:
    """Measures, prints and writes. The exit status is 0, with `--strict` 1 where a target fails."""
    asked = _parser().parse_args(words)
    parts = [name for name in PARTS if not asked.only or name in asked.only]
    if asked.processor:
        os.environ[PROCESSOR] = "1"
    begun = machine()
    with kept_or_not(keep=not asked.quick) as kept:
        bench = Bench(SMALL if asked.quick else FULL, kept)
        rows = list(_rows(bench, parts))
    print(markdown(rows) if asked.markdown else table(rows))
    clock = "Processor time. " if by_processor() else ""
    print(
        f"\n{clock}{summary(rows)}. {begun['date']}, {begun['machine']}, {begun['cores']} cores, load {begun['load']}."
    )
    if asked.json:
        data = as_data(rows, __version__) | {"load": begun["load"]}
        asked.json.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return int(asked.strict and any(row.holds is False for row in rows))


def _rows(bench: Bench, parts: Iterable[str]) -> Iterator[Row]:
    for name in parts:
        sys.stderr.write(f"{name} …\n")
        for row in PARTS[name](bench):
            sys.stderr.write(f"  {row.step}: {told(row.ours, row.unit)}\n")
            yield row


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=f"How fast quizapp is. {VARIABLE} names a Python that has Anki's library, to stand beside.",
    )
    parser.add_argument("--only", action="append", choices=PARTS, metavar="WORD", help=f"of {', '.join(PARTS)}; again")
    parser.add_argument("--quick", action="store_true", help="small collections, one run: to see that all works")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE as well")
    parser.add_argument("--markdown", action="store_true", help="print the table as Markdown")
    parser.add_argument("--processor", action="store_true", help="processor time: steadier where others are at work")
    parser.add_argument("--strict", action="store_true", help="exit with 1 where a target fails")
    return parser


if __name__ == "__main__":
    sys.exit(main())
