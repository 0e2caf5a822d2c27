"""What a list of works that came back means and what it would do. Values in, values out."""
