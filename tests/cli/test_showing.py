import json

import pytest

from tests.cli import cards
from tests.cli.conftest import Home, Run


def test_a_card_is_shown_whole(own: Home, run: Run) -> None:
    own.write()
    assert run("show", "pooling/keeps").stdout == (
        "id: pooling/keeps\n"
        "deck: 06-pools\n"
        "kind: basic\n"
        "tags: cnn\n"
        "state: new\n"
        "file: home/cards/06-pools/pooling.md:9\n"
        "\n"
        "What does max pooling keep?\n"
        "\n"
        "Answer:\n"
        "The largest value.\n"
        "\n"
        "Explanation:\n"
        "It drops the others.\n"
    )


def test_where_it_stands_is_told_with_all_numbers(own: Home, run: Run) -> None:
    own.write()
    run("review", "--plain", typed="\n4\n")
    assert "state: due 2026-11-25, interval 1d, easiness 2.60, 0 lapses\n" in run("show", "keeps").stdout
    run("suspend", "keeps")
    assert "state: suspended, due 2026-11-25," in run("show", "keeps").stdout


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        (cards.CLOZE, "Max pooling keeps the [largest] value."),
        (cards.CHOICE, "[ ] max\n[x] strided convolution\n[ ] mean"),
        (cards.ORDER, " 1  alpha\n 2  beta\n 3  gamma"),
        (cards.POINTS, "- cost\n- context\n- tolerance\n- price\n- others"),
        (cards.TYPED, "25 % | a quarter"),
    ],
)
def test_every_kind_shows_its_answer(own: Home, run: Run, text: str, answer: str) -> None:
    own.write(text)
    name = text.partition("{#")[2].partition("}")[0].split()[0]
    assert f"\nAnswer:\n{answer}\n" in run("show", name).stdout


def test_another_language_may_be_asked_for(own: Home, run: Run) -> None:
    own.write(cards.BASIC, "pooling.en.md")
    own.write(cards.CHINESE, "pooling.zh.md")
    told = run("show", "keeps", "--lang", "zh").stdout
    assert "最大池化保留什么？" in told
    assert "pooling.zh.md:" in told


def test_json_holds_every_language(own: Home, run: Run) -> None:
    own.write(cards.BASIC, "pooling.en.md")
    zh = own.write(cards.CHINESE, "pooling.zh.md")
    card = json.loads(run("show", "keeps", "--json").stdout)
    assert card["id"] == "pooling/keeps"
    assert card["state"] == "new"
    assert card["faces"]["en"]["answer"] == "The largest value."
    assert card["faces"]["zh"]["prompt"] == "## 最大池化保留什么？"
    assert card["faces"]["zh"]["file"] == str(zh)
    assert card["faces"]["zh"]["line"] == 8


def test_an_unknown_card_exits_with_2(own: Home, run: Run) -> None:
    own.write()
    result = run("show", "nope")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "quizapp: there is no card `nope`: `quizapp list` shows them all\n"


def test_a_name_of_two_cards_names_them(own: Home, run: Run) -> None:
    own.write(cards.BASIC)
    own.write(cards.BASIC.replace("topic: pooling", "topic: strides"), "strides.md")
    result = run("show", "keeps")
    assert result.exit_code == 2
    assert "pooling/keeps" in result.stderr
    assert "strides/keeps" in result.stderr
