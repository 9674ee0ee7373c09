"""Which kind of card a note becomes: its templates say it, whatever its note type is called."""

from pathlib import Path

from tests.exchange.anki.building import BASIC, OPTIONAL, REVERSED, TYPING, Building, Type
from tests.exchange.anki.reading import found, notes_of, told_of

_BACK = "{{FrontSide}}<hr id=answer>"


def _drafts(folder: Path, type_: Type, *values: str, cards: tuple[int, ...] = (0,)) -> list[tuple[str, str, str, str]]:
    notes = notes_of(folder, type_, *values, cards=cards)
    return [(note.key, note.draft.kind, note.draft.prompt, note.draft.answer) for note in notes]


def test_two_templates_that_mirror_each_other_are_one_reverse_card(tmp_path: Path) -> None:
    building = Building()
    cards = building.note(REVERSED, "dog", "狗", cards=(0, 1))
    building.schedule(cards[1], queue=-1)
    (note,) = found(building, tmp_path).notes
    assert (note.draft.kind, note.draft.prompt, note.draft.answer) == ("reverse", "dog", "狗")
    assert (note.past.suspended, note.backwards.suspended) == (False, True)


def test_a_mirror_whose_card_is_gone_leaves_a_basic_card(tmp_path: Path) -> None:
    assert _drafts(tmp_path, REVERSED, "dog", "狗", cards=(0,)) == [("guid0", "basic", "dog", "狗")]
    assert _drafts(tmp_path, REVERSED, "dog", "狗", cards=(1,)) == [("guid0-1", "basic", "狗", "dog")]


def test_an_optional_mirror_counts_where_its_field_is_filled(tmp_path: Path) -> None:
    assert _drafts(tmp_path, OPTIONAL, "dog", "狗", "y", cards=(0, 1)) == [("guid0", "reverse", "dog", "狗")]
    assert _drafts(tmp_path, OPTIONAL, "dog", "狗", "<br>", cards=(0,)) == [("guid0", "basic", "dog", "狗")]


def test_an_empty_optional_mirror_is_told(tmp_path: Path) -> None:
    building = Building()
    building.note(OPTIONAL, "dog", "狗", "", cards=(0, 1))
    result = found(building, tmp_path)
    assert [note.draft.kind for note in result.notes] == ["basic"]
    assert told_of(result) == ["note 1700000000001 (dog): card 2: the front is empty (note)"]


def test_a_mirror_of_headings_is_one_reverse_card(tmp_path: Path) -> None:
    assert _drafts(tmp_path, REVERSED, "<h1>dog</h1>", "<h2>狗</h2>", cards=(0, 1)) == [
        ("guid0", "reverse", "dog", "#### 狗")
    ]


def test_a_mirror_of_several_blocks_stays_two_cards(tmp_path: Path) -> None:
    assert _drafts(tmp_path, REVERSED, "dog", "<p>狗</p><p>gǒu</p>", cards=(0, 1)) == [
        ("guid0", "basic", "dog", "狗\n\ngǒu"),
        ("guid0-1", "basic", "狗\n\ngǒu", "dog"),
    ]


def test_any_other_template_is_a_card_of_its_own(tmp_path: Path) -> None:
    type_ = Type(
        "Word",
        ("Word", "Meaning", "Sentence"),
        [("{{Word}}", _BACK + "{{Meaning}}"), ("{{Sentence}}", _BACK + "{{Word}}")],
    )
    assert _drafts(tmp_path, type_, "dog", "狗", "A … barks.", cards=(0, 1)) == [
        ("guid0", "basic", "dog", "狗"),
        ("guid0-1", "basic", "A … barks.", "dog"),
    ]


def test_a_field_to_type_makes_a_typed_card(tmp_path: Path) -> None:
    assert _drafts(tmp_path, TYPING, "2 + 2", "<b>4</b>") == [("guid0", "typed", "2 + 2", "4")]


def test_what_else_the_back_shows_explains_a_typed_answer(tmp_path: Path) -> None:
    type_ = Type("T", ("Q", "A", "Why"), [("{{Q}}{{type:A}}", "{{Q}}<hr id=answer>{{type:A}}<br>{{Why}}")])
    assert _drafts(tmp_path, type_, "q", "4", "<i>because</i>") == [("guid0", "typed", "q", "4\n\n*because*")]


def test_a_typed_answer_is_one_answer_whatever_is_in_it(tmp_path: Path) -> None:
    assert [draft[3] for draft in _drafts(tmp_path, TYPING, "q", "a | b")] == ["` a | b `"]
    assert [draft[3] for draft in _drafts(tmp_path, TYPING, "q", "2*3*4")] == [r"2\*3\*4"]
    assert [draft[3] for draft in _drafts(tmp_path, TYPING, "q", "- x<br>y")] == [r"\- x y"]


def test_an_image_in_a_field_to_type_is_shown_below(tmp_path: Path) -> None:
    (draft,) = _drafts(tmp_path, TYPING, "q", 'Paris<img src="p.png">')
    assert draft[3] == "Paris\n\n![p.png](media/p.png)"


def test_a_card_without_an_answer_is_told(tmp_path: Path) -> None:
    building = Building()
    building.note(BASIC, "only a front", " &nbsp;<br>")
    result = found(building, tmp_path)
    assert not result.notes
    what = "card 1: the back shows nothing but the front again"
    assert told_of(result) == [f"note 1700000000001 (only a front): {what} (note)"]


def test_notes_whose_type_or_cards_are_missing_are_told(tmp_path: Path) -> None:
    building = Building()
    building.note(BASIC, "no card", "back", cards=())
    building.note(BASIC, "no template", "back", cards=(3,))
    assert told_of(found(building, tmp_path)) == [
        "note 1700000000001 (no card): it has no cards (note)",
        "note 1700000000002 (no template): card 4 has no template (note)",
    ]


def test_image_occlusion_is_told(tmp_path: Path) -> None:
    type_ = Type("Image Occlusion", ("Occlusion", "Image"), [("{{cloze:Occlusion}}{{Image}}", "{{Image}}")], True, 6)
    building = Building()
    building.note(type_, "{{c1::image-occlusion:rect:left=.1}}", '<img src="x.png">')
    result = found(building, tmp_path)
    assert not result.notes
    assert [told.what for told in result.told] == ["parts of an image are hidden, which cards here cannot do"]


def test_two_cards_of_which_one_asks_for_more_are_two(tmp_path: Path) -> None:
    chain = Type("Chain", ("A", "B", "C"), [("{{A}}", _BACK + "{{B}}"), ("{{B}}", _BACK + "{{C}}")])
    assert _drafts(tmp_path, chain, "a", "b", "c", cards=(0, 1)) == [
        ("guid0", "basic", "a", "b"),
        ("guid0-1", "basic", "b", "c"),
    ]


def test_a_field_may_be_called_as_something_else_is(tmp_path: Path) -> None:
    type_ = Type("Deck type", ("Deck", "Tags"), [("{{Deck}}", _BACK + "{{Tags}}")])
    assert _drafts(tmp_path, type_, "front", "back") == [("guid0", "basic", "front", "back")]
