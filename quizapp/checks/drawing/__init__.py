"""From a block to a variant: what is drawn and how, what follows from it, and when it is drawn anew."""
