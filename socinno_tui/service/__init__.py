"""What a person can ask of the program; the screens and the phones call the same."""
