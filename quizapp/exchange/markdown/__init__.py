"""What readers and writers of foreign Markdown share."""
