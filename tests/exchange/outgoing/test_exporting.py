"""Cards of the library become the very notes that importers give."""

from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.cards.draft import Draft
from quizapp.errors import UsageError
from quizapp.exchange.notes import Loss, Past, PastAnswer
from quizapp.exchange.outgoing.exporting import Wanted
from quizapp.exchange.outgoing.gallery import MOST
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.scheduling.memory import Memory
from tests.exchange.exported import CARDS, MOMENT, OTHERS, all_of, answer, home_with

EN = '---\ntopic: both\n---\n\n## What? {#what}\n\nThat.\n\n## Only here? {#only tags="x"}\n\nYes.\n'
ZH = "---\ntopic: both\n---\n\n## 什么？ {#what}\n\n那个。\n"
BOTH = {"vision/both.en.md": EN, "vision/both.zh.md": ZH}


def test_a_note_has_the_text_of_its_file_and_the_tags_of_its_topic(tmp_path: Path) -> None:
    with home_with(tmp_path, {"vision/pools/nets.md": CARDS}) as desk:
        notes = {note.draft.id: note for note in all_of(desk).notes}
    assert notes["rf"].draft == Draft(
        kind="reverse", prompt="Receptive field", answer="What a unit sees", id="rf", tags=("cnn", "geometry")
    )
    assert (notes["rf"].key, notes["rf"].deck) == ("quizapp:nets/rf", ("vision", "pools"))
    assert notes["taps"].draft.prompt == "A kernel of ==3== has ==$\\frac{1}{x^{2}}$== taps."
    assert [note.draft.kind for note in notes.values()] == ["basic", "reverse", "cloze", "typed", "basic"]


def test_a_card_and_its_reverse_are_one_note(tmp_path: Path) -> None:
    with home_with(tmp_path, {"nets.md": CARDS}) as desk:
        assert "nets/rf~reverse" in desk.collection.ids()
        assert [note.place for note in all_of(desk).notes].count("nets/rf") == 1


def test_the_language_that_is_wanted_is_chosen_where_the_card_has_it(tmp_path: Path) -> None:
    with home_with(tmp_path, BOTH) as desk:
        assert [note.draft.prompt for note in all_of(desk, Wanted("zh")).notes] == ["什么？", "Only here?"]


def test_both_languages_are_notes_in_decks_of_their_own(tmp_path: Path) -> None:
    with home_with(tmp_path, BOTH) as desk:
        answer(desk, "both/what", MOMENT - timedelta(days=2), Grade.GOOD)
        notes = all_of(desk, Wanted("zh", both=True)).notes
    assert [(note.key, note.deck) for note in notes] == [
        ("quizapp:both/what", ("zh", "vision")),
        ("quizapp:both/what@en", ("en", "vision")),
        ("quizapp:both/only", ("en", "vision")),
    ]
    assert [bool(note.past.answers) for note in notes] == [True, False, False]


def test_what_counts_in_the_log_is_the_past(tmp_path: Path) -> None:
    first, second = MOMENT - timedelta(days=9), MOMENT - timedelta(days=8)
    with home_with(tmp_path, {"nets.md": CARDS}) as desk:
        answer(desk, "nets/keeps", first, Grade.GOOD, 1_500)
        answer(desk, "nets/keeps", second, Grade.BLACKOUT)
        undone = desk.collection.history("nets/keeps")[-1].entry.uuid
        desk.collection.append([desk.pen.row("nets/keeps", What.UNDO, second, undoes=undone)])
        desk.collection.append([desk.pen.answer("nets/keeps", What.PRACTICE, MOMENT, Grade.EASY, 1, {})])
        desk.collection.append([desk.pen.row("nets/keeps", What.SUSPEND, MOMENT)])
        past = all_of(desk).notes[0].past
        left_out = all_of(desk, Wanted("en", past=False)).notes[0].past
    at = first.replace(microsecond=123_000)
    memory = Memory(first.date() + timedelta(days=1), 1, 250, 1)
    given = PastAnswer(str(int(at.timestamp()) * 1000 + 123), at, Grade.GOOD, 1_500)
    assert past == Past((given,), memory, True, MOMENT.replace(microsecond=123_000))
    assert left_out == Past()


def test_the_reverse_side_has_a_past_of_its_own(tmp_path: Path) -> None:
    with home_with(tmp_path, {"nets.md": CARDS}) as desk:
        answer(desk, "nets/rf~reverse", MOMENT, Grade.GOOD)
        note = next(note for note in all_of(desk).notes if note.draft.kind == "reverse")
    assert (note.past, len(note.backwards.answers)) == (Past(), 1)


def test_answers_from_before_a_reset_are_left_out_and_told(tmp_path: Path) -> None:
    with home_with(tmp_path, {"nets.md": CARDS}) as desk:
        answer(desk, "nets/keeps", MOMENT - timedelta(days=3), Grade.GOOD)
        desk.collection.append([desk.pen.row("nets/keeps", What.RESET, MOMENT - timedelta(days=2))])
        found = all_of(desk)
    assert found.notes[0].past == Past()
    assert [(one.place, one.loss) for one in found.told] == [("nets/keeps", Loss.PART)]


def test_pictures_come_from_the_folder_of_the_file_and_from_nowhere_else(tmp_path: Path) -> None:
    text = "## a ![a](media/a.png) ![b](../out.png)\n\n![sub](x/a.png) ![web](https://example.org/c.png)"
    text += " ![none](media/n%20o.png)\n"
    with home_with(tmp_path, {"deck/shown.md": text}) as desk:
        own = desk.places.cards
        for name, content in {"deck/media/a.png": b"a", "deck/x/a.png": b"other", "out.png": b"secret"}.items():
            (own / name).parent.mkdir(parents=True, exist_ok=True)
            (own / name).write_bytes(content)
        found = all_of(desk)
    (note,) = found.notes
    assert note.media == ("a.png", "a-2.png")
    assert note.draft.answer == "![sub](media/a-2.png) ![web](https://example.org/c.png) ![none](media/n%20o.png)"
    assert {name: read() for name, read in found.media.items()} == {"a.png": b"a", "a-2.png": b"other"}
    assert [one.what for one in found.told] == [
        "the picture “../out.png” was not found",
        "the picture “n o.png” was not found",
    ]


def test_pictures_that_stay_behind_are_told_by_the_names_of_their_files(tmp_path: Path) -> None:
    text = "## a ![a](media/my%20net.png) {{#a}}\n\nb\n"
    with home_with(tmp_path, {"one/x.md": text.format(), "two/y.md": text.format()}) as desk:
        for deck in ("one", "two"):
            (desk.places.cards / deck / "media").mkdir()
            (desk.places.cards / deck / "media/my net.png").write_bytes(b"a")
        found = all_of(desk, Wanted("en", pictures=False))
    assert found.notes[0].draft.prompt == "a ![a](media/my%20net.png)"
    assert [one.what for one in found.told] == ["the picture my net.png stays behind"] * 2


def test_pictures_that_stay_behind_may_be_large(tmp_path: Path) -> None:
    with home_with(tmp_path, {"deck/shown.md": "## a ![a](a.png)\n\nb\n"}) as desk:
        with (desk.places.cards / "deck/a.png").open("wb") as picture:
            picture.truncate(MOST + 1)
        assert len(all_of(desk, Wanted("en", pictures=False)).notes) == 1
        with pytest.raises(UsageError, match="too large"):
            all_of(desk)


def test_links_bring_the_definitions_along_that_stand_elsewhere(tmp_path: Path) -> None:
    with home_with(
        tmp_path, {"links.md": "## See [this][1]?\n\nYes, [that][2].\n\n## b?\n\nc\n\n[1]: /x\n[2]: /y\n"}
    ) as desk:
        draft = all_of(desk).notes[0].draft
    assert (draft.prompt, draft.answer) == ("See [this][1]?\n\n[1]: </x>", "Yes, [that][2].\n\n[2]: </y>")


def test_a_card_whose_text_has_gone_meanwhile_is_told(tmp_path: Path) -> None:
    with home_with(tmp_path, {"nets.md": CARDS}) as desk:
        (desk.places.cards / "nets.md").write_text("## Another?\n\nYes.\n")
        found = all_of(desk)
    assert found.notes == ()
    assert {one.loss for one in found.told} == {Loss.NOTE}


def test_a_computed_card_is_written_in_the_language_that_says_what_it_computes_and_once(tmp_path: Path) -> None:
    part = OTHERS[OTHERS.index("## How many") : OTHERS.index("## Write")]
    second = "## 多少？ {#computed}\n\n从 {{n}}。\n\n```check\n```\n\n两倍。\n"
    head = "---\ntopic: others\n---\n\n"
    with home_with(tmp_path, {"others.en.md": head + part, "others.zh.md": head + second}) as desk:
        assert not [fault for fault in desk.collection.faults() if not fault.note]
        answer(desk, "others/computed", MOMENT, Grade.GOOD)
        plain = all_of(desk, Wanted("zh", plain=True, both=True))
        for wanted in (Wanted("zh"), Wanted("zh", both=True), Wanted("en", both=True)):
            found = all_of(desk, wanted)
            (note,) = found.notes
            assert note.draft.prompt.startswith("How many outputs?")
            assert len(note.past.answers) == 1
            assert [one.loss for one in found.told] == [Loss.PART]
    assert [note.draft.prompt[:3] for note in plain.notes] == ["多少？", "How"]
