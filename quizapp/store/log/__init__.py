"""The log, the schedule kept in step with it, and how both travel."""
