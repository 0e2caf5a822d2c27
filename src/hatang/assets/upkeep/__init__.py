"""Operation and maintenance of what stands in the inventory."""
