"""The parts of the screens; they know domain values only."""
