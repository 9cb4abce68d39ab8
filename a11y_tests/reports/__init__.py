"""What an evaluation writes: one report to read, and the formats that auditors' other tools take."""
