"""The search index as the same bytes each time: Pagefind writes the values of a facet in a random order.

An index is gzipped CBOR behind a fixed word. The meta file names the filter files by the hash of what they
hold, and `pagefind-entry.json` names the meta file likewise; so all three are written again, in order.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import cbor2

_WORD = b"pagefind_dcd"
# Where the meta file keeps its filters: a list of (name, hash of the file).
_FILTERS = 3


def put_in_order(index: Path) -> None:
    """Rewrite the filters of an index in the order of their names and values, and what names them."""
    entry_path = index / "pagefind-entry.json"
    entry = json.loads(entry_path.read_text(encoding="utf-8"))
    for language in entry["languages"].values():
        meta_path = index / f"pagefind.{language['hash']}.pf_meta"
        meta = _read(meta_path)
        meta[_FILTERS] = [[name, _ordered(index / "filter", held)] for name, held in sorted(meta[_FILTERS])]
        language["hash"] = _rewrite(meta_path, meta, "pagefind.fr_{}.pf_meta", 10)
    entry_path.write_text(json.dumps(entry, ensure_ascii=False), encoding="utf-8")


def _ordered(folder: Path, held: str) -> str:
    """Put the values of one filter in order; gives the hash under which it now stands."""
    path = folder / f"{held}.pf_filter"
    name, values = _read(path)
    return _rewrite(path, [name, sorted(values)], "fr_{}.pf_filter", 7)


def _read(path: Path) -> list[Any]:
    content = gzip.decompress(path.read_bytes()).removeprefix(_WORD)
    read: list[Any] = cbor2.loads(content)
    return read


def _rewrite(path: Path, content: list[Any], name: str, length: int) -> str:
    """Write `content` under a name made of its hash, in the place of `path`; gives `fr_<hash>`."""
    encoded = _WORD + cbor2.dumps(content)
    digest = hashlib.sha256(encoded).hexdigest()[:length]
    path.unlink()
    path.with_name(name.format(digest)).write_bytes(gzip.compress(encoded, mtime=0))
    return f"fr_{digest}"
