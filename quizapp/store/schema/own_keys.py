"""What the table `setting` keeps that nobody chose, or nobody else may choose. Standard library only."""

DEVICE = "device"
"""The device's name."""
SYNCHRONIZED = "synchronized"
"""What was last seen in the folder that machines share."""
CHOSEN = "chosen"
"""When and where the choices were made that machines share."""

NO_CHOICES = frozenset({DEVICE, SYNCHRONIZED, CHOSEN})
"""All of them. They belong to one database on one machine: a backup that is brought back begins without them."""

TRUSTED = "trusted"
"""A choice that is for this machine alone to make: which folders' code may run."""
