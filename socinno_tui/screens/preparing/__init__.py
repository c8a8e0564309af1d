"""The sections of the preparation screen, each a pane that asks the service itself."""
