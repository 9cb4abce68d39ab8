"""Rules about pages beside each other."""
