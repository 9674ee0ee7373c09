"""How statements are put to either engine."""
