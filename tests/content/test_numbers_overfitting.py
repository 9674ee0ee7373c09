"""The numbers stated in the cards of overfitting."""

import re
from math import comb

from tests.content.sections import EACH_LANGUAGE, accepted, section

DECK, TOPIC = "02-generalization", "overfitting"


def stopped_and_kept(losses: list[float], patience: int) -> tuple[int, int]:
    """The epoch after which early stopping ends the run, and the epoch whose weights it restores."""
    best, kept, waited = float("inf"), 0, 0
    for epoch, loss in enumerate(losses, start=1):
        if loss < best:
            best, kept, waited = loss, epoch, 0
        else:
            waited += 1
        if waited == patience:
            return epoch, kept
    return len(losses), kept


def expected_best(models: int, right: float, images: int) -> float:
    """The mean of the highest of several independent binomial scores, as a share."""
    below, at_most, mean = 0.0, 0.0, 0.0
    for hits in range(images + 1):
        at_most += comb(images, hits) * right**hits * (1 - right) ** (images - hits)
        all_at_most = min(at_most, 1.0) ** models
        mean += hits * (all_at_most - below)
        below = all_at_most
    return mean / images


@EACH_LANGUAGE
def test_the_underfitting_pattern_has_the_stated_gaps(language: str) -> None:
    text = section(DECK, TOPIC, language, "underfit-pattern")
    train, validation, people = (int(n) for n in re.findall(r"(\d+)%", text.splitlines()[0]))
    assert (people - train, train - validation) == (25, 1)
    stated = {"en": ("25 points", "1 point."), "zh": ("25个百分点", "1个百分点")}
    assert all(words in text for words in stated[language])


@EACH_LANGUAGE
def test_the_best_of_fifty_equal_models_looks_as_good_as_stated(language: str) -> None:
    assert round(100 * expected_best(50, 0.8, 1000), 1) == 82.8
    text = section(DECK, TOPIC, language, "selection-bias")
    assert "82.8%" in text
    assert all(number in text for number in ("50", "80%", "1000"))


@EACH_LANGUAGE
def test_early_stopping_keeps_the_stated_epoch(language: str) -> None:
    text = section(DECK, TOPIC, language, "early-stop-epoch")
    prompt, answer = text.split("\n---\n")
    losses = [float(n) for n in re.findall(r"0\.\d\d", prompt)]
    assert len(losses) == 7
    stopped, kept = stopped_and_kept(losses, patience=3)
    assert (stopped, kept) == (6, 3)
    assert accepted(answer)[0] == str(kept)
    stated = {
        "en": ("(patience 3)", "after epoch 6", "back to epoch 3"),
        "zh": ("patience为3", "第6个epoch之后停止", "退回第3个epoch"),
    }
    assert all(words in text for words in stated[language])
