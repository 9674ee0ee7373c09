"""The texts of a check in one language: they must read well in every draw, and the steps must end in the answer."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from quizapp.checks.drawing.compiling import misfilled
from quizapp.checks.errors import ExpressionError
from quizapp.checks.flaws import Flaw, Path
from quizapp.checks.grading.allowance import allowance_of
from quizapp.checks.grading.judging import Verdict, judged
from quizapp.checks.texts.placeholders import fill, placeholders
from quizapp.checks.texts.showing import shown
from quizapp.checks.typed.reading import Read, read_answer
from quizapp.checks.values import Value
from quizapp.checks.variant import Variant
from quizapp.i18n import F_
from quizapp.markdown import outline_of

ENDING = F_("the steps do not end in the answer")


@dataclass(frozen=True)
class Texts:
    """A check's texts in one language. `language` is None for the first, whose block the check was made of."""

    language: str | None
    prompt: str
    solution: str = ""
    hint: str | None = None
    says: Mapping[str, str] = field(default_factory=dict)

    def parts(self) -> Iterator[tuple[Path, str]]:
        """Each text with its place."""
        yield ("prompt",), self.prompt
        yield ("solution",), self.solution
        if self.hint:
            yield ("hint",), self.hint
        for id_, says in self.says.items():
            yield self.place_of(id_), says

    def place_of(self, mistake: str) -> Path:
        """Where a mistake's text stands in the block."""
        return ("mistakes", mistake, "says") if self.language is None else ("mistakes", mistake)

    def unknown(self, known: Collection[str]) -> Iterator[Flaw]:
        """What is wrong with the placeholders, whatever is drawn."""
        for path, text in self.parts():
            for flaw in misfilled(text, path, known):
                yield Flaw(flaw.path, flaw.what, flaw.mend, flaw.offset, flaw.quote, self.language)

    def lacking(self, mistakes: Sequence[str], hint: str | None) -> Iterator[Flaw]:
        """Notes on what the first language says and this one does not."""
        for id_ in mistakes:
            if id_ not in self.says:
                what = F_("the mistake `{id}` has no text in this language", id=id_)
                yield Flaw(("mistakes", id_), what, F_("write `{id}: …`", id=id_), language=self.language, note=True)
        if hint and not self.hint:
            what = F_("the hint is missing in this language")
            yield Flaw(("hint",), what, F_("write `hint: …`"), language=self.language, note=True)

    def faults(self, variant: Variant, sound: set[str] | None = None) -> Iterator[Flaw]:
        """What goes wrong with these texts in one variant.

        With `sound`, the placeholders that are known to go well in it, each is computed once for all texts and
        languages, which is four times as fast; without, the texts are filled, and their length is seen to.
        """
        flaws = [
            flaw
            for path, text in self.parts()
            if path[0] != "mistakes" or path[1] in variant.mistakes
            for flaw in self._unfilled(path, text, variant, sound)
        ]
        yield from flaws
        if not flaws and self.solution:
            yield from self._astray(variant)

    def _astray(self, variant: Variant) -> Iterator[Flaw]:
        """That the steps end in something else, or that what they end in cannot be shown."""
        quote = _last_block(self.solution).partition("\n")[0]
        try:
            if not ends_in_answer(self.solution, variant):
                mend = F_("let the last paragraph give it: **{{answer}}**")
                yield Flaw(("solution",), ENDING, mend, quote=quote, language=self.language)
        except ExpressionError as error:  # its offset is that in the last paragraph
            yield Flaw(("solution",), error.what, error.mend, quote=quote, language=self.language)

    def _unfilled(self, path: Path, text: str, variant: Variant, sound: set[str] | None) -> Iterator[Flaw]:
        try:
            if sound is None:
                fill(text, variant.names)
            else:
                _compute(text, variant.names, sound)
        except ExpressionError as error:
            yield Flaw.of(path, error, self.language, _quote(text, error.offset))


def ends_in_answer(solution: str, variant: Variant) -> bool:
    """Whether the last paragraph with a placeholder gives the answer, in any form that would be graded as right.

    Raises ExpressionError.
    """
    last = _last_block(solution)
    found = placeholders(last)
    if any(placeholder.written.strip() == "answer" for placeholder in found):
        return True
    if any(_gives(placeholder.filled(variant.names), variant) for placeholder in reversed(found)):
        return True
    filled = fill(last, variant.names)
    return shown(variant.answer) in filled or shown(variant.answer, grouped=False) in filled


def _compute(text: str, names: Mapping[str, Value], sound: set[str]) -> None:
    for placeholder in placeholders(text):
        if placeholder.written not in sound and placeholder.name not in names:
            placeholder.value(names)
            sound.add(placeholder.written)


def _gives(text: str, variant: Variant) -> bool:
    read = read_answer(text, variant.wanted, variant.unit, variant.choices)
    if not isinstance(read, Read):
        return False
    verdict, _ = judged(read.value, variant.answer, allowance_of(variant.answer), {})
    return verdict is Verdict.RIGHT


@lru_cache(maxsize=256)
def _last_block(text: str) -> str:
    """The last top-level block that holds a placeholder, else the last one."""
    lines = text.split("\n")
    blocks = [
        "\n".join(lines[slice(*token.map)]) for token in outline_of(text) if token.level == 0 and token.map is not None
    ]
    return next((block for block in reversed(blocks) if "{{" in block), blocks[-1] if blocks else "")


def _quote(text: str, offset: int | None) -> str | None:
    if offset is None:
        return None
    try:
        found = placeholders(text)
    except ExpressionError:  # they are too many: no single one is wrong
        return None
    return next((each.quote for each in found if each.start <= offset <= each.end), None)
