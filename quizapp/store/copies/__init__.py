"""Other database files: backups, ruins, another machine's, and a look at one's own."""
