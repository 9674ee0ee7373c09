"""What tests of reports share: a learner who has answered, and titles that would rather be something else."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from quizapp.report.headline import headline
from quizapp.report.names import Names
from quizapp.report.sections import sections
from quizapp.report.whole import Report
from quizapp.scheduling.grades import Grade
from quizapp.study.opening import Desk
from tests.exchange.archive.homes import home
from tests.exchange.exported import MOMENT, answer
from tests.report.learners import MUCH

DAY = timedelta(days=1)
HOSTILE = (
    "</title><script>alert(1)</script>",
    '"><img src="http://x.example/a.png" onerror=alert(1)>',
    "' onload='alert(1)' &lt;b&gt; &amp; &copy;",
    "| a | **b** `c` _d_ ~~e~~ $f$ \\",
    "![i](http://x.example/i.png) [l](http://x.example) <http://x.example>",
    "http://x.example www.x.example a@x.example",
    "# one",
    "- one",
    "1. one",
    "中文，标题。",
)


def hostile(title: str) -> Report:
    """A report in which everything that has a name has this one."""
    names = Names({"d": title}, {"t": title}, {"t/bad": title, "t/c": title})
    mistake = MUCH.mistakes[0].model_copy(update={"name": title})
    figures = MUCH.model_copy(update={"mistakes": [mistake]})
    return Report("Learning progress", [title], headline(figures), sections(figures, names))


@contextmanager
def learner(folder: Path, settings: str = "") -> Iterator[Desk]:
    """Two decks, of which two cards of each were answered on two days, the last one today."""
    text = "## One? {#a}\n\n1\n\n## Two? {#b}\n\n2\n\n## Three? {#c}\n\n3\n"
    files = {f"{deck}/{topic}.en.md": text.encode() for deck, topic in (("01-nets", "nets"), ("02-pools", "pools"))}
    files["02-pools/deck.toml"] = '[title]\nen = "Pools"\nzh = "池化"\n'.encode()
    with home(folder, files, settings) as desk:
        for topic in ("nets", "pools"):
            answer(desk, f"{topic}/a", MOMENT - 2 * DAY, Grade.GOOD, 4000)
            answer(desk, f"{topic}/a", MOMENT, Grade.GOOD, 3000)
            answer(desk, f"{topic}/b", MOMENT, Grade.AGAIN, 2000)
        yield desk
