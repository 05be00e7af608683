"""The same fault hundreds of times in one file is told once: nobody reads the others, and a machine made them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from clairevoie.problems import Located
from clairevoie.problems.catalogue import located
from clairevoie.read.quotas import REPEATED, grouped


def told_once(problems: Sequence[Located]) -> Iterator[Located]:
    """The same problems, in order; the errors of one rule that are too many in a file make one."""
    counts = _counts(problems)
    told = set()
    for one in problems:
        kind, count = (one.file, one.code), counts[one.file, one.code]
        if not one.is_error or count <= REPEATED.limit:
            yield one
        elif kind not in told:
            told.add(kind)
            yield _summed_up(one, count)


def _counts(problems: Iterable[Located]) -> Counter[tuple[str, str]]:
    return Counter((one.file, one.code) for one in problems if one.is_error)


def _summed_up(first: Located, count: int) -> Located:
    facts = {
        "quoi": REPEATED.what.format(n=grouped(count), first=first.fault),
        "limite": grouped(REPEATED.limit),
        "remede": first.remedy.removesuffix("."),
    }
    return located(REPEATED.code, first.file, first.origin, first.record, first.path, **facts)
