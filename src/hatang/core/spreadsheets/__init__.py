"""Excel files of others: opened only after they were found plain."""
