"""Going about the portal with a text browser."""
