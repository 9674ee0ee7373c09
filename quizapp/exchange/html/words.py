"""The elements of HTML by what becomes of them, as the HTML standard names them."""

from quizapp.exchange.html.marks import GAP, HINT


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


BLOCKS = _names("div p ul ol li table caption thead tbody tfoot tr td th blockquote h1 h2 h3 h4 h5 h6")
"""Elements that begin and end lines, and are kept."""

TABLE_PARTS = _names("caption thead tbody tfoot tr td th")

AS_DIV = _names(
    "address article aside body center dd details dialog dir dl dt fieldset figcaption figure footer form header "
    "hgroup html legend main menu nav noembed noframes noscript optgroup option search section summary textarea"
)
"""Blocks that Markdown has no word for."""

PRE = _names("pre xmp listing plaintext")

STYLES = {
    **{"b": "b", "strong": "b", "i": "i", "em": "i", "s": "s", "del": "s", "strike": "s", "a": "a"},
    **{"code": "code", "tt": "code", "kbd": "code", "samp": "code", "sub": "sub", "sup": "sup", GAP: GAP, HINT: HINT},
}
"""Elements within a line that Markdown has marks for, and which."""

VOID = _names("br img hr wbr")

UNSEEN = _names("head rp annotation annotation-xml template")
"""Elements whose content no browser shows."""

LEFT_OUT = _names("audio video object canvas svg applet map frameset")
"""Elements whose content Markdown cannot show: told."""

WITHOUT_CONTENT = _names("area base basefont bgsound col embed frame link meta param source track")

TEXT = _names(
    "abbr acronym bdi bdo big blink button cite colgroup data datalist dfn font input ins label map mark marquee math "
    "meter nobr output picture progress q rb rbc rt rtc ruby select slot small span time u var "
    "mi mn mo ms mtext mrow mfrac msqrt mroot msup msub msubsup munder mover munderover mtable mtr mtd mstyle mspace "
    "mpadded mphantom menclose mmultiscripts mprescripts semantics merror"
)
"""Elements whose text is all that counts."""

CLOSED_BY: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "li": (("li",), ("ul", "ol")),
    "tr": (("tr",), ("table",)),
    "td": (("td", "th"), ("table", "tr")),
    "th": (("td", "th"), ("table", "tr")),
    "thead": (("thead", "tbody", "tfoot"), ("table",)),
    "tbody": (("thead", "tbody", "tfoot"), ("table",)),
    "tfoot": (("thead", "tbody", "tfoot"), ("table",)),
}
"""Elements that end where one of these begins, unless one of the second kind is between: end tags may be missing."""

KNOWN = BLOCKS | AS_DIV | PRE | frozenset(STYLES) | VOID | UNSEEN | TEXT | WITHOUT_CONTENT
"""All elements that mean something, or nothing, on purpose."""
