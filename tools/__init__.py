"""Commands for building, testing and measuring the portal; nothing here is needed to serve it."""
