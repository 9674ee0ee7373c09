"""What statistics count of the log, and keep."""
