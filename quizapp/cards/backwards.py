"""How the reverse of a card is called. A module of its own: the other models take long to import."""

BACKWARDS = "~reverse"
"""What the id of a card's reverse ends with, after the card's own: the two are a family."""
