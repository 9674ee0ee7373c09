"""HTML that becomes a prompt: no rule may stand in it, which would end the prompt, and no heading."""

import re

_RULE = re.compile(r"<hr\b[^<>]*>", re.IGNORECASE)
_HEADING = re.compile(r"(</?)h[1-6]\b[^<>]*>", re.IGNORECASE)


def prompt_html(html: str) -> str:
    """`html` with line ends in the place of rules, and headings as text."""
    return _HEADING.sub(r"\1div>", _RULE.sub("<br><br>", html))
