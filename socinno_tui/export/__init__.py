"""A meeting as text for others: pure functions, from values to a file's content."""
