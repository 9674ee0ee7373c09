"""The interface in a browser: who may come in, the page, and one process of the program for each of its tabs."""
