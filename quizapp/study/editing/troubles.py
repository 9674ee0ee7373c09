"""What is wrong with a card that is being written, told by field and line, as its author sees them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizapp.cards.faults import Fault
from quizapp.cards.parts import FilePart
from quizapp.i18n import _, said
from quizapp.study.editing.form import Form, Texts, language_name
from quizapp.visible import one_line
from quizapp.wording import N_

PROMPT, ANSWER, DECK, TAGS = "prompt", "answer", "deck", "tags"

_NAMES = {PROMPT: N_("Prompt"), ANSWER: N_("Answer"), DECK: N_("Deck"), TAGS: N_("Tags")}
_ANKI_GAP = re.compile(r"\{\{c\d+::")


@dataclass(frozen=True)
class Trouble:
    """One thing wrong: in which language and field, on which of its lines (from 1; 0 where it is all of it).

    What is not `fatal` is told, and does not keep the card from being added.
    """

    language: str
    field: str
    line: int
    what: str
    mend: str
    fatal: bool = True

    def __str__(self) -> str:
        return self.told()

    def told(self, several: bool = False) -> str:
        """It in one line; with the language where there are `several`."""
        name = _(_NAMES[self.field])
        if several and self.language:
            name = _("{language}, {field}").format(language=language_name(self.language), field=name)
        where = _("{field}, line {n}").format(field=name, n=self.line) if self.line > 1 else name
        return one_line(_("{where}: {what}: {mend}").format(where=where, what=said(self.what), mend=said(self.mend)))


def as_typed(fault: Fault, language: str, texts: Texts, section: str) -> Trouble:
    """A fault of a card's text, told where in the form it was typed."""
    field, line = place(fault.line, texts, section)
    return Trouble(language, field, line, fault.what, fault.mend, fatal=not fault.note)


def place(line: int, texts: Texts, section: str) -> tuple[str, int]:
    """The field, and the line in it, of a line (from 1) of the card's text.

    The answer ends the text, and the prompt begins it: its first line is the heading, the others follow an empty line.
    """
    answer = texts.answer.rstrip().strip("\n")
    blank = len(texts.answer) - len(texts.answer.lstrip("\n"))
    first = _first_line(answer.split("\n"), section.rstrip("\n").split("\n"))
    if answer and line >= first:
        return ANSWER, line - first + 1 + blank
    if line <= 1:
        return PROMPT, 1
    _first, *rest = texts.prompt.strip().split("\n")
    skipped = next((number for number, text in enumerate(rest) if text.strip()), 0)
    return PROMPT, max(1, min(line - 2 + 1 + skipped, 1 + len(rest)))


def _first_line(answer: list[str], lines: list[str]) -> int:
    """Where the answer begins. Counted from the end, but for lines that were added to close what was left open."""
    last = len(lines) - len(answer)
    return 1 + next((at for at in range(last, 0, -1) if lines[at] == answer[0]), last)


def told_of_kind(form: Form, language: str, part: FilePart, why: Trouble | None = None) -> Iterator[Trouble]:
    """That the text makes a card of another kind than the one chosen, or none, where no fault says so.

    Where it is known `why` there is none, just that.
    """
    texts = form.text(language)
    if _ANKI_GAP.search(texts.prompt):
        yield Trouble(language, PROMPT, 0, _("`{{c1::…}}` is how Anki writes a gap"), _("write `==…==`"), fatal=False)
    if why is not None:
        yield why
        return
    faults = [fault for fault in part.faults if not fault.note]
    kind = part.cards[0].face.kind if part.cards else ""
    if faults or (len(part.cards) == 1 and kind == form.kind):
        return
    if len(part.cards) > 1:
        yield Trouble(language, ANSWER, 0, _("these are several cards"), _("add them one by one"))
    elif form.kind in _WANTED:
        what, mend = _WANTED[form.kind]
        yield Trouble(language, ANSWER, 0, _(what), _(mend))
    else:
        what = _("this makes a card of the kind {kind}").format(kind=kind or "?")
        yield Trouble(language, ANSWER, 0, what, _("choose that kind"))


_WANTED = {
    "check": (N_("there is no check block"), N_("begin one with ```check and end it with ```")),
    "exercise": (N_("there is no exercise block"), N_("begin one with ```exercise and end it with ```")),
}
