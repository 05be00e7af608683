"""The engine: the order says what is preferred, the whole phrase is read, a mistake in the rules is told at once."""

import re
from importlib import resources

import pytest

from clairevoie.model import phrases
from clairevoie.model.phrases.grammar import Grammar
from clairevoie.model.phrases.tokens import Words

RULES = """
# Un exemple.
repas   = plat / plat boisson / _prix
plat    = "soupe" / "soupe aux pois"   # le premier ne mène nulle part, parfois
boisson = MOT
_prix   = N "$" rabais?
rabais  = !"aucun" MOT+
"""
GRAMMAR = Grammar(RULES)


def first(phrase: str) -> str | None:
    node = next(GRAMMAR.readings("repas", Words.of(phrase)), None)
    return node and " ".join(f"{one.rule}={one.plain}" for one in node.nodes)


@pytest.mark.parametrize(
    ("phrase", "nodes"),
    [
        ("soupe", "plat=soupe"),
        ("SOUPE  aux pois", "plat=soupe aux pois"),
        ("soupe aux pois thé", "plat=soupe aux pois boisson=the"),
        ("soupe thé", "plat=soupe boisson=the"),
        ("soupe thé vert", None),
        ("3 $", "N=3"),
        ("3 $ net", "N=3 rabais=net"),
        ("3 $ aucun rabais", None),
        ("", None),
    ],
)
def test_the_first_choice_that_reads_the_whole_phrase_is_kept(phrase: str, nodes: str | None) -> None:
    assert first(phrase) == nodes


def test_the_other_choices_follow_in_their_order() -> None:
    grammar = Grammar("un = MOT N / deux / MOT MOT\ndeux = MOT N")
    kept = [[node.rule for node in one.nodes] for one in grammar.readings("un", Words.of("soupe 3"))]
    assert kept == [["MOT", "N"], ["deux"], ["MOT", "MOT"]]


def test_a_node_knows_the_words_typed() -> None:
    (node,) = GRAMMAR.readings("repas", Words.of("Soupe aux  pois Thé"))
    assert [one.texte for one in node.nodes] == ["Soupe aux  pois", "Thé"]
    assert (node.has("boisson"), node.has("rabais"), node.only("boisson").plain) == (True, False, "the")
    with pytest.raises(LookupError, match="rabais"):
        node.only("rabais")


@pytest.mark.parametrize("rules", ["a = b", 'a = ("x"', 'a = "x" )', "a = ?", "a = $"])
def test_a_mistake_in_the_rules_is_told_at_once(rules: str) -> None:
    with pytest.raises(ValueError, match="grammar: "):
        Grammar(rules)


def test_every_rule_of_the_specification_serves() -> None:
    text = re.sub(r'#.*|"[^"]*"', "", resources.files(phrases).joinpath("grammaire.txt").read_text("utf-8"))
    rules = re.findall(r"^([a-z_]+) +=", text, re.MULTILINE)
    used = re.findall(r"(?<![A-Za-z_])[a-z_]+(?![A-Za-z_]| *=)", text)
    assert len(rules) == len(set(rules)) > 100
    assert set(rules) - set(used) == {"echeance", "frequence_seule", "duree_seule"}
