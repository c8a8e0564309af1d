"""The one SQLite file in which every meeting is kept."""
