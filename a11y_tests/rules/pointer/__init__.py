"""Rules about mouse, finger and movement."""
