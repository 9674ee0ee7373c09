from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizapp.cards.languages import topic_of
from quizapp.cards.parse import parse_file
from quizapp.cards.parts import FilePart
from tests.soak import examples

_PIECES = [
    *[
        "## ",
        "# ",
        "### ",
        "\n",
        "\n\n",
        "---\n",
        "- [x] ",
        "- [ ] ",
        "- ",
        "1. ",
        "> ",
        "    ",
        "\t",
        "\r\n",
        "\r",
        " ",
    ],
    *["```", "```check\n", "```exercise\n", "answer: 1\n", "==", "$", "$$", "`", "{#id}", "{.reverse}", "{.typed}"],
    *[
        "{.order}",
        "{.points}",
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        "[a]: /x\n",
        "[a]",
        "!",
        "*",
        "_",
        "~~",
        "|",
        "|-|\n",
        "\\",
    ],
    *[
        "topic: x\n",
        "title: [\n",
        "- a\n",
        "&a ",
        "*a\n",
        "no\n",
        ":",
        "#",
        "word",
        "问题",
        "？",
        "😀",
        "\x00",
        "\x1b[31m",
    ],
    *["\u2028", "\u202e", "\ufeff", "\ufdd0", "\uffff", "<b>", "&#27;", "&lt;", "{{x}}", "a | b"],
]
TEXTS = st.lists(st.sampled_from(_PIECES) | st.text(max_size=3), max_size=40).map("".join)
_SETTINGS = settings(max_examples=examples(400), deadline=None)


def _faults_lie_within(part: FilePart, content: bytes) -> bool:
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    return all(1 <= fault.line <= lines and fault.column >= 1 for fault in part.faults)


@_SETTINGS
@given(TEXTS)
@example("---\nlone")
@example("")
def test_any_text_is_read_and_every_fault_has_its_place_in_the_file(text: str) -> None:
    content = text.encode("utf-8", "surrogatepass")
    part = parse_file(content, "a.md", "deck")
    assert _faults_lie_within(part, content)


@_SETTINGS
@given(TEXTS)
def test_any_front_matter_is_read(text: str) -> None:
    content = f"---\n{text}\n---\n\n## Question? {{#id}}\n\nanswer\n".encode("utf-8", "surrogatepass")
    part = parse_file(content, "a.md", "deck")
    assert _faults_lie_within(part, content)


@settings(max_examples=examples(300), deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_read(content: bytes) -> None:
    part = parse_file(content, "a.md", "deck")
    assert _faults_lie_within(part, content)


@_SETTINGS
@given(TEXTS)
def test_what_is_read_survives_being_stored_as_json(text: str) -> None:
    part = parse_file(text.encode("utf-8", "surrogatepass"), "a.md", "deck")
    assert FilePart.model_validate_json(part.model_dump_json()) == part


@_SETTINGS
@given(TEXTS, TEXTS)
def test_any_two_files_make_a_topic(english: str, chinese: str) -> None:
    parts = [parse_file(text.encode("utf-8", "surrogatepass"), f"a.{suffix}.md", "deck") for text, suffix in
             ((english, "en"), (chinese, "zh"))]  # fmt: skip
    topic, _ = topic_of(part.model_copy(update={"topic": "a"}) for part in parts)
    wanted = {card.id for part in parts for card in part.cards}
    assert {card.id.removeprefix("a/").removesuffix("~reverse") for card in topic.cards} == wanted
