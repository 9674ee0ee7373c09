"""What the browse screen says: what was found, what was done, and how to search."""

from collections.abc import Mapping, Sequence

from quizapp.i18n import _, ngettext
from quizapp.render import Line, Span
from quizapp.scheduling.log import What
from quizapp.store.wanted import Column, Order, Query
from quizapp.study.opening import Desk
from quizapp.study.search import Unreadable
from quizapp.tui.screens.no_cards import no_cards_yet
from quizapp.visible import one_line
from quizapp.wording import N_, cards, number

_SORTED: Mapping[Column, str] = {
    Column.PLACE: N_("the decks' order"),
    Column.ID: N_("by id"),
    Column.KIND: N_("by kind"),
    Column.TITLE: N_("by title"),
    Column.DUE: N_("by due date"),
    Column.INTERVAL: N_("by interval"),
    Column.EASINESS: N_("by easiness"),
    Column.LAPSES: N_("by lapses"),
    Column.TAGS: N_("by tags"),
}
_NAMED = 3
"""So many ids are named in a question."""


def status(found: int, marked: int, order: Order, unread: str) -> Line:
    """How many cards, how many of them marked, in which order; before all that, what cannot be read yet."""
    told = [cards(found), _(_SORTED[order.column]) + (" ↓" if order.reverse else "")]
    if marked:
        told.insert(1, _("{n} marked").format(n=number(marked)))
    facts = Span(" · ".join(told), "dim")
    return (Span(unread + "   ", "strong"), facts) if unread else (facts,)


def unfinished(word: Unreadable) -> str:
    """What a word that makes no sense yet may become."""
    shown = one_line(word.word)
    if word.choices:
        return _("{word} → {choices}").format(word=shown, choices=" · ".join(word.choices))
    return _("{word} … goes on").format(word=shown)


def instead(query: Query, desk: Desk, add: str) -> str:
    """What to do where there is no card to show; `add` is the key that adds one."""
    if query.words:
        return _("Nothing found. Take a word away: cards must have all of them.")
    return no_cards_yet(desk, add)


def resetting(ids: Sequence[str]) -> tuple[str, str, str, str]:
    """The question, what follows, and the two answers, before cards are reset."""
    question = ngettext("Make {cards} new again?", "Make {n} cards new again ({cards})?", len(ids))
    named = _(", ").join([*map(one_line, ids[:_NAMED]), *(["…"] if len(ids) > _NAMED else [])])
    told = _("Due dates, intervals and easiness are forgotten. The log keeps what was answered.")
    return question.format(n=number(len(ids)), cards=named), told, _("yes, new again"), _("no, leave it")


def labels() -> Mapping[str, str]:
    """What the keys at the foot of the screen do, by their actions, most wanted first."""
    return {
        "search": _("search"),
        "mark": _("mark"),
        "preview": _("preview"),
        "suspend": _("suspend"),
        "resume": _("resume"),
        "bury": _("bury"),
        "reset": _("reset"),
        "edit": _("edit"),
        "add": _("add"),
        "tag": _("tag"),
        "move": _("move"),
        "delete": _("delete"),
        "undo": _("undo"),
        "sort": _("sort"),
    }


def explained() -> Sequence[str]:
    """How to search, and what the signs mean."""
    return [
        _("Search: all words must be found, in any language of the card; quotes hold words together."),
        _("In one field only: {fields}. A minus before a word: not that.").format(fields="deck: topic: tag: kind: id:"),
        _("By state: {states}. Edited is your own copy of a card.").format(
            states="is:due is:new is:suspended is:buried is:leech is:edited"
        ),
        _("Signs: • due, ! leech, * edited. What is done holds for the marked cards, else for the one at ▸."),
        _("Letters act while the cards have the focus: ⏎ or esc leads there from the search, / back."),
        _("Shift with ↑ ↓ marks as well; marks stay while you search on."),
    ]


def deleted(count: int) -> str:
    """That cards were thrown away."""
    return ngettext("{n} card is in the trash.", "{n} cards are in the trash.", count).format(n=number(count))


def moved(count: int, where: str) -> str:
    """That cards were moved."""
    told = ngettext("{n} card moved to {where}.", "{n} cards moved to {where}.", count)
    return told.format(n=number(count), where=where)


def tagged(count: int) -> str:
    """That tags were changed."""
    return ngettext("Tags of {n} card changed.", "Tags of {n} cards changed.", count).format(n=number(count))


def counted(what: What, count: int) -> str:
    """What was decided about how many cards."""
    match what:
        case What.SUSPEND:
            told = ngettext("{n} card suspended.", "{n} cards suspended.", count)
        case What.RESUME:
            told = ngettext("{n} card comes again.", "{n} cards come again.", count)
        case What.BURY:
            told = ngettext("{n} card buried until tomorrow.", "{n} cards buried until tomorrow.", count)
        case _:
            told = ngettext("{n} card is new again.", "{n} cards are new again.", count)
    return told.format(n=number(count))
