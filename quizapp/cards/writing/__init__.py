"""Cards into Markdown, and single cards in and out of a file, everything else of it left as it is to the byte."""

from quizapp.cards.writing.escaping import as_heading
from quizapp.cards.writing.extents import Extent, draft_alone, draft_of, extents
from quizapp.cards.writing.section import section_of

__all__ = ["Extent", "as_heading", "draft_alone", "draft_of", "extents", "section_of"]
