"""Rules about how a page is put together."""
