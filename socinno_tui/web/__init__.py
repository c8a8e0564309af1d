"""Phones in the room: the page they get, and its server; imported when it is first asked for."""
