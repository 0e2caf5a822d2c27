"""Official Vietnamese documents: read them, model them, write them. No Django, no database."""
