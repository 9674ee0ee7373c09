"""The sections of a report below one another, which scroll: what was read stays in view when the figures change."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from quizapp.report.charts import Section
from quizapp.tui.widgets.section_view import SectionView


class SectionList(VerticalScroll, inherit_bindings=False):
    """Sections, each with its figures. Lines are scrolled by its screen, whose help tells the keys; pages here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "page_up", show=False),
        Binding("pagedown,space", "page_down", show=False),
        Binding("home", "scroll_home", show=False),
        Binding("end", "scroll_end", show=False),
    ]

    @property
    def views(self) -> Sequence[SectionView]:
        """The sections in their order."""
        return list(self.query(SectionView))

    def show(self, sections: Sequence[Section], explained: bool) -> None:
        """Shows other figures; the section that was read, and the line in it, stay where they were."""
        views = self.views
        name, line = self._read()
        if [view.section.name for view in views] == [section.name for section in sections]:
            for view, section in zip(views, sections, strict=True):
                view.show(section)
        else:
            self.remove_children()
            self.mount_all([SectionView(section, explained) for section in sections])
        self.call_after_refresh(self._return_to, name, line)

    def explain(self, explained: bool) -> None:
        """Tells what the figures mean, or leaves it out; the section that is read stays in view."""
        name, line = self._read()
        for view in self.views:
            view.explain(explained)
        self.call_after_refresh(self._return_to, name, line)

    def step(self, step: int) -> None:
        """To the section after the one that is read, or to the one before."""
        top, starts = self.scroll_offset.y, [view.virtual_region.y for view in self.views]
        after, before = [start for start in starts if start > top], [start for start in starts if start < top]
        place = (after[:1] if step > 0 else before[-1:]) or [self.max_scroll_y if step > 0 else 0]
        self.scroll_to(y=place[0], animate=False)

    def scroll_by(self, lines: int) -> None:
        """Some lines down, or up."""
        self.scroll_relative(y=lines, animate=False)

    def _read(self) -> tuple[str, int]:
        """The section at the top of what is seen, and how many lines of it are above that; no name at the very top."""
        top = self.scroll_offset.y
        read = [view for view in self.views if view.virtual_region.y <= top]
        return (read[-1].section.name, top - read[-1].virtual_region.y) if top and read else ("", 0)

    def _return_to(self, name: str, line: int) -> None:
        for view in self.views:
            if view.section.name == name:
                region = view.virtual_region
                self.scroll_to(y=region.y + min(line, max(region.height - 1, 0)), animate=False, immediate=True)
