"""A card file of our own, read as an importer reads: its cards as drafts, ids kept, and what else it holds told."""

from collections.abc import Iterator

from quizapp.cards.parse import parse_placed
from quizapp.cards.parts import FrontMatter
from quizapp.cards.writing import draft_of
from quizapp.exchange.markdown.source import Page, as_prompt
from quizapp.exchange.notes import Loss, Note, Told
from quizapp.i18n import _
from quizapp.visible import one_line


def notes_of_card_file(page: Page, told: list[Told]) -> Iterator[Note]:
    """The sound cards of the page, in its order; tags of the topic are each card's."""
    content, name = "\n".join(page.lines).encode("utf-8", "replace"), page.path.name
    part, placed = parse_placed(content, name)
    told.append(Told(page.name, _("it is a card file already: its ids are kept"), Loss.NOTHING))
    told += [Told(page.place(fault.line - 1), one_line(f"{fault.what}: {fault.mend}")) for fault in part.faults]
    told += [Told(page.name, what) for what in _left_out(part.front, part.notes)]
    for section, card in placed:
        draft = draft_of(section, card)
        tags = tuple(dict.fromkeys((*draft.tags, *part.front.tags)))
        heading, parted, below = draft.prompt.partition("\n")
        prompt = f"{as_prompt(heading)}{parted}{below}"
        draft = draft.model_copy(update={"tags": tags, "prompt": prompt})
        yield Note(page.place(section.line - 1), draft, deck=(one_line(page.path.stem),))


def _left_out(front: FrontMatter, notes: str) -> Iterator[str]:
    if notes:
        yield _("the topic's notes are left out")
    keys = [key for key in ("topic", "title", "see", "sources", "covers", "into") if getattr(front, key, None)]
    if keys:
        yield _("not read: {keys}").format(keys=", ".join(keys))
