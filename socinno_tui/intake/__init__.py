"""What comes in: pure functions from the bytes of a file to values."""
