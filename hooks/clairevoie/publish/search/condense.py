"""The search index made light to fetch, and the same bytes each time, once Pagefind has written it.

An index is gzipped CBOR behind a fixed word. The meta file says where all the rest is, and `pagefind-entry.json`
where the meta file is. Pagefind as it comes writes the values of a facet in a random order, names each entry by a
hash that no compression shortens, and puts words found everywhere beside those that people ask for.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import cbor2

from clairevoie import shortcuts
from clairevoie.publish.gzipped import gzipped

_WORD = b"pagefind_dcd"
# Where the meta file keeps its entries, [name, words]; its files of words, [from, to, name]; its facets, [facet, name].
_ENTRIES, _WORDS, _FACETS = 1, 2, 3
_STEMS = """
a ai au aux avec c ca ce cet d dan de du elle en est et eu eux il j je jusqu l la le leur lorsqu lui m ma mais me mon n
ne nos notr nous on ont ou par pas plus pour puisqu qu que qui quoiqu s sa san se si son sont sur t ta te ton tu un une
vos votr vous y
"""
# What Pagefind makes of the words of `mots-vides.js`, which are never asked of it: most entries hold them.
SAYING_NOTHING = frozenset(_STEMS.split())
# Bytes from which a file of words is opened, and bytes of words, not yet compressed, that make a file of their own.
_HEAVY, _ENOUGH = 60_000, 60_000


def condense(index: Path) -> None:
    """Make an index that Pagefind has just written lighter; one that is not as we know it stays as it is."""
    with TemporaryDirectory(prefix=".leger-", dir=index.parent) as folder:
        light = Path(folder) / index.name
        shutil.copytree(index, light)
        try:
            _condense(light)
        except Exception:  # whatever an upgrade may have changed
            shortcuts.lose("pagefind")
            return
        shutil.rmtree(index)
        light.rename(index)


def _condense(index: Path) -> None:
    entry_path = index / "pagefind-entry.json"
    entry = json.loads(entry_path.read_text(encoding="utf-8"))
    for language in entry["languages"].values():
        meta_path = index / f"pagefind.{language['hash']}.pf_meta"
        meta = cbor2.loads(_read(meta_path))
        meta[_ENTRIES] = _by_rank(index / "fragment", meta[_ENTRIES])
        meta[_WORDS] = [light for file in meta[_WORDS] for light in _lightened(index / "index", *file)]
        meta[_FACETS] = [[facet, _ordered(index / "filter", name)] for facet, name in sorted(meta[_FACETS])]
        meta_path.unlink()
        language["hash"] = _write(index, "pagefind.fr_{}.pf_meta", 10, cbor2.dumps(meta))
    entry_path.write_text(json.dumps(entry, ensure_ascii=False), encoding="utf-8", newline="\n")


def _by_rank(folder: Path, entries: Iterable[tuple[str, int]]) -> list[list[str | int]]:
    """Name the entries by their rank, in a folder named by what they hold: no browser mixes two builds."""
    entries = list(entries)
    within = hashlib.sha256("".join(name for name, _ in entries).encode()).hexdigest()[:10]
    (folder / within).mkdir()
    names = {name: f"{within}/{rank:x}" for rank, (name, _) in enumerate(entries)}
    for old, new in names.items():
        os.rename(f"{folder}/{old}.pf_fragment", f"{folder}/{new}.pf_fragment")  # noqa: PTH104 - many thousands
    return [[names[name], _about(words)] for name, words in entries]


def _about(words: int) -> int:
    """A length to an eighth or so, which ranks as well and compresses better."""
    left_out = max(0, words.bit_length() - 3)
    return words >> left_out << left_out


def _lightened(folder: Path, start: str, end: str, name: str) -> Iterator[list[str]]:
    """A file of words, or if it is heavy several lighter ones, without those that say nothing."""
    path = folder / f"{name}.pf_index"
    if path.stat().st_size < _HEAVY:
        yield [start, end, name]
        return
    content = _read(path)
    path.unlink()
    pieces = list(_pieces((word, it) for word, it in _words(content) if word not in SAYING_NOTHING))
    for rank, piece in enumerate(pieces):
        encoded = b"".join((_head(1), _head(len(piece)), *piece.values()))
        first, last = start if rank == 0 else min(piece), end if rank == len(pieces) - 1 else max(piece)
        yield [first, last, _write(folder, "fr_{}.pf_index", 7, encoded)]


def _words(content: bytes) -> Iterator[tuple[str, bytes]]:
    """Each word of a file of words, a list in a list, and how it is encoded."""
    stream = BytesIO(content)
    decoder = cbor2.CBORDecoder(stream, read_size=1)  # reads no further than what it decodes
    start = _inside(content, _inside(content, 0))
    while start < len(content):
        stream.seek(start)
        word = decoder.decode()[0]
        yield word, content[start : stream.tell()]
        start = stream.tell()


def _pieces(words: Iterable[tuple[str, bytes]]) -> Iterator[dict[str, bytes]]:
    """Words and how each is encoded, in their order; a heavy one stands alone."""
    piece: dict[str, bytes] = {}
    size = 0
    for word, encoded in words:
        if piece and size + len(encoded) > _ENOUGH:
            yield piece
            piece, size = {}, 0
        piece[word] = encoded
        size += len(encoded)
    if piece:
        yield piece


def _inside(content: bytes, start: int) -> int:
    """Where the first value is of the list that starts there."""
    return start + 1 + {24: 1, 25: 2, 26: 4}.get(content[start] & 31, 0)


def _head(length: int) -> bytes:
    """How CBOR opens a list of so many values."""
    return cbor2.dumps([0] * length)[: -length or None]


def _ordered(folder: Path, name: str) -> str:
    """Put the values of one facet in order; gives the name of its new file."""
    path = folder / f"{name}.pf_filter"
    facet, values = cbor2.loads(_read(path))
    path.unlink()
    return _write(folder, "fr_{}.pf_filter", 7, cbor2.dumps([facet, sorted(values)]))


def _read(path: Path) -> bytes:
    content = gzip.decompress(path.read_bytes())
    if not content.startswith(_WORD):
        raise ValueError(path.name)
    return content[len(_WORD) :]


def _write(folder: Path, name: str, length: int, encoded: bytes) -> str:
    """Write a file under a name made of the hash of what it holds; gives `fr_<hash>`."""
    content = _WORD + encoded
    digest = hashlib.sha256(content).hexdigest()[:length]
    (folder / name.format(digest)).write_bytes(gzipped(content, level=7))
    return f"fr_{digest}"
