"""Explain every fault of a text that the parser refuses. In: the text. Out: faults in French, one a line at most.

examine (suspect each line) → diagnose (confirm with the parser). Nothing here runs for a record that is well formed.
"""

from clairevoie.read.diagnosis.diagnose import diagnose

__all__ = ["diagnose"]
