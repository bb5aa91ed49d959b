"""`python -m app.cli` is the same as `techteens`."""

import sys

from app.cli import main

sys.exit(main())
