"""What holds of upkeep."""
