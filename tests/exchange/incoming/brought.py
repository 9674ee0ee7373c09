"""Notes brought into a learner's folder, for tests."""

from dataclasses import replace
from typing import Any

from quizapp.cards.draft import Draft
from quizapp.exchange.incoming.bringing import Brought, Progress, Wish, bring
from quizapp.exchange.notes import Found, Note
from tests.study.editing.conftest import Learning

WISH = Wish("anki", "Spanish")


def note(prompt: str, answer: str = "Yes.", deck: tuple[str, ...] = ("Languages", "Spanish"), **more: Any) -> Note:
    """A note with a key of its own."""
    marks = {name: more.pop(name) for name in ("kind", "tags") if name in more}
    draft = Draft.model_validate({"prompt": prompt, "answer": answer, **marks})
    return replace(Note(place=f"note {prompt}", draft=draft, key=f"guid {prompt}", deck=deck), **more)


def brought(
    learning: Learning,
    *notes: Note,
    wish: Wish = WISH,
    media: dict[str, bytes] | None = None,
    progress: Progress | None = None,
) -> Brought:
    """What came of these notes, with these files."""
    files = {name: lambda content=content: content for name, content in (media or {}).items()}
    return bring(learning.desk, Found(tuple(notes), (), files), wish, learning.now, progress)
