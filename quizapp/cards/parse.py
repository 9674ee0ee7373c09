"""One card file read into its part of a topic. Pure: bytes in, values out; a fault never stops the sound cards."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from quizapp.cards.blocks import Block, blocks_of
from quizapp.cards.definitions import Definitions
from quizapp.cards.faults import Fault, in_order
from quizapp.cards.front import front_matter
from quizapp.cards.identity import id_of_prompt, is_id, mend_of, slug
from quizapp.cards.kinds import face_of
from quizapp.cards.parts import CardPart, FilePart, FrontMatter
from quizapp.cards.plain import plain
from quizapp.cards.section import NoCard, Section
from quizapp.cards.slips import swallows, tell_layout
from quizapp.cards.source import Source
from quizapp.i18n import F_
from quizapp.language import EVERY, LANGUAGES
from quizapp.markdown import tokens_of
from quizapp.unswept import unswept
from quizapp.visible import one_line

READER = 11
"""Raised when the same bytes are read otherwise than before, so that files are read again."""

MOST_PIECES = 600_000
"""Lines and signs that Markdown makes pieces of, a heading counted as nine: as many take half a minute and 1.4 GB to
read where they were chosen to, and 16 MiB of ordinary prose have fewer."""
_PIECES = b"\r\n*_`[$=~\\&<|"
_MORE_OF_A_HEADING = 8


@unswept()
def parse_file(content: bytes, file: str, deck: str) -> FilePart:
    """The part of a topic that `content`, the bytes of `file`, holds."""
    return _Parser(content, file).part(deck)


@unswept()
def parse_placed(content: bytes, file: str) -> tuple[FilePart, list[tuple[Section, CardPart]]]:
    """The file's part, in no deck, and its cards with the sections that hold them, in the file's order."""
    parser = _Parser(content, file)
    return parser.part(""), parser.placed


def name_and_language(file: str) -> tuple[str, str]:
    """A file's name without its endings, and its language: `a.zh.md` is (`a`, `zh`)."""
    path = PurePath(file)
    stem, _, suffix = path.stem.rpartition(".")
    return (stem, suffix) if stem and suffix in LANGUAGES else (path.stem, EVERY)


def is_too_much(content: bytes) -> bool:
    """True if a file has more lines and marks than may be read."""
    headings = content.count(b"\n#") + content.count(b"\r#")
    pieces = len(content) - len(content.translate(None, _PIECES)) + _MORE_OF_A_HEADING * headings
    return pieces > MOST_PIECES


class _Parser:
    def __init__(self, content: bytes, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self.is_too_much = is_too_much(content)
        if self.is_too_much:
            self.tell(1, F_("too many lines or marks for one file"), F_("split it into several files"))
            content = b""
        source = Source(content)
        for line, column, what, mend in source.faults():
            self.tell(line, what, mend, column)
        environment: dict[str, Any] = {}
        self.blocks = blocks_of(tokens_of(source.text, environment), source.text.split("\n"))
        self.definitions = Definitions(environment.get("references"))
        self.topic = ""
        self.placed: list[tuple[Section, CardPart]] = []
        self.broken: list[str] = []

    def tell(self, line: int, what: str, mend: str, column: int = 1, note: bool = False) -> None:
        self.faults.append(Fault(file=self.file, line=line, column=column, what=what, mend=mend, note=note))

    def part(self, deck: str) -> FilePart:
        name, language = name_and_language(self.file)
        front = FrontMatter()
        lines: Mapping[str, int] = {}
        if self.blocks and self.blocks[0].type == "front_matter":
            front, lines = front_matter(self.blocks.pop(0).tokens[0].content, self.tell)
        tell_layout(self.blocks, self.tell)
        head, sections = self._sections()
        title, notes = self._head(head)
        self.topic = front.into or front.topic or slug(name)
        self._read(sections)
        return FilePart(
            file=self.file,
            deck=deck,
            topic=self.topic,
            language=language,
            title=one_line(front.title or title or name),
            notes=notes,
            front=front,
            front_lines=lines,
            cards=tuple(card for _, card in self.placed),
            faults=in_order(self.faults),
            broken=tuple(self.broken),
            swallows=self.is_too_much or swallows(self.blocks),
        )

    def _sections(self) -> tuple[list[Block], list[Section]]:
        starts = [index for index, block in enumerate(self.blocks) if block.is_heading("h2")]
        sections = [
            Section(self.blocks[start], self.blocks[start + 1 : end], self.definitions)
            for start, end in zip(starts, [*starts[1:], len(self.blocks)], strict=False)
        ]
        return self.blocks[: starts[0] if starts else None], sections

    def _head(self, head: list[Block]) -> tuple[str, str]:
        title = next((block for block in head if block.is_heading("h1")), None)
        others = [block for block in head if block is not title]
        text = "\n\n".join(block.markdown for block in others)
        notes = self.definitions.beside(text, [token for block in others for token in block.tokens])
        return plain(title.tokens[1]) if title else "", notes

    def _read(self, sections: list[Section]) -> None:
        first: dict[str, CardPart] = {}
        for section in sections:
            card = self._card(section)
            if card is None:
                self.broken += self._known_by(section)
                continue
            if card.key in first:
                self._tell_twice(section, card, first[card.key])
            else:
                first[card.key] = card
                self.placed.append((section, card))

    def _known_by(self, section: Section) -> list[str]:
        """What a section that makes no card may have been called while it made one: a card's key, its title's id."""
        of, title = self._of(section), section.title.partition(" {")[0]
        key = f"{of}/{section.id}" if of else section.id
        return [*([key] if section.id and key else []), *([id_of_prompt(title)] if title else [])]

    def _of(self, section: Section) -> str | None:
        """The topic of the card's id, where that is another than the file's."""
        return None if section.of == self.topic else section.of

    def _card(self, section: Section) -> CardPart | None:
        if not section.text:
            self.tell(section.line, F_("the heading is empty"), F_("write the question behind `##`"))
            return None
        written = section.id
        if written is not None and not is_id(written):
            column = section.column(f"#{written}")
            self.tell(
                section.line,
                F_("`{id}` is no card id", id=written),
                mend_of(written),
                column,
            )
            return None
        try:
            face = face_of(section, self.tell)
        except NoCard:
            return None
        id_ = written or id_of_prompt(section.known_by)
        named = written is not None
        return CardPart(id=id_, named=named, face=face, of=self._of(section), tags=section.tags)

    def _tell_twice(self, section: Section, card: CardPart, first: CardPart) -> None:
        line = first.face.line
        if card.named or first.named:
            self.tell(
                section.line,
                F_("line {line} already has a card with the id `{id}`", line=line, id=card.key),
                F_("give one of the two another id"),
            )
        else:
            self.tell(
                section.line,
                F_("line {line} already has a card with this prompt", line=line),
                F_("reword one, or give it an {#id}"),
            )
