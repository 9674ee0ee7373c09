"""Screens, one a module; what each looks like stands beside it."""
