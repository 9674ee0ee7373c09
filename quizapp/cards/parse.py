"""One card file read into its part of a topic. Pure: bytes in, values out; a fault never stops the sound cards."""

from pathlib import PurePath
from typing import Any

from quizapp.cards.blocks import Block, blocks_of, plain
from quizapp.cards.faults import Fault, in_order
from quizapp.cards.identity import id_of_prompt, is_id, slug
from quizapp.cards.kinds import face_of
from quizapp.cards.parts import CardPart, FilePart, FrontMatter
from quizapp.cards.section import NoCard, Section
from quizapp.cards.source import Source
from quizapp.cards.yaml_block import Block as YamlBlock
from quizapp.cards.yaml_block import UnreadableBlock
from quizapp.language import EVERY, LANGUAGES
from quizapp.markdown import tokens_of

READER = 1
"""Raised when the same bytes are read otherwise than before, so that files are read again."""


def parse_file(content: bytes, file: str, deck: str) -> FilePart:
    """The part of a topic that `content`, the bytes of `file`, holds."""
    return _Parser(content, file).part(deck)


def name_and_language(file: str) -> tuple[str, str]:
    """A file's name without its endings, and its language: `a.zh.md` is (`a`, `zh`)."""
    path = PurePath(file)
    stem, _, suffix = path.stem.rpartition(".")
    return (stem, suffix) if stem and suffix in LANGUAGES else (path.stem, EVERY)


class _Parser:
    def __init__(self, content: bytes, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        source = Source(content)
        for line, column, what, mend in source.faults():
            self.tell(line, what, mend, column)
        self.lines = source.text.split("\n")
        environment: dict[str, Any] = {}
        self.blocks = blocks_of(tokens_of(source.text, environment), self.lines)
        self.definitions = _definitions(environment.get("references", {}))

    def tell(self, line: int, what: str, mend: str, column: int = 1, note: bool = False) -> None:
        self.faults.append(Fault(file=self.file, line=line, column=column, what=what, mend=mend, note=note))

    def part(self, deck: str) -> FilePart:
        name, language = name_and_language(self.file)
        front = self._front_matter()
        head, sections = self._sections()
        self._tell_underlined()
        title, notes = self._head(head)
        return FilePart(
            file=self.file,
            deck=deck,
            topic=front.topic if front.topic and is_id(front.topic) else slug(name),
            language=language,
            title=front.title or title or name,
            notes=notes,
            front=front,
            cards=self._cards(sections),
            faults=in_order(self.faults),
        )

    def _front_matter(self) -> FrontMatter:
        if not self.blocks or self.blocks[0].type != "front_matter":
            return FrontMatter()
        token = self.blocks.pop(0).tokens[0]
        try:
            block = YamlBlock(token.content, 2)
        except UnreadableBlock as error:
            self.tell(error.problem.line, error.problem.what, error.problem.mend, error.problem.column)
            return FrontMatter()
        front = block.validated(FrontMatter) or FrontMatter()
        for problem in block.problems:
            self.tell(problem.line, problem.what, problem.mend, problem.column)
        self._tell_odd_keys(block, front)
        return front

    def _tell_odd_keys(self, block: YamlBlock, front: FrontMatter) -> None:
        for key in set(block.value if isinstance(block.value, dict) else ()) - set(FrontMatter.model_fields):
            line, column = block.place((key,))
            self.tell(line, f"front matter has no key `{key}`", "it is ignored; check its spelling", column, note=True)
        if front.topic is not None and not is_id(front.topic):
            line, column = block.place(("topic",))
            self.tell(line, f"`{front.topic}` is no topic id", "use letters, digits and hyphens", column)

    def _sections(self) -> tuple[list[Block], list[Section]]:
        starts = [index for index, block in enumerate(self.blocks) if _is_heading(block, "h2")]
        ends = [*starts[1:], len(self.blocks)]
        sections = [
            Section(self.blocks[start], self.blocks[start + 1 : end], self.definitions)
            for start, end in zip(starts, ends, strict=True)
        ]
        return self.blocks[: starts[0] if starts else None], sections

    def _head(self, head: list[Block]) -> tuple[str, str]:
        title = next((block for block in head if _is_heading(block, "h1")), None)
        notes = "\n\n".join(block.markdown for block in head if block is not title)
        if self.definitions and "[" in notes:
            notes += f"\n\n{self.definitions}"
        return plain(title.tokens[1]) if title else "", notes

    def _tell_underlined(self) -> None:
        for before, block in zip(self.blocks, self.blocks[1:], strict=False):
            if block.type == "hr" and block.tokens[0].markup[0] == "-" and before.type == "paragraph_open":
                if before.end == block.start:
                    what = "other Markdown readers take this line and the one above for a heading"
                    self.tell(block.start + 1, what, "leave an empty line above `---`")

    def _cards(self, sections: list[Section]) -> tuple[CardPart, ...]:
        cards: dict[str, CardPart] = {}
        for section in sections:
            card = self._card(section)
            if card is None:
                continue
            if card.id in cards:
                self._tell_twice(section, card, cards[card.id])
            else:
                cards[card.id] = card
        return tuple(cards.values())

    def _card(self, section: Section) -> CardPart | None:
        if not section.text:
            self.tell(section.line, "the heading is empty", "write the question behind `##`")
            return None
        written = section.id
        if written is not None and not is_id(written):
            self.tell(section.line, f"`{written}` is no card id", "use letters, digits and hyphens")
            return None
        try:
            face = face_of(section, self.tell)
        except NoCard:
            return None
        return CardPart(id=written or id_of_prompt(section.text), named=written is not None, face=face)

    def _tell_twice(self, section: Section, card: CardPart, first: CardPart) -> None:
        other = f"line {first.face.line} already has"
        if card.named:
            self.tell(section.line, f"{other} a card with the id `{card.id}`", "give one of the two another id")
        else:
            self.tell(section.line, f"{other} a card with this prompt", "reword one, or give it an {#id}")


def _is_heading(block: Block, tag: str) -> bool:
    return block.type == "heading_open" and block.tokens[0].tag == tag


def _definitions(references: dict[str, Any]) -> str:
    lines = []
    for label, reference in references.items():
        title = f' "{reference["title"]}"' if reference.get("title") and '"' not in reference["title"] else ""
        lines.append(f"[{label}]: <{reference['href']}>{title}")
    return "\n".join(lines)
