"""What a check shows: values written for people, and the placeholders of its texts."""
