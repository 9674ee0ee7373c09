"""What the browse screen says: what was found, what was done, and how to search."""

from collections.abc import Mapping, Sequence

from quizapp.i18n import _, ngettext
from quizapp.render import Line, Span
from quizapp.scheduling.log import What
from quizapp.store.searching.wanted import Column, Order, Query
from quizapp.study.opening import Desk
from quizapp.study.searching.nowhere import Nowhere, what_there_is
from quizapp.study.searching.search import Unreadable
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
    """How many cards, how many of them marked; then in which order, or what cannot be read in the search."""
    told = [cards(found), *([_("{n} marked").format(n=number(marked))] if marked else [])]
    if unread:
        return Span(" · ".join([*told, ""]), "dim"), Span(unread, "strong")
    return (Span(" · ".join([*told, _(_SORTED[order.column]) + (" ↓" if order.reverse else "")]), "dim"),)


def unread(word: Unreadable) -> str:
    """What a word that makes no sense yet may become, or that it is wrong and what there is."""
    shown, choices = one_line(word.word), " · ".join(word.choices)
    if word.wrong:
        told = _("{word} is unknown; there are {choices}").format(word=shown, choices=choices)
        return told if choices else one_line(word.message)
    if choices:
        return _("{word} → {choices}").format(word=shown, choices=choices)
    return _("{word} … goes on").format(word=shown)


def instead(query: Query, missing: Sequence[Nowhere], desk: Desk, add: str) -> str:
    """What to do where there is no card to show; `missing` nothing is called, `add` is the key that adds one."""
    if not query.words:
        return no_cards_yet(desk.settings, desk.places, add)
    if missing:
        return " ".join([_("Nothing found."), *map(what_there_is, missing)])
    if len(query.words) == 1:
        return _("Nothing found.")
    return _("Nothing found. Take a word away: cards must have all of them.")


def resetting(ids: Sequence[str]) -> tuple[str, str, str, str]:
    """The question, what follows, and the two answers, before cards are reset."""
    question = ngettext("Make {cards} new again?", "Make {n} cards new again ({cards})?", len(ids))
    named = _(", ").join([*map(one_line, ids[:_NAMED]), *(["…"] if len(ids) > _NAMED else [])])
    told = _("Due dates, intervals and easiness are forgotten. The log keeps what was answered.")
    return question.format(n=number(len(ids)), cards=named), told, _("yes, new again"), _("no, leave it")


def setting_aside(what: What, count: int) -> tuple[str, str, str, str]:
    """The question, what follows, and the two answers, before many cards are suspended or buried."""
    if what is What.SUSPEND:
        question = ngettext("Suspend {n} card?", "Suspend {n} cards?", count)
        told, yes = _("They do not come any more, until they are resumed."), _("yes, suspend them")
    else:
        question = ngettext("Bury {n} card?", "Bury {n} cards?", count)
        told, yes = _("They wait until tomorrow."), _("yes, bury them")
    return question.format(n=number(count)), told, yes, _("no, leave it")


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
        _("`deck:=name` finds what is called so and no more; a deck also by its titles."),
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


def own_now(count: int) -> str:
    """That bundled cards became own copies; nothing where none did."""
    told = ngettext(
        "{n} card of the program is your own copy now.", "{n} cards of the program are your own copies now.", count
    )
    return told.format(n=number(count)) if count else ""
