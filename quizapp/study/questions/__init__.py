"""One card being asked: what was answered, what it is worth, and the numbers of a computed one."""
