"""Makes the illustrative map of the demonstration once, from a seed: `python -m tools.demonstration`.

Villages, roads, canals and services that do not exist, on the real outline of xã Vĩnh Thông. The result is the data file that
`hatang demo` reads; run this again only to change what it shows.
"""
