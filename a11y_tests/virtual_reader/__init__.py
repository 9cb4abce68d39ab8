"""A virtual screen reader: what a page says from top to bottom, in the citizen's language, on every page at every run.

It reads the snapshot that the rules judge by (roles, names and states as the browser tells them), in Orca's words.
Orca itself is heard on the main journeys (screen_reader/); a test holds this one to what Orca said.
"""
