"""Check cards for tests, and a learner's answers to them."""

from quizapp.cards.library import topics_of
from quizapp.cards.models import Card
from quizapp.study.questions.asking import Ask
from quizapp.study.questions.computed import Computed
from tests.cards.reading import read

PARAMS = """\
## How many parameters has this convolution? {#params}

`Conv2d({{c_in}}, {{c_out}}, kernel_size={{k}})`

```check
draw:
  c_in: [3, 16, 32]
  c_out: [64, 128]
  k: [3, 5, 7]
answer: c_out * (c_in * k**2 + 1)
unit: parameters
mistakes:
  no-bias: {answer: c_out * c_in * k**2, says: "You left out the {{c_out}} biases."}
hint: A filter sees all {{c_in}} channels.
```

Each filter has {{c_in * k**2}} weights and a bias: **{{answer}}**.
"""

PARAMS_ZH = """\
## 这个卷积有多少个参数？ {#params}

`Conv2d({{c_in}}, {{c_out}}, kernel_size={{k}})`

```check
mistakes: {no-bias: "漏掉了 {{c_out}} 个偏置。"}
unit: 个
```

每个滤波器有 {{c_in * k**2}} 个权重和一个偏置：**{{answer}}**。
"""

ROOT = """\
## What is the root of {{area}}? {#root}

```check
draw:
  area: [200, 300, 500]
answer: sqrt(area)
mistakes:
  half: {answer: area / 2, says: That is half of it.}
```

**{{answer}}**
"""

FATE = """\
## What becomes of a gradient times {{factor}} at each of 30 layers? {#fate}

```check
draw:
  factor: [0.5, 1.5]
answer: "'vanishes' if factor < 1 else 'explodes'"
```

It **{{answer}}**.
"""

BROKEN = """\
## What exceeds {{size}}? {#broken}

```check
draw:
  size: [1, 2]
require: size > 5
answer: size
```

Nothing.
"""


def check_card(text: str, second: str | None = None) -> Card:
    """The card of this text; `second` is what the Chinese file says."""
    parts = [read(text, "topic.en.md"), *([read(second, "topic.zh.md")] if second else [])]
    (topic,), faults = topics_of(parts)
    assert not [fault for fault in faults if not fault.note]
    return topic.cards[0]


def ask_of(text: str = PARAMS, second: str | None = None, seed: int = 1) -> Ask:
    """The card being asked."""
    return Ask(check_card(text, second), turn=1, seed=seed)


def of(ask: Ask) -> Computed:
    """What a check card adds to being asked."""
    assert ask.computed is not None
    return ask.computed


def right(ask: Ask) -> str:
    """The right answer as somebody types it."""
    return str(of(ask).variant.answer)


def wrong(ask: Ask, mistake: str = "no-bias") -> str:
    """A named mistake as somebody types it."""
    return str(of(ask).variant.mistakes[mistake])
