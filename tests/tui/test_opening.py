"""`o` opens an image of the deck or a link into the web, and nothing else."""

from pathlib import Path

import pytest

from tests.conftest import write_cards
from tests.tui.decks import CONFIG
from tests.tui.screens import Screen, running


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A viewer that writes down what it is asked to open."""
    record, programs = tmp_path / "opened.txt", tmp_path / "bin"
    programs.mkdir()
    for name in ("xdg-open", "open"):
        (programs / name).write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >> "{record}"\n', "utf-8")
        (programs / name).chmod(0o755)
    record.touch()
    monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
    return record


def _card(home: Path, body: str) -> None:
    write_cards(home, {"config.toml": CONFIG, "cards/deck/look.md": f"# Look\n\n## Look at it {{#look}}\n\n{body}\n"})


async def _press(screen: Screen, *keys: str) -> str:
    await screen.press(*keys)
    await screen.app.workers.wait_for_complete()
    return await screen.press()


async def test_a_single_link_is_opened_on_request(home: Path, opened: Path) -> None:
    _card(home, "See [the paper](https://example.org/a?b=c&d).")
    async with running() as screen:
        await _press(screen, "enter", "space", "o")
        assert opened.read_text() == "https://example.org/a?b=c&d\n"
        assert "Opened: https://example.org/a?b=c&d" in screen.told


async def test_nothing_is_opened_that_is_not_shown_yet(home: Path, opened: Path) -> None:
    _card(home, "See [the paper](https://example.org/).")
    async with running() as screen:
        await _press(screen, "enter", "o")
        assert "no image and no link" in screen.told
        assert opened.read_text() == ""


async def test_an_image_of_the_deck_is_opened(home: Path, opened: Path) -> None:
    _card(home, "![a picture](pictures/one%20two.png)")
    write_cards(home, {"cards/deck/pictures/one two.png": "pixels"})
    async with running() as screen:
        text = await _press(screen, "enter", "space", "o")
        assert "[image: a picture]" in text
        assert opened.read_text() == f"{(home / 'cards/deck/pictures/one two.png').resolve()}\n"


async def test_the_key_is_named_once_there_is_something_to_open(home: Path) -> None:
    _card(home, "![a picture](one.png)")
    write_cards(home, {"cards/deck/one.png": "pixels"})
    async with running((60, 20)) as screen:
        assert "o open" not in await screen.press("enter")
        assert "o open" in (await screen.press("space")).splitlines()[-1]


async def test_of_several_one_is_chosen(home: Path, opened: Path) -> None:
    _card(home, "[First [red]one](https://example.org/1) and [second](https://example.org/2)")
    async with running() as screen:
        text = await _press(screen, "enter", "space", "o")
        assert "▸ 1 First [red]one" in text
        assert "https://example.org/2" in text
        await _press(screen, "down", "enter")
        await _press(screen, "o", "1")
        assert opened.read_text() == "https://example.org/2\nhttps://example.org/1\n"


@pytest.mark.parametrize(
    "body",
    [
        "[file](file:///etc/passwd)",
        "[script](javascript:alert(1))",
        "![out](../../secret.png)",
        "![absolute](/etc/passwd)",
        "![program](run.sh)",
        "![linked](linked.png)",
        "![linked to itself](loop.png)",
        "![missing](missing.png)",
        "[relative](look.md)",
        "`https://example.org`",
    ],
)
async def test_what_leads_out_of_the_deck_or_runs_is_never_opened(home: Path, opened: Path, body: str) -> None:
    _card(home, body)
    write_cards(home, {"secret.png": "secret", "cards/deck/run.sh": "#!/bin/sh\n"})
    (home / "cards/deck/linked.png").symlink_to(home / "secret.png")
    (home / "cards/deck/loop.png").symlink_to("loop.png")
    async with running() as screen:
        await _press(screen, "enter", "space", "o")
        assert "no image and no link" in screen.told
        assert opened.read_text() == ""


async def test_without_a_viewer_that_is_told_with_the_address(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    _card(home, "See [the paper](https://example.org/).")
    async with running() as screen:
        await _press(screen, "enter", "space", "o")
        assert "Nothing here can open https://example.org/" in screen.told


async def test_a_link_of_the_notes_is_opened_from_there(home: Path, opened: Path) -> None:
    notes = "# Look\n\n[Notes](https://example.org/n)\n\n## Look {#look}\n\nat it\n"
    write_cards(home, {"config.toml": CONFIG, "cards/look.md": notes})
    async with running() as screen:
        await _press(screen, "enter", "n", "o")
        assert opened.read_text() == "https://example.org/n\n"
