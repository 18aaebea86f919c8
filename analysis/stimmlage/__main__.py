"""`python -m stimmlage` is the command `stimmlage`."""

import sys

from stimmlage.cli import main

sys.exit(main())
