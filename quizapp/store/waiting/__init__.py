"""What waits, and what home tells, by statements that both SQLAlchemy and the standard library put."""
