"""How well plans are read: precision and recall per kind of item, against readings a person wrote down."""
