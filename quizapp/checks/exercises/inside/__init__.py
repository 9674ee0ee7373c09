"""What runs inside the child process: standard library only. Its source is sent there, never imported by path."""
