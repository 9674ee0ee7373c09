"""A form looked at from every side, and the card written."""

from pathlib import Path

import pytest

from quizapp.cards.faces import Kind
from quizapp.errors import UsageError
from quizapp.study.editing.considering import Considered, Surroundings, View, considered, save, surroundings
from quizapp.study.editing.form import Form, Texts
from quizapp.study.editing.templates import template
from quizapp.study.questions.asking import Stage
from tests.study.editing.conftest import Learning

CHECK = Texts(prompt="What is left of {{h}} with a kernel of {{k}}?", answer=template("check"))


def seen(kind: Kind = "basic", texts: Texts = CHECK, answered: bool = False, variant: int = 0) -> Considered:
    form = Form(kind=kind, texts={"en": texts})
    return considered(form, Surroundings(), View("en", answered, variant))


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        ("basic", "So."),
        ("reverse", "So."),
        ("typed", "so | thus"),
        ("choice", "one\n* two"),
        ("order", "a\nb\nc"),
        ("points", "a\nb"),
        ("check", template("check")),
        ("exercise", template("exercise")),
    ],
)
def test_every_kind_is_shown_asked_and_answered_rightly(kind: Kind, answer: str) -> None:
    texts = Texts(prompt="What, then?", answer=answer)
    asked, answered = seen(kind, texts).ask, seen(kind, texts, answered=True).ask
    assert asked is not None
    assert answered is not None
    assert (asked.stage, answered.stage) == (Stage.ASKED, Stage.ANSWERED)
    if answered.judged and kind not in ("points", "exercise"):
        assert answered.judged.right


def test_variants_of_a_check_differ_and_each_comes_again() -> None:
    prompts = []
    for variant in (0, 1, 2, 3, 0):
        ask = seen("check", variant=variant).ask
        assert ask is not None
        assert ask.computed is not None
        prompts.append(ask.computed.prompt("en"))
    assert len(set(prompts)) > 1
    assert prompts[0] == prompts[-1]


def test_a_check_is_tried_out_and_what_goes_wrong_is_a_doubt() -> None:
    texts = Texts(prompt="{{h}}, {{kk}}?", answer=template("check"))
    found = seen("check", texts)
    assert [str(trouble) for trouble in found.doubts] == ["Prompt: unknown name `kk`: did you mean `k`?"]
    assert found.faults == ()


def test_a_fault_of_an_expression_is_told_on_the_line_where_it_was_typed() -> None:
    texts = Texts(prompt="{{h}}, {{k}}?", answer=template("check").replace("answer: h - k + 1", "answer: h - k +"))
    (doubt,) = (trouble for trouble in seen("check", texts).doubts if "expression" in trouble.what)
    assert (doubt.field, doubt.line) == ("answer", 5)


def test_no_file_is_read_while_a_check_is_tried_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> str:
        raise AssertionError("a file was read")

    monkeypatch.setattr(Path, "read_text", refuse)
    assert seen("check", Texts(prompt="{{hh}}?", answer=template("check"))).doubts


def test_a_card_that_asks_the_same_is_named(learning: Learning) -> None:
    form = Form(texts={"zh": Texts(prompt="最大池化 保留什么", answer="最大的值。")})
    found = considered(form, surroundings(learning.desk), View("zh"))
    assert found.same is not None
    assert found.same.card == "pooling/keep"


def test_a_card_that_is_saved_is_in_use_and_known(learning: Learning) -> None:
    around = surroundings(learning.desk)
    form = Form(topic="Mine", tags=("new",), texts={"en": Texts(prompt="Is this new?", answer="It is.")})
    added = save(learning.desk, considered(form, around, View("en")), around, learning.now)
    assert learning.card(added.card).tags == ("new",)
    again = considered(form, around, View("en"))
    assert again.same is not None
    assert again.same.card == added.card


def test_a_card_in_both_languages_lands_in_both_files(learning: Learning) -> None:
    around = surroundings(learning.desk)
    texts = {"en": Texts(prompt="Which stride?", answer="Two."), "zh": Texts(prompt="步幅是多少？", answer="二。")}
    form = Form(deck="vision", topic="Strides", texts=texts)
    added = save(learning.desk, considered(form, around, View("en")), around, learning.now)
    card = learning.card(added.card)
    assert (card.id, set(card.faces)) == ("strides/which-stride", {"en", "zh"})


def test_what_was_added_can_be_taken_back(learning: Learning) -> None:
    around, before = surroundings(learning.desk), learning.files
    form = Form(topic="fresh", texts={"en": Texts(prompt="Why?", answer="So.")})
    added = save(learning.desk, considered(form, around, View("en")), around, learning.now)
    added.written.undo(learning.desk, learning.now)
    assert learning.files == before
    assert learning.desk.collection.card(added.card) is None


def test_nothing_is_written_where_the_id_is_taken(learning: Learning) -> None:
    around, before = surroundings(learning.desk), learning.files
    form = Form(topic="mine", id="one", texts={"en": Texts(prompt="Another?", answer="So.")})
    with pytest.raises(UsageError, match="already"):
        save(learning.desk, considered(form, around, View("en")), around, learning.now)
    assert learning.files == before
