"""A name of the code says one thing: whoever looks for a class finds one."""

from __future__ import annotations

import ast
from collections import defaultdict

from tests.aides.sites import ROOT


def test_no_two_public_classes_have_the_same_name() -> None:
    found = defaultdict(list)
    for path in sorted((ROOT / "hooks").rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found[node.name].append(str(path.relative_to(ROOT)))
    assert {name: paths for name, paths in found.items() if len(paths) > 1} == {}
    assert len(found) > 100
