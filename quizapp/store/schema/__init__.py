"""What is kept: the tables, their types, and how an older database comes up to them."""
