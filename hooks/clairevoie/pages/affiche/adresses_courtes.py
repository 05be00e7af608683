"""Short addresses, to be printed on paper and typed by hand: `t/shawinigan/` leads to `territoires/shawinigan/`.

They are promised for as long as the others: a letter never changes its collection.
"""

from __future__ import annotations

from collections.abc import Mapping

from clairevoie.model import COLLECTIONS

LETTRES: Mapping[str, str] = {name: one.lettre for name, one in COLLECTIONS.items() if one.lettre}


def short(adresse: str) -> str:
    """`territoires/shawinigan` → `t/shawinigan/`; raises KeyError for a collection that has no letter."""
    collection, _, id = adresse.partition("/")
    return f"{LETTRES[collection]}/{id}/"
