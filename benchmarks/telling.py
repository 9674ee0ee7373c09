"""The table, for people and as JSON."""

import os
import platform
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from benchmarks.rows import Row

HEAD = ("step", "ours", "limit", "×", "Anki", "×", "target", "")
_MARKS = {True: "holds", False: "FAILS", None: ""}


def table(rows: Sequence[Row]) -> str:
    """The rows, aligned. A `~` stands before figures whose runs lie far apart."""
    lines = [HEAD, *map(_cells, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    return "\n".join("  ".join(_aligned(line, widths)).rstrip() for line in lines)


def markdown(rows: Sequence[Row]) -> str:
    """The rows as a Markdown table, for the README: steps that have a target."""
    head = "| step | quizapp | limit | Anki | target | |\n|---|---:|---:|---:|---|---|"
    body = []
    for row in rows:
        if row.target.said:
            step, ours, limit, _, anki, _, target, mark = _cells(row)
            body.append(f"| {step} | {ours} | {limit} | {anki} | {target} | {mark} |")
    return "\n".join([head, *body])


def as_data(rows: Sequence[Row], version: str) -> dict[str, Any]:
    """Everything, with when and where it was measured."""
    return {"quizapp": version, **machine(), "rows": [row.as_data() for row in rows]}


def machine() -> dict[str, Any]:
    """When and where it is measured. `load` is how many processes wanted a core, on the mean of a minute."""
    return {
        "date": f"{datetime.now(UTC):%Y-%m-%d}",
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}",
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        "load": round(os.getloadavg()[0], 2),
    }


def summary(rows: Sequence[Row]) -> str:
    """How many targets hold, in a line."""
    judged = [row for row in rows if row.holds is not None]
    open_ = [row for row in rows if row.target.said and row.holds is None]
    more = f"; {len(open_)} stand beside Anki, which is not here" if open_ else ""
    return f"{sum(row.holds is True for row in judged)} of {len(judged)} targets hold{more}"


def _cells(row: Row) -> tuple[str, ...]:
    noise = "~" if row.figures.noisy else ""
    limit = f"{row.limit.name} {told(row.limit.figure, row.unit)}" if row.limit else ""
    return (
        row.step,
        noise + told(row.ours, row.unit),
        limit,
        _ratio(row.ours, row.limit.figure if row.limit else None),
        "" if row.anki is None else told(row.anki, row.unit),
        _ratio(row.ours, row.anki),
        row.target.said,
        _MARKS[row.holds],
    )


def told(figure: float, unit: str) -> str:
    """A figure with its unit, three digits of it: `0.37 ms`, `54 ms`, `6.2 s`."""
    if unit == "ms" and figure >= 1_000:
        figure, unit = figure / 1_000, "s"
    digits = 0 if figure >= 100 else 1 if figure >= 10 else 2
    return f"{figure:,.{digits}f} {unit}".rstrip()


def _ratio(ours: float, other: float | None) -> str:
    return f"{ours / other:.2f}" if other else ""


def _aligned(line: Sequence[str], widths: Sequence[int]) -> list[str]:
    left = {0, len(HEAD) - 2, len(HEAD) - 1}
    return [
        cell.ljust(width) if column in left else cell.rjust(width)
        for column, (cell, width) in enumerate(zip(line, widths, strict=True))
    ]
