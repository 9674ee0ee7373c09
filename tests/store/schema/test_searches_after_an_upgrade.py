"""What searches read is taken over from an earlier schema: no card file need be read for it."""

from pathlib import Path

import pytest

from quizapp.paths import Places
from quizapp.store.collection import Collection
from quizapp.store.engines.address import Address
from quizapp.store.engines.database import Place
from quizapp.store.searching.wanted import Order
from quizapp.study.searching.search import parse
from tests.conftest import ENGINES, NOW, questions, write_cards
from tests.faults.schemas import make_older, make_older_on_a_server

SEARCHES = ("", "what", '"is b"', "tag:x", "-tag:x", "id:two", "is:new b")


@pytest.mark.parametrize("place", ENGINES, indirect=True)
@pytest.mark.parametrize("older", ["0004", "0005"])
def test_searches_find_the_same_cards_in_the_same_order(
    collection: Collection, place: Place, where: Places, tmp_path: Path, older: str
) -> None:
    files = {
        "a/two.md": "---\ntags: [x]\n---\n\n" + questions("b", "a") + "\n" + questions("r", marks=" .reverse"),
        "a/one.md": questions("c", "b"),
        "b/three.md": questions("z"),
        "b/deck.toml": "order = 1",
    }
    root = write_cards(tmp_path / "cards", files)
    collection.read_folders([root], NOW)
    found = {search: collection.find(parse(search), Order(), NOW.date()) for search in SEARCHES}
    assert len(found[""]) == 7
    collection.close()
    if isinstance(place, Address):
        make_older_on_a_server(place, older)
    else:
        make_older(place, older)
    with Collection(place, where.backups, NOW) as upgraded:
        assert {search: upgraded.find(parse(search), Order(), NOW.date()) for search in SEARCHES} == found
        assert [card.id for card in upgraded.listed()] == found[""]
        write_cards(root, {"a/two.md": questions("a", "b"), "a/four.md": questions("d")})
        upgraded.read_folders([root], NOW)
        ids = upgraded.find(parse(""), Order(), NOW.date())
        assert ids == ["three/z", "four/d", "one/c", "one/b", "two/a", "two/b"]
