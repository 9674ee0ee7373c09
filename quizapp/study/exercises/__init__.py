"""Exercises: code written, kept, run where it may be, and judged."""
