"""Template tags of works."""
