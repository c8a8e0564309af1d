"""Domain facts as sentences in the chosen language."""
