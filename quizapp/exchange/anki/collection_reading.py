"""A collection read from its database, old and new."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Mapping

from quizapp.exchange.anki.collection import Answer, Card, Collection, NoteType, Settings, Template
from quizapp.exchange.anki.database import Database, whole, words
from quizapp.exchange.anki.wire import NotWire, integer, text

_CARD = "nid, id, did, ord, type, queue, due, ivl, factor, reps, lapses, odue, odid, mod, flags"
_KIND, _STOCK, _FRONT, _BACK = 1, 9, 1, 2
_CLOZE, _OCCLUSION = 1, 6
_FIRST_WITH_TABLES = 15


def collection_of(database: Database) -> Collection:
    """The collection in `database`. Raises sqlite3.Error where it holds none."""
    try:
        created, changed, version, config, models, decks = next(
            database.rows("col", "crt, mod, ver, conf, models, decks")
        )
        new = database.has("notetypes") and whole(version) >= _FIRST_WITH_TABLES
        return Collection(
            database,
            _settings(whole(created), whole(changed), _config(database) if database.has("config") else _json(config)),
            _types(database) if new else _old_types(_json(models)),
            _decks(database) if new else _old_decks(_json(decks)),
            _cards(database),
            _answers(database),
        )
    except (ValueError, TypeError, StopIteration, NotWire) as error:
        raise sqlite3.DatabaseError("not a collection") from error


def _settings(created: int, changed: int, config: Mapping[str, object]) -> Settings:
    west, rollover = config.get("creationOffset"), config.get("rollover")
    return Settings(
        created,
        changed,
        west if isinstance(west, int) and abs(west) <= 23 * 60 else None,
        rollover % 24 if isinstance(rollover, int) else None,
        whole(config.get("schedVer")) or 1,
    )


def _config(database: Database) -> Mapping[str, object]:
    wanted = ("creationOffset", "rollover", "schedVer")
    rows = database.rows("config", "KEY, val")
    return {words(key): json.loads(value) for key, value in rows if key in wanted and isinstance(value, bytes | str)}


def _json(value: object) -> Mapping[str, object]:
    found = json.loads(words(value) or "{}")
    return found if isinstance(found, dict) else {}


def _old_types(models: Mapping[str, object]) -> dict[int, NoteType]:
    return {int(id_): _old_type(model) for id_, model in models.items() if isinstance(model, dict)}


def _old_type(model: dict[str, object]) -> NoteType:
    named = sorted(_dicts(model.get("flds")), key=lambda field: whole(field.get("ord")))
    templates = {
        number: Template(number, words(each.get("qfmt")), words(each.get("afmt")))
        for place, each in enumerate(_dicts(model.get("tmpls")))
        for number in [whole(each.get("ord", place))]
    }
    names = tuple(words(field.get("name")) for field in named)
    stock = whole(model.get("originalStockKind")) == _OCCLUSION
    return NoteType(words(model.get("name")), names, templates, whole(model.get("type")) == _CLOZE, stock)


def _dicts(value: object) -> list[dict[str, object]]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _types(database: Database) -> dict[int, NoteType]:
    names: dict[int, dict[int, str]] = defaultdict(dict)
    templates: dict[int, dict[int, Template]] = defaultdict(dict)
    for type_, number, name in database.rows("fields", "ntid, ord, name"):
        names[whole(type_)][whole(number)] = words(name)
    for type_, number, config in database.rows("templates", "ntid, ord, config"):
        data, place = _bytes(config), whole(number)
        templates[whole(type_)][place] = Template(place, text(data, _FRONT), text(data, _BACK))
    return {
        id_: NoteType(
            words(name),
            tuple(value for _number, value in sorted(names[id_].items())),
            templates[id_],
            integer(_bytes(config), _KIND) == _CLOZE,
            integer(_bytes(config), _STOCK) == _OCCLUSION,
        )
        for row, name, config in database.rows("notetypes", "id, name, config")
        for id_ in [whole(row)]
    }


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else b""


def _old_decks(decks: Mapping[str, object]) -> dict[int, tuple[str, ...]]:
    return {int(id_): _parts(words(deck.get("name")), "::") for id_, deck in decks.items() if isinstance(deck, dict)}


def _decks(database: Database) -> dict[int, tuple[str, ...]]:
    return {whole(id_): _parts(words(name), "\x1f") for id_, name in database.rows("decks", "id, name")}


def _parts(name: str, between: str) -> tuple[str, ...]:
    return tuple(part for each in name.split(between) if (part := each.strip()))


def _cards(database: Database) -> dict[int, list[Card]]:
    cards: dict[int, list[Card]] = defaultdict(list)
    for row in database.rows("cards", _CARD, "nid, ord, id"):
        card = Card(*map(whole, row))
        cards[card.note].append(card)
    return cards


def _answers(database: Database) -> dict[int, list[Answer]]:
    answers: dict[int, list[Answer]] = defaultdict(list)
    for card, *row in database.rows("revlog", "cid, id, ease, time, type, factor", "id"):
        answers[whole(card)].append(Answer(*map(whole, row)))
    return answers
