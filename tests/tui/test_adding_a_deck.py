"""A deck of twenty real cards, written in the program by keys alone, in both languages, and reviewed."""

from pathlib import Path

from quizapp.study.questions.asking import Stage
from quizapp.tui.screens.closing import ClosingScreen
from quizapp.tui.screens.review import ReviewScreen
from tests.tui.adding import card, explain, fill, no_cards, opened, place
from tests.tui.screens import Screen, running

CARDS = [
    ("b", "What does a convolution share?", "Its weights, over all places.", "卷积共享什么？", "各处共用的权重。"),
    ("b", "Why is ReLU cheap?", "It is a comparison with zero.", "ReLU 为什么计算量小？", "只需与零比较。"),
    ("b", "What is an epoch?", "One pass over the training data.", "什么是 epoch？", "把训练数据完整过一遍。"),
    ("b", "What does $L_2$ decay pull to zero?", "The weights.", "$L_2$ 衰减把什么拉向零？", "权重。"),
    ("r", "learning rate", "the size of a step", "学习率", "每一步的大小"),
    ("r", "batch", "samples of one step", "批次", "一步所用的样本"),
    ("c", "Dropout switches off ==units== at random.", "", "Dropout 随机关闭==神经元==。", ""),
    ("c", "Momentum averages past ==gradients==.", "Exponentially.", "动量对过去的==梯度==取平均。", "指数加权。"),
    ("c", "Softmax gives values that sum to ==1==.", "", "softmax 的输出之和为 ==1==。", ""),
    ("m", "Which has no weights?", "linear\n* max pooling\nconvolution", "哪个没有权重？", "全连接\n* 最大池化\n卷积"),
    ("m", "Which are optimizers?", "* Adam\nReLU\n* SGD", "哪些是优化器？", "* Adam\nReLU\n* SGD"),
    ("m", "Which one overfits?", "* a deep tree\na stump", "哪个容易过拟合？", "* 很深的树\n只有一层的树"),
    ("o", "A training step?", "forward\nloss\nbackward", "一步训练的次序？", "前向\n损失\n反向"),
    ("o", "Oldest first?", "LeNet\nAlexNet\nResNet", "从早到晚？", "LeNet\nAlexNet\nResNet"),
    ("p", "How do you fight overfitting?", "data\nregularization", "如何缓解过拟合？", "数据\n正则化"),
    ("p", "Why normalize?", "conditioning\nspeed", "为什么要归一化？", "改善条件数\n加快训练"),
    ("t", "Parameters of a 3×3 kernel, one channel, no bias?", "9", "单通道、无偏置的 3×3 卷积核有几个参数？", "9"),
    ("t", "2 to the 10th?", "1024 | 1,024", "2 的 10 次方？", "1024"),
    ("k", "{{h}} wide, kernel {{k}}, no padding: how wide?", "", "宽 {{h}}，卷积核 {{k}}，不填充：输出多宽？", ""),
    ("e", "Write `double(x)`.", "", "写出 `double(x)`。", ""),
]  # fmt: skip


async def test_twenty_cards_in_both_languages_are_added_and_reviewed(home: Path) -> None:
    no_cards(home)
    async with running((100, 30)) as screen:
        await opened(screen)
        await place(screen, deck="interview", topic="Basics", tags="mine")
        kind = ""
        for letter, *texts in CARDS:
            if letter != kind:  # the form keeps the kind of the card before
                await place(screen, kind=letter)
            await _add(screen, kind := letter, texts)
        await screen.press("escape")
        ids = [id_ for id_ in screen.app.desk.collection.ids() if not id_.endswith("~reverse")]
        assert len(ids) == len(CARDS)
        assert screen.app.desk.collection.faults() == []
        for id_ in ids:
            assert set(card(screen, id_).faces) == {"en", "zh"}
            assert (card(screen, id_).deck, card(screen, id_).tags) == ("interview", ("mine",))
        assert await _reviewed(screen) >= len(CARDS)


async def _add(screen: Screen, letter: str, texts: list[str]) -> None:
    """A card by its texts, as one types them; an empty answer is what the form begins with."""
    prompt, answer, prompt_zh, answer_zh = texts
    await fill(screen, prompt, answer)
    if letter in "ke":
        await explain(screen)  # the second language begins with the mistakes that are known by then
    await screen.press("ctrl+l")
    await fill(screen, prompt_zh, answer_zh)
    await screen.press("ctrl+s")
    if letter in "ke":  # what a second language says of its own is only wanted
        await screen.press("ctrl+s")


async def _reviewed(screen: Screen) -> int:
    """Answers every card that waits; how many were answered."""
    count = 0
    await screen.press("enter")
    while isinstance(front := screen.app.screen, ReviewScreen):
        ask = front._ask
        assert ask is not None
        if ask.written:
            await screen.press("z")
            count += 1
            continue
        while ask.stage is not Stage.ANSWERED:
            await screen.press("enter")
        await screen.press("4")
        count += 1
    assert isinstance(screen.app.screen, ClosingScreen)
    return count
