"""Rules about what the words say, and how hard they are to read."""
