"""The ledger of addresses beside what would be published: nothing vanishes, nor stands for another thing.

In: the dataset, the written pages, the ledger and what it was when published. Out: problems, each with its mend; the
lines to add; where the addresses of other days lead.
"""

from clairevoie.ledger.comparison import Registering, check_ledger
from clairevoie.ledger.known_marks import all_marks
from clairevoie.ledger.lines import new_lines, settled
from clairevoie.ledger.redirections import Redirection, lists_of, redirections
from clairevoie.ledger.situation import Situation

__all__ = [
    "Redirection",
    "Registering",
    "Situation",
    "all_marks",
    "check_ledger",
    "lists_of",
    "new_lines",
    "redirections",
    "settled",
]
