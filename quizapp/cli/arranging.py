"""`quizapp delete`, `move` and `tag`: cards thrown away, put elsewhere, and given words to be found by."""

import click

from quizapp.cli import clock
from quizapp.cli.completion import complete_card, complete_deck, complete_topic
from quizapp.cli.epilog import epilog
from quizapp.cli.opening import opened
from quizapp.cli.output import tell
from quizapp.errors import UsageError
from quizapp.i18n import F_, _

_CARDS = click.argument("cards", nargs=-1, required=True, metavar="CARD...", shell_complete=complete_card)


@click.command(
    short_help="Throw cards of your own away.",
    epilog=epilog(
        ("quizapp delete strides/why", "into the trash; `quizapp trash --last` brings it back"),
        ("quizapp delete receptive-field/definition", "your own copy: the bundled card holds again"),
    ),
)
@_CARDS
def delete(cards: tuple[str, ...]) -> None:
    """Throw cards of your own into the trash, all or none. Their history stays."""
    from quizapp.study.editing.taking_out import delete as throw_away
    from quizapp.study.marking import all_meant

    with opened() as desk:
        ids = all_meant(desk.collection, cards)
        throw_away(desk, ids, clock.now())
        for id_ in ids:
            again = desk.collection.card(id_) is not None
            told = (
                _("your copy is in the trash: {card} is the bundled card again") if again else _("in the trash: {card}")
            )
            tell(told.format(card=id_))
        tell(_("`quizapp trash --last` brings back what was thrown away last"))


@click.command(
    short_help="Put cards of your own elsewhere.",
    epilog=epilog(
        ("quizapp move strides/why --deck vision", "into the topic of that name"),
        ("quizapp move why jump --topic pooling", "two, into a topic"),
    ),
)
@_CARDS
@click.option("--deck", default="", metavar="DECK", shell_complete=complete_deck, help="The deck: a folder's name.")
@click.option("--topic", default="", metavar="TOPIC", shell_complete=complete_topic, help="The topic, or a new one.")
def move(cards: tuple[str, ...], deck: str, topic: str) -> None:
    """Move cards of your own to another deck or topic, all or none. Their ids and their history stay.

    Decks and topics may be named by their titles. A new topic lies in the cards' own deck, unless --deck says another.
    """
    from quizapp.study.editing.completing import where_to
    from quizapp.study.editing.taking_out import move as put_elsewhere
    from quizapp.study.marking import all_meant

    if not (deck.strip() or topic.strip()):
        raise UsageError(F_("it is not said where to"), F_("add --deck, --topic or both"))
    with opened() as desk:
        ids = all_meant(desk.collection, cards)
        put_elsewhere(desk, ids, where_to(desk, ids, deck, topic), clock.now())
        for id_ in ids:
            card = desk.collection.card(id_)
            if card is not None:
                tell(_("{card} is in {deck}, {topic} now").format(card=id_, deck=card.deck, topic=card.topic))


@click.command(
    short_help="Put tags on cards, or take them off.",
    context_settings={"ignore_unknown_options": True},
    epilog=epilog(
        ("quizapp tag definition +exam", "puts a tag on"),
        ("quizapp tag definition jump +exam -later", "two cards: one tag on, another off"),
    ),
)
@click.argument(
    "words", nargs=-1, required=True, metavar="CARD... +TAG -TAG", type=click.UNPROCESSED, shell_complete=complete_card
)
def tag(words: tuple[str, ...]) -> int:
    """Put tags on cards (`+tag`) and take others off (`-tag`). Only the cards' headings change.

    A bundled card becomes your own copy. A tag of a whole topic stays on its cards: that is told, and it exits with 1.
    """
    from quizapp.study.editing.tagging import tag as put_tags
    from quizapp.study.editing.tagging import why_it_stays
    from quizapp.study.marking import all_meant

    names = [word for word in words if not word.startswith(("+", "-"))]
    added = [word[1:] for word in words if word.startswith("+")]
    removed = [word[1:] for word in words if word.startswith("-")]
    if unknown := next((word for word in words if word.startswith("--")), None):
        mend = F_("`{command} --help` shows how", command="quizapp tag")
        raise UsageError(F_("no such option: {option}", option=unknown), mend)
    if not names or not (added or removed):
        raise UsageError(F_("name cards and tags"), F_("as in `quizapp tag definition +exam -later`"))
    with opened() as desk:
        ids = all_meant(desk.collection, names)
        done = put_tags(desk, ids, added, removed, clock.now())
        for id_ in ids:
            card = desk.collection.card(id_)
            if card is not None:
                tell(_("tags of {card}: {tags}").format(card=id_, tags=_(", ").join(card.tags) or "–"))
        for id_ in done.copies:
            tell(_("{card} is your own copy now").format(card=id_))
        if done.absent:
            tell(_("had no such tag: {tags}").format(tags=_(", ").join(done.absent)))
        for tag_, topic in done.stay:
            tell(why_it_stays(desk, tag_, topic))
    return int(bool(done.stay))
