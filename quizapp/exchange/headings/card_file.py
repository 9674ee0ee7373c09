"""A card file of our own, read as an importer reads: its cards as drafts, ids kept, and what else it holds told."""

from collections.abc import Iterator

from quizapp.cards.parse import name_and_language, parse_placed
from quizapp.cards.parts import FrontMatter
from quizapp.cards.writing import draft_alone
from quizapp.exchange.markdown.source import Page, as_prompt
from quizapp.exchange.notes import Loss, Note, Told
from quizapp.i18n import _, said_both
from quizapp.language import EVERY
from quizapp.visible import one_line


def says_it_is_ours(page: Page) -> bool:
    """True if the page has a mark of ours, or is a card file without a fault.

    In a file of another program's a question may come twice, and a list of boxes is no choice.
    """
    part, placed = parse_placed(_content(page), page.path.name)
    marked = part.front.topic or part.front.into or any(card.named or section.classes for section, card in placed)
    return bool(marked) or all(fault.note for fault in part.faults)


def notes_of_card_file(page: Page, told: list[Told]) -> Iterator[Note]:
    """The sound cards of the page, in its order; tags of the topic are each card's."""
    part, placed = parse_placed(_content(page), page.path.name)
    told.append(Told(page.name, _("it is a card file already: its ids are kept"), Loss.NOTHING))
    above = max(part.front_lines.values(), default=0)
    for fault in part.faults:
        loss = Loss.NOTHING if fault.note else Loss.NOTE if fault.line > above else Loss.PART
        told.append(Told(page.place(fault.line - 1), one_line(said_both(fault.what, fault.mend)), loss))
    told += [Told(page.name, what) for what in _left_out(part.front, part.notes)]
    if name_and_language(page.path.name)[1] != EVERY:
        what = _(
            "another language's file makes cards of its own: copied into your folder of cards, the two are one topic"
        )
        told.append(Told(page.name, what))
    for section, card in placed:
        draft = draft_alone(section, card)
        tags = tuple(dict.fromkeys((*draft.tags, *part.front.tags)))
        heading, parted, below = draft.prompt.partition("\n")
        prompt = f"{as_prompt(heading)}{parted}{below}"
        draft = draft.model_copy(update={"tags": tags, "prompt": prompt})
        yield Note(page.place(section.line - 1), draft, deck=(one_line(page.path.stem),))


def _content(page: Page) -> bytes:
    return "\n".join(page.lines).encode("utf-8", "replace")


def _left_out(front: FrontMatter, notes: str) -> Iterator[str]:
    if notes:
        yield _("the topic's notes are left out")
    keys = [key for key in ("topic", "title", "see", "sources", "covers", "into") if getattr(front, key, None)]
    if keys:
        yield _("not read: {keys}").format(keys=", ".join(keys))
