"""What several rules need: roles, names, ARIA, media, languages, colours, text."""
