"""docs/keys.md: every action that can be remapped, with its keys."""

import tomllib

from quizapp.config import Settings
from quizapp.tui import keymap
from quizapp.tui.app import all_bindings
from tests.docs.fences import ROOT, fences

PAGE = ROOT / "docs" / "keys.md"


def test_every_action_is_named_with_its_keys_and_no_other() -> None:
    rows = [line.split(" | ") for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| `")]
    told = {action.strip("| `"): keys.replace("`", "").split() for action, keys, _ in rows}
    bindings = [binding for screen in all_bindings().values() for binding in screen]
    assert told == {binding.id: keymap.names(binding.key) for binding in bindings}


def test_the_example_gives_keys_that_can_be_had() -> None:
    (text,) = (fence.text for fence in fences(PAGE) if fence.language == "toml")
    settings = Settings(**tomllib.loads(text))
    assert keymap.checked(settings.keys, all_bindings()) == (dict(settings.keys), [])
