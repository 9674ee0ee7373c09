"""Notes of other programs brought into the learner's folder."""
