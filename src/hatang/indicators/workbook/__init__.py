"""The Excel workbook of measurements: one file per unit and period, filled offline and read back row by row.

`writing` makes the file, `guarding` and `reading` open what comes back, `rules` judge it without Django, `marking` gives it back
with what is wrong written beside each row. Nothing here touches the database: the services of `indicators` do.
"""
