"""Rules about time: limits, interruptions, movement."""
