"""One card of each kind, for tests."""

HEAD = "---\ntopic: pooling\ntitle: Pooling\n---\n\nNotes on pooling.\n\n"

BASIC = HEAD + "## What does max pooling keep? {#keeps}\n\nThe largest value.\n\nIt drops the others.\n"
CLOZE = HEAD + "## Max pooling keeps the ==largest== value. {#cloze}\n\nThat is all.\n"
CHOICE = HEAD + (
    "## Which pooling has weights? {#choice}\n\n- [ ] max\n- [x] strided convolution\n- [ ] mean\n\nIt learns.\n"
)
SEVERAL = HEAD + "## Which have none? {#several}\n\n- [x] max\n- [ ] strided convolution\n- [x] mean\n"
ORDER = HEAD + "## Put in order. {#order .order}\n\n1. alpha\n2. beta\n3. gamma\n"
POINTS = (
    HEAD + "## Why pool? {#points .points}\n\n- cost\n- context\n- tolerance\n- price\n- others\n\nAll five count.\n"
)
TYPED = HEAD + "## What is left, in per cent? {#typed .typed}\n\n25 % | a quarter\n\nOne of four.\n"

CHINESE = "---\ntopic: pooling\ntitle: 池化\n---\n\n关于池化。\n\n## 最大池化保留什么？ {#keeps}\n\n最大的值。\n"

TWELVE = HEAD + "".join(f"## Question {n}? {{#q{n}}}\n\nAnswer {n}.\n\n" for n in range(1, 13))
