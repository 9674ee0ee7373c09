"""Which sign parts the fields of a table, decided by what each would make of the first rows."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from quizapp.exchange.tables.columns import columns_of
from quizapp.exchange.tables.delimited import rows

_CANDIDATES = ("\t", ";", ",")
"""The rarer in prose comes first: of two that fit alike it is the one that was meant."""

_LOOK = 200
"""Rows that are looked at."""

_SAID = re.compile(r"sep=([^\n])\n?", re.IGNORECASE)


def separator_of(text: str, suffix: str = "") -> str:
    r"""The separator, or nothing where none gives two fields to any row.

    The first line may say it (`sep=;`, as spreadsheets write it); so may the file's ending (`.tsv`, `.tab`), if that
    fits; then whatever makes a header of the first row; then whatever gives most rows the same number of fields.
    """
    said = _SAID.match(text)
    if said:
        return said[1]
    fits = {sign: _share(text, sign) for sign in _CANDIDATES}
    if suffix in (".tsv", ".tab") and fits["\t"]:
        return "\t"
    headed = [sign for sign in _CANDIDATES if (row := next(rows(text, sign), None)) and columns_of(row.fields)]
    best = max(headed or _CANDIDATES, key=lambda sign: fits[sign])
    return best if fits[best] or headed else ""


def without_separator_line(text: str) -> tuple[str, int]:
    """The text below a `sep=` line, and the number of its first line."""
    said = _SAID.match(text)
    return (text[said.end() :], 2) if said else (text, 1)


def _share(text: str, sign: str) -> float:
    """How many of the first rows are as wide as most are, if that is two fields or more; from 0 to 1."""
    widths = [_width(row.fields) for row in islice(rows(text, sign), _LOOK)]
    width, count = max(Counter(widths).items(), key=lambda item: (item[1], item[0]), default=(0, 0))
    return count / len(widths) if width >= 2 else 0.0


def _width(fields: Sequence[str]) -> int:
    """How many fields there are up to the last with text in it: a sign at a row's end parts nothing."""
    return max(index for index, field in enumerate(fields, 1) if field.strip())
