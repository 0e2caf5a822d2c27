"""Pages of official reports."""
