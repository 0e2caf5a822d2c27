"""Forms of what is measured."""
