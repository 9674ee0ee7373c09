"""A part of everything, which says in itself what it is limited to."""

from datetime import date, timedelta
from pathlib import Path

from quizapp.exchange.archive.document import Limits
from quizapp.scheduling.grades import Grade
from tests.exchange.archive.homes import exported, home, parsed
from tests.exchange.exported import MOMENT, answer


def test_what_is_whole_has_no_limits(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one:
        assert parsed(one).limits is None
        assert parsed(one, language="both").limits is None


def test_a_deck_is_that_with_all_in_it(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one:
        answer(one, "nets/keeps", MOMENT, Grade.GOOD)
        answer(one, "pooling/keep", MOMENT, Grade.GOOD)
        answer(one, "vanished/card", MOMENT, Grade.GOOD)
        part = parsed(one, decks=("vision",))
    assert part.limits == Limits(decks=("vision",))
    assert {card.deck for card in part.cards} == {deck.id for deck in part.decks} == {"vision/nets"}
    assert [file.path for file in part.files] == ["vision/nets/nets.md"]
    assert [row.card for row in part.log] == ["nets/keeps"]


def test_pictures_and_titles_go_with_their_deck(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one:
        files = {file.path for file in parsed(one, decks=("06-others",)).files}
    assert files >= {"06-others/others.md", "06-others/deck.toml", "06-others/media/x.png"}


def test_the_deck_of_files_that_lie_in_no_folder_takes_their_pictures_along(tmp_path: Path) -> None:
    files = {"a.md": b"## One?\n\n1\n", "media/x.png": b"\xff", "other/b.md": b"## Two?\n\n2\n"}
    with home(tmp_path / "one", files) as one:
        assert [file.path for file in parsed(one, decks=("cards",)).files] == ["a.md", "media/x.png"]


def test_bundled_texts_that_copies_were_made_from_go_with_their_topic(tmp_path: Path) -> None:
    files = {"a/a.md": b"## One?\n\n1\n", "b/b.md": b"## Two?\n\n2\n"}
    kept = {".bundled/a.md": b"## One then?\n", ".bundled/b.en.md": b"## Two then?\n"}
    with home(tmp_path / "one", files | kept) as one:
        assert [file.path for file in parsed(one).files] == [*sorted(kept), *files]
        assert [file.path for file in parsed(one, decks=("a",)).files] == [".bundled/a.md", "a/a.md"]


def test_cards_that_vanished_keep_their_answers_in_their_deck(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one:
        answer(one, "nets/keeps", MOMENT, Grade.GOOD)
        (one.places.cards / "vision/nets/nets.md").write_text("## Another?\n\n1\n", encoding="utf-8")
        one.read_cards(MOMENT)
        assert [row.card for row in parsed(one, decks=("vision",)).log] == ["nets/keeps"]


def test_days_before_are_left_out(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one:
        for days in (2, 1, 0):
            answer(one, "nets/keeps", MOMENT - timedelta(days=days), Grade.GOOD)
        part = parsed(one, since=date(2026, 3, 3))
    assert part.limits == Limits(since=date(2026, 3, 3))
    assert [row.day.day for row in part.log] == [3, 4]
    assert len(part.cards) == 15


def test_texts_are_those_of_one_language_where_a_card_has_it(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one:
        part = parsed(one, language="zh")
    cards = {card.id: card for card in part.cards}
    assert part.limits == Limits(language="zh")
    assert cards["pooling/keep"].prompt == {"zh": "最大池化保留什么？"}
    assert cards["pooling/keep"].languages == ["en", "zh"]
    assert list(cards["nets/keeps"].titles) == ["every"]


def test_a_part_has_no_choices(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one:
        one.choose("language", "zh")
        assert parsed(one).choices == {"language": "zh"}
        assert parsed(one, decks=("vision",)).choices == {}


def test_every_entry_has_a_line_of_its_own(tmp_path: Path) -> None:
    with home(tmp_path / "one") as one:
        lines = exported(one).decode().splitlines()
    assert lines[0] == '{"format":"quizapp",'
    assert sum(line.startswith('{"id":"pooling/') for line in lines) == 2
