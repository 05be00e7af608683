"""A host without compression of its own may still send light pages: each text lies compressed beside itself."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli

from clairevoie.cli import main
from clairevoie.publish.gzipped import gzipped
from clairevoie.publish.precompress import precompress
from tests.aides.sites import AUJOURD_HUI
from tests.test_cli import _snapshot


def test_each_text_of_a_site_lies_compressed_beside_itself_and_is_the_same_once_opened(
    project: Path, small_site: Path
) -> None:
    command = ["construire", "--racine", str(project), "--date", AUJOURD_HUI.isoformat()]
    assert main([*command, "--precompresse"]) == 0
    made = _snapshot(project / "site")
    plain = {name: content for name, content in made.items() if not name.endswith((".br", ".gz"))}
    assert plain == _snapshot(small_site)
    assert {"index.html.br", "index.html.gz", "sitemap.xml.br", "assets/claire-voie.css.gz"} <= made.keys()
    for name in made.keys() - plain.keys():
        text = plain[name[:-3]]
        assert (brotli.decompress if name.endswith(".br") else gzip.decompress)(made[name]) == text
        assert len(made[name]) < len(text)
    assert not [name for name in made.keys() - plain.keys() if ".pf_" in name or ".woff2" in name]


def test_what_would_not_be_smaller_is_left_alone_and_the_rest_always_gives_the_same_bytes(
    tmp_path: Path,
) -> None:
    seen = []
    for name in ("un", "deux"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "court.txt").write_text("oui", encoding="utf-8")
        (folder / "long.txt").write_text("claire-voie " * 99, encoding="utf-8")
        (folder / "tout.jsonl").write_text('{"claire":"voie"}\n' * 30_000, encoding="utf-8")
        precompress(folder)
        seen.append(_snapshot(folder))
    assert seen[0] == seen[1]
    assert set(seen[0]) == {
        "court.txt",
        *(f"{name}{end}" for name in ("long.txt", "tout.jsonl") for end in ("", ".br", ".gz")),
    }


def test_the_header_says_neither_when_nor_where_nor_by_what_it_was_made() -> None:
    for content in (b"", b"claire-voie " * 9, bytes(range(256)) * 300):
        for level in (1, 7, 9):
            made = gzipped(content, level)
            assert made[:10] == bytes.fromhex("1f8b 08 00 00000000 00 ff")
            assert gzip.decompress(made) == content
