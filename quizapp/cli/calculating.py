"""`quizapp calc`: what a network costs, layer by layer."""

import sys
from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quizapp.cli.epilog import epilog
from quizapp.cli.output import say, say_json, tell, terminal_width
from quizapp.cli.shorter import shorter
from quizapp.errors import UsageError
from quizapp.i18n import F_, _, ngettext, said_both, use
from quizapp.paths import bundled_cards, places

if TYPE_CHECKING:
    from quizapp.checks.networks import Network, NetworkError

STDIN = "-"
ENDING = ".net"
MOST_BYTES = 100_000
"""More than any network's text may have; what is larger is not read to its end."""
KEYS = (
    "an object with params, stored (with running statistics), macs, flops, receptive_field, stride, shape, flat, "
    "depth, and layers: an array with line, level, kind, layer, input, shape and the same sums. A receptive_field of "
    "null is the whole input."
)


@click.command(
    "calc",
    short_help="Compute shapes, parameters and receptive fields of a network.",
    epilog=epilog(
        ("quizapp calc", "the networks that come with quizapp"),
        ("quizapp calc resnet18", "one of them, layer by layer"),
        ("quizapp calc resnet50 --levels 0", "blocks summed up"),
        ("quizapp calc mine.net --json | jq .params", "a file of yours, for a program"),
        json=KEYS,
    ),
)
@click.argument("file", required=False)
@click.option("--levels", type=click.IntRange(min=0), help="Show so many levels of blocks; sum up what lies deeper.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def calc(file: str | None, levels: int | None, as_json: bool) -> int:
    """Compute a network layer by layer: shape, parameters, multiply-accumulates (MACs), what a unit sees of the input.

    FILE holds one layer a line (docs/networks.md), `-` is stdin. The name of a bundled network does as well; without
    FILE they are listed. Faults are told as `file:line:column: what is wrong: what to do`; it then exits with 1.
    """
    from quizapp.checks.networks import NetworkError, read_network
    from quizapp.study.coming.glance import settings_in_force

    use(settings_in_force(places()).interface)
    if file is None:
        _list(as_json)
        return 0
    name, text = _text(file)
    try:
        network = read_network(text)
    except NetworkError as error:
        _tell_faults(name, error)
        return 1
    if as_json:
        say_json(_as_json(network.as_data()))
    else:
        _say(network, levels)
    return 0


def _text(file: str) -> tuple[str, str]:
    """What to call the text in faults, and the text. Raises UsageError where there is none."""
    path = Path(file)
    try:
        if file == STDIN:
            return "-", _decoded(sys.stdin.buffer.read(MOST_BYTES), "-")
        if not path.exists() and (bundled := bundled_cards() / "networks" / f"{file}{ENDING}") in _bundled():
            path = bundled
        with path.open("rb") as opened:
            return shorter(path), _decoded(opened.read(MOST_BYTES), file)
    except FileNotFoundError:
        what = F_("no file and no network is called {name}", name=file)
        raise UsageError(what, F_("`quizapp calc` lists the networks")) from None
    except (OSError, ValueError) as error:
        what = F_("{path} cannot be read ({why})", path=path, why=getattr(error, "strerror", None) or error)
        raise UsageError(what, F_("give a text file")) from None


def _decoded(data: bytes, file: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(F_("{path} is not UTF-8", path=file), F_("save the file as UTF-8")) from None


def _bundled() -> list[Path]:
    return sorted((bundled_cards() / "networks").glob(f"*{ENDING}"))


def _list(as_json: bool) -> None:
    from quizapp.checks.networks import read_network
    from quizapp.cli.network_table import grouped, named_table

    texts = {path.stem: path.read_text(encoding="utf-8") for path in _bundled()}
    found = {name: (_title(text), read_network(text)) for name, text in texts.items()}
    if as_json:
        told = [{"name": name, "title": title, **network.as_data()} for name, (title, network) in found.items()]
        say_json([{key: _as_json(value) for key, value in each.items() if key != "layers"} for each in told])
        return
    sums = [[grouped(network.params), grouped(network.macs)] for _title, network in found.values()]
    for number, line in enumerate(named_table(list(found), sums, [title for title, _network in found.values()])):
        click.echo(click.style(line, bold=True) if number == 0 else line)


def _title(text: str) -> str:
    return text.partition("\n")[0].lstrip("# ")


def _tell_faults(name: str, error: "NetworkError") -> None:
    for fault in (error, *error.further):
        tell(f"{name}:{fault.line}:{fault.column}: {said_both(fault.what, fault.mend)}")


def _say(network: "Network", levels: int | None) -> None:
    from quizapp.cli.network_table import grouped, network_table

    for number, line in enumerate(network_table(network, levels, terminal_width())):
        click.echo(click.style(line, bold=True) if number == 0 else line)
    say(_("{n} FLOPs, two for each MAC").format(n=grouped(network.flops)))
    say(_("{n} values stored, running statistics among them").format(n=grouped(network.stored)))
    deep = ngettext("{n} learned layer on the longest path", "{n} learned layers on the longest path", network.depth)
    say(deep.format(n=network.depth))


def _as_json(value: Any) -> Any:
    """Broken strides, which upsampling makes, as decimals."""
    if isinstance(value, Fraction):
        return float(value)
    if isinstance(value, list | tuple):
        return [_as_json(item) for item in value]
    return {key: _as_json(item) for key, item in value.items()} if isinstance(value, Mapping) else value
