"""What a draft is once it is written: asked of each note by its reader, and again when it is brought along.

To write and read a card takes most of an import's time. So what came of it is kept from the one to the other, and plain
text, of which nothing else can come, is not read at all: 50,000 words take half the time.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from quizapp.cards.draft import Draft
from quizapp.cards.identity import id_of_prompt
from quizapp.cards.parse import parse_placed
from quizapp.cards.writing import draft_of, section_of

_KEPT = 2**16
"""Drafts: about 100 MB of them, and more than a package has."""

_PLAIN = re.compile(
    r"(?!\d+[.)])[^\W_](?: ?[^\W_,;.?!:'\"()/%，。？！：；、（）]| ?[,;.?!:'\"()/%，。？！：；、（）])*\Z"
)
"""A line of words in which nothing marks anything."""

_TAG = re.compile(r"[^\W_]+\Z")


@dataclass(frozen=True, slots=True)
class Sound:
    """A draft's section, what keeps it from being a card, and the draft that is read from there.

    `cards` is how many cards the section makes; `again` is the first, None where there is none.
    """

    section: str
    faults: tuple[str, ...]
    cards: int
    again: Draft | None


@lru_cache(maxsize=_KEPT)
def sound(draft: Draft) -> Sound:
    """The draft, written and read."""
    return plain(draft) or read_again(draft)


def read_again(draft: Draft) -> Sound:
    """The draft, written and read in any case."""
    section = section_of(draft)
    part, placed = parse_placed(section.encode(), "card.md")
    faults = tuple(fault.what for fault in part.faults if not fault.note)
    return Sound(section, faults, len(part.cards), draft_of(*placed[0]) if placed else None)


def plain(draft: Draft) -> Sound | None:
    """The same of a basic card without an id of its own, whose texts are a line of words each; None of any other."""
    texts = draft.prompt, draft.answer
    if draft.kind != "basic" or draft.id or not all(map(_PLAIN.match, texts)) or not all(map(_TAG.match, draft.tags)):
        return None
    id_ = id_of_prompt(draft.prompt)
    tags = f' tags="{" ".join(draft.tags)}"' if draft.tags else ""
    section = f"## {draft.prompt} {{#{id_}{tags}}}\n\n{draft.answer}\n"
    return Sound(section, (), 1, draft.model_copy(update={"id": id_}))
