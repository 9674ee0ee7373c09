"""What mdfc writes below a card: `` `mdfc;box:3;due:2026-11-30` ``, its box in the Leitner system and its due date."""

import re
from datetime import date

from quizapp.exchange.markdown.due_only import past_of
from quizapp.exchange.notes import Past

METADATA = re.compile(r"`mdfc;")
"""How the line begins."""

_METADATA = re.compile(r"`mdfc;box:(\d{1,3});due:(\d{4})-(\d\d)-(\d\d)`?\s*\Z")
_INTERVALS = (0, 1, 2, 4, 8, 16, 32)
"""Days, by box: boxIntervals in leitner.go."""


def past_of_metadata(line: str) -> Past | None:
    """What the line says; None where it cannot be read. A card in the first box is a new one."""
    found = _METADATA.match(line)
    try:
        due = date(*map(int, found.groups()[1:])) if found else None
    except ValueError:
        return None
    if found is None or due is None:
        return None
    box = min(int(found[1]), len(_INTERVALS) - 1)
    return past_of(due, _INTERVALS[box]) if box else Past()
