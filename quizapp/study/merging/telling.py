"""What came of merging and synchronizing, in words; every text of a file or a row is made safe to show."""

from collections.abc import Iterator, Mapping

from quizapp.i18n import _, ngettext
from quizapp.study.merging.merge import Merged
from quizapp.study.merging.synchronizing import Synchronized
from quizapp.study.merging.troubles import Fault, Trouble
from quizapp.visible import one_line
from quizapp.wording import N_, cards, labelled, number

_SHORT = 8
"""Signs of a device's name that are shown."""
_NAMED = 5

_SAID: Mapping[Fault, str] = {
    Fault.CONFLICT: N_("{file}: git left marks of a conflict (line {line}); all entries around them were read"),
    Fault.HALF: N_("{file}: the last line is not whole yet; it is read once it is"),
    Fault.NEWER: N_("{file} was written by a newer quizapp: upgrade this one to read it"),
    Fault.SPECIAL: N_("{file} is no ordinary file, and was not read"),
    Fault.UNREADABLE: N_("{file} cannot be read ({why})"),
    Fault.FOLDER: N_("the folder {file} cannot be looked into ({why}); your answers are kept here"),
    Fault.UNWRITABLE: N_("{file} cannot be written ({why}); your answers are kept here"),
}


def entries(count: int) -> str:
    """`1 entry`, `2 entries`: rows of the log."""
    return ngettext("{n} entry", "{n} entries", count).format(n=number(count))


def facts(merged: Merged, device: str) -> Iterator[str]:
    """What came in, what was here, and from which devices; `device` is this one's name."""
    what = _("{entries} about {cards}, {span}")
    came = what.format(entries=entries(merged.new), cards=cards(len(merged.cards)), span=_span(merged))
    yield "".join(labelled(_("came in"), came if merged.new else _("nothing")))
    if merged.known:
        yield "".join(labelled(_("here already"), entries(merged.known)))
    if merged.devices:
        yield "".join(labelled(_("written by"), _(", ").join(_devices(merged, device))))


def remarks(merged: Merged) -> Iterator[str]:
    """What is worth knowing of what came in."""
    if merged.unknown:
        text = ngettext(
            "{n} of these cards is in no file here: its progress waits for the file",
            "{n} of these cards are in no file here: their progress waits for the files",
            len(merged.unknown),
        )
        yield text.format(n=number(len(merged.unknown)))
    if merged.differing:
        text = ngettext(
            "{n} entry says something else here: it was left as it is here",
            "{n} entries say something else here: they were left as they are here",
            merged.differing,
        )
        yield text.format(n=number(merged.differing))
    if merged.ahead:
        text = ngettext(
            "{n} entry is of a day to come: a machine's clock is wrong",
            "{n} entries are of days to come: a machine's clock is wrong",
            merged.ahead,
        )
        yield text.format(n=number(merged.ahead))


def in_short(done: Synchronized) -> Iterator[str]:
    """What a learner should hear before or after a session: what came in, and what is wrong since."""
    if done.merged.new:
        text = ngettext(
            "{n} entry came in from your other machines",
            "{n} entries came in from your other machines",
            done.merged.new,
        )
        yield text.format(n=number(done.merged.new))
    yield from remarks(done.merged)
    yield from notices(done)
    yield from map(trouble_text, done.fresh)


def notices(done: Synchronized) -> Iterator[str]:
    """That this device goes by another name now, where it does."""
    if done.renewed:
        yield _(
            "another machine wrote under this one's name (a copied database does that); this one has a new name now"
        )


def trouble_text(trouble: Trouble) -> str:
    """One line about one trouble."""
    if trouble.fault is Fault.BROKEN:
        text = ngettext(
            "{file}: {n} line is no entry, and was passed over (line {line})",
            "{file}: {n} lines are no entries, and were passed over (the first is line {line})",
            trouble.count,
        )
    elif trouble.fault is Fault.MANY:
        text = ngettext("{n} more file is not read", "{n} more files are not read", trouble.count)
    elif trouble.fault is Fault.KEPT_BACK:
        text = ngettext(
            "{n} entry stays here: no other machine could read it",
            "{n} entries stay here: no other machine could read them",
            trouble.count,
        )
    else:
        text = _(_SAID[trouble.fault])
    return one_line(text.format(file=trouble.file, n=number(trouble.count), line=trouble.line, why=trouble.why))


def _span(merged: Merged) -> str:
    if merged.first is None or merged.last is None:
        return ""
    first, last = (moment.astimezone().date().isoformat() for moment in (merged.first, merged.last))
    return first if first == last else _("{first} to {last}").format(first=first, last=last)


def _devices(merged: Merged, device: str) -> Iterator[str]:
    ranked = sorted(merged.devices.items(), key=lambda pair: (-pair[1], pair[0]))
    for name, count in ranked[:_NAMED]:
        shown = _("this machine") if name == device else one_line(name[:_SHORT]) or "?"
        yield f"{shown} ({number(count)})"
    if len(ranked) > _NAMED:
        yield "…"
