import pytest

from quizapp.checks.typed.reading import Read, Unread, Wanted, read_answer


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("5 parameters", "parameters"),
        ("5 parameter", "parameters"),
        ("5 Parameters.", "parameter"),
        ("5parameters", "parameters"),
        ("5 entries", "entry"),
        ("5 entry", "entries"),
        ("5 classes", "class"),
        ("5 pixels per side", "pixels per side"),
        ("5 px", "px"),
        ("5px", "px"),
        ("5 s", "s"),
        ("5个参数", "个参数"),
        ("5 像素", "像素"),
        ("5 %", "%"),
        ("５％", "%"),
        ("5 B", "bytes"),
        ("5 bytes", "bytes"),
        ("5 GMACs", "GMAC"),
        ("5", "MiB"),
        ("2+3 px", "px"),
        ("5 m²", "m²"),
        ("5 m/s²", "m/s²"),
        ("5 s⁻¹", "s⁻¹"),
    ],
)
def test_the_unit_of_the_check_may_follow_the_number(text: str, unit: str) -> None:
    read = read_answer(text, Wanted.NUMBER, unit)
    assert isinstance(read, Read), read
    assert read.value == 5


@pytest.mark.parametrize(("text", "unit"), [("1.2M MACs", "MACs"), ("1.2M", "MACs"), ("1.2e6", "GMAC")])
def test_thousands_go_with_a_unit_that_has_none(text: str, unit: str) -> None:
    read = read_answer(text, Wanted.NUMBER, unit)
    assert isinstance(read, Read), read
    assert read.value == 1_200_000


@pytest.mark.parametrize(("text", "unit"), [("3.8G", "GMAC"), ("9.5 MB", "MiB"), ("3.8 M", "million"), ("2 K", "KB")])
def test_a_letter_that_could_mean_the_unit_is_asked_about(text: str, unit: str) -> None:
    assert read_answer(text, Wanted.NUMBER, unit) == Unread(f"the answer is in {unit}: type the number alone")


@pytest.mark.parametrize(
    ("text", "unit"),
    [("5 pixels", "parameters"), ("5 params", None), ("5 KB", "bytes"), ("5 x", " "), ("parameters", "parameters")],
)
def test_another_unit_is_not_read(text: str, unit: str | None) -> None:
    assert isinstance(read_answer(text, Wanted.NUMBER, unit), Unread)


def test_a_unit_is_no_end_of_a_name() -> None:
    assert isinstance(read_answer("2 * cos", Wanted.NUMBER, "s"), Unread)
    assert isinstance(read_answer("abs(5)", Wanted.NUMBER, "s"), Read)
