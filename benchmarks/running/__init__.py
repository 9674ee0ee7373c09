"""Processes that are measured: plain ones, ones in a terminal, and the limits that they are held against."""
