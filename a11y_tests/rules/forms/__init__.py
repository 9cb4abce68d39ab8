"""Rules about forms: labels, purposes, errors."""
