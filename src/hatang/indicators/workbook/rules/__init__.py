"""What a filled workbook means: its structure, its cells, its rows, and what they would change. Values in, values out."""
