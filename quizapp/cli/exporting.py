"""`quizapp export`: cards for other programs, and progress as data or as a report."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from quizapp.cli import clock
from quizapp.cli.completion import complete_deck
from quizapp.cli.days import DAY
from quizapp.cli.epilog import epilog
from quizapp.cli.export_progress import Request, export_progress, progress_format
from quizapp.cli.opening import opened, tell_progress
from quizapp.cli.output import say_json
from quizapp.errors import UsageError
from quizapp.exchange.progress import PROGRESS_FORMATS
from quizapp.i18n import F_, _
from quizapp.language import LANGUAGES
from quizapp.unswept import unswept

if TYPE_CHECKING:
    from quizapp.study.opening import Desk

FORMATS = ("apkg", "anki-text", "csv", "hashcards", "obsidian")
"""Those of other programs. `csv` is one of progress as well, where it goes into a folder."""
NAMES = tuple(dict.fromkeys([*FORMATS, *(format_.name for format_ in PROGRESS_FORMATS)]))
"""All of them."""


class _Search(click.Command):
    """Words that begin with a single minus are those of a search: `-topic:x` is no `-o` in the midst of letters."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        end = args.index("--") if "--" in args else len(args)
        words = [word for word in args[:end] if len(word) > 2 and word[0] == "-" != word[1]]
        rest = [word for word in args[:end] if word not in words]
        return super().parse_args(ctx, [*rest, "--", *words, *args[end + 1 :]])


@click.command(
    "export",
    cls=_Search,
    short_help="Write cards for another program, or progress.",
    epilog=epilog(
        ("quizapp export apkg -o cards.apkg", "all cards with their history, for Anki"),
        ("quizapp export apkg --deck 06 --lang both", "one deck, in both languages"),
        ("quizapp export csv tag:cnn -kind:check > cnn.csv", "what a search finds, as a table"),
        ("quizapp export obsidian -o vault/cards/", "a note for each deck"),
        ("quizapp export json -o everything.json", "everything: `quizapp import` brings it back"),
        ("quizapp export csv --since 2026-01-01 -o progress/", "tables of cards, reviews and days"),
        ("quizapp export html -o report.html", "a report to send, in one file"),
        json="an object with format, files (paths), written (how many notes), cards (ids), decks (deck to number of "
        "notes), answers, schedules, suspended and pictures (how many are in the files), and told: an array of place, "
        "what and loss (note, part or nothing). Of progress: format, files, decks (ids), since and language (what it "
        "was limited to, or null), and told (lines).",
    ),
)
@click.argument("format_name", metavar="FORMAT", type=click.Choice(NAMES))
@click.argument("query", nargs=-1)
@click.option("-o", "--output", type=click.Path(), metavar="FILE", help="Where to; `-` is stdout, `name/` a folder.")
@click.option("--deck", shell_complete=complete_deck, help="Only this deck and those in it: its id, number or title.")
@click.option(
    "--lang", type=click.Choice([*LANGUAGES, "both"]), help="Language; if not said, yours, and all in json and tables."
)
@click.option("--since", type=DAY, help="Only answers from this day (2026-01-01) on.")
@click.option("--no-history", is_flag=True, help="Leave answers and schedules out.")
@click.option("--force", is_flag=True, help="Replace files that exist.")
@click.option("--all", "tell_all", is_flag=True, help="Tell of everything that is left out, line by line.")
@click.option("--json", "as_json", is_flag=True, help="Print a report as JSON; what is exported goes into a file.")
def export(
    format_name: str,
    query: tuple[str, ...],
    output: str | None,
    deck: str | None,
    lang: str | None,
    since: date | None,
    no_history: bool,
    force: bool,
    tell_all: bool,
    as_json: bool,
) -> None:
    """Write cards in a FORMAT of another program: apkg and anki-text (Anki), csv, hashcards, obsidian.

    A QUERY is that of `quizapp list`; all cards without one. An apkg goes into a file of the current folder, or to
    stdout where that is no terminal; all else to stdout. What the format cannot hold is told on stderr. `quizapp
    import` brings the cards back.

    Or write progress: json is everything, or what --deck, --since and --lang leave of it, and `quizapp import` brings
    it back; csv into a folder is tables of cards, reviews and days; html and md are a report to send, ics is a calendar
    of what is due.
    """
    request = Request(output, deck, lang, since, force, tell_all, as_json)
    progress = progress_format(format_name, output)
    if progress:
        if query or no_history:
            what = F_("a QUERY and --no-history are for cards alone")
            raise UsageError(what, F_("name a file: -o FILE") if progress.folder else F_("leave them out"))
        export_progress(progress, request)
    else:
        _export_cards(format_name, query, request, not no_history)


@unswept()
def _export_cards(format_name: str, query: tuple[str, ...], request: Request, history: bool) -> None:
    from quizapp.cli.export_report import as_data, report
    from quizapp.cli.export_target import Shape, target_of, write
    from quizapp.exchange.outgoing.exporting import Wanted, exported
    from quizapp.exchange.outgoing.writing import FORMATS as KNOWN
    from quizapp.exchange.outgoing.writing import Occasion

    format_ = next(one for one in KNOWN if one.name == format_name)
    if request.since and not format_.holds.answers:
        what = F_("--since is for answers, and {format} holds none", format=format_name)
        raise UsageError(what, _where_answers_go(format_name))
    shape = Shape(format_.ending, format_.is_text, format_.by_deck)
    target = target_of(shape, request.output, request.deck, request.as_json, request.force)
    with opened() as desk:
        now, lang = clock.now(), request.lang
        language = desk.settings.language if lang in (None, "both") else str(lang)
        wanted = Wanted(language, lang == "both", history, format_.holds.pictures, format_.plain, request.since)
        found = exported(desk, _found(desk, query, request.deck), wanted, now, _progress)
        occasion = Occasion(now, desk.settings.interface, desk.settings.day_starts_at, target.is_folder)
        made = format_.output(found, occasion)
    if not made.notes:
        what = F_("none of the cards can be written as {format}", format=format_name)
        raise UsageError(what, F_("another format may hold them: --all tells why"))
    paths = write({name: [content] for name, content in made.files.items()}, target, request.force)
    if request.as_json:
        say_json(as_data(format_name, made, paths))
    else:
        report(found, made, paths, request.tell_all)


def _where_answers_go(format_name: str) -> str:
    of_progress = any(one.name == format_name for one in PROGRESS_FORMATS)
    if of_progress:
        return F_("into a folder go tables of reviews: -o FOLDER/")
    return F_("`quizapp export json` holds them")


def _progress(done: int, of: int) -> None:
    tell_progress(_("cards: {done} of {of}"), done, of)


def _found(desk: "Desk", query: tuple[str, ...], deck: str | None) -> Sequence[str]:
    """The cards that are meant, in the decks' order. Raises UsageError where there are none."""
    from quizapp.cli.decks import meant_decks
    from quizapp.store.searching.wanted import Order
    from quizapp.study.searching.search import parse

    ids = desk.collection.find(parse(" ".join(query)), Order(), desk.pen.day(clock.now()))
    if deck is not None:
        (name,) = meant_decks(desk.collection.decks(), [deck])
        ids = [card.id for card in desk.collection.listed(ids) if f"{card.deck}/".startswith(f"{name}/")]
    if not ids:
        raise UsageError(F_("no card is found"), F_("`quizapp list` with the same words shows what there is"))
    return ids
