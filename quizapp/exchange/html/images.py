"""Images in HTML: names of files made safe, and how Markdown shows them."""

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

from quizapp.exchange.html.escape import escaped
from quizapp.exchange.html.marks import MAYBE, without_gap_marks
from quizapp.i18n import _
from quizapp.visible import one_line

ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".bmp", ".avif")
"""What the names of images end in."""

_UNSAFE = re.compile(r'[<>:"|?*\x00-\x1f\x7f]')
_QUOTED = re.compile(r"[\s%()<>\\\"\[\]]")
_WEB = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE)
_LONGEST_NAME = 120


@dataclass(slots=True)
class Images:
    """The names of the files that were shown, each once."""

    names: dict[str, None] = field(default_factory=dict)

    def markdown_of(self, source: str, alternative: str = "") -> tuple[str, str]:
        """An image as Markdown, and what is to be told of it, if anything."""
        source = without_gap_marks(source).strip()
        if _WEB.match(source):
            address = source if ":" in source[:6] else f"https:{source}"
            told = _("an image stays on the web: {address}").format(address=one_line(address)[:120])
            return _shown(one_line(alternative) or "image", quoted(one_line(address), keep="%")), told
        if _SCHEME.match(source) or not source:
            return "", _("an image without a file is left out: {source}").format(source=one_line(source)[:40])
        name = safe_name(unquote(source))
        if not name.lower().endswith(ENDINGS):
            return "", _("{name} is no image that can be shown").format(name=name)
        self.names[name] = None
        return _shown(name, f"media/{quoted(name)}"), ""


def safe_name(name: str) -> str:
    """The last part of a file's name, without what a file system or a terminal could take amiss."""
    last = one_line(name.replace("\\", "/").rsplit("/", 1)[-1])
    stem, dot, ending = _UNSAFE.sub("_", last).lstrip(".").rpartition(".")
    stem, ending = (stem, ending) if dot else (ending, "")
    return f"{stem[:_LONGEST_NAME]}{dot}{ending[:10]}" or "_"


def quoted(address: str, keep: str = "") -> str:
    """`address` as CommonMark takes it between parentheses; letters of any script stay."""
    return _QUOTED.sub(
        lambda match: match[0] if match[0] in keep else "".join(f"%{b:02X}" for b in match[0].encode()), address
    )


def _shown(name: str, address: str) -> str:
    text = escaped(name, label=True).replace(MAYBE, "")
    return f"![{text}]({address})"
