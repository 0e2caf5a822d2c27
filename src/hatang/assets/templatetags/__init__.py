"""What templates of the inventory may ask."""
