"""Where things are: shapes as WGS84 GeoJSON, measured on the ellipsoid."""
