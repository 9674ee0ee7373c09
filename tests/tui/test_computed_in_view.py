"""On a small screen what one types, what it is read as, and the verdict are in view, however long the card is."""

from pathlib import Path

import pytest

from tests.tui.checks import one_check
from tests.tui.screens import running

LONG = """\
## How many parameters?

{prompt}

```check
draw: {{k: [3]}}
answer: k ** 2
```

{solution}

**{{{{answer}}}}**
"""


def paragraphs(count: int) -> str:
    return "\n\n".join(f"Paragraph {number}." for number in range(1, count + 1))


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
async def test_what_is_typed_is_in_view_and_so_is_its_refusal(home: Path, size: tuple[int, int]) -> None:
    one_check(home, LONG.format(prompt=paragraphs(15), solution="It is squared."))
    async with running(size) as screen:
        assert "How many parameters?" in await screen.press("enter")
        await screen.type("12(")
        assert "▊  12(" in screen.text
        assert "not read: " in screen.text
        assert "please." in await screen.press("enter")


@pytest.mark.parametrize("solution", ["It is squared.", paragraphs(15)])
async def test_the_verdict_is_in_view_after_the_answer(home: Path, solution: str) -> None:
    one_check(home, LONG.format(prompt=paragraphs(15), solution=solution))
    async with running((60, 20)) as screen:
        await screen.press("enter")
        await screen.type("4")
        text = await screen.press("enter")
        assert "✗ not right" in text
        assert "answer: 9" in text


async def test_what_was_typed_is_gone_on_with_after_looking_something_up(home: Path) -> None:
    one_check(home, LONG.format(prompt="Of a kernel.", solution="It is squared."))
    async with running() as screen:
        await screen.press("enter")
        await screen.type("3*")
        await screen.press("escape", "n", "escape", "enter")
        await screen.type("3")
        assert "read as 9" in screen.text
