"""Readiness: the estimated chance to recall a card, by topic."""

from collections.abc import Sequence

from quizapp.i18n import _, ngettext
from quizapp.report.charts import Bar, Bars, Section
from quizapp.report.names import Names
from quizapp.study.statistics.figures import Readiness, Statistics
from quizapp.wording import cards, number, percent

_NAMED = 3
"""Of the topics not begun, so many are named."""


def ready(figures: Statistics, names: Names) -> Section:
    """Today, and on the day that was asked for."""
    whole, on = figures.ready, figures.on
    definition = _(
        "The chance to recall a card, the mean over a topic's cards in use that are not suspended. After t days of"
        " an interval of I days it is r^(t/I); r, the chance on the due date, is what makes your own reviews "
        "likeliest, with 0.9 taken for granted as if from 20 reviews; young and mature cards each have their own. "
        "A card never answered, or forgotten last, counts as 0. A day to come is told as if nothing were reviewed "
        "until then."
    )
    if not whole.cards:
        return Section("ready", _("Readiness"), [_("No cards yet.")], definition)
    said = ngettext(
        "Over all topics you would recall {share} of {cards} today; {seen} was seen.",
        "Over all topics you would recall {share} of {cards} today; {seen} were seen.",
        whole.seen,
    )
    words = [said.format(share=percent(whole.today), cards=cards(whole.cards), seen=number(whole.seen))]
    if on is not None:
        later = _("On {day}, if nothing is reviewed until then: {share}.")
        words.append(later.format(day=on.isoformat(), share=percent(whole.on or 0)))
    begun = [topic for topic in figures.readiness if topic.seen]
    words += _not_begun([names.topic(topic.topic) for topic in figures.readiness if not topic.seen])
    bars = [Bar(names.topic(topic.topic), topic.today, _told(topic)) for topic in begun]
    title = _("Chance to recall, by topic (seen / cards)")
    return Section("ready", _("Readiness"), words, definition, [Bars(title, bars, whole=1)] if bars else [])


def _not_begun(topics: Sequence[str]) -> list[str]:
    """Topics that no card of was seen: they would only push the others away."""
    if not topics:
        return []
    said = ngettext("{n} topic not begun: {topics}.", "{n} topics not begun: {topics}.", len(topics))
    if len(topics) > _NAMED:
        said = _("{n} topics not begun: {topics} and others.")
    return [said.format(n=number(len(topics)), topics=_(", ").join(topics[:_NAMED]))]


def _told(topic: Readiness) -> str:
    chance = percent(topic.today) if topic.on is None else f"{percent(topic.today)} → {percent(topic.on)}"
    return f"{chance}   {topic.seen}/{topic.cards}"
