"""What holds about plans, as pure functions over plain values: no database, no clock, no settings."""
