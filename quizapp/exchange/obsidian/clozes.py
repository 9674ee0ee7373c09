"""A paragraph with gaps as cards: each number is one, and each gap without a number."""

from collections.abc import Sequence
from dataclasses import dataclass

from quizapp.cards.draft import Draft
from quizapp.exchange.markdown.gapped import MOST_CHARACTERS, gap, gapped
from quizapp.exchange.markdown.source import gaps_of
from quizapp.exchange.obsidian.marks import Gap, gaps_in


@dataclass(frozen=True)
class Clozes:
    """The cards of a paragraph in the plugin's order of siblings; None for one that cannot be a cloze of ours."""

    drafts: tuple[Draft | None, ...]
    texts: tuple[str, ...]
    is_ordered: bool
    """True if the plugin hides gaps by a pattern (`[^ash]`), which is not kept."""


def clozes_of(text: str, marks: Sequence[str]) -> Clozes:
    """The cards of a text whose gaps have these marks."""
    gaps = gaps_in(text, marks)
    groups = _groups(gaps)
    if len(text) * len(groups) > MOST_CHARACTERS:
        return Clozes((None,), (text,), False)
    prompts = [_prompt(text, gaps, group) for group in groups]
    drafts = (
        Draft(kind="cloze", prompt=prompt) if len(gaps_of(prompt)) == len(group) else None
        for prompt, group in zip(prompts, groups, strict=True)
    )
    texts = tuple(" … ".join(one.text for one in group) for group in groups)
    return Clozes(tuple(drafts), texts, any(one.order for one in gaps))


def _groups(gaps: Sequence[Gap]) -> list[list[Gap]]:
    """The gaps that are asked together: by number where there are numbers, else each by itself."""
    if all(one.number is None for one in gaps):
        return [[one] for one in gaps]
    numbers = sorted({one.number for one in gaps if one.number is not None})
    alone = [[one] for one in gaps if one.number is None]
    return [*([one for one in gaps if one.number == number] for number in numbers), *alone]


def _prompt(text: str, gaps: Sequence[Gap], asked: Sequence[Gap]) -> str:
    pieces, done = [], 0
    for one in gaps:
        pieces += [text[done : one.start], _asked(one) if one in asked else one.text.strip()]
        done = one.end
    return gapped("".join([*pieces, text[done:]]))


def _asked(one: Gap) -> str:
    return gap(one.text.strip()) + (f" *({one.hint})*" if one.hint else "")
