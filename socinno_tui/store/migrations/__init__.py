"""How the tables of the file came to be, a step a module. What one has written is never changed."""
