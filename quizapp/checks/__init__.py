"""Questions that compute: expressions, calculators, networks; drawing, grading and explaining; code that is run."""
