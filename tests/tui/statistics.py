"""Statistics to look at: two decks, and a screen that is waited for."""

from datetime import timedelta
from pathlib import Path

from quizapp.paths import places
from quizapp.store.collection import Collection
from tests.conftest import NOW, questions, write_cards
from tests.store.rows import good
from tests.tui.decks import CONFIG
from tests.tui.screens import Screen


def learned(home: Path, config: str = CONFIG) -> None:
    """Two decks with two cards each, one of them answered three days ago and today."""
    write_cards(
        home,
        {
            "config.toml": config,
            "cards/1-a/x.md": questions("p", "q", title="First"),
            "cards/2-b/y.md": questions("r", "s", title="Second"),
        },
    )
    where = places()
    with Collection(where.database, where.backups, NOW) as collection:
        collection.append(
            [
                good("x/p", NOW - timedelta(days=3), 5000),
                good("x/p", NOW, 3000),
                good("y/r", NOW + timedelta(seconds=9)),
            ]
        )


async def shown(screen: Screen, *keys: str) -> str:
    """The screen after keys, once everything is counted."""
    await screen.press(*keys)
    await screen.app.workers.wait_for_complete()
    return await screen.press()
