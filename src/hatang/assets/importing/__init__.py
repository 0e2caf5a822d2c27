"""Bringing an inventory in from files: read, match columns, look at every row, confirm. And giving it out in the same layout.

`readers` turn the bytes of a file into a plain table, `rules` guess and compare without Django, `services` write, `views` ask.
"""
