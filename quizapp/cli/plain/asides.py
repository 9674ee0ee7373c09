"""What a learner may look at beside a card, and at the end: help, notes, history, the summary."""

from collections.abc import Sequence
from datetime import datetime

from quizapp.cards.models import Card, Topic
from quizapp.cli.plain.page import laid_out
from quizapp.i18n import _
from quizapp.language import Language, in_language
from quizapp.scheduling.grades import Scale
from quizapp.scheduling.log import What
from quizapp.store.values import LogRow
from quizapp.study.marking import decided
from quizapp.study.opening import Desk
from quizapp.study.questions.given import in_words
from quizapp.study.sessions.session import Session
from quizapp.study.sessions.summary import Summary, summary
from quizapp.study.sessions.undoing import Undone, that_count
from quizapp.wording import answers, cards, duration, grade_name, nothing_waits, percent, what_name


def help_text(closing: bool) -> str:
    """The commands."""
    if closing:
        return _("m  ten more cards\nu  undo the last answer\nq  the end")
    return _(
        "u  undo the last answer\n"
        "x  suspend: the card does not come any more\n"
        "z  bury: the card comes tomorrow\n"
        "l  the card's other language\n"
        "n  the topic's notes\n"
        "i  what happened to the card\n"
        "h  the hint of a computed question; after its answer, r and f practise: same numbers, new numbers\n"
        "q  the end; what was answered is kept\n"
        "While you type an answer, a colon goes before the letter, as in :u"
    )


def notes(topic: Topic | None, language: Language, width: int) -> str:
    """A topic's notes."""
    text = laid_out(in_language(topic.notes, language), width) if topic else ""
    return text or _("This topic has no notes.")


def history(rows: Sequence[LogRow], scale: Scale) -> str:
    """A card's rows, one a line, oldest first; undone ones are marked."""
    counted = {row.entry.uuid for row in that_count(rows)}
    lines = [_row(row, scale, row.entry.uuid in counted) for row in rows if row.entry.what is not What.UNDO]
    return "\n".join(lines) or _("Nothing yet: this card is new.")


def closing(desk: Desk, session: Session, now: datetime) -> str:
    """What was done in a session, and what comes."""
    day = desk.pen.day(now)
    done = summary(desk.collection, day, session.rows)
    tomorrow = _("Tomorrow: {cards}").format(cards=cards(done.tomorrow))
    if done.answers:
        return "\n".join([*_done(done, desk.settings.grades), tomorrow])
    due_after = session.scope.due_after
    following = None if session.scope.narrowed else desk.collection.next_due(day)
    if following and due_after is None:
        return _("Nothing waits here today. Next: {day}").format(day=following.isoformat())
    return nothing_waits(due_after)


def _done(done: Summary, scale: Scale) -> list[str]:
    share = percent(done.recalled / done.answers)
    what = [answers(done.answers), _("{share} recalled").format(share=share), duration(done.milliseconds / 1000)]
    lines = [_("Done: {what}").format(what=_(", ").join(what))]
    lines.append(_(", ").join(f"{grade_name(grade, scale)} {done.grades.get(grade, 0)}" for grade in scale.grades))
    if done.first_seen:
        lines.append(_("Seen for the first time: {cards}").format(cards=cards(done.first_seen)))
    if done.leeches:
        lines.append(_("Leeches, forgotten 8 times: {cards}").format(cards=_(", ").join(done.leeches)))
    return lines


def _row(row: LogRow, scale: Scale, counts: bool) -> str:
    entry = row.entry
    parts = [entry.at.astimezone().strftime("%Y-%m-%d %H:%M")]
    if entry.what is not What.ANSWER:
        parts.append(what_name(entry.what))
    if entry.grade is not None:
        parts.append(grade_name(entry.grade, scale))
    if given := in_words(row.answered):
        parts.append(given)
    if row.milliseconds is not None:
        parts.append(duration(row.milliseconds / 1000))
    if not counts:
        parts.append(_("undone"))
    return "  ".join(parts)


def undone(what: Undone | None, shown: Card | None) -> str:
    """What was undone: what was done with a card, or decided about cards outside the session.

    `shown` is the card that was being asked: it is asked again after the one that comes back.
    """
    if what is None:
        return _("Nothing left to undo today.")
    if what.decided:
        return _("Undone: {what}").format(what=decided(what.what, what.decided))
    told = _("Undone: {card} ({what}).").format(card=what.card, what=what_name(what.what))
    if shown is None or shown.id == what.card:
        return told
    return _("{one} {next}").format(one=told, next=_("After it comes {card}.").format(card=shown.id))
