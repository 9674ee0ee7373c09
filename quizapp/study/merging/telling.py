"""What came of merging and synchronizing, in words; every text of a file or a row is made safe to show."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from quizapp.i18n import _, ngettext
from quizapp.study.merging.choices import Chosen
from quizapp.study.merging.files import ENDING
from quizapp.study.merging.merge import Merged
from quizapp.study.merging.synchronizing import Synchronized
from quizapp.study.merging.troubles import Fault, Trouble
from quizapp.visible import one_line
from quizapp.wording import N_, cards, labelled, number

_SHORT = 8
"""Signs of a device's id that are shown, where it has no name or not one of its own."""
_LONGEST = 40
"""Signs of a name."""
_NAMED = 5

_SAID: Mapping[Fault, str] = {
    Fault.CONFLICT: N_("{file}: git left marks of a conflict (line {line}); all entries around them were read"),
    Fault.HALF: N_("{file}: the last line is not whole yet; it is read once it is"),
    Fault.NEWER: N_("{file} was written by a newer quizapp: upgrade this one to read it"),
    Fault.SPECIAL: N_("{file} is no ordinary file, and was not read"),
    Fault.UNREADABLE: N_("{file} cannot be read ({why})"),
    Fault.MISSING: N_(
        "the folder {file} is not there; your answers are kept here, and go there once it is: plug in what it is on, "
        "make it, or name another with `quizapp config sync_folder FOLDER`"
    ),
    Fault.FOLDER: N_(
        "the folder {file} cannot be looked into ({why}); your answers are kept here: mend that, or name another "
        "with `quizapp config sync_folder FOLDER`"
    ),
    Fault.UNWRITABLE: N_("{file} cannot be written ({why}); your answers are kept here"),
}


def entries(count: int, answers: int = 0) -> str:
    """`2 answers` where all of so many rows are answers, else `2 entries`."""
    if count == answers:
        return ngettext("{n} answer", "{n} answers", count).format(n=number(count))
    return ngettext("{n} entry", "{n} entries", count).format(n=number(count))


def facts(
    merged: Merged, device: str, names: Mapping[str, str] | None = None, *, dry_run: bool = False
) -> Iterator[str]:
    """What came in, or would, what was here, and from which machines, as far as they have `names`.

    `device` is this one.
    """
    what = _("{entries} about {cards}, {span}")
    rows, about = entries(merged.new, merged.answers), cards(len(merged.cards))
    came = what.format(entries=rows, cards=about, span=_span(merged)) if merged.new else _("nothing")
    yield "".join(labelled(_("would come in") if dry_run else _("came in"), came))
    if merged.known:
        yield "".join(labelled(_("here already"), entries(merged.known)))
    if merged.devices:
        yield "".join(labelled(_("written by"), _machines(merged, device, names or {})))


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
    merged = done.merged
    if merged.new:
        rows = entries(merged.new, merged.answers)
        yield _("{entries} came in from {machines}").format(entries=rows, machines=_machines(merged, "", done.names))
    yield from remarks(merged)
    yield from notices(done)
    yield from (trouble_text(trouble, done.names) for trouble in done.fresh)


def notices(done: Synchronized) -> Iterator[str]:
    """Choices that came from other machines; that this device goes by another id now, where it does."""
    for chosen in done.choices.values():
        yield _taken_over(chosen, done.names)
    if done.renewed:
        yield _("another machine wrote under this one's id (a copied database does that); this one has a new id now")


def trouble_text(trouble: Trouble, names: Mapping[str, str] | None = None) -> str:
    """One line about one trouble; `names` of machines tell whose file it is."""
    if trouble.fault is Fault.BROKEN:
        text = ngettext(
            "{file}: {n} line is no entry, and was passed over (line {line})",
            "{file}: {n} lines are no entries, and were passed over (the first is line {line})",
            trouble.count,
        )
    elif trouble.fault is Fault.UNFIT:
        text = ngettext(
            "{file}: {n} answer in it makes no sense, and was passed over",
            "{file}: {n} answers in it make no sense, and were passed over",
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
    name = (names or {}).get(trouble.file.removesuffix(ENDING), "")[:_LONGEST]
    file = f"{trouble.file} ({name})" if name else trouble.file
    return one_line(text.format(file=file, n=number(trouble.count), line=trouble.line, why=trouble.why))


def _taken_over(chosen: Chosen, names: Mapping[str, str]) -> str:
    told = ", ".join(f"{key} = {_value(value)}" for key, value in chosen.values.items())
    return _("taken over from {machine}: {choices}").format(machine=_machine(chosen.device, names), choices=told)


def _value(value: Any) -> str:
    if value is None:
        return _("not chosen")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return one_line(", ".join(map(str, value))) or _("all")
    return one_line(str(value))


def _span(merged: Merged) -> str:
    if merged.first is None or merged.last is None:
        return ""
    first, last = (moment.astimezone().date().isoformat() for moment in (merged.first, merged.last))
    return first if first == last else _("{first} to {last}").format(first=first, last=last)


def _machines(merged: Merged, device: str, names: Mapping[str, str]) -> str:
    """The machines from which rows came, those with the most first; how many, where there are several."""
    ranked = sorted(merged.devices.items(), key=lambda pair: (-pair[1], pair[0]))
    shown = [(_("this machine") if id_ == device else _machine(id_, names), count) for id_, count in ranked[:_NAMED]]
    several = len(ranked) > 1
    told = [f"{name} ({number(count)})" if several else name for name, count in shown]
    return _(", ").join([*told, "…"] if len(ranked) > _NAMED else told)


def _machine(device: str, names: Mapping[str, str]) -> str:
    """What a machine is called; some of its id, where it has no name or another one has the same."""
    id_, name = one_line(device[:_SHORT]) or "?", one_line(names.get(device, "")[:_LONGEST])
    if not name:
        return _("a machine without a name, {id}").format(id=id_)
    return f"{name} ({id_})" if Counter(names.values())[names[device]] > 1 else name
