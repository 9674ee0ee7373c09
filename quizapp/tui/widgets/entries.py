"""The entries of a card as rows: options, items, points, before and after the answer."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizapp.i18n import _
from quizapp.study.questions.asking import Ask, Stage
from quizapp.tui.widgets.rows import Row

if TYPE_CHECKING:
    from quizapp.cards.faces import ChoiceFace, Face, OrderFace, PointsFace


def entries(ask: Ask, face: "Face") -> Sequence[Row]:
    """The rows that belong to the card as it stands."""
    answered = ask.stage is Stage.ANSWERED
    if face.kind == "choice":
        return _chosen(ask, face) if answered else _options(ask, face)
    if face.kind == "order":
        return _arranged(ask, face) if answered else _items(ask, face)
    if face.kind == "points" and ask.stage is not Stage.ASKED:
        return [_point(ask, face, number, position, answered) for number, position in enumerate(ask.shown, start=1)]
    return ()


def _options(ask: Ask, face: "ChoiceFace") -> list[Row]:
    marks = ("[x]", "[ ]") if face.several else ("(•)", "( )")
    return [
        Row(
            lead=f"{_padded(number, ask)} {marks[0] if position in ask.marked else marks[1]} ",
            text=face.options[position].text,
            cursor=ask.cursor == number - 1,
        )
        for number, position in enumerate(ask.shown, start=1)
    ]


def _chosen(ask: Ask, face: "ChoiceFace") -> list[Row]:
    rows = []
    for number, position in enumerate(ask.shown, start=1):
        option, picked = face.options[position], position in ask.marked
        mark = "✓" if option.right else "✗" if picked else " "
        style = "right" if option.right else "wrong" if picked else "dim"
        rows.append(Row(f"{mark} {_padded(number, ask)} ", option.text, style, _remark(face, option.right, picked)))
    return rows


def _remark(face: "ChoiceFace", right: bool, picked: bool) -> str:
    if picked:
        return _("your choice")
    return _("not chosen") if right and face.several else ""


def _items(ask: Ask, face: "OrderFace") -> list[Row]:
    rows = []
    for number, position in enumerate(ask.shown, start=1):
        place = f"→ {_padded(ask.marked.index(position) + 1, ask)}." if position in ask.marked else ""
        width = len("→ .") + len(_padded(0, ask))
        rows.append(
            Row(f"{_padded(number, ask)} {place:{width}} ", face.items[position], cursor=ask.cursor == number - 1)
        )
    return rows


def _arranged(ask: Ask, face: "OrderFace") -> list[Row]:
    rows = []
    for place, item in enumerate(face.items, start=1):
        given = ask.marked.index(place - 1) + 1 if place - 1 in ask.marked else None
        right = given == place
        remark = "" if right or given is None else _("you had it at {place}").format(place=given)
        mark = "✓" if right else "✗" if given else " "
        rows.append(
            Row(f"{mark} {_padded(place, ask)}. ", item, "right" if right else "wrong" if given else "", remark)
        )
    return rows


def _point(ask: Ask, face: "PointsFace", number: int, position: int, answered: bool) -> Row:
    ticked = position in ask.marked
    lead = f"{_padded(number, ask)} [{'x' if ticked else ' '}] "
    return Row(lead, face.points[position], cursor=not answered and ask.cursor == number - 1)


def _padded(number: int, ask: Ask) -> str:
    """A number as wide as the last one, so that texts begin below one another."""
    return f"{number:>{len(str(len(ask.shown)))}}"
