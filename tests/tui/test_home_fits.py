"""Home on the smallest screen: every column of every deck, and the way out."""

from pathlib import Path

import pytest

from quizapp.tui.widgets.deck_list import DeckList
from tests.conftest import questions, write_cards
from tests.tui.decks import plain
from tests.tui.screens import running


async def test_decks_that_come_in_and_do_not_all_fit_keep_their_columns(home: Path) -> None:
    plain(home, "a")
    async with running((60, 20)) as screen:
        before = _row(screen.text, "All decks")
        decks = {f"cards/{n:02}-deck/t{n}.md": questions(f"c{n}", title=f"T{n}") for n in range(1, 20)}
        write_cards(home, decks)
        await screen.press("r")
        await screen.app.workers.wait_for_complete()
        screen.app.clear_notifications()
        text = await screen.press()
        assert _row(text, "All decks").replace(" 20 ", "  1 ") == before
        shown = [line for line in text.splitlines() if "-deck" in line or " deck " in line]
        assert len(shown) > 5
        assert all(line.count("0%") == 1 and "░░░░" in line for line in shown)


async def test_the_key_that_leaves_is_named_on_the_smallest_screen(home: Path) -> None:
    plain(home, "a")
    write_cards(home, {"cards/odd.md": "# Odd\n\n## No answer {#n .order}\n\ntext\n"})
    async with running((60, 20)) as screen:
        assert "1 fault in card files" in screen.text
        assert "q leave   ? keys" in screen.text.splitlines()[-1]
        assert "q 退出   ? 快捷键" in (await screen.press("l")).splitlines()[-1]


def _row(text: str, name: str) -> str:
    """The row of a deck, without the frame and what stands in its last cells: a scroll bar, or blanks."""
    (row,) = (line for line in text.splitlines() if name in line)
    return row.rstrip(" │▁▂▃▄▅▆▇█▔▕▎▊")


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 30)])
async def test_rows_are_as_wide_in_the_first_picture_as_later(
    home: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    plain(home, "a")
    widths: list[int] = []
    fill = DeckList._fill

    def filled(decks: DeckList, cursor: int) -> None:
        fill(decks, cursor)
        widths.append(decks._filled)

    monkeypatch.setattr(DeckList, "_fill", filled)
    async with running(size):
        assert len(set(widths)) == 1
