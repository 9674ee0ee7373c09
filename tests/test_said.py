"""What is wrong with card files, kept in English and told in the language in use."""

import re
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp import i18n
from quizapp.cards.faults import Fault
from quizapp.checks.expressions import compiled
from quizapp.i18n import F_, said, said_both

TEMPLATES = sorted(i18n._templates("zh"), key=lambda template: template.text)
WORDED = [template for template in TEMPLATES if template.worded]
SHARES = 32
"""A dozen templates have an example together, each with values of its own: an example costs more than what it asks."""
ODD = st.text("池化`{}\\%\n", max_size=12)
"""Of no literal text's letters: a value that holds what stands behind it in its template can be split elsewhere."""


def _chinese(template: str, **values: str) -> str:
    return i18n._faults("zh")[template].format(**values)


@pytest.mark.parametrize("templates", [WORDED[start::SHARES] for start in range(SHARES)])
@settings(max_examples=25)
@given(data=st.data())
def test_a_fault_is_told_in_chinese_whatever_is_put_into_it(
    templates: list[i18n._Template], data: st.DataObject
) -> None:
    i18n.use("zh")
    for template in templates:
        values = {name: data.draw(ODD, name) for name in template.names}
        assert said(F_(template.text, **values)) == _chinese(template.text, **values)


def test_a_fault_within_a_fault_is_told_too() -> None:
    i18n.use("zh")
    inner = F_("unknown {what} `{name}`", what="function", name="f")
    drawn = F_("{what} ({drawn})", what=F_("the example cannot be computed: {what}", what=inner), drawn="n = 3")
    assert said(drawn) == "例子无法计算：未知的函数 `f`（n = 3）"
    assert said(F_("{what} and {other} have no order", what="a number", other="a text")) == "数和文字不能比较大小"
    assert said("it is a whole number up to 9, such as `3`") == "应为不超过 9 的整数，如 `3`"
    assert said("padding 2 crops all of the output away (input 3×1×1) (n = 3)") == (
        "填充 2 把输出全部裁掉了（输入 3×1×1）（n = 3）"
    )
    assert said("the starter is not Python: TypeError: so") == "起始代码不是 Python：TypeError: so"
    assert said("`dot` takes other arguments: dot(a, b)") == "`dot` 的参数不对：dot(a, b)"
    assert said("division by zero (xs = [(1, 2)])") == "除以零（xs = [(1, 2)]）"
    assert said("`let`: no such key: check its spelling, or remove it") == "`let`：没有这个键：检查拼写，或将其删除"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "foo",
        "foo: bar",
        "foo (bar)",
        "`foo`: bar",
        "已经是中文",
        "{what}",
        "a foo that is new",
        "YAM: x",
        "`" * 999,
    ],
)
def test_a_text_of_no_template_stays_as_it_is(text: str) -> None:
    i18n.use("zh")
    assert said(text) == text


def test_a_text_that_quotes_too_much_stays_as_it_is() -> None:
    i18n.use("zh")
    short, long = (F_("`{name}` is missing", name="x" * length) for length in (900, i18n.LONGEST))
    assert said(short) != short
    assert said(long) == long


def test_in_english_nothing_is_looked_for() -> None:
    assert said("the card has no answer") == "the card has no answer"
    assert said_both("no layer", "leave it out") == "no layer: leave it out"


def test_braces_that_are_text_are_told_as_they_are() -> None:
    i18n.use("zh")
    assert F_("reword one, or give it an {#id}") == "reword one, or give it an {#id}"
    assert said("reword one, or give it an {#id}") == "改写其中一个，或给它加上 {#id}"
    assert said(F_("write it there under the same {{#{id}}}", id="a")) == "在那里用同样的 {#a} 写上"


def test_no_two_templates_make_the_same_text() -> None:
    shapes = [tuple(template.literals) for template in TEMPLATES]
    assert len(set(shapes)) == len(shapes)
    assert [template.text for template in TEMPLATES if len(set(template.names)) < len(template.names)] == []


def test_a_fault_is_kept_in_english_and_told_in_chinese() -> None:
    i18n.use("zh")
    fault = Fault(file="a.md", line=3, what=F_("the card has no answer"), mend=F_("write it below the heading"))
    assert str(fault) == "a.md:3:1: the card has no answer: write it below the heading"
    assert fault.told() == "a.md:3:1: 卡片没有答案：写在标题下方"


def test_what_an_expression_stumbles_over_is_told_in_one_line() -> None:
    i18n.use("zh")
    with pytest.raises(Exception, match="division by zero: ") as caught:
        compiled("1 / 0").evaluate({})
    assert said(str(caught.value)) == "除以零：用 `require` 规定除数不为 0"


def test_a_thousand_faults_are_told_in_less_than_half_a_second() -> None:
    i18n.use("zh")
    faults = [F_("card `{key}`: {what}", key=f"k{n}", what="there are more or fewer items") for n in range(500)]
    faults += [f"nobody knows fault {n}" for n in range(500)]
    begun = process_time()
    told = [said(fault) for fault in faults]
    assert process_time() - begun < 0.5
    assert told[7] == "卡片 `k7`：项目的个数不同"


@pytest.mark.parametrize("part", ["`", "card `a`: ", " has ", ", line ", ": ", " (", "{what}", " and "])
def test_hostile_texts_cost_no_more(part: str) -> None:
    i18n.use("zh")
    texts = [(part * i18n.LONGEST)[: i18n.LONGEST - length] for length in range(20)]
    begun = process_time()
    for text in texts:
        said(text)
    assert process_time() - begun < 0.5


def test_every_template_says_something_in_chinese() -> None:
    assert [
        template.text for template in TEMPLATES if not re.search("[：，一-鿿（]", i18n._faults("zh")[template.text])
    ] == []
