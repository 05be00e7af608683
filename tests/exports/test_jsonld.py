"""The pages say what they are to programs: extruct and rdflib find in the HTML alone what the model says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from clairevoie.derive.impacts import bands
from clairevoie.exports.jsonld import script
from clairevoie.exports.vocabulaire import MOTS_DU_GRAPHE
from clairevoie.model.actions import Action, SousAction
from clairevoie.model.ancres import elements
from clairevoie.model.argent import Financement
from clairevoie.model.decisions import Decision
from clairevoie.model.evenements import Evenement
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import formes
from tests.aides.graphe_lu import ask, documents, graph
from tests.aides.sites import full_site
from tests.conftest import BASE

# rdflib says it of its own reader.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

_BREADCRUMB = re.compile(r'<nav class="fil".*?</nav>', re.DOTALL)
_STEP = re.compile(r'<li class="fil__etape">(?:<a href="([^"]*)">|<span[^>]*>)(.*?)<')


def _things(said: Any) -> Iterator[dict[str, Any]]:
    """Every object of a document, its context left out."""
    if isinstance(said, dict):
        yield said
        for key, value in said.items():
            if key != "@context":
                yield from _things(value)
    elif isinstance(said, list):
        for one in said:
            yield from _things(one)


def _address(adresse: str) -> str:
    path, diese, ancre = adresse.partition("#")
    return f"{path}/{diese}{ancre}"


def _actions(fiche: Fiche) -> Iterator[tuple[str, Action | SousAction]]:
    """The actions of a record and the parts of them that somebody does, by their addresses."""
    for element in elements(fiche):
        forme = element.forme
        led = isinstance(forme, SousAction) and (forme.est_conduite or forme.contribue_a)
        if element.ancre and (isinstance(forme, Action) or led):
            assert isinstance(forme, (Action, SousAction))
            yield f"{fiche.adresse}/#{element.ancre}", forme


def test_what_stands_in_a_page_cannot_end_its_element() -> None:
    said = script([{"schema:name": "</script><script>alert(1)</script>"}], BASE)
    assert said.count("<") == 2
    assert json.loads(said[said.index("{") : said.rindex("}") + 1])["@graph"] == [
        {"schema:name": "</script><script>alert(1)</script>"}
    ]


def test_every_page_of_a_record_says_one_graph_that_needs_no_network(built_site: Path) -> None:
    found = documents(built_site)
    for fiche in full_site().jeu:
        (said,) = found[f"{fiche.adresse}/index.html"]
        assert all(isinstance(value, str) for value in said["@context"].values())
        assert said["@context"]["@base"] == BASE
        assert said["@graph"][0]["@id"] == f"{fiche.adresse}/"
        assert said["@graph"][0]["schema:name"] == fiche.intitule


def test_a_withdrawn_record_says_nothing(built_site: Path) -> None:
    withdrawn = full_site().retirees
    assert withdrawn
    assert all(documents(built_site)[f"{fiche.adresse}/index.html"] == [] for fiche in withdrawn)
    said = json.dumps([one for found in documents(built_site).values() for one in found])
    assert not any(f"{fiche.adresse}/" in said for fiche in withdrawn)


def test_nothing_is_said_in_vain(built_site: Path) -> None:
    for page, said in documents(built_site).items():
        for thing in _things(said):
            empty = [key for key, value in thing.items() if value in ("", [], {}, None)]
            assert [key for key in empty if (key, thing[key]) != ("@id", "")] == [], page
            kind = thing.get("@type", ())
            if "#" in thing.get("@id", "") and kind and "cv:Budget" not in kind:
                assert thing["schema:name"], page


def test_each_action_has_the_decisions_that_the_facts_name_or_none(built_site: Path) -> None:
    expected: dict[str, set[str]] = {}
    for fiche in full_site().jeu:
        for adresse, forme in _actions(fiche):
            named = {_address(entry.decision) for entry in forme.suivi if entry.decision}
            expected.setdefault(adresse, set()).update(named)
    for evenement in full_site().jeu.evenements.values():
        for element in elements(evenement):
            for objet in element.forme.objets if isinstance(element.forme, Decision) else ():
                if _address(objet) in expected:
                    expected[_address(objet)].add(f"{evenement.adresse}/#{element.ancre}")
    found: dict[str, set[str]] = {}
    for action, decision in ask(
        built_site,
        """SELECT ?action ?decision WHERE {
             ?action a schema:Action . FILTER(isIRI(?action))
             OPTIONAL { ?action prov:wasInfluencedBy ?decision . ?meeting prov:generated ?decision }
           }""",
    ):
        found.setdefault(str(action), set()).update([decision] if decision else [])
    assert found == expected
    assert any(found.values())
    assert not all(found.values())


def test_the_page_of_a_plan_alone_tells_which_meeting_decided(built_site: Path) -> None:
    (said,) = documents(built_site)["plans/plan-de-quartier-2026-2028/index.html"]
    decided = {
        thing["@id"]: [one["@id"] for one in thing["prov:wasInfluencedBy"]]
        for thing in _things(said)
        if "prov:wasInfluencedBy" in thing
    }
    assert decided == {
        "plans/plan-de-quartier-2026-2028/": ["evenements/rencontre-2026-03-12/#decision-2"],
        "plans/plan-de-quartier-2026-2028/#action-1-1-1": ["evenements/rencontre-2026-03-12/#decision-1"],
    }


def test_the_thread_goes_from_a_meeting_to_what_changed(built_site: Path) -> None:
    found = ask(
        built_site,
        """SELECT DISTINCT ?meeting ?decision ?action ?project ?funder ?words WHERE {
             ?meeting prov:generated ?decision .
             ?action prov:wasInfluencedBy ?decision ; a schema:Action ; cv:realiseePar ?project .
             ?project cv:argent+/schema:funder ?funder ; cv:aChange/schema:name ?words .
           }""",
    )
    assert (
        "evenements/rencontre-2026-03-12/#decision-1",
        "plans/plan-de-quartier-2026-2028/#action-1-1-1",
        "projets/cuisine-collective/",
    ) in {row[1:4] for row in found}


def test_what_is_hoped_for_and_what_was_observed_are_kept_apart(built_site: Path) -> None:
    expected: dict[str, set[str]] = {"souhaite": set(), "observe": set()}
    for fiche in full_site().jeu:
        for maillon in (one for bande in bands(fiche) for one in bande.tous() if one.sorte != "action"):
            assert not isinstance(maillon.forme, Action)
            expected[maillon.sorte].add(maillon.forme.texte)
    hoped = {row[0] for row in ask(built_site, "SELECT ?w { ?e a cv:EffetSouhaite ; schema:name ?w }")}
    seen = {row[0] for row in ask(built_site, "SELECT ?w { ?e a cv:ImpactObserve ; schema:name ?w }")}
    assert (hoped, seen) == (expected["souhaite"], expected["observe"])
    assert hoped
    assert seen
    both = ask(built_site, "SELECT ?e { ?e a cv:EffetSouhaite , cv:ImpactObserve }")
    reached = ask(built_site, "SELECT ?e { { ?x cv:aChange ?e . ?e a cv:EffetSouhaite } UNION "
                              "{ ?x cv:veutChanger ?e . ?e a cv:ImpactObserve } }")  # fmt: skip
    assert [*both, *reached] == []


def test_only_what_is_given_and_granted_is_a_grant(built_site: Path) -> None:
    granted = {
        (fiche.adresse, str(one.organisme), one.montant)
        for fiche in full_site().jeu
        for _, one in formes(fiche, kinds=(Financement,))
        if isinstance(one, Financement)
        and one.statut in ("confirme", "recu")
        and one.type in ("subvention", "contribution", "don")
        and one.organisme
        and one.montant is not None
        and not one.rattache_a
    }
    found = ask(
        built_site,
        """SELECT ?item ?funder ?value { ?g a schema:MonetaryGrant ; schema:funder ?funder ;
             schema:fundedItem ?item ; schema:amount/schema:value ?value }""",
    )
    told = {(str(a).partition("/#")[0].rstrip("/"), str(b).split("/")[1], float(str(v))) for a, b, v in found}
    assert told == {(adresse, organisme, float(montant or 0)) for adresse, organisme, montant in granted}
    wished = ask(built_site, 'SELECT ?g { ?g a schema:MonetaryGrant ; cv:statut "demandé"@fr }')
    assert list(wished) == []


def test_a_breadcrumb_is_the_one_that_people_read(built_site: Path) -> None:
    pages = 0
    for page, said in documents(built_site).items():
        shown = _BREADCRUMB.search((built_site / page).read_text(encoding="utf-8"))
        (*_, trail) = said[0]["@graph"] if said else [{}]
        if shown is None or 'http-equiv="refresh"' in shown[0] or not said:
            continue
        pages += 1
        steps = trail["schema:itemListElement"]
        assert [one["schema:position"] for one in steps] == [*range(1, len(steps) + 1)]
        assert len(steps) == len(_STEP.findall(shown[0]))
        for one, (href, _) in zip(steps, _STEP.findall(shown[0]), strict=True):
            led = (built_site / page).parent / href
            assert led.resolve() == (built_site / one["schema:item"]["@id"]).resolve(), page
    assert pages > len([*full_site().jeu])


def test_the_data_are_offered_as_files_that_exist(built_site: Path) -> None:
    ((said,),) = (documents(built_site)["donnees/index.html"],)
    (dataset,) = said["@graph"]
    assert dataset["@type"] == "schema:Dataset"
    assert dataset["schema:license"]["@id"].startswith("https://creativecommons.org/")
    files = [one["schema:contentUrl"]["@id"] for one in dataset["schema:distribution"]]
    assert len(files) > 3
    assert [name for name in files if not (built_site / name).is_file()] == []


def test_every_word_of_its_own_is_explained_where_it_leads(built_site: Path) -> None:
    own = f"{BASE}donnees/#"
    met = {
        str(term).removeprefix(own)
        for triple in graph(built_site)
        for term in triple
        if str(term).startswith(own)
    }
    assert met <= {mot.nom for mot in MOTS_DU_GRAPHE}
    page = (built_site / "donnees/index.html").read_text(encoding="utf-8")
    assert [mot.nom for mot in MOTS_DU_GRAPHE if f'id="{mot.nom}"' not in page] == []


@pytest.mark.parametrize(
    ("term", "kind"),
    [("prov:generated", Evenement), ("org:subOrganizationOf", None), ("org:hasMember", None)],
)
def test_the_links_of_prov_and_org_lead_to_things_of_the_site(
    built_site: Path, term: str, kind: type[Fiche] | None
) -> None:
    found = list(ask(built_site, f"SELECT ?a ?b {{ ?a {term} ?b }}"))
    assert found
    for ends in found:
        fiches = [full_site().jeu.fiche(str(one).replace("/#", "#").rstrip("/")) for one in ends]
        assert all(fiches), ends
        assert kind is None or isinstance(fiches[0], kind)
