"""Computed cards looked at before anybody is asked: what is wrong with them, and at which place of their files."""
