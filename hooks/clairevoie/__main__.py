"""`python -m clairevoie`: the same as the command `clairevoie`."""

from clairevoie.cli import main

raise SystemExit(main())
