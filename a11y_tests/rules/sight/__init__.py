"""Rules about what can be seen: sizes, places, colours."""
