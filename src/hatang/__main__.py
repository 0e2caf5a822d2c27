"""`python -m hatang` is the command line."""

import sys

from hatang.cli import main

if __name__ == "__main__":
    sys.exit(main())
