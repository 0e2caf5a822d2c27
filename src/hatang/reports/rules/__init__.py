"""Values in, sentences and states out. No Django here."""
