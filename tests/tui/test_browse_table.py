"""The table fetches and draws what is in view, however many cards were found."""

from collections.abc import Sequence
from datetime import date

from textual.app import App, ComposeResult
from textual.strip import Strip

from quizapp.render import width_of
from quizapp.render.cells import cell
from quizapp.store.searching.wanted import Column, Order
from quizapp.store.values import Listed
from quizapp.tui.widgets.card_columns import View, head, headings
from quizapp.tui.widgets.card_table import CardTable

VIEW = View(Order(), date(2026, 3, 4), "en")
MANY = [f"topic/card-{number}" for number in range(100_000)]
HEIGHT = 20


def listed(id_: str) -> Listed:
    return Listed(id_, "deck", "topic", "basic", ("tag",), {"en": f"Title of {id_}"}, False, None)


class Counting(CardTable):
    """A table that counts what it fetches and draws."""

    def __init__(self) -> None:
        super().__init__(self.give, VIEW)
        self.fetched: list[int] = []
        self.drawn = 0

    def give(self, ids: Sequence[str]) -> Sequence[Listed]:
        self.fetched.append(len(ids))
        return [listed(id_) for id_ in ids]

    def render_line(self, y: int) -> Strip:
        self.drawn += 1
        return super().render_line(y)


class Program(App[None]):
    """Nothing but a table."""

    def __init__(self) -> None:
        super().__init__()
        self.table = Counting()

    def compose(self) -> ComposeResult:
        yield self.table


async def test_a_table_of_100_000_cards_fetches_a_page_and_draws_a_screen() -> None:
    app = Program()
    async with app.run_test(size=(80, HEIGHT)) as pilot:
        app.table.show(MANY, VIEW)
        await pilot.pause()
        assert 0 < sum(app.table.fetched) < HEIGHT
        for key in ("end", "home", "pagedown", "down", "up"):
            app.table.fetched.clear()
            app.table.drawn = 0
            await pilot.press(key)
            await pilot.pause()
            assert sum(app.table.fetched) < HEIGHT
            assert 0 < app.table.drawn <= 3 * HEIGHT


async def test_a_step_within_the_page_fetches_nothing() -> None:
    app = Program()
    async with app.run_test(size=(80, HEIGHT)) as pilot:
        app.table.show(MANY, VIEW)
        await pilot.pause()
        app.table.fetched.clear()
        await pilot.press("down", "down")
        await pilot.pause()
        assert app.table.fetched == []


async def test_the_last_card_can_be_reached_and_is_in_view() -> None:
    app = Program()
    async with app.run_test(size=(80, HEIGHT)) as pilot:
        app.table.show(MANY, VIEW)
        await pilot.pause()
        await pilot.press("end")
        await pilot.pause()
        assert app.table.card == MANY[-1]
        assert "card-99999" in app.table.render_line(HEIGHT - 1).text
        await pilot.press("down", "pagedown", "home", "up", "pageup")
        assert app.table.card == MANY[0]


async def test_a_click_sets_the_cursor() -> None:
    app = Program()
    async with app.run_test(size=(80, HEIGHT)) as pilot:
        app.table.show(MANY, VIEW)
        await pilot.pause()
        await pilot.click(CardTable, offset=(5, 4))
        assert app.table.card == MANY[3]


async def test_rows_that_cannot_be_fetched_show_their_ids_and_are_asked_for_once() -> None:
    app = Program()
    async with app.run_test(size=(80, HEIGHT)) as pilot:
        asked: list[Sequence[str]] = []

        def give(ids: Sequence[str]) -> Sequence[Listed]:
            asked.append(ids)
            return []

        app.table._fetch = give
        app.table.show(MANY, VIEW)
        await pilot.pause()
        assert "topic/card-0" in app.table.render_line(1).text
        assert len(asked) == 1


def test_every_width_has_a_title_a_due_date_and_the_column_that_is_sorted_by() -> None:
    for width in range(54, 160):
        for column in Column:
            order = Order(column)
            shown = headings(width, order)
            assert shown[0].name == "title"
            assert "due" in [heading.name for heading in shown]
            assert width_of(head(shown, width, order)) == width
            if column is not Column.PLACE:
                assert column in [heading.column for heading in shown]


def test_there_are_more_columns_where_there_is_room() -> None:
    few, some, many = (len(headings(width, Order())) for width in (57, 77, 117))
    assert few < some < many


def test_chinese_is_cut_and_filled_to_the_cell() -> None:
    assert cell("最大池化", 8) == "最大池化"
    assert cell("最大池化", 7) == "最大池…"
    assert cell("最大池化", 6) == "最大… "
    assert cell("最", 4) == "最  "
    assert cell("7", 3, right=True) == "  7"
    assert cell("x", 0) == ""


def test_what_could_drive_a_terminal_is_shown_as_a_picture() -> None:
    assert cell("a\x1b[31m\nb", 10) == "a␛[31m b  "
