"""A variant answered rightly, wrongly and with nonsense."""

from collections.abc import Iterator

from quizapp.checks.flaws import Flaw
from quizapp.checks.grading.judging import Graded, Verdict
from quizapp.checks.texts.showing import shown
from quizapp.checks.typed.reading import Unread, Wanted
from quizapp.checks.typed.signs import folded
from quizapp.checks.variant import Variant
from quizapp.i18n import F_

NONSENSE = (
    "",
    "banana split",
    "1/0",
    "nan",
    "1e400",
    "2j",
    "rand()",
    "__import__('os')",
    "10**4000000",
    "(",
    "{{answer}}",
)


def refused(variant: Variant) -> Iterator[Flaw]:
    """The forms of the right answer that are not taken for it."""
    for text in right_answers(variant):
        graded = variant.grade(text)
        if isinstance(graded, Unread):
            yield Flaw(
                ("answer",),
                F_("the right answer, typed `{text}`, is not read ({what})", text=text, what=graded.why),
                F_("report this"),
            )
        elif graded.verdict is not Verdict.RIGHT:
            mend = F_("allow more, or `round` the answer to what can be typed")
            yield Flaw(
                ("answer",),
                F_(
                    "the right answer, typed as it is shown, `{text}`, is graded {what}",
                    text=text,
                    what=graded.verdict,
                ),
                mend,
            )


def right_answers(variant: Variant) -> Iterator[str]:
    """The right answer as people type it: plain, with separators, as an expression, with its unit."""
    answer = variant.answer
    yield shown(answer, grouped=False)
    if "≈" not in shown(answer):  # a long integer is shortened there
        yield shown(answer)
    if variant.wanted is Wanted.NUMBER:
        yield f"({shown(answer, grouped=False)}) * 6 / 6 + 1 - 1"
        if isinstance(answer, int):
            yield f"{answer:,}"
        if variant.unit:
            yield f"{shown(answer, grouped=False)} {variant.unit}"
    elif variant.wanted is Wanted.TEXT and folded(answer.upper()) == folded(answer):  # a Turkish ı is no i
        yield answer.upper()


def unnamed(variant: Variant, typed: bool) -> Iterator[Flaw]:
    """The live mistakes that are not told by their names, computed or `typed` as the program shows them."""
    for id_, value in variant.lively.items():
        graded = variant.grade(shown(value, grouped=False)) if typed else variant.judge(value)
        if taken := _taken(graded, variant.twins.get(id_, id_)):
            what = F_(
                "the mistake `{id}`, typed `{value}`, is {what}",
                id=id_,
                value=shown(value, grouped=False),
                what=taken,
            )
            yield Flaw(("mistakes", id_), what, F_("make the allowance smaller, or draw numbers that tell them apart"))


def _taken(graded: Graded | Unread, mistake: str) -> str | None:
    """What the mistake is taken for instead, if it is."""
    if isinstance(graded, Unread):
        return F_("not read ({what})", what=graded.why)
    if graded.verdict is Verdict.MISTAKE and graded.mistake == mistake:
        return None
    return F_("graded as `{id}`", id=graded.mistake) if graded.mistake else F_("graded as {what}", what=graded.verdict)


def read_nonsense(variant: Variant) -> Iterator[Flaw]:
    """What is no answer, and was taken for one."""
    for text in NONSENSE:
        graded = variant.grade(text)
        if isinstance(graded, Graded) and text not in variant.choices:
            yield Flaw(("answer",), F_("`{text}` is read as an answer", text=text), F_("report this"))
