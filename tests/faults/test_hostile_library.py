"""Files made to bring the program down lie in a library: it costs little, and the rest of the library is as it was."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.checks.test_hostile_checks import HOSTILE
from tests.faults.processes import own_home, run
from tests.soak import rounds

_MOST_MEMORY = 400.0
"""MiB. Without bounds the million headings take 3,700, a million stars in pairs 1,500."""
_MOST_SECONDS = 45.0
"""Of processor time for them all; they take about five on a slow machine."""
_MIB = 2**20

GOOD = "# Sound\n\n## What holds? {#holds}\n\nThe rest.\n"
CHECKS = "".join(
    "## How many {{x0}}?\n\n```check\ndraw: {a: [1, 2]}\nlet:\n"
    + "".join(f"  {line}\n" for line in lines)
    + "answer: a\n```\n\n"
    for lines in HOSTILE.values()
)
FILES: dict[str, Callable[[], bytes]] = {
    "line-of-100-mb.md": lambda: b"a " * (50 * _MIB),
    "line-of-4-mb.md": lambda: b"## Long\n\n" + b"a b " * (4 * _MIB // 4),
    "title-of-2-mb.md": lambda: b"## " + b"ab " * (2 * _MIB // 3) + b"\n\nA\n",
    "million-headings.md": lambda: b"## Q\n" * 1_000_000,
    "million-cards.md": lambda: b"".join(b"## Q%d?\n\nA\n\n" % number for number in range(1_000_000)),
    "million-stars.md": lambda: b"## Q\n\n" + b"*a* " * 1_000_000,
    "deep-quotes.md": lambda: b"## Q\n\n" + b">" * 1_000 + b" x\n",
    "deep-lists.md": lambda: b"## Q\n\n" + b"".join(b"  " * depth + b"- a\n" for depth in range(1_000)),
    "deep-maths.md": lambda: b"## Q\n\n$" + b"\\frac{1" * 1_000 + b"}{2}" * 1_000 + b"$\n",
    "no-utf-8.md": lambda: b"## \xff\xfe\xc3( ok\n\n\xf0\x28\x8c\xbc\n",
    "nuls.md": lambda: b"## Q\x00\n\n" + b"\x00" * _MIB,
    "bomb.md": lambda: (
        b"---\na: &a [x, x]\n" + b"".join(b"b%d: &b%d [*a, *a]\n" % (n, n) for n in range(50)) + b"---\n"
    ),
    "deep-yaml.md": lambda: b"---\ntitle: " + b"[" * 1_000 + b"\n---\n",
    "checks.md": CHECKS.encode,
}
TOLD = {
    "line-of-100-mb.md": "larger than 16 MiB",
    "million-headings.md": "too many lines or marks for one file",
    "million-cards.md": "too many lines or marks for one file",
    "million-stars.md": "too many lines or marks for one file",
    "no-utf-8.md": "byte 0xFF is not UTF-8",
    "nuls.md": "control character U+0000",
    "bomb.md": "anchors and aliases are not read",
    "deep-yaml.md": "nested more than 24 deep",
    "out.md": "a link that leads out of the folder",
    "loop.md": "a link that leads nowhere",
    "pipe.md": "not a plain file",
}


@pytest.fixture
def hostile(home: Path) -> Path:
    """A home whose library holds all of them, and one sound card."""
    cards = own_home(home)
    (cards / "sound.md").write_text(GOOD, encoding="utf-8")
    for name, content in FILES.items():
        (cards / name).write_bytes(content())
    (home / "secret.md").write_text("## Secret?\n\nhidden words\n", encoding="utf-8")
    (cards / "out.md").symlink_to(home / "secret.md")
    (cards / "folder").symlink_to(home)
    (cards / "loop.md").symlink_to(cards / "loop.md")
    os.mkfifo(cards / "pipe.md")
    return cards


def test_the_library_is_read_within_bounds_and_the_sound_card_is_there_and_asked(hostile: Path) -> None:
    for _ in range(rounds(1, 5)):
        done = run("list", "--json")
        listed = {card["id"] for card in json.loads(done.stdout)}
        assert done.status == 0
        assert "sound/holds" in listed
        assert not any("secret" in card for card in listed)
        assert (done.memory < _MOST_MEMORY, done.memory) == (True, done.memory)
        assert done.seconds < _MOST_SECONDS
    asked = run("review", "--plain", "--limit", "40", typed="\n3\n" * 200)
    assert "What holds?" in asked.stdout
    assert asked.memory < _MOST_MEMORY
    assert asked.seconds < _MOST_SECONDS


def test_each_is_told_in_a_line(hostile: Path) -> None:
    (hostile / "checks.md").unlink()  # `check` tries a computed card 200 times: see the tests of examining
    done = run("check")
    assert done.status == 1
    for name, what in TOLD.items():
        assert f"{name}:" in done.stdout
        assert any(name in line and what in line for line in done.stdout.splitlines()), name
    assert max(map(len, done.stdout.splitlines())) < 2_000
    assert done.memory < _MOST_MEMORY
