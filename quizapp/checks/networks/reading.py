"""Reads a network's text."""

from functools import lru_cache

from quizapp.checks.networks import convolutions, norms, poolings, vectors
from quizapp.checks.networks.blocks import INPUT, read_blocks
from quizapp.checks.networks.errors import NetworkError
from quizapp.checks.networks.layers import needs
from quizapp.checks.networks.lines import Line, lines
from quizapp.checks.networks.network import Network
from quizapp.checks.networks.options import Signature, arguments, sizes
from quizapp.checks.networks.points import Point, checked, start
from quizapp.checks.networks.running import Walk
from quizapp.i18n import F_

ROOMS = (convolutions, norms, poolings, vectors)
"""The modules of layers; importing them makes the layers known."""

_INPUT = Signature({"shape": needs(sizes, "3x224x224")}, {})


@lru_cache(maxsize=64)
def read_network(text: str) -> Network:
    """The network that a text describes, one layer a line; `docs/networks.md` has the language.

    Raises NetworkError at the first fault: of faults in single lines all are told, of layers that do not fit the first.
    """
    found = list(lines(text))
    if not found:
        raise NetworkError(1, 1, F_("no layer"), F_("begin with `input 3x224x224`"))
    first = _input(found[0])
    nodes = read_blocks(found[1:])
    walk = Walk()
    walk.through(nodes, first)
    return Network(text, first, tuple(walk.rows))


def _input(line: Line) -> Point:
    if line.name != INPUT:
        raise line.wrong(F_("the network does not begin with its input"), F_("write `input 3x224x224` first"))
    return start(checked(arguments(line, _INPUT)["shape"]))
