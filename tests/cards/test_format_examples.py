"""The kinds of the card format, each as its table shows it, in one file."""

from quizapp.cards.languages import topic_of
from tests.cards.reading import noted, read, told

EXAMPLES = """\
---
topic: receptive-field            # unique in the whole library; a slug
title: Receptive field
covers: {seed-06: interview, seed-56: definition}   # source question -> card id
tags: [cnn]
see: [enlarge-receptive-field]    # other topics
sources:
  - "Araujo, Norris, Sim. Computing Receptive Fields. Distill, 2019. doi:10.23915/distill.00021"
---

# Receptive field

Anything between the title and the first card is the topic's notes.

## What does a unit's receptive field measure? {#definition}

The size of the input region that can change the unit's value.

It is fixed by the architecture, not by the weights.

## ReLU {#relu .reverse}

max(0, x)

## The kernel spans ==d(k−1)+1== positions, of which it reads ==k==. {#cloze}

The rest is skipped.

## What does this layer do? {#body-cloze}

It halves the ==width== and the ==height==.

---

Stride 2 in both directions.

## Which layer has no weights? {#choice}

- [ ] convolution
- [x] max pooling
- [ ] linear

A convolution has its kernel.

## Which of these are optimizers? {#several}

- [x] Adam
- [x] SGD
- [ ] ReLU

## A training step, in order {#order .order}

1. forward
2. backward
3. update

## Explain the receptive field. {#interview .points}

- what it is
- how it grows

Then give an example.

## The ratio of 1 MAC to FLOPs? {#typed .typed}

2 | two

One multiplication, one addition.

## How many learnable parameters has this convolution? {#conv-params}

`Conv2d({{c_in}}, {{c_out}}, kernel_size={{k}}, bias={{bias}})`

```check
draw:
  c_in: [3, 16, 32, 64]
  c_out: [16, 32, 64, 128]
  k: [1, 3, 5, 7]
  bias: [true, false]
answer: c_out * (c_in * k**2 + bias)
unit: parameters
mistakes:
  no-bias:
    answer: c_out * c_in * k**2
    says: You left out the {{c_out}} biases.
examples:
  - {c_in: 3, c_out: 64, k: 7, bias: false, answer: 9408}
```

Each filter has {{k**2 * c_in}} weights.

## Write `receptive_field(layers)` for triples. {#write-it}

```exercise
function: receptive_field
starter: |
  def receptive_field(layers):
      ...
tests:
  - {call: "receptive_field([(3, 1, 1)])", gives: 3}
```

```python
def receptive_field(layers):
    return 3
```
"""


def test_every_kind_is_told_from_its_shape() -> None:
    part = read(EXAMPLES)
    assert not part.faults
    assert {card.id: card.face.kind for card in part.cards} == {
        "definition": "basic",
        "relu": "reverse",
        "cloze": "cloze",
        "body-cloze": "cloze",
        "choice": "choice",
        "several": "choice",
        "order": "order",
        "interview": "points",
        "typed": "typed",
        "conv-params": "check",
        "write-it": "exercise",
    }


def test_the_front_matter_is_the_topics() -> None:
    topic, faults = topic_of([read(EXAMPLES)])
    assert not told(faults)
    assert topic.id == "receptive-field"
    assert topic.titles == {"every": "Receptive field"}
    assert topic.covers == {"seed-06": "interview", "seed-56": "definition"}
    assert (topic.tags, topic.see) == (("cnn",), ("enlarge-receptive-field",))
    assert topic.sources[0].startswith("Araujo")
    assert topic.notes == {"every": "Anything between the title and the first card is the topic's notes."}


def test_cards_stand_in_the_order_of_the_file() -> None:
    topic, _ = topic_of([read(EXAMPLES)])
    assert [card.id for card in topic.cards][:4] == [
        "receptive-field/definition",
        "receptive-field/relu",
        "receptive-field/relu~reverse",
        "receptive-field/cloze",
    ]
    assert not noted(read(EXAMPLES).faults)
