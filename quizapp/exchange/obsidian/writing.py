"""Cards as a note of the Obsidian plugin Spaced Repetition, which `quizapp.exchange.obsidian` reads as the same cards.

Carried are basic and reverse cards and clozes; gaps that are asked together get one number (`==1;;gap==`). A blank line
ends a card there (by the plugin's defaults), so an answer is its first block alone, and what else was left out is told.
Each card is read again before it is handed over: what would come back as another is told, and left out.
"""

import re
from collections.abc import Iterable, Iterator

from quizapp.cards.blocks import blocks_of
from quizapp.cards.draft import Draft
from quizapp.exchange.markdown.literal import literal_spans
from quizapp.exchange.markdown.same_meaning import same_card
from quizapp.exchange.markdown.source import first_words, gap_marks, gaps_of
from quizapp.exchange.notes import Loss, Told
from quizapp.exchange.obsidian.reading import notes_of
from quizapp.i18n import _
from quizapp.markdown import tokens_of

_TAG = "#flashcards"
_UNFIT = re.compile(r"[\s#,;.!?()\[\]/]+")
_SEPARATORS = {"basic": ("::", "?"), "reverse": (":::", "??")}
_NEXT = Draft(prompt="next", answer="card")
"""A card below the one that is tried: it must still be there."""


def text_of(drafts: Iterable[Draft], deck: tuple[str, ...] = ()) -> tuple[str, tuple[Told, ...]]:
    """The note's text, and what it does not hold. `deck` are the names that the note's tag gives to its deck."""
    told: list[Told] = []
    sections = [section for draft in drafts if (section := _section(draft, told))]
    names = (_UNFIT.sub("-", name).strip("-") for name in deck)
    tag = "/".join([_TAG, *(name for name in names if name)])
    return "\n\n".join([tag, *sections]) + "\n" if sections else "", tuple(told)


def _section(draft: Draft, told: list[Told]) -> str:
    where = first_words(draft.prompt)
    if draft.kind not in (*_SEPARATORS, "cloze"):
        what = _("the plugin for Obsidian knows no {kind} cards").format(kind=draft.kind)
        told.append(Told(where, what, Loss.NOTE))
        return ""
    kept = draft.model_copy(update={"answer": "" if draft.kind == "cloze" else _first_block(draft.answer)})
    written = next((text for text in _tried(kept) if _comes_back(kept, text)), "")
    if not written:
        what = _("the plugin for Obsidian would read this card as something else")
        told.append(Told(where, what, Loss.NOTE))
        return ""
    if kept.answer != draft.answer.strip("\n").rstrip():
        told.append(Told(where, _("its explanation is left out")))
    if draft.tags:
        told.append(Told(where, _("tags left out: {tags}").format(tags=" ".join(draft.tags))))
    return written


def _tried(draft: Draft) -> Iterator[str]:
    """How the card may be written, the shortest first."""
    prompt, answer = draft.prompt.strip("\n").rstrip(), draft.answer
    if draft.kind == "cloze":
        yield _numbered(prompt)
        return
    on_one_line, between = _SEPARATORS[draft.kind]
    if "\n" not in prompt + answer:
        yield f"{prompt}{on_one_line}{answer}"
    yield f"{prompt}\n{between}\n{answer}"


def _first_block(markdown: str) -> str:
    lines = ["", *markdown.split("\n")]  # on the first line `---` would begin front matter
    blocks = blocks_of(tokens_of("\n".join(lines)), lines)
    return blocks[0].markdown if blocks else ""


def _numbered(prompt: str) -> str:
    """The prompt with one number for all its gaps, if it has several; empty where they cannot be told from the text."""
    marks, count = gap_marks(prompt, literal_spans(prompt)), len(gaps_of(prompt))
    if len(marks) != 2 * count:
        return ""
    for mark in reversed(marks[::2] if count > 1 else []):
        prompt = f"{prompt[:mark]}==1;;{prompt[mark + 2 :]}"
    return prompt


def _comes_back(draft: Draft, written: str) -> bool:
    found = [note.draft for note in notes_of(f"{_TAG}\n\n{written}\n\n{_NEXT.prompt}::{_NEXT.answer}")]
    return len(found) == 2 and same_card(found[0], draft) and same_card(found[1], _NEXT)
