"""VGG-16 and ResNet-50, counted layer by layer, for tests that hold the numbers of several topics."""

from itertools import pairwise

VGG_16 = [(64, 2), (128, 2), (256, 3), (512, 3), (512, 3)]
"""For each stage its filters and its 3×3 convolutions; a pooling behind each stage halves the sides."""
RESNET_50 = [(3, 64), (4, 128), (6, 256), (3, 512)]
"""For each stage its blocks and their inner width, of which the outer width is four times as much."""


def linear(inputs: int, outputs: int) -> int:
    """Parameters of a fully connected layer with biases."""
    return (inputs + 1) * outputs


def conv_with_batch_norm(kernel: int, inputs: int, outputs: int) -> int:
    """Parameters of a convolution without bias, and the scale and shift of the batch normalization behind it."""
    return kernel * kernel * inputs * outputs + 2 * outputs


def vgg_16_convolutions() -> list[int]:
    """Parameters of each of VGG-16's convolutions, which have biases."""
    channels = [3, *(width for width, layers in VGG_16 for _ in range(layers))]
    return [(9 * before + 1) * after for before, after in pairwise(channels)]


def vgg_16_classifier() -> list[int]:
    """Parameters of each of VGG-16's fully connected layers."""
    side = 224 // 2 ** len(VGG_16)
    return [linear(a, b) for a, b in pairwise([512 * side * side, 4096, 4096, 1000])]


def _bottleneck(inputs: int, width: int) -> int:
    """A block of three convolutions; a projection where the number of channels changes."""
    path = conv_with_batch_norm(1, inputs, width) + conv_with_batch_norm(3, width, width)
    shortcut = conv_with_batch_norm(1, inputs, 4 * width) if inputs != 4 * width else 0
    return path + conv_with_batch_norm(1, width, 4 * width) + shortcut


def resnet_50() -> int:
    """Parameters of ResNet-50."""
    total, channels = conv_with_batch_norm(7, 3, 64) + linear(2048, 1000), 64
    for blocks, width in RESNET_50:
        for _ in range(blocks):
            total += _bottleneck(channels, width)
            channels = 4 * width
    return total
