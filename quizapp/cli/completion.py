"""`quizapp completion`: what a shell needs to complete verbs, decks and cards."""

import os
import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem, get_completion_class

from quizapp.cli.epilog import epilog
from quizapp.cli.opening import opened
from quizapp.cli.prompting import COMPLETES
from quizapp.errors import QuizappError
from quizapp.paths import places

if TYPE_CHECKING:
    from quizapp.study.opening import Desk

_WORD = re.compile(r"[\w@%+=:,./-]*")
"""What bash takes as it stands."""


@click.command(
    short_help="Print a shell's completion script.",
    epilog=epilog(
        ('eval "$(quizapp completion bash)"', "in ~/.bashrc"),
        ('eval "$(quizapp completion zsh)"', "in ~/.zshrc"),
        ("quizapp completion fish | source", "in ~/.config/fish/config.fish"),
    ),
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script that makes a shell complete quizapp's words."""
    kind = get_completion_class(shell)
    assert kind is not None, "click knows these shells"
    click.echo(kind(context.find_root().command, {}, "quizapp", COMPLETES).source())


def complete_deck(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The decks whose id goes on from what is typed; none before the first start."""
    ids = _known(lambda desk: [deck.id for deck in desk.collection.decks()])
    return _items(id_ for id_ in ids if id_.startswith(incomplete))


def complete_topic(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The topics whose id goes on from what is typed."""
    ids = _known(lambda desk: {id_.partition("/")[0]: None for id_ in desk.collection.ids()})
    return _items(id_ for id_ in ids if id_.startswith(incomplete))


def complete_tag(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The tags that go on from what is typed."""
    tags = _known(lambda desk: desk.collection.tags())
    return _items(tag for tag in tags if tag.startswith(incomplete))


def complete_card(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The cards whose id, or the part of it after the slash, goes on from what is typed."""
    ids = _known(lambda desk: desk.collection.ids())
    return _items(id_ for id_ in ids if any(part.startswith(incomplete) for part in (id_, _tail(id_))))


def _items(words: Iterable[str]) -> list[CompletionItem]:
    """Bash puts a word into the line without quotes: a folder of a stranger's deck called `$(…)` would be run."""
    quotes = os.environ.get(COMPLETES) != "bash_complete"
    return [CompletionItem(word) for word in words if quotes or _WORD.fullmatch(word)]


def _known(ids: "Callable[[Desk], Iterable[str]]") -> Iterable[str]:
    """What the desk, as it was last left, has; nothing where there is none, or none that can be read.

    A shell that completes must not be told of errors.
    """
    try:
        if not _is_kept():
            return ()
        with opened(read=False) as desk:
            return ids(desk)
    except QuizappError:
        return ()


def _is_kept() -> bool:
    """True where there is a database: a file, or one of a server that the settings name."""
    where = places()
    if where.database.is_file():
        return True
    from quizapp.config import configured

    return configured(where.config_file).settings.server is not None


def _tail(id_: str) -> str:
    return id_.partition("/")[2]
