"""Markdown files in which headings ask: those of mdfc and of flashdown, and card files of our own.

* mdfc (Markdown Flashcards; README, files.go): `## front`, the back below it, `# category` above several; a line of
  `` `mdfc;box:3;due:2026-11-30` `` ends a card and says when it is due.
* flashdown (README, card.go; now with Essentialist): `## question`, earlier `# question`, the answer below it.
* A file of ours has one title at most, level-2 headings, and marks of ours or no fault: it keeps its ids.

So level-2 headings ask where there are any, but for a file whose level-1 headings all have text right below them.
Headings that are underlined are text, and so is what looks like one in code.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from quizapp.cards.blocks import Block, blocks_of
from quizapp.cards.draft import Draft
from quizapp.errors import UsageError
from quizapp.exchange.headings.card_file import notes_of_card_file, says_it_is_ours
from quizapp.exchange.headings.mdfc import METADATA, past_of_metadata
from quizapp.exchange.markdown.shelf import Shelf, with_pictures
from quizapp.exchange.markdown.source import Page, as_prompt, as_text, is_blank, pages, told_html, told_links
from quizapp.exchange.notes import Found, Loss, Note, Told
from quizapp.exchange.texts.words import first_words
from quizapp.i18n import F_, _
from quizapp.markdown import outline_of
from quizapp.visible import one_line

_TITLE, _PROMPT = "h1", "h2"


@dataclass
class _File:
    page: Page
    shelf: Shelf
    root: Path
    told: list[Told] = field(default_factory=list)

    def tell(self, line: int, what: str, loss: Loss = Loss.PART) -> None:
        self.told.append(Told(self.page.place(line), what, loss))


def read(path: Path, limit: int) -> Found:
    """The cards of a file, or of all Markdown files in a folder. UsageError if there is text in it, but no heading."""
    root = path if path.is_dir() else path.parent
    shelf = Shelf(root, limit)
    notes: list[Note] = []
    told: list[Told] = []
    for page, told_here in pages(path, limit):
        file = _File(page, shelf, root)
        notes += _notes(file, path.is_dir())
        told += [*told_here, *file.told]
    told += told_links(path)
    if not notes:
        told.append(Told(one_line(path.name), _("there is no card here"), Loss.NOTHING))
    return Found(tuple(notes), tuple(dict.fromkeys(told)), shelf.media)


def _notes(file: _File, is_folder: bool) -> Iterator[Note]:
    lines = file.page.lines
    blocks = blocks_of(outline_of("\n".join(lines)), lines)
    front = [block for block in blocks[:1] if block.type == "front_matter"]
    blocks = blocks[len(front) :]
    level = _level(blocks, lines)
    if not level and not is_folder and not file.page.is_empty:
        what = F_("{name} has no headings that ask", name=file.page.name)
        raise UsageError(what, F_("a card is a heading with text below it"))
    if level == _PROMPT and _is_laid_out_as_ours(blocks, lines) and says_it_is_ours(file.page):
        for note in notes_of_card_file(file.page, file.told):
            yield _with_pictures(file, note)
        return
    if front:
        file.tell(0, _("the front matter is left out"))
    if level:
        yield from _cards(file, blocks, level)


def _level(blocks: Sequence[Block], lines: Sequence[str]) -> str:
    """The level of the headings that ask; empty where there is none."""
    levels = {block.tokens[0].tag for block in blocks if block.type == "heading_open"} & {_TITLE, _PROMPT}
    if len(levels) < 2:
        return next(iter(levels), "")
    titles = [index for index, block in enumerate(blocks) if block.is_heading(_TITLE)]
    below = [blocks[index + 1 : index + 2] for index in titles]
    is_answered = all(block and block[0].type != "heading_open" for block in below)
    return _TITLE if len(titles) > 1 and is_answered and not _has_metadata(lines) else _PROMPT


def _is_laid_out_as_ours(blocks: Sequence[Block], lines: Sequence[str]) -> bool:
    """True if there is one title at most, above all cards."""
    headings = [block for block in blocks if block.is_heading(_TITLE) or block.is_heading(_PROMPT)]
    return not any(block.is_heading(_TITLE) for block in headings[1:]) and not _has_metadata(lines)


def _has_metadata(lines: Sequence[str]) -> bool:
    return any(map(METADATA.match, lines))


def _cards(file: _File, blocks: Sequence[Block], level: str) -> Iterator[Note]:
    """A card for each heading of the level; a heading above it names a deck."""
    ends = (_TITLE, level)
    starts = [index for index, block in enumerate(blocks) if any(map(block.is_heading, ends))]
    deck: tuple[str, ...] = (one_line(file.page.path.stem),)
    category = deck
    _tell_outside(file, blocks[: starts[0] if starts else None])
    for start, end in zip(starts, [*starts[1:], len(blocks)], strict=False):
        heading, below = blocks[start], blocks[start + 1 : end]
        if heading.is_heading(level):
            last = blocks[end].start if end < len(blocks) else len(file.page.lines)
            yield from _card(file, heading, last, category)
        else:
            category = (*deck, title) if (title := one_line(_prompt(heading))) else deck
            _tell_outside(file, below)


def _tell_outside(file: _File, blocks: Sequence[Block]) -> None:
    if blocks:
        words = first_words(blocks[0].markdown)
        file.tell(blocks[0].start, _("outside of a card: {words}").format(words=words))


def _card(file: _File, heading: Block, end: int, deck: tuple[str, ...]) -> Iterator[Note]:
    number = heading.start
    prompt, lines = _prompt(heading), file.page.lines[heading.end : end]
    is_code = file.page.fences.inside[heading.end : end]
    at = next((n for n, line in enumerate(lines) if METADATA.match(line) and not is_code[n]), None)
    answer = "\n".join(lines[:at]).strip("\n").rstrip()
    rest = "\n".join(lines[at + 1 :]).strip() if at is not None else ""
    if rest:
        file.tell(number, _("outside of a card: {words}").format(words=first_words(rest)))
    if is_blank(prompt) or is_blank(answer):
        what = _("“{words}” is a card with an empty side").format(words=first_words(prompt or answer))
        file.tell(number, what, Loss.NOTE)
        return
    past = past_of_metadata(lines[at]) if at is not None else None
    if at is not None and past is None:
        file.tell(number, _("a schedule of another form is not brought along"))
    draft = Draft(prompt=as_text(prompt), answer=as_text(answer))
    note = Note(file.page.place(number), draft, deck=deck)
    yield _with_pictures(file, Note(note.place, draft, deck=deck, past=past) if past else note)


def _prompt(heading: Block) -> str:
    """The heading's text as it is written, braces and all."""
    text = heading.markdown.strip().lstrip("#").strip()
    bare = text.rstrip("#")
    text = bare.rstrip() if bare != text and (not bare or bare[-1].isspace()) else text
    return as_prompt(text)


def _with_pictures(file: _File, note: Note) -> Note:
    folders = (file.page.path.parent, file.root)
    file.told += told_html(f"{note.draft.prompt}\n\n{note.draft.answer}", note.place)
    prompt, shown, missing = with_pictures(note.draft.prompt, file.shelf, folders, note.place)
    answer, more, also = with_pictures(note.draft.answer, file.shelf, folders, note.place)
    file.told += [*missing, *also]
    draft = note.draft.model_copy(update={"prompt": prompt, "answer": answer})
    return replace(note, draft=draft, media=tuple(dict.fromkeys((*shown, *more))))
