"""SECURITY.md tells bounds in numbers: they are those by which the program goes."""

from quizapp.cards import folders, parse, yaml_block
from quizapp.cli.importing import import_cards
from quizapp.config import Settings
from quizapp.exchange.archive import document
from quizapp.exchange.archive import files as archived
from quizapp.exchange.markdown import source
from quizapp.exchange.outgoing import gallery
from quizapp.store.copies import idle
from quizapp.study.merging import files as shared
from quizapp.study.merging import ordinary, whole
from tests.docs.fences import ROOT

MIB, GIB = 2**20, 2**30
LIMIT = next(option.default for option in import_cards.params if option.name == "limit")
TOLD = [
    f"a card file has at most {folders.LARGEST_FILE // MIB} MiB (`largest_file`)",
    f"an import unpacks at most {LIMIT} MiB (`--limit`)",
    f"a card file has at most {parse.MOST_PIECES:,} lines and marks",
    f"YAML knows no aliases and {yaml_block.DEEPEST} levels",
    f"a value of another database has at most {idle.LARGEST_VALUE // MIB} MiB",
    f"`quizapp merge` takes an export of at most {vars(whole)['_LARGEST'] // MIB} MiB",
    f"of a `sync_folder` {shared.MOST_FILES:,} files are read, "
    f"none of more than {vars(shared)['_LARGEST'] // GIB} GiB, and no line of more than {ordinary.LONGEST // MIB} MiB",
    f"{source.MOST_FILES:,} Markdown files are imported at once",
    f"An export holds at most {document.MOST_FILES:,} card files of {archived.MOST // MIB} MiB together, "
    f"a package {gallery.MOST // MIB} MiB of pictures",
]


def test_every_bound_that_is_told_is_the_one_that_holds() -> None:
    page = " ".join((ROOT / "SECURITY.md").read_text(encoding="utf-8").split())
    assert [told for told in TOLD if told not in page] == []
    assert Settings().largest_file * MIB == folders.LARGEST_FILE
