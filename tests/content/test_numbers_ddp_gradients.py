"""The numbers that the cards on data-parallel gradients state."""

from fractions import Fraction
from functools import partial

from tests.content.networks import resnet_50
from tests.content.sections import EACH_LANGUAGE, accepted, flowing, section

DECK, TOPIC = "09-efficiency-systems", "ddp-gradients"

card = partial(flowing, DECK, TOPIC)


def mean(values: list[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def averaged(local_gradients: list[Fraction]) -> Fraction:
    """What DDP leaves on every rank: each gradient divided by the number of ranks, all added up."""
    return sum((gradient / len(local_gradients) for gradient in local_gradients), Fraction(0))


@EACH_LANGUAGE
def test_resnet_50s_gradients_fill_about_four_buckets(language: str) -> None:
    size = 4 * resnet_50() / 2**20
    text = card(language, "overlap")
    assert f"{size:.1f} MiB" in text
    assert "25 MiB" in text
    times = round(size / 25)
    assert {4: {"en": "about four times as much", "zh": "约为一个满桶的4倍"}}[times][language] in text


@EACH_LANGUAGE
def test_the_mean_of_1_5_and_3_5_is_2_5_where_their_sum_is_5(language: str) -> None:
    gradients = [Fraction("1.5"), Fraction("3.5")]
    added, divided = sum(gradients), averaged(gradients)
    assert added == divided * len(gradients)
    text = card(language, "sum-to-mean")
    words = {
        "en": f"gradients 1.5 and 3.5 `all_reduce` makes {added}, while `.grad` under DDP holds {float(divided)}",
        "zh": f"1.5和3.5时，`all_reduce`得{added}，而DDP之后两边的`.grad`都是{float(divided)}",
    }
    assert words[language] in text


@EACH_LANGUAGE
def test_a_summed_loss_on_four_ranks_gives_a_quarter(language: str) -> None:
    shards = [[Fraction(3 * rank + i) for i in range(5)] for rank in range(4)]
    whole = sum((gradient for shard in shards for gradient in shard), Fraction(0))
    share = averaged([sum(shard, Fraction(0)) for shard in shards]) / whole
    text = section(DECK, TOPIC, language, "summed-loss")
    assert accepted(text)[:2] == [str(share), str(float(share))]


def test_a_mean_loss_on_equal_shards_gives_the_gradient_of_the_whole_batch() -> None:
    shards = [[Fraction(rank * rank + 2 * i) for i in range(5)] for rank in range(4)]
    assert averaged([mean(shard) for shard in shards]) == mean([gradient for shard in shards for gradient in shard])


@EACH_LANGUAGE
def test_unequal_shards_give_the_mean_of_means(language: str) -> None:
    shards = [[Fraction(n) for n in (1, 2, 3, 6)], [Fraction(1)]]
    of_means = averaged([mean(shard) for shard in shards])
    of_all = mean([gradient for shard in shards for gradient in shard])
    words = {
        "en": f"gradients 1, 2, 3, 6 on one rank and 1 on the other, the mean of the two means is {of_means}, "
        f"that of all five samples {float(of_all)}.",
        "zh": f"梯度为1、2、3、6，另一个rank上只有1个样本，梯度为1，两个平均值的平均是{of_means}，"
        f"而5个样本的平均是{float(of_all)}。",
    }
    assert words[language] in card(language, "summed-loss")


@EACH_LANGUAGE
def test_the_effective_batch_is_the_product(language: str) -> None:
    per_gpu, gpus = 32, 8
    words = {"en": f"{per_gpu} a GPU on {gpus} GPUs is an effective", "zh": f"每卡{per_gpu}、共{gpus}卡，有效批大小为"}
    after = card(language, "interview").split(words[language])[1].strip()
    assert after.startswith(str(per_gpu * gpus))
