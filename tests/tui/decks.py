"""Card files for the interface's tests: one card of each kind, in both languages."""

from pathlib import Path

from tests.conftest import questions, write_cards

CONFIG = "bundled = false\nnew_per_day = 50\nlanguage = 'en'\ninterface = 'en'\n"

EN = """---
topic: kinds
title: All kinds
sources: ["A. Author. A source. 2020."]
---

# All kinds

The notes of this topic.

## What does a unit's receptive field measure? {#basic}

The size of the input region that can change the unit's value.

It is fixed by the architecture, not by the weights.

## Which model needs *no* scaling? {#choice}

- [ ] k-nearest neighbours
- [x] random forest
- [ ] lasso

Trees only compare values with thresholds.

## Which two are even? {#several}

- [x] two
- [ ] three
- [x] four

Halves are whole.

## Put the layers in the order of their age. {#order .order}

1. perceptron
2. convolution
3. batch norm
4. attention

## Dilation multiplies the gaps by ==the rate== of the layer. {#cloze}

Effective size: $d(k-1)+1$.

## How would you explain overfitting? {#points .points}

- training error falls
- validation error rises
- capacity and data
- remedies

## What is the receptive field of a 3×3 kernel with dilation 3? {#typed .typed}

7 | 7x7

$3\\cdot(3-1)+1 = 7$
"""

ZH = """---
topic: kinds
title: 各种题型
---

# 各种题型

这个主题的笔记。

## 单元的感受野（receptive field）衡量什么？ {#basic}

能够改变该单元取值的输入区域的大小。

它由网络结构决定，与权重无关。

## 哪种模型*不*需要缩放？ {#choice}

- [ ] k 近邻
- [x] 随机森林
- [ ] lasso

树只拿数值与阈值比较。

## 哪两个是偶数？ {#several}

- [x] 二
- [ ] 三
- [x] 四

一半是整数。

## 按出现的先后排列这些层。 {#order .order}

1. 感知机
2. 卷积
3. 批归一化
4. 注意力

## 膨胀把间隔乘以该层的==膨胀率==。 {#cloze}

有效大小：$d(k-1)+1$。

## 怎样解释过拟合？ {#points .points}

- 训练误差下降
- 验证误差上升
- 容量与数据
- 对策

## 膨胀率为 3 的 3×3 卷积核，感受野是多少？ {#typed .typed}

7 | 7x7

$3\\cdot(3-1)+1 = 7$
"""


def all_kinds(home: Path, config: str = CONFIG) -> None:
    """The deck in the learner's own folder, and settings that show nothing else."""
    write_cards(home, {"config.toml": config, "cards/kinds.en.md": EN, "cards/kinds.zh.md": ZH})


def only(home: Path, card: str, config: str = CONFIG) -> None:
    """The same with a single card."""

    def kept(text: str) -> str:
        head, *cards = text.split("\n## ")
        return "\n## ".join([head, *(section for section in cards if f"{{#{card}" in section)])

    write_cards(home, {"config.toml": config, "cards/kinds.en.md": kept(EN), "cards/kinds.zh.md": kept(ZH)})


def plain(home: Path, *cards: str, config: str = CONFIG) -> None:
    """A deck of plain cards: topic `plain`, with the ids given."""
    write_cards(home, {"config.toml": config, "cards/plain.md": questions(*cards, title="Plain")})
