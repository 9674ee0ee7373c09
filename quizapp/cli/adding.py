"""`quizapp add`: cards from flags, from a file or the input, or written in an editor."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizapp.cli import clock
from quizapp.cli.completion import complete_deck, complete_tag, complete_topic
from quizapp.cli.epilog import epilog
from quizapp.cli.opening import opened
from quizapp.cli.output import agreed, asks_a_person, say, say_json, tell
from quizapp.cli.shorter import shorter
from quizapp.errors import UsageError
from quizapp.i18n import F_, _, ngettext
from quizapp.visible import one_line, visible

if TYPE_CHECKING:
    from collections.abc import Mapping

    from quizapp.study.editing.intake import Intake, Taken

KEYS = (
    "an object: added, an array of cards, each with id, deck, topic, kind, language and alike (cards like it, each "
    "with id, title and likeness, 1 for the same); refused, how many were not added; kept, the file that holds those."
)


@click.command(
    short_help="Add cards.",
    epilog=epilog(
        ("quizapp add --prompt 'Why pool?' --answer 'Cost, context.' --topic pooling", "one card"),
        ("quizapp add --topic pooling", "in your editor"),
        ("quizapp add --deck 06-pools - < notes.md", "the cards of a text: `## question`, the answer below"),
        ("quizapp add cards.md --unique", "only cards that are not there already"),
        json=KEYS,
    ),
)
@click.argument("file", required=False, type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@click.option("--prompt", metavar="TEXT", help="The question, as Markdown.")
@click.option("--answer", metavar="TEXT", help="The answer, as Markdown.")
@click.option("--kind", metavar="KIND", help="basic, cloze, choice, … ; told from prompt and answer without it.")
@click.option("--deck", default="", metavar="DECK", shell_complete=complete_deck, help="The deck: a folder's name.")
@click.option("--topic", default="", metavar="TOPIC", shell_complete=complete_topic, help="The topic, or a new one.")
@click.option("--tag", "tags", multiple=True, metavar="T", shell_complete=complete_tag, help="A tag; may be repeated.")
@click.option("--lang", type=click.Choice(["en", "zh", "every"]), help="The language; your cards' without it.")
@click.option("--id", "id_", default="", metavar="ID", help="The card's id; follows from its prompt without it.")
@click.option("--edit", is_flag=True, help="Write in your editor, beginning with what the flags say.")
@click.option("--unique", is_flag=True, help="Refuse cards of which a like one is there.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def add(
    file: str | None,
    prompt: str | None,
    answer: str | None,
    kind: str | None,
    deck: str,
    topic: str,
    tags: tuple[str, ...],
    lang: str | None,
    id_: str,
    edit: bool,
    unique: bool,
    as_json: bool,
) -> int:
    """Add cards to your own: from flags, from FILE (or the input, with `-`), or in your editor.

    What cannot be added is told, and the rest is added; it exits with 1 then. It is kept in a file of its own in
    drafts/, beside your collection: add that file once it is mended, or delete it.
    """
    from quizapp.study.editing.intake import Intake, from_flags

    if file and (prompt is not None or answer is not None or edit):
        raise UsageError(F_("a file and flags for one card are given"), F_("give one of the two"))
    if (kind or id_) and prompt is None and answer is None:
        raise UsageError(F_("--kind and --id are for one card"), F_("say its --prompt and --answer"))
    said = {"deck": deck, "topic": topic, "tags": " ".join(tags), "language": lang or ""}
    fields = {name: visible(text) for name, text in said.items()}  # a shell may give bytes that are no text
    begun = from_flags(prompt or "", answer or "", kind, id_) if prompt is not None or answer is not None else None
    with opened() as desk:
        intake = Intake(desk, unique)
        if edit or (begun is None and file is None and asks_a_person()):
            failed = _in_editor(intake, fields, begun.text if begun else "")
            if failed and (intake.added or intake.refused):  # what was done before it failed is told all the same
                _report(intake, as_json)
            if failed:
                raise failed
        elif begun is not None:
            intake.take(begun, "card", fields, clock.now())
        else:
            intake.take_sheet(_read(file), file or "-", fields, clock.now())
        return _report(intake, as_json)


def _in_editor(intake: "Intake", fields: "Mapping[str, str]", card: str) -> UsageError | None:
    """Why the editor failed, if it did: what it had saved by then is among what was refused, to be kept."""
    from quizapp.study.editing.blank_sheet import blank_sheet, sheet_again
    from quizapp.study.editing.elsewhere import written_elsewhere
    from quizapp.study.editing.sheet import Piece

    text = blank_sheet({**fields, "language": fields["language"] or intake.desk.settings.language}, card)
    while True:
        written = written_elsewhere(text, _SHEET, len(text.rstrip().split("\n")))
        if written.failed:
            if written.text.rstrip() != text.rstrip():
                intake.refused, intake.said = [Piece(1, written.text, None)], {}
            return written.failed
        intake.refused, intake.faults = [], []
        said = intake.take_sheet(written.text.encode("utf-8", "surrogatepass"), _SHEET, {}, clock.now())
        _tell(intake)
        if not intake.refused or not asks_a_person() or not agreed(_("Open the editor again?"), yes=False):
            return None
        text = sheet_again(said, intake.refused, intake.faults)


_OPEN_ALREADY = ("-", "/dev/stdin", "/dev/fd/")
"""How FILE names a stream that the shell has opened: the input, or what `<(…)` gives."""


def _read(file: str | None) -> bytes:
    from quizapp.cards.folders import LARGEST_FILE

    if file and not file.startswith(_OPEN_ALREADY) and not Path(file).is_file():
        raise UsageError(
            F_("{path} is not a plain file", path=one_line(file)), F_("give a text file, or `-` for the input")
        )
    try:
        with click.open_file(file or "-", "rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        what = F_("{path} cannot be read ({why})", path=file, why=error.strerror)
        raise UsageError(what, F_("check the file and its permissions")) from error
    if len(content) > LARGEST_FILE:
        what = F_("more than {n} MiB were given", n=LARGEST_FILE // 2**20)
        raise UsageError(what, F_("give them in several parts"))
    return bytes(content)


def _tell(intake: "Intake") -> None:
    for line in intake.told:
        tell(line)
    intake.told.clear()


def _report(intake: "Intake", as_json: bool) -> int:
    """What was added on stdout, all else on stderr. The exit status."""
    _tell(intake)
    kept = intake.keep_refused(clock.now())
    if as_json:
        added = [_as_data(taken) for taken in intake.added]
        say_json({"added": added, "refused": len(intake.refused), "kept": str(kept) if kept else None})
    else:
        for taken in intake.added:
            say(taken.card)
    if kept:
        told = ngettext(
            "not added: {n}; it is kept in {file}", "not added: {n}; they are kept in {file}", len(intake.refused)
        )
        tell(told.format(n=len(intake.refused), file=shorter(kept)))
    elif not intake.added:
        tell(_("nothing was added"))
    return int(bool(intake.refused))


def _as_data(taken: "Taken") -> dict[str, Any]:
    """A card as JSON has it: the keys are those of KEYS."""
    return {
        "id": taken.card,
        "deck": taken.deck,
        "topic": taken.card.partition("/")[0],
        "kind": taken.form.kind,
        "language": taken.form.languages[0],
        "alike": [
            {"id": alike.card, "title": alike.title, "likeness": round(alike.likeness, 2)} for alike in taken.alike
        ],
    }


_SHEET = "cards.md"
