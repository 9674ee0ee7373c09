"""Searches, and what else is asked of cards."""
