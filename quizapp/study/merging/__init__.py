"""Two machines, one log: the union of their rows, from another database or through a folder that both can see."""
