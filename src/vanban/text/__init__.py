"""The language on paper: normal forms, folding, numbers, dates, alphabetical order, old encodings."""
