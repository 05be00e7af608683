"""The line of a record: its versions one after the other, through its addresses, and those that may be told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from clairevoie.model.fiche import Fiche
from clairevoie.model.versions import Version


def line(fiche: Fiche, versions: Mapping[str, Sequence[Version]]) -> tuple[Sequence[Version], Sequence[str]]:
    """Every version of a record, those of its old addresses first; and these addresses."""
    chain = list(versions.get(fiche.adresse, ()))
    left = [old for old in fiche.anciennes_adresses if old.startswith(f"{fiche.collection}/")]
    followed: list[str] = []
    while chain:
        ended = {old: last for old in left if (last := _ended(versions.get(old, ()), chain[0])) is not None}
        if not ended:
            break
        old = max(ended, key=lambda adresse: ended[adresse])
        chain = [*(one for one in versions[old] if one.rang < ended[old]), *chain]
        left.remove(old)
        followed.append(old)
    return chain, followed


def _ended(versions: Sequence[Version], first: Version) -> int | None:
    """When a file went away, if that was not after another one came."""
    gone = versions[-1] if versions and versions[-1].etat == "absente" else None
    return gone.rang if gone is not None and gone.rang <= first.rang and not first.coupe else None


def since_published(chain: Sequence[Version]) -> list[Version]:
    """The versions read since the record was published for the last time, until now."""
    found: list[Version] = []
    for version in reversed(chain):
        if version.etat == "absente" or (version.fiche is not None and not version.fiche.est_publiee):
            break
        if version.fiche is not None:
            found.append(version)
    return found[::-1]


def is_public(version: Version) -> bool:
    """Whether anyone could read that version on the site."""
    return version.fiche is not None and version.fiche.est_publiee
