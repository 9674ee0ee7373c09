"""`quizapp import`: cards from other programs."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizapp.cli import clock
from quizapp.cli.completion import complete_deck
from quizapp.cli.epilog import epilog
from quizapp.cli.opening import opened
from quizapp.cli.output import agreed, say, say_json, tell
from quizapp.cli.shorter import shorter
from quizapp.i18n import _, ngettext
from quizapp.language import EVERY, LANGUAGES
from quizapp.wording import cards

if TYPE_CHECKING:
    from quizapp.exchange.incoming.bringing import Brought, Wish
    from quizapp.exchange.notes import Found
    from quizapp.study.opening import Desk

FORMATS = ("anki", "anki-text", "csv", "mnemosyne", "hashcards", "obsidian", "headings")
MIB = 2**20


@click.command(
    "import",
    short_help="Bring cards along from another program.",
    epilog=epilog(
        ("quizapp import spanish.apkg --dry-run", "what would come, and what would be lost"),
        ("quizapp import spanish.apkg", "cards, pictures, what is suspended, and the answers given there"),
        ("quizapp import notes.csv --deck vocabulary", "into a deck of its own"),
        ("quizapp import vault/ --format obsidian", "a whole folder of notes"),
        ("quizapp import spanish.apkg --remove", "takes its cards out again, into the trash"),
        json="an object with format, dry_run, added and there (card ids), differing (those that FILE has otherwise), "
        "decks (deck to number of cards), answers, suspended, pictures, files (paths), and told: an array of place, "
        "what and loss (note, part or nothing).",
    ),
)
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option("--format", "format_name", type=click.Choice(FORMATS), help="What FILE is, where its name does not say.")
@click.option("--deck", default="", shell_complete=complete_deck, help="A deck of yours to put all its decks into.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="The language of the cards; any, where it is not said.")
@click.option("--dry-run", is_flag=True, help="Tell what would come, and write nothing.")
@click.option("--all", "tell_all", is_flag=True, help="Tell of everything that was lost or changed, line by line.")
@click.option("--remove", is_flag=True, help="Take the cards that came from FILE out again.")
@click.option("--yes", is_flag=True, help="Do not ask before removing.")
@click.option("--limit", default=64, show_default=True, type=click.IntRange(1, 4096), help="MiB to unpack at most.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def import_cards(
    file: Path,
    format_name: str | None,
    deck: str,
    lang: str | None,
    dry_run: bool,
    tell_all: bool,
    remove: bool,
    yes: bool,
    limit: int,
    as_json: bool,
) -> int:
    """Bring the cards in FILE along, as Markdown files in your own folder.

    Anki packages (.apkg, .colpkg) and text, CSV and TSV, Mnemosyne, hashcards, Obsidian spaced repetition, Markdown
    with a heading a card. Doing it again adds only what is new; a card that you have changed since stays as you left
    it. What cannot be brought along is told.
    """
    from quizapp.exchange.incoming.bringing import Wish, bring
    from quizapp.exchange.incoming.recognizing import format_of

    known = format_of(file, format_name)
    wish = Wish(known.name, file.stem or file.resolve().name, deck, lang or EVERY, dry_run)
    with opened() as desk:  # what is told of the file is in the learner's language from here on
        found = known.read(file, limit * MIB)
        if remove:
            return _remove(desk, found, wish, yes)
        brought = bring(desk, found, wish, clock.now(), _progress)
        if as_json:
            say_json(_as_data(brought, wish))
        else:
            _say(brought, _(known.title), tell_all)
            _tell_further(brought, wish, file)
    return 0


def _progress(done: int, of: int) -> None:
    from quizapp.cli.opening import tell_progress

    tell_progress(_("notes: {done} of {of}"), done, of)


def _remove(desk: "Desk", found: "Found", wish: "Wish", yes: bool) -> int:
    from quizapp.exchange.incoming.bringing import ids_in
    from quizapp.study.editing.taking_out import delete

    ids = list(ids_in(found, desk, wish))
    if not ids:
        tell(_("none of its cards is here"))
        return 0
    if wish.dry_run:
        for id_ in ids:
            say(id_)
        tell(_("nothing was written: this was a dry run"))
        return 0
    question = ngettext("Put {n} card into the trash?", "Put {n} cards into the trash?", len(ids))
    if not agreed(question.format(n=len(ids)), yes):
        tell(_("left as it was"))
        return 0
    delete(desk, ids, clock.now())
    text = ngettext(
        "{n} card is in the trash: {back} brings it back",
        "{n} cards are in the trash: {back} brings them back",
        len(ids),
    )
    tell(text.format(n=len(ids), back="`quizapp trash --last`"))
    return 0


def _say(brought: "Brought", title: str, tell_all: bool) -> None:
    from quizapp.cli.losses import losses
    from quizapp.exchange.notes import Loss

    for name, value in _facts(brought, title):
        say(f"{name}{value}")
    heads = {
        Loss.NOTE: _("not brought along:"),
        Loss.PART: _("lost in part:"),
        Loss.NOTHING: _("read otherwise than it was written:"),
    }
    for line in losses(brought.told, heads, tell_all):
        say(line)


def _tell_further(brought: "Brought", wish: "Wish", file: Path) -> None:
    if wish.dry_run:
        tell(_("nothing was written: this was a dry run"))
    elif brought.added:
        tell(_("`quizapp import {file} --remove` takes its cards out again").format(file=shorter(file)))


def _facts(brought: "Brought", title: str) -> Iterator[tuple[str, str]]:
    from quizapp.wording import labelled

    decks = _(", ").join(f"{deck} {count}" for deck, count in sorted(brought.decks.items()))
    facts = {
        _("format"): title,
        _("added"): _("{cards} ({decks})").format(cards=cards(len(brought.added)), decks=decks) if decks else cards(0),
        _("here already"): cards(len(brought.there)) if brought.there else "",
        _("yours differ"): _kept(len(brought.differing)),
        _("answers"): str(brought.answers) if brought.answers else "",
        _("suspended"): str(brought.suspended) if brought.suspended else "",
        _("pictures"): str(brought.pictures) if brought.pictures else "",
        _("files"): "\n".join(shorter(path) for path in brought.files),
    }
    for name, value in facts.items():
        if value:
            yield labelled(name, value)


def _kept(differing: int) -> str:
    return _("{cards}, kept as they are").format(cards=cards(differing)) if differing else ""


def _as_data(brought: "Brought", wish: "Wish") -> dict[str, Any]:
    return {
        "format": wish.source,
        "dry_run": wish.dry_run,
        "added": brought.added,
        "there": brought.there,
        "differing": brought.differing,
        "decks": dict(brought.decks),
        "answers": brought.answers,
        "suspended": brought.suspended,
        "pictures": brought.pictures,
        "files": [str(path) for path in brought.files],
        "told": [{"place": one.place, "what": one.what, "loss": one.loss.value} for one in brought.told],
    }
