"""A day in view: how many new cards a day it takes, what that means, and what does not fit."""
