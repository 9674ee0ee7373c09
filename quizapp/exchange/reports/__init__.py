"""Progress for people: a report as a page or as Markdown, and what comes as a calendar."""
