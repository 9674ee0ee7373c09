"""Widgets whose new size is no reason to lay the screen out, and to paint it, a second time."""

from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget


class LaidOutOnce(Widget):
    """A widget that is as high as what it shows at its width, or scrolls up and down.

    Textual does both again, 30 ms later, whenever the size of what a widget holds is another than before; but that was
    just laid out. Where a scrollbar comes or goes for it, Textual lays out again for that.
    """

    virtual_size = Reactive(Size(0, 0), repaint=False)
