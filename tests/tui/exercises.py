"""An exercise for the interface's tests, and the code of a learner."""

from contextlib import suppress
from pathlib import Path

from textual.worker import WorkerCancelled

from tests.conftest import write_cards
from tests.tui.decks import CONFIG
from tests.tui.screens import Screen

EN = """---
topic: code
title: Code
---

# Code

## Write `double(x)`, which gives twice its argument. {#double}

```exercise
function: double
hint: Addition is enough.
starter: |
  def double(x):
      ...
tests:
  - {call: "double(2)", gives: 4}
  - {call: "double('a')", gives: aa}
```

```python
def double(x):
    return x + x
```

Anything that can be added can be doubled.
"""

ZH = """---
topic: code
title: 代码
---

# 代码

## 写出 `double(x)`，返回参数的两倍。 {#double}

```exercise
hint: 加法就够了。
```

能相加的都能加倍。
"""

RIGHT = "return 2 * x"
WRONG = "return x * x"


def one_exercise(home: Path, trusted: bool = True, config: str = CONFIG) -> None:
    """A deck of a single exercise in both languages, whose code may run or is still to be asked about."""
    said = f"trusted = ['{home}/cards']\n" if trusted else ""
    write_cards(home, {"config.toml": config + said, "cards/code.en.md": EN, "cards/code.zh.md": ZH})


async def write(screen: Screen, body: str) -> str:
    """Opens the editor, where it is not open, and writes the function's body in the place of the dots."""
    await screen.press("enter")
    return await screen.type(body)


async def run(screen: Screen) -> str:
    """Runs the code; the screen once that is done."""
    await screen.press("ctrl+r")
    with suppress(WorkerCancelled):  # where the code passed its screen goes, perhaps before the thread has ended
        await screen.app.workers.wait_for_complete()
    await screen.pilot.pause()
    return screen.text
