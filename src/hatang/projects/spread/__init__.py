"""Money spread too thin over too many works: pure rules, what they are told, and the page where leaders read it."""
