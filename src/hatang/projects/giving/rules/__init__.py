"""Rules of gifts: values in, values out."""
