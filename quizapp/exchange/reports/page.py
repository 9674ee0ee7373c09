"""A report as one page of HTML: for `quizapp export html`.

Everything is in it, and a policy in its head forbids a browser to ask for anything else. There is no script.
"""

from collections.abc import Sequence

from quizapp import __version__, i18n
from quizapp.exchange.progress import ProgressWanted
from quizapp.exchange.reports.elements import element, prose, text
from quizapp.exchange.reports.pictures import drawn
from quizapp.exchange.reports.spoken import asked_of, language_of
from quizapp.exchange.reports.style import style
from quizapp.i18n import _
from quizapp.language import Language
from quizapp.report.charts import HeatMap, Section
from quizapp.report.headline import Figure
from quizapp.report.whole import Report, report
from quizapp.study.opening import Desk

_TAGS = {"en": "en", "zh": "zh-Hans"}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page_of(desk: Desk, wanted: ProgressWanted) -> bytes:
    """The page. Raises StoreError, and UsageError where both languages are asked for."""
    language = language_of(desk, wanted)
    with i18n.speaking(language):
        return page(report(desk, wanted.now, asked_of(desk, wanted)), language).encode()


def page(told: Report, language: Language) -> str:
    """A report as a page, in the language in use, which is `language`."""
    head = [
        '<meta charset="utf-8">',
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY).removesuffix("</meta>"),
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<meta name="robots" content="noindex">',
        text("title", f"{told.title}: {told.words[0]}"),
        element("style", "\n", style(), "\n"),
    ]
    header = [text("h1", told.title), *(prose("p", words) for words in told.words), _figures(told.figures)]
    parts = [
        element("header", *header),
        *map(_section, told.sections),
        text("footer", _("Written by quizapp {version}.").format(version=__version__)),
    ]
    body = element("body", element("main", "\n", "\n".join(parts), "\n"))
    return f"<!DOCTYPE html>\n{element('html', element('head', *head), body, lang=_TAGS[language])}\n"


def _figures(figures: Sequence[Figure]) -> str:
    told = [
        element(
            "div",
            text("dt", figure.name),
            text("dd", figure.value, class_="value"),
            prose("dd", figure.beside, class_="beside") if figure.beside else "",
        )
        for figure in figures
    ]
    return element("dl", *told, class_="figures")


def _section(section: Section) -> str:
    """Title, words, charts, and what the figures mean, which opens. A legend is drawn, not told in signs."""
    signs = {chart.signs for chart in section.charts if isinstance(chart, HeatMap)}
    name = f"about-{section.name}"
    return element(
        "section",
        text("h2", section.title, id=name),
        *(prose("p", words) for words in section.words if words not in signs),
        *(drawn(chart, f"{section.name}-{place}") for place, chart in enumerate(section.charts, start=1)),
        element("details", text("summary", _("What it means")), prose("p", section.definition), class_="meaning"),
        aria_labelledby=name,
    )
