"""TOML of a stranger's costs little, or is refused."""

import pytest

from quizapp.toml import read_toml
from tests.exchange.meaning import in_time


@pytest.mark.parametrize("part", ["a", '"a"', "'a'", "a ", "-"])
def test_a_key_of_many_parts_is_refused_at_once(part: str) -> None:
    with in_time(), pytest.raises(ValueError, match="nested too deep"):
        read_toml(f"{'.'.join([part] * 20_000)} = 1")


@pytest.mark.parametrize("opened", ["x = " + "[" * 5_000, "x = " + "{a=" * 5_000])
def test_what_is_nested_too_deep_is_refused(opened: str) -> None:
    with pytest.raises(ValueError, match="nested too deep"):
        read_toml(opened)


@pytest.mark.parametrize("sign", ["a", '"', "'", "\"'", ".", " .", '"a', "\\"])
def test_a_long_line_of_anything_is_looked_at_in_no_time(sign: str) -> None:
    line = sign * (60_000 // len(sign))
    with in_time(), pytest.raises(ValueError, match="at line"):
        read_toml(f"{line}\n{'.' * 40}")


def test_dots_within_texts_are_no_parts_of_a_key() -> None:
    ids = [f"1.{number}-one" for number in range(200)]
    text = f"title = '{'.' * 100}'\ntopics = [{', '.join(map(repr, ids))}]\na.b.c.d.e.f = 1\n"
    assert read_toml(text)["topics"] == ids
