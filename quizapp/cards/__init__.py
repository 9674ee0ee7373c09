"""What a card is: models, Markdown files read into topics, the library of folders, lint. No database, no screen."""
