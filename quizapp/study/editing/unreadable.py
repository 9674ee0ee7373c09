"""What keeps a card that was typed into the form from being read, in words for its fields: no heading, no file."""

import re

from quizapp.cards.blocks import blocks_of
from quizapp.cards.draft import Draft
from quizapp.cards.parse import parse_file
from quizapp.cards.plain import gaps
from quizapp.cards.slips import is_left_open, looks_hidden
from quizapp.cards.writing import section_of
from quizapp.cards.writing.marks import as_tag
from quizapp.i18n import _
from quizapp.markdown import outline_of, tokens_of
from quizapp.study.editing.form import Form, Texts
from quizapp.study.editing.plain_lines import first_lines, is_option, is_right
from quizapp.study.editing.troubles import ANSWER, PROMPT, TAGS, Trouble

_RIGHT_OPTION = re.compile(r"\s*[-+*]\s+\[[xX]\]")

Said = tuple[str, str, str]
"""A field, what is wrong there, and what to do."""


def unreadable(form: Form, language: str) -> Trouble | None:
    """Why the texts make no card of the kind chosen; None where a fault of what was read says it better."""
    texts = form.text(language)
    said = _of_prompt(texts) or _of_kind(form.kind, texts) or _of_answer(form.kind, texts)
    if said is None:
        return None
    field, what, mend = said
    return Trouble(language, field, 0, what, mend)


def odd_tags(form: Form) -> tuple[str, ...]:
    """The tags that would not be read again as they are typed: signs of Markdown stand in them.

    Such a sign may make a pair with one in the prompt, or in another tag.
    """
    prompts = ["x", *(form.text(language).prompt.strip() for language in form.languages)]
    readable = [prompt for prompt in prompts if prompt and _are_read(prompt, ())]
    odd = {tag for tag in form.tags for prompt in readable if not _are_read(prompt, (tag,))}
    kept = tuple(tag for tag in form.tags if tag not in odd)
    if not all(_are_read(prompt, kept) for prompt in readable):
        odd |= {tag for tag in kept if as_tag(tag) != tag}
    return tuple(tag for tag in form.tags if tag in odd)


def told_of_tag(tag: str) -> Trouble:
    """That this can be no tag, and what could."""
    better = as_tag(tag)
    mend = _("write {tag}").format(tag=better) if better else _("use letters and digits")
    return Trouble("", TAGS, 0, _("{tag} cannot be a tag").format(tag=tag), mend)


def _are_read(prompt: str, tags: tuple[str, ...]) -> bool:
    section = section_of(Draft(prompt=prompt, answer="x", id="x", tags=tags))
    cards = parse_file(section.encode("utf-8", "surrogatepass"), "card.md", "").cards
    return [card.tags for card in cards] == [tags]


def _of_prompt(texts: Texts) -> Said | None:
    if _blocks(texts.prompt):
        return None
    return PROMPT, _("nothing of this can be shown"), _("write the question")


def _of_kind(kind: str, texts: Texts) -> Said | None:
    match kind:
        case "cloze":
            return _of_cloze(texts.prompt)
        case "choice":
            return _of_choice(first_lines(texts.answer))
        case "order" | "points":
            return _of_lines(texts.answer)
        case _:
            return None


def _of_cloze(prompt: str) -> Said | None:
    if any(True for token in tokens_of(f"\n{prompt}") if token.type == "inline" for _gap in gaps(token)):
        return None
    if looks_hidden(prompt):
        return PROMPT, _("`==…==` hides nothing in code or maths"), _("put it around them")
    if is_left_open(prompt):
        return PROMPT, _("the gap is not closed"), _("put a second `==` right behind what it hides")
    return PROMPT, _("nothing is hidden"), _("put `==` before and behind what is to be recalled")


def _of_choice(lines: list[str]) -> Said | None:
    if len(lines) < 2:
        what = _("a choice has two options or more")
        return ANSWER, what, _("write one a line, `*` before each right one")
    if any(map(is_option, lines)):
        none = all(map(is_option, lines)) and not any(map(_RIGHT_OPTION.match, lines))
        return (ANSWER, _("none is marked right"), _("`[x]` in each right one")) if none else None
    if not any(map(is_right, lines)):
        return ANSWER, _("none is marked right"), _("`*` before each right one")
    return ANSWER, _("a mark stands before every line"), _("leave wrong ones without: `*` before right ones alone")


def _of_lines(answer: str) -> Said | None:
    lines, every = first_lines(answer), [line for line in answer.split("\n") if line.strip()]
    if len(every) < 2:
        return ANSWER, _("this is one line alone"), _("write two lines or more")
    if len(lines) < 2:
        return ANSWER, _("an empty line parts these"), _("write them right below one another")
    return ANSWER, _("these lines make no list"), _("write each without a mark, none empty")


def _of_answer(kind: str, texts: Texts) -> Said | None:
    if kind not in ("basic", "reverse", "typed"):
        return None
    if not _blocks(texts.answer):
        return ANSWER, _("the card has no answer"), _("write it")
    if kind == "typed":
        return ANSWER, _("nothing here can be typed"), _("begin with the text to be typed")
    return None


def _blocks(text: str) -> bool:
    """Whether Markdown shows anything: a link's address alone shows nothing."""
    return bool(blocks_of(outline_of(f"\n{text}"), ["", *text.split("\n")]))
