"""The networks that come with the program, and short ways to write one."""

from quizapp.checks.networks import Network, read_network
from quizapp.paths import bundled_cards


def bundled(name: str) -> Network:
    """A network of `content/networks`."""
    return read_network((bundled_cards() / "networks" / f"{name}.net").read_text(encoding="utf-8"))


def net(entering: str, *layers: str) -> Network:
    """The network of some lines behind an input."""
    return read_network("\n".join([f"input {entering}", *layers]))
