"""Random documents for property tests, with the words that they hold."""

from hypothesis import strategies as st

Document = tuple[str, list[str]]

_LATIN = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=14)
_HAN = st.text("卷积感受野池化归一批次学习率激活函数，。、“”（）", min_size=1, max_size=12).map(
    lambda text: f"词{text}字"
)
WORD = st.one_of(_LATIN, _HAN)
_WRAPPERS = [
    "{}",
    "**{}**",
    "*{}*",
    "`{}`",
    "~~{}~~",
    "=={}==",
    "[{}](#a)",
    "![{}](#a)",
    "<{}>",
    "“{}”",
    "${{\\text{{{}}}}}$",
]


@st.composite
def _sentences(draw: st.DrawFn) -> Document:
    words = draw(st.lists(WORD, min_size=1, max_size=8))
    wrapped = [draw(st.sampled_from(_WRAPPERS)).format(word) for word in words]
    breaks = [draw(st.sampled_from([" ", "\n", "  \n", "\\\n"])) for _ in words]
    return "".join(part for pair in zip(wrapped, breaks, strict=True) for part in pair).rstrip(" \\\n"), words


@st.composite
def _fences(draw: st.DrawFn) -> Document:
    words = draw(st.lists(WORD, min_size=1, max_size=8))
    language = draw(st.sampled_from(["", "python", "json", "no-such-language"]))
    blanks = [draw(st.sampled_from([" ", "\n", "\n\n", "\t", "    "])) for _ in words]
    return f"```{language}\n" + "".join(a + b for a, b in zip(words, blanks, strict=True)) + "\n```", words


def _headed(document: Document) -> Document:
    text, words = document
    return "### " + " ".join(text.replace("\\\n", " ").split()), words


def _prefixed(first: str, others: str, documents: list[Document]) -> Document:
    text = "\n\n".join(text for text, _ in documents)
    lines = [others + line for line in text.split("\n")]
    return first + lines[0][len(others) :] + "".join("\n" + line for line in lines[1:]), _words(documents)


def _words(documents: list[Document]) -> list[str]:
    return [word for _, words in documents for word in words]


def _containers(blocks: st.SearchStrategy[Document]) -> st.SearchStrategy[Document]:
    some = st.lists(blocks, min_size=1, max_size=3)
    marks = st.sampled_from([("> ", "> "), ("- ", "  "), ("12. ", "    "), ("- [x] ", "  "), ("3) ", "   ")])
    return st.builds(lambda mark, documents: _prefixed(mark[0], mark[1], documents), marks, some)


BLOCKS = st.recursive(st.one_of(_sentences(), _sentences().map(_headed), _fences()), _containers, max_leaves=6)
DOCUMENTS = st.lists(BLOCKS, min_size=1, max_size=4).map(
    lambda documents: ("\n\n".join(text for text, _ in documents), _words(documents))
)
