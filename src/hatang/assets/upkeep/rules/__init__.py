"""What holds of upkeep, as values: no Django here."""
