"""Cards as a table of comma-separated values (RFC 4180), texts in Markdown: read again, they are the same drafts."""

import csv
import io
import re
from collections.abc import Iterable

from quizapp.exchange.notes import Note

COLUMNS = ("deck", "id", "kind", "prompt", "answer", "tags")

_PARTS_TAGS = re.compile(r"[,;，；、]")


def csv_of(notes: Iterable[Note]) -> str:
    r"""A table with a header, one card a row, lines ending in `\r\n`. Every kind of card fits; pictures stay behind."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for note in notes:
        draft = note.draft
        tags = " ".join(map(_tag, draft.tags))
        writer.writerow((_deck(note.deck), draft.id, draft.kind, draft.prompt, draft.answer, tags))
    return text.getvalue()


def _deck(names: tuple[str, ...]) -> str:
    """Names joined by `::`; a single one with a slash, which would part it, ends in them."""
    name = "::".join(names)
    return f"{name}::" if len(names) == 1 and "/" in name else name


def _tag(tag: str) -> str:
    return f'"{tag}"' if _PARTS_TAGS.search(tag) else tag
