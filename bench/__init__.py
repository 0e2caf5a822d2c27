"""The figures the project watches. `./run bench` prints them; nothing here gates a test."""
