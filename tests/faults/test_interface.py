"""The interface on a stranger's deck, at a real terminal: nothing but text reaches it, no connection is opened."""

import re
from pathlib import Path

import pytest

from tests.faults.processes import MOMENT, own_home
from tests.faults.screen import pressed
from tests.faults.watched import open_to_others, watched

HARM = [
    "\x1b]52;c;aGFybQ==\x07",
    "\x1b]0;harm\x07",
    "\x1b[31;7mharm",
    "\x9b31mharm",
    "\x1bPharm\x1b\\",
    "\u202eharm",
    "\x07harm",
]
MARKUP = "[red]harm[/red] [@click=app.quit]harm[/] [link=file:///etc/passwd]harm[/link]"
_ADDRESSES = "[harm](file:///etc/passwd) [harm](javascript:harm()) ![harm](../../../../etc/passwd) <file:///harm>"

ALL = " ".join(HARM)
CARDS = f"""---
topic: stranger
title: "{MARKUP}"
tags: ['harm']
---

# Title {ALL}

Notes {ALL} {MARKUP}

## Why {MARKUP} {ALL}? {{#first}}

Answer {ALL} {MARKUP} {_ADDRESSES}

```
{ALL}
{MARKUP}
```

| a |
|---|
| {ALL} {MARKUP} |

## Which {ALL} {MARKUP}? {{#second}}

- [x] {ALL}
- [ ] {MARKUP}
"""
_SEQUENCE = re.compile(
    r"\x1b\[[0-9;:?<>=]*[ -/]*[@-~]"  # of the cursor, of colours
    r"|\x1b[\]P_][^\x07\x1b]*(?:\x07|\x1b\\)"  # of the title, of the clipboard
)
LEAVE = "\x11"
SESSIONS = {
    "home, faults and statistics": (["f", "\x1b", "s", LEAVE], ["control character", "Statistics"]),
    "browsing": (["b", "\x1b[B", "\r", LEAVE], ["Why", "Which", "card"]),
    "a review": (["\r", " ", "n", "\x1b", "i", "\x1b", "3", " ", " ", LEAVE], ["Answer", "Notes", "Which"]),
    "the commands": (["\x10", "h", "a", "r", "m", "\x1b", LEAVE], ["harm"]),
}


@pytest.mark.parametrize("session", SESSIONS)
def test_nothing_but_text_reaches_the_terminal(session: str, home: Path, tmp_path: Path) -> None:
    cards = own_home(home)
    for folder in ("06-deck", "07-\x1b]0;harm\x07\u202e"):
        (cards / folder).mkdir()
    (cards / "06-deck" / "cards.md").write_text(CARDS, encoding="utf-8")
    (cards / "06-deck" / "deck.toml").write_text('title = "\\u001B]0;harm\\u0007 [red]harm[/red]"\n', encoding="utf-8")
    (cards / "07-\x1b]0;harm\x07\u202e" / "\x1b]52;c;aGFybQ==\x07.md").write_text("## Q\n\nA\n", encoding="utf-8")
    environment, seen = watched(tmp_path)
    keys, shown = SESSIONS[session]
    status, written = pressed(keys, environment | {"QUIZAPP_NOW": MOMENT})
    assert status == 0
    assert [word for word in shown if word not in written] == []
    assert [found for found in _SEQUENCE.findall(written) if "harm" in found or "aGFy" in found] == []
    assert not any(harm in written for harm in HARM)
    assert "[red]" in written.replace("\\", "")
    assert not seen.exists()
    assert [path for path in open_to_others(home) if path.startswith("home/quizapp")] == []
