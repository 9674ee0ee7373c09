"""The library's cards as notes, written for other programs."""
