"""Markdown files in which headings ask."""
