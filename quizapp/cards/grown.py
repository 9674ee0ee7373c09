"""A file that grew by a card at its end: only what came is parsed. Who adds to fifty cards waits for one of them."""

import re

from quizapp.cards.parse import is_too_much, parse_file
from quizapp.cards.parts import FilePart
from quizapp.cards.source import BYTE_ORDER_MARK, LINE_END

_ENDS = b"\r\n"
_GROWTH = re.compile(rb"(?:\r\n|\r(?!\n)|\n){2,}(?=## )")
"""What stands between a card and one that was added below it."""
_REACHES_FURTHER = (b"[", b"of=")
"""What may say something else where it stands in another file: names of links, and of topics."""


def grown(content: bytes, held: bytes, part: FilePart) -> FilePart | None:
    """As `parse_file` reads `content`, where the same file `held` less, which is `part`; in the same deck.

    None where it did not just grow, or where what came may have to do with what was there: then all is to be parsed.
    """
    kept = held.rstrip(_ENDS)
    between = _GROWTH.match(content, len(kept)) if kept and content.startswith(kept) else None
    if between is None or part.faults or any(word in content[between.end() :] for word in _REACHES_FURTHER):
        return None
    if is_too_much(content) or (held.removeprefix(BYTE_ORDER_MARK).startswith(b"---") and not part.front_lines):
        return None  # what opens front matter may be closed by what came
    # Its lines have the numbers that they have in the file.
    lines = sum(1 for _end in LINE_END.finditer(content, 0, between.end()))
    came = parse_file(b"\n" * lines + content[between.end() :], part.file, part.deck)
    there = {card.key for card in part.cards}
    if came.faults or any(card.key in there for card in came.cards):
        return None
    return part.model_copy(update={"cards": (*part.cards, *came.cards)})
