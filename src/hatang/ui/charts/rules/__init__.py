"""Where the parts of a chart stand: numbers in, coordinates out; no Django."""
