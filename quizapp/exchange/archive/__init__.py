"""Everything of a collection as data: written, documented by its models, and brought back."""
