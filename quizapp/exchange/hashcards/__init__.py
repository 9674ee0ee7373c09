"""Decks of hashcards, in and out."""
