"""Rules that act on the deployment itself."""
