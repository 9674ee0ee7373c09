"""A card in English and Chinese, exactly as it looks at three widths."""

import pytest

from tests.render.showing import shown

CARD = r"""### Receptive field 感受野

A unit's **receptive field** is the region of the input that can change it;
感受野（receptive field）是能影响某个单元的输入区域。
它由结构决定，“不由权重决定”：$r_l = r_{l-1} + (k_l - 1)\prod_{i=1}^{l-1} s_i$。

1. `stride=2` doubles every later step
   - 步长越大，感受野增长得越快，特征图也越小
2. dilation adds none

$$
\left\lfloor \frac{H + 2P - D(K - 1) - 1}{S} \right\rfloor + 1
$$

| 层 | size | remark |
|:--|--:|:--|
| conv1 | 112 | kernel 7, stride 2; 第一层卷积核很大 |
| 池化 | 56 | 最大池化 |

```python
def grow(size: int, jump: int, kernel: int) -> int:
    return size + (kernel - 1) * jump  # 像素
```

> See [Distill](https://distill.pub/2019/computing-receptive-fields).

The answer is ==19 pixels==.
"""

NARROW = """\
Receptive field 感受野

A unit's receptive field is the region
of the input that can change it; 感受野
（receptive field）是能影响某个单元的输
入区域。它由结构决定，“不由权重决定”：
rₗ = rₗ₋₁ + (kₗ − 1) ∏ᵢ₌₁ˡ⁻¹ sᵢ。

1. stride=2 doubles every later step
   • 步长越大，感受野增长得越快，特征图
     也越小
2. dilation adds none

  ⌊(H + 2P − D(K − 1) − 1)/S⌋ + 1

层    │ size │ remark
──────┼──────┼─────────────────────────
conv1 │  112 │ kernel 7, stride 2; 第一
      │      │ 层卷积核很大
──────┼──────┼─────────────────────────
池化  │   56 │ 最大池化

  def grow(size: int, jump: int, kernel:
  ↪ int) -> int:
      return size + (kernel - 1) * jump
  ↪ # 像素

▌ See Distill
▌ (https://distill.pub/2019/computing-
▌ receptive-fields).

The answer is 19 pixels.
"""

MIDDLING = """\
Receptive field 感受野

A unit's receptive field is the region of the input that can
change it; 感受野（receptive field）是能影响某个单元的输入区
域。它由结构决定，“不由权重决定”：
rₗ = rₗ₋₁ + (kₗ − 1) ∏ᵢ₌₁ˡ⁻¹ sᵢ。

1. stride=2 doubles every later step
   • 步长越大，感受野增长得越快，特征图也越小
2. dilation adds none

  ⌊(H + 2P − D(K − 1) − 1)/S⌋ + 1

层    │ size │ remark
──────┼──────┼─────────────────────────────────────
conv1 │  112 │ kernel 7, stride 2; 第一层卷积核很大
池化  │   56 │ 最大池化

  def grow(size: int, jump: int, kernel: int) -> int:
      return size + (kernel - 1) * jump  # 像素

▌ See Distill
▌ (https://distill.pub/2019/computing-receptive-fields).

The answer is 19 pixels.
"""

WIDE = """\
Receptive field 感受野

A unit's receptive field is the region of the input that can change it; 感受野
（receptive field）是能影响某个单元的输入区域。它由结构决定，“不由权重决定”：
rₗ = rₗ₋₁ + (kₗ − 1) ∏ᵢ₌₁ˡ⁻¹ sᵢ。

1. stride=2 doubles every later step
   • 步长越大，感受野增长得越快，特征图也越小
2. dilation adds none

  ⌊(H + 2P − D(K − 1) − 1)/S⌋ + 1

层    │ size │ remark
──────┼──────┼─────────────────────────────────────
conv1 │  112 │ kernel 7, stride 2; 第一层卷积核很大
池化  │   56 │ 最大池化

  def grow(size: int, jump: int, kernel: int) -> int:
      return size + (kernel - 1) * jump  # 像素

▌ See Distill (https://distill.pub/2019/computing-receptive-fields).

The answer is 19 pixels.
"""


@pytest.mark.parametrize(("width", "expected"), [(40, NARROW), (60, MIDDLING), (80, WIDE)])
def test_a_mixed_card_looks_like_this(width: int, expected: str) -> None:
    assert shown(CARD, width) + "\n" == expected
