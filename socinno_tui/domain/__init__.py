"""Values and rules of a meeting. Pure: no screen, no disk, no clock."""
