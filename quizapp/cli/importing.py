"""`quizapp import`: cards from other programs."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click

from quizapp.cli import clock
from quizapp.cli.completion import complete_deck
from quizapp.cli.epilog import epilog
from quizapp.cli.import_everything import bring_everything
from quizapp.cli.opening import opened
from quizapp.cli.output import agreed, say, say_json, tell
from quizapp.cli.shorter import shorter
from quizapp.errors import UsageError
from quizapp.i18n import F_, _, ngettext
from quizapp.language import EVERY, LANGUAGES
from quizapp.paths import Places, places

if TYPE_CHECKING:
    from quizapp.exchange.incoming.bringing import Brought, Wish
    from quizapp.exchange.incoming.taking_back import Left, ToTake
    from quizapp.exchange.notes import Found
    from quizapp.study.opening import Desk

FORMATS = ("anki", "anki-text", "csv", "mnemosyne", "hashcards", "obsidian", "headings")
"""Those of other programs."""
EVERYTHING = "json"
"""What `quizapp export json` writes."""
_NAMES = (*FORMATS, EVERYTHING)
MIB = 2**20


@dataclass(frozen=True, slots=True)
class _Telling:
    """How it is to be told: all of it, without a question, as JSON."""

    all: bool
    yes: bool
    as_json: bool


@click.command(
    "import",
    short_help="Bring cards along from another program.",
    epilog=epilog(
        ("quizapp import spanish.apkg --dry-run", "what would come, and what would be lost"),
        ("quizapp import spanish.apkg", "cards, pictures, what is suspended, and the answers given there"),
        ("quizapp import notes.csv --deck vocabulary", "into a deck of its own"),
        ("quizapp import vault/ --format obsidian", "a whole folder of notes"),
        ("quizapp import spanish.apkg --remove", "takes its cards out again, into the trash"),
        ("quizapp import everything.json", "what `quizapp export json` wrote: files, progress, choices"),
        json="an object with format, dry_run, added, there, updated, thrown_away and learned (card ids; learned are "
        "cards that you had, to which FILE's answers, schedules and suspensions went), differing (those that "
        "FILE has otherwise) and differences (an array of card, changed (here, there, both or unknown), file, line and "
        "place in FILE), decks (deck to number of cards), answers, suspended, resumed, pictures, files (paths), and "
        "told: an array of place, what and loss (note, part or nothing). With --remove: dry_run, removed (card ids), "
        "changed (as differences), gone (paths that were left empty) and pictures (paths of those that stay). Of an "
        "export: format, dry_run, made_at, limits, files, there and differing (paths), refused (path to why), "
        "choices, refused_choices (setting to why), new, known, differing_entries, cards and unknown (ids), and "
        "untrusted (folders).",
    ),
)
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option("--format", "format_name", type=click.Choice(_NAMES), help="What FILE is, where its name does not say.")
@click.option("--deck", default="", shell_complete=complete_deck, help="A deck of yours to put all its decks into.")
@click.option("--lang", type=click.Choice(LANGUAGES), help="The language of the cards; any, where it is not said.")
@click.option("--dry-run", is_flag=True, help="Tell what would come, and write nothing.")
@click.option("--all", "tell_all", is_flag=True, help="Tell of everything that was lost or changed, line by line.")
@click.option("--again", is_flag=True, help="Bring along again what was thrown away here.")
@click.option("--update", is_flag=True, help="Take FILE's text for cards that changed in FILE alone.")
@click.option("--header/--no-header", default=None, help="Whether a table's first row names its columns.")
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
    again: bool,
    update: bool,
    header: bool | None,
    remove: bool,
    yes: bool,
    limit: int,
    as_json: bool,
) -> None:
    """Bring the cards in FILE along, as Markdown files in your own folder.

    Anki packages (.apkg, .colpkg) and text, CSV and TSV, Mnemosyne, hashcards, Obsidian spaced repetition, Markdown
    with a heading a card. Doing it again adds only what is new; a card that you have changed since stays as you left
    it, and one that you threw away stays away. What cannot be brought along is told.

    An export of quizapp's own (json) is brought back: files and answers that are not here, choices that you have not
    made.
    """
    if _is_everything(file, format_name):
        if deck or lang or again or update or remove or header is not None:
            raise UsageError(
                F_("an export of quizapp's own is brought back as it is"),
                F_("leave out all but --dry-run, --all and --limit"),
            )
        _import_everything(file, limit * MIB, dry_run, tell_all, as_json)
        return
    from quizapp.cli.import_report import as_data, report
    from quizapp.exchange.incoming.bringing import Wish, bring
    from quizapp.exchange.incoming.recognizing import format_of

    known = format_of(file, format_name)
    wish = Wish(known.name, file.stem or file.resolve().name, deck, lang or EVERY, dry_run, again, update)
    with _desk(dry_run) as desk:  # what is told of the file is in the learner's language from here on
        found = known.read(file, limit * MIB, header)
        if remove:
            _remove(desk, found, wish, _Telling(tell_all, yes, as_json))
            return
        brought = bring(desk, found, wish, clock.now(), _progress)
        if as_json:
            say_json(as_data(brought, wish))
        else:
            report(brought, _(known.title), tell_all)
            _tell_further(brought, wish, file)


def _is_everything(file: Path, format_name: str | None) -> bool:
    from quizapp.exchange.archive.reading import is_archive

    return format_name == EVERYTHING or (format_name is None and is_archive(file))


def _import_everything(file: Path, limit: int, dry_run: bool, tell_all: bool, as_json: bool) -> None:
    from quizapp.exchange.archive.reading import read_archive

    archive = read_archive(file, limit)  # before anything is opened, or made
    with _desk(dry_run) as desk:
        bring_everything(desk, archive, dry_run, tell_all, as_json)


@contextmanager
def _desk(dry_run: bool) -> Iterator["Desk"]:
    """The learner's desk; a dry run of somebody who has none yet is made at one that goes away with it."""
    where = places()
    if not dry_run or where.database.exists() or where.cards.exists():
        with opened() as desk:
            yield desk
        return
    with TemporaryDirectory() as folder, opened(at=Places(where.config, Path(folder))) as desk:
        yield desk


def _progress(done: int, of: int) -> None:
    from quizapp.cli.opening import tell_progress

    tell_progress(_("notes: {done} of {of}"), done, of)


def _remove(desk: "Desk", found: "Found", wish: "Wish", told: _Telling) -> None:
    from quizapp.cli.import_report import places_as_data, say_places
    from quizapp.exchange.incoming.taking_back import Left, take_back, to_take

    take, left = to_take(found, desk, wish), Left()
    if take.edited and not told.as_json:
        say(
            ngettext("{n} of them was changed here:", "{n} of them were changed here:", len(take.edited)).format(
                n=len(take.edited)
            )
        )
        say_places(take.edited, told.all)
    question = ngettext("Put {n} card into the trash?", "Put {n} cards into the trash?", len(take.cards))
    removed = bool(take.cards) and not wish.dry_run and agreed(question.format(n=len(take.cards)), told.yes)
    if removed:
        left = take_back(desk, take.cards, clock.now())
    if told.as_json:
        say_json(
            {
                "dry_run": wish.dry_run,
                "removed": list(take.cards) if removed or wish.dry_run else [],
                "changed": places_as_data(take.edited),
                "gone": [str(path) for path in left.gone],
                "pictures": [str(path) for path in left.pictures],
            }
        )
    else:
        _tell_removed(take, left, wish, removed)


def _tell_removed(take: "ToTake", left: "Left", wish: "Wish", removed: bool) -> None:
    if not take.cards:
        tell(_("none of its cards is here"))
    elif wish.dry_run:
        for id_ in take.cards:
            say(id_)
        tell(_("nothing was written: this was a dry run"))
    elif not removed:
        tell(_("left as it was"))
    else:
        text = ngettext(
            "{n} card is in the trash: {back} brings it back",
            "{n} cards are in the trash: {back} brings them back",
            len(take.cards),
        )
        tell(text.format(n=len(take.cards), back="`quizapp trash --last`"))
        if left.pictures:
            what = _("pictures stay in {folder}, for cards that are brought back")
            for folder in sorted({path.parent for path in left.pictures}):
                tell(what.format(folder=shorter(folder)))


def _tell_further(brought: "Brought", wish: "Wish", file: Path) -> None:
    if brought.thrown_away:
        tell(
            _("`--again` brings along again what was thrown away here; `quizapp trash` shows what can be brought back")
        )
    if wish.dry_run:
        tell(_("nothing was written: this was a dry run"))
    elif brought.added:
        tell(_("`quizapp import {file} --remove` takes its cards out again").format(file=shorter(file)))
