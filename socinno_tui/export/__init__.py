"""What leaves the program: pure functions from a meeting to the text of a file."""
