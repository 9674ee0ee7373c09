"""The entries of a card as rows: options, items, points, before and after the answer."""

from collections.abc import Sequence

from quizapp.cards.faces import ChoiceFace, Face, OrderFace, PointsFace
from quizapp.i18n import _
from quizapp.study.asking import Ask, Stage
from quizapp.tui.widgets.rows import Row


def entries(ask: Ask, face: Face) -> Sequence[Row]:
    """The rows that belong to the card as it stands."""
    answered = ask.stage is Stage.ANSWERED
    if isinstance(face, ChoiceFace):
        return _chosen(ask, face) if answered else _options(ask, face)
    if isinstance(face, OrderFace):
        return _arranged(ask, face) if answered else _items(ask, face)
    if isinstance(face, PointsFace) and ask.stage is not Stage.ASKED:
        return [_point(ask, face, number, position, answered) for number, position in enumerate(ask.shown, start=1)]
    return ()


def _options(ask: Ask, face: ChoiceFace) -> list[Row]:
    marks = ("[x]", "[ ]") if face.several else ("(•)", "( )")
    return [
        Row(
            lead=f"{number} {marks[0] if position in ask.marked else marks[1]} ",
            markdown=face.options[position].text,
            cursor=ask.cursor == number - 1,
        )
        for number, position in enumerate(ask.shown, start=1)
    ]


def _chosen(ask: Ask, face: ChoiceFace) -> list[Row]:
    rows = []
    for number, position in enumerate(ask.shown, start=1):
        option, picked = face.options[position], position in ask.marked
        mark = "✓" if option.right else "✗" if picked else " "
        style = "right" if option.right else "wrong" if picked else "dim"
        rows.append(Row(f"{mark} {number} ", option.text, style, _("your choice") if picked else ""))
    return rows


def _items(ask: Ask, face: OrderFace) -> list[Row]:
    rows = []
    for number, position in enumerate(ask.shown, start=1):
        place = f"→ {ask.marked.index(position) + 1}." if position in ask.marked else "    "
        rows.append(Row(f"{number} {place} ", face.items[position], cursor=ask.cursor == number - 1))
    return rows


def _arranged(ask: Ask, face: OrderFace) -> list[Row]:
    rows = []
    for place, item in enumerate(face.items, start=1):
        given = ask.marked.index(place - 1) + 1 if place - 1 in ask.marked else None
        right = given == place
        remark = "" if right or given is None else _("you had it at {place}").format(place=given)
        mark = "✓" if right else "✗" if given else " "
        rows.append(Row(f"{mark} {place}. ", item, "right" if right else "wrong" if given else "", remark))
    return rows


def _point(ask: Ask, face: PointsFace, number: int, position: int, answered: bool) -> Row:
    ticked = position in ask.marked
    lead = f"{number} [{'x' if ticked else ' '}] "
    return Row(lead, face.points[position], cursor=not answered and ask.cursor == number - 1)
