"""Pictures of which two have one name, whatever letters it has."""

import pytest

from tests.exchange.incoming.brought import brought, note
from tests.study.editing.conftest import Learning


@pytest.mark.parametrize(("name", "written"), [("é.png", "é"), ("两 个.png", "两%20个"), ("a(b).png", "a%28b%29")])
def test_each_card_shows_its_own(learning: Learning, name: str, written: str) -> None:
    for prompt, content in (("a?", b"one"), ("b?", b"two")):
        shown = note(f"{prompt} ![x](media/{written}.png)", media=(name,))
        brought(learning, shown, media={name: content})
    folder = "Languages/Spanish/media"
    other = next(path for path in learning.files if path.startswith(folder) and path != f"{folder}/{name}")
    assert (learning.files[f"{folder}/{name}"], learning.files[other]) == (b"one", b"two")
    text = learning.text("Languages/Spanish/spanish.md")
    assert text.count(f"(media/{written}.png)") == text.count(f"(media/{written}-") == 1
