"""socinno: a meeting in which employees think along, on the room's own screen."""
