"""One registry of rules: each file of rules is in it, each rule once, with its scope."""

from __future__ import annotations

from pkgutil import iter_modules

from clairevoie.validate import rules
from clairevoie.validate.rule import Scope
from clairevoie.validate.rules import rules_of


def test_no_file_of_rules_is_forgotten() -> None:
    heard = {rule.check.__module__.rpartition(".")[2] for rule in rules_of(*Scope)}
    assert heard == {module.name for module in iter_modules(rules.__path__)}


def test_each_rule_is_heard_once_under_one_scope() -> None:
    names = [rule.check.__name__ for rule in rules_of(*Scope)]
    assert len(names) == len(set(names))
    assert all(rules_of(scope) for scope in Scope)
