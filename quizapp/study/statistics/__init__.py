"""What the log and the schedule tell of a learner: figures with the numbers they rest on."""
