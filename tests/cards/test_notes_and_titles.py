from tests.cards.reading import read


def test_what_stands_between_title_and_first_card_is_notes() -> None:
    part = read("# Receptive *field*\n\nSome `notes`.\n\n### Part\n\n- a\n\n## Q\n\nA\n")
    assert part.title == "Receptive field"
    assert part.notes == "Some `notes`.\n\n### Part\n\n- a"


def test_without_a_title_the_file_is_called_by_its_name() -> None:
    part = read("Notes.\n\n## Q\n\nA\n", "/home/me/My notes.en.md")
    assert (part.title, part.notes, part.topic) == ("My notes", "Notes.", "my-notes")


def test_the_front_matters_title_comes_before_the_headings() -> None:
    part = read("---\ntitle: One\n---\n\n# Two\n\nNotes.\n\n## Q\n\nA\n")
    assert (part.title, part.notes) == ("One", "Notes.")


def test_a_file_may_hold_notes_only_or_nothing() -> None:
    assert (read("# T\n\nNotes.\n").notes, read("# T\n\nNotes.\n").cards) == ("Notes.", ())
    for empty in ("", "\n\n", "---\ntopic: x\n---\n"):
        assert (read(empty).notes, read(empty).cards, read(empty).faults) == ("", (), ())


def test_a_heading_underlined_with_dashes_opens_no_card() -> None:
    part = read("Title\n-----\n\n## Q\n\nA\n")
    assert [card.face.title for card in part.cards] == ["Q"]
    assert len(part.faults) == 1
