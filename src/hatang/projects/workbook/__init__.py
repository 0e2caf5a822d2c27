"""The list of works as an Excel file: given out, edited and added to offline, read back row by row.

`layout` says where things stand, `writing` makes the file, `reading` opens what comes back, `rules` judge it without Django,
`facts` says what stands in the books now, `services` keep the file until it is confirmed and then write it whole or not at all.
"""
