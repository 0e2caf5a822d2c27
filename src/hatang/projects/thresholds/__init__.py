"""Where the commune draws the lines of its works: every threshold on one page, with what it does and where it comes from."""
