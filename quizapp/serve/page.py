"""The page that a tab shows, and the files that it needs; nothing of it comes from elsewhere."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from importlib.resources import files
from pathlib import Path
from string import Template

from quizapp.i18n import _

_HERE = Path(__file__).parent
_LETTERS = 16
"""Pixels. A browser makes a page larger and smaller by itself."""
COLOURS = {"quizapp-dark": ("#d5daf0", "#16181f"), "quizapp-light": ("#1c2030", "#fbfbf8")}
"""Text and ground of our themes; other themes are taken for dark."""


@dataclass(frozen=True)
class Look:
    """What of the settings a page has to know: the language of the program and its theme."""

    language: str
    theme: str

    @property
    def colours(self) -> tuple[str, str]:
        """Text and ground: the page is to look like the program on it."""
        return COLOURS.get(self.theme, COLOURS["quizapp-dark"])


def page(look: Look, prefix: str, websocket: str) -> str:
    """The HTML; `prefix` is what our paths begin with, `websocket` the address of the program."""
    text, ground = look.colours
    return Template((_HERE / "page.html").read_text(encoding="utf-8")).substitute(
        {
            "language": "zh-Hans" if look.language == "zh" else "en",
            "text": text,
            "ground": ground,
            "light": "light" if look.theme == "quizapp-light" else "dark",
            "prefix": escape(prefix),
            "websocket": escape(websocket),
            "letters": _LETTERS,
            "starting": escape(_("quizapp is starting …")),
            "ended": escape(_("quizapp has ended here. Your answers are kept.")),
            "again": escape(_("Start again")),
        }
    )


def page_files() -> Mapping[str, Path]:
    """Name to file: ours, and the terminal that textual-serve brings along."""
    brought = Path(str(files("textual_serve"))) / "static"
    return {
        "page.css": _HERE / "page.css",
        "page.js": _HERE / "page.js",
        "xterm.css": brought / "css" / "xterm.css",
        "textual.js": brought / "js" / "textual.js",
    }
