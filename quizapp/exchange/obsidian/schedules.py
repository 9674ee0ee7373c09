"""The plugin's schedule comments: `<!--SR:!2026-11-30,4,270!2026-12-02,8,250-->`, one part for each sibling.

A part is due date, interval in days and ease in hundredths (docs: data storage; constants.ts, for older comments
without `!` too). 2000-01-01 is the plugin's date for a card that was never answered.
"""

import re
from datetime import date

from quizapp.exchange.markdown.due_only import past_of
from quizapp.exchange.notes import Past

COMMENT = re.compile(r"[ \t]?<!--SR:([^<>\n]*?)-->")
_PART = re.compile(r"(\d{4})-(\d\d)-(\d\d)[^,]*,(\d{1,9})(?:\.\d*)?,(\d{1,9})(?:\.\d*)?\Z")
_MOST_PARTS = 1_000
_NEW = date(2000, 1, 1)


def pasts_of(comment: str) -> tuple[Past | None, ...]:
    """What each sibling's part says, in order; None for a part that is no schedule of this form."""
    parts = [part.strip() for part in comment.split("!", _MOST_PARTS) if part.strip()]
    return tuple(map(_past, parts))


def _past(part: str) -> Past | None:
    found = _PART.match(part)
    if found is None:
        return None
    try:
        due = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
    return Past() if due == _NEW else past_of(due, int(found[4]), int(found[5]))
