"""The pages of works, one file a topic."""
