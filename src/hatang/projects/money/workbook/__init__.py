"""The capital plan of a year as an Excel file: given out, edited, read back row by row."""
