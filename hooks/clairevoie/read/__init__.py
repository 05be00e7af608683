"""Bytes become records that remember where each of their values was typed, and the faults of form met.

    normalise → compose → (diagnosis, when the parser refuses) → Record

In: the folder `data/`, or the bytes of one file. Out: a `Reading`, all its records and all its problems;
nothing typed in a file, be it random bytes, raises an exception.
"""

from clairevoie.read.folder import data_fingerprint, examine_folder, holds_records
from clairevoie.read.record import Reading, Record
from clairevoie.read.text import read_text

__all__ = ["Reading", "Record", "data_fingerprint", "examine_folder", "holds_records", "read_text"]
