"""Other people's engines, each behind the same small interface, and what they say together."""
