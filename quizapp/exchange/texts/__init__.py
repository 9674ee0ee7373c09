"""What readers of plain text files share."""
