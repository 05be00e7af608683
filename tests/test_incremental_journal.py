"""The journal is worked out once: with the same files and the same commits, nothing is read again."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from clairevoie import incremental_journal
from clairevoie.derive.journal.chapters import Journal, chapter
from clairevoie.incremental_journal import journal_of, own_history
from clairevoie.read.history import History, read_history
from tests.aides.depots import PLAN, Depot
from tests.aides.stories import DEPART, verdict, write

AMI = 'nom: "Ami"\npublication: publie\nsources: [{document: rapport, repere: "Page 1"}]\n'

# What another community types: a few ids of what was there, and other facts.
AUTRE = {
    **{name: text.replace("uartier", "uai") for name, text in DEPART.items() if "demarches/" not in name},
    "organismes/maison-de-quai.yml": DEPART["organismes/maison-de-quartier.yml"],
    "demarches/quai.yml": DEPART["demarches/quartier.yml"].replace("uartier", "uai"),
}


def _journal(depot: Depot, seals: dict[str, bytes], cache_dir: Path | None) -> Journal:
    jeu = verdict(depot.folder, {}).jeu
    assert jeu is not None
    return journal_of(depot.data, jeu, read_history(depot.data), seals, cache_dir)


def test_what_is_remembered_is_what_would_be_worked_out(tmp_path: Path) -> None:
    depot, cache_dir, seals = (
        Depot(tmp_path / "a", {"plans/plan.yml": PLAN}),
        tmp_path / "memoire",
        {"plans/plan": b"1"},
    )
    first = _journal(depot, seals, cache_dir)
    depot.commit("2026-02-01", {"plans/plan.yml": PLAN.replace("Printemps", "Automne")})
    second = _journal(depot, {"plans/plan": b"2"}, cache_dir)
    assert second == _journal(depot, {"plans/plan": b"2"}, cache_dir) == _journal(depot, seals, None)
    assert len(second.etapes) == len(first.etapes) + 1


def test_nothing_is_read_again_when_nothing_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    depot, cache_dir = Depot(tmp_path / "a", {"plans/plan.yml": PLAN}), tmp_path / "memoire"
    depot.commit("2026-02-01", {"plans/plan.yml": PLAN.replace("Printemps", "Automne")})
    told = _journal(depot, {}, cache_dir)
    monkeypatch.setattr(incremental_journal, "chapter", None)
    assert _journal(depot, {}, cache_dir) == told


def test_only_the_record_that_changed_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    depot, cache_dir = (
        Depot(tmp_path / "a", {"plans/plan.yml": PLAN, "plans/autre.yml": PLAN}),
        tmp_path / "memoire",
    )
    for name in ("plan", "autre"):
        depot.commit("2026-02-01", {f"plans/{name}.yml": PLAN.replace("Printemps", "Automne")})
    _journal(depot, {}, cache_dir)
    depot.commit("2026-03-01", {"plans/plan.yml": PLAN})
    whole = _journal(depot, {}, None)
    read: list[str] = []
    monkeypatch.setattr(
        incremental_journal, "chapter", lambda adresse, *rest: read.append(adresse) or chapter(adresse, *rest)
    )
    assert _journal(depot, {}, cache_dir) == whole
    assert read == ["plans/plan"]


def test_a_record_that_was_withdrawn_leaves_what_was_remembered_of_the_others(tmp_path: Path) -> None:
    depot, cache_dir = (
        Depot(tmp_path / "a", {"plans/plan.yml": PLAN, "organismes/ami.yml": AMI}),
        tmp_path / "memoire",
    )
    depot.commit("2026-02-01", {"plans/plan.yml": PLAN.replace("maison-de-quartier", "ami")})
    depot.commit("2026-03-01", {"plans/plan.yml": PLAN})
    assert "organismes/ami" in repr(_journal(depot, {}, cache_dir).par_fiche["plans/plan"])
    gone = AMI.replace("publie", "retire") + 'retrait: {date: "2026-04-01", motif: "Demande"}\n'
    write(depot.folder, {"organismes/ami.yml": gone})
    assert "organismes/ami" not in repr(_journal(depot, {"organismes/ami": b"2"}, cache_dir))


def test_an_element_that_went_away_leaves_what_was_remembered_of_the_others(tmp_path: Path) -> None:
    other = PLAN.replace(
        "actions:", "objectifs:\n  - {numero: '9', texte: But, voir_aussi: [plans/plan#X]}\nactions:"
    )
    two = PLAN.replace("sources", '  - {numero: "1.2", texte: "Planter."}\nsources')
    depot, cache_dir = (
        Depot(tmp_path / "a", {"plans/plan.yml": two, "plans/autre.yml": other.replace("X", "action-1-1")}),
        tmp_path / "memoire",
    )
    depot.commit("2026-02-01", {"plans/autre.yml": other.replace("X", "action-1-2")})
    assert "plan#action-1-1" in repr(_journal(depot, {}, cache_dir).par_fiche["plans/autre"])
    write(depot.folder, {"plans/plan.yml": two.replace('"1.1"', '"1.3"')})
    assert "plan#action-1-1" not in repr(_journal(depot, {"plans/plan": b"2"}, cache_dir))


def _own(depot: Depot) -> History:
    jeu = verdict(depot.folder, {}).jeu
    assert jeu is not None
    addresses = [
        path.relative_to(depot.data).with_suffix("").as_posix() for path in depot.data.rglob("*.yml")
    ]
    return own_history(read_history(depot.data), jeu, addresses)


def _crowd(count: int) -> dict[str, str]:
    return {f"enjeux/enjeu-{n}.yml": f"nom: Enjeu {n}\npublication: publie\n" for n in range(count)}


def _replaced(tmp_path: Path) -> Depot:
    """A repository whose data were replaced by those of another community on 1 March."""
    depot = Depot(tmp_path, _crowd(60))
    depot.commit("2026-02-01", {"enjeux/enjeu-1.yml": "nom: Autre\npublication: publie\n"})
    gone = {path.relative_to(depot.data).as_posix(): None for path in depot.data.rglob("*.yml")}
    depot.commit("2026-03-01", {**gone, **AUTRE})
    return depot


def test_a_folder_that_took_the_place_of_another_one_tells_nothing_of_it(tmp_path: Path) -> None:
    depot = _replaced(tmp_path)
    changed = AUTRE["demarches/quai.yml"].replace("Un quai", "Un beau quai")
    assert changed != AUTRE["demarches/quai.yml"]
    depot.commit("2026-03-02", {"demarches/quai.yml": changed})
    found = _own(depot)
    assert set(found.added) == set(AUTRE)
    assert set(found.added.values()) == {date(2026, 3, 1)}
    assert found.changed["demarches/quai.yml"] == date(2026, 3, 2)
    jeu = verdict(depot.folder, {}).jeu
    assert jeu is not None
    told = journal_of(depot.data, jeu, found, {})
    assert told.departs == ()
    kinds = {(one.adresse, one.genre) for one in told.etapes}
    assert ("comites/table-de-quartier", "ajoutee") in kinds
    assert {genre for adresse, genre in kinds if adresse != "demarches/quai"} == {"ajoutee"}


def test_a_folder_replaced_before_it_is_committed_has_no_history(tmp_path: Path) -> None:
    depot = Depot(tmp_path, _crowd(60))
    for path in depot.data.rglob("*.yml"):
        path.unlink()
    write(depot.folder, AUTRE)
    assert _own(depot) == History()


def test_records_that_left_together_and_came_back_never_left(tmp_path: Path) -> None:
    depot = Depot(tmp_path, _crowd(60))
    typed = {path.relative_to(depot.data).as_posix(): path.read_bytes() for path in depot.data.rglob("*.yml")}
    depot.commit("2026-02-01", dict.fromkeys(typed))
    depot.commit("2026-02-02", typed)
    assert _own(depot) == read_history(depot.data)


def test_records_renamed_together_are_still_the_same(tmp_path: Path) -> None:
    depot = Depot(tmp_path, _crowd(60))
    renamed = {
        f"enjeux/sujet-{n}.yml": f"nom: Enjeu {n}\npublication: publie\nanciennes_adresses: [enjeux/enjeu-{n}]\n"
        for n in range(60)
    }
    depot.commit("2026-02-01", {**dict.fromkeys(_crowd(60)), **renamed})
    assert _own(depot) == read_history(depot.data)


def test_every_kind_of_fact_comes_back_from_the_cache_as_it_was(tmp_path: Path) -> None:
    more = '  - {numero: "1.2", texte: "Planter.", echeances: "Printemps 2026"}\nsources'
    depot = Depot(tmp_path / "a", {"plans/plan.yml": PLAN.replace("sources", more)})
    note = 'notes: [{nature: mise_a_jour, champ: action-1-1.echeances, texte: "Le local est en travaux."}]\n'
    changed = PLAN.replace("Printemps", "Automne").replace("maison-de-quartier", "ami") + note
    depot.commit("2026-02-01", {"plans/plan.yml": changed + "etat_au: 2026-01\n", "organismes/ami.yml": AMI})
    told, cache_dir = _journal(depot, {}, None), tmp_path / "memoire"
    assert {"adresse", "element", "moment", "jour"} <= {
        dit.sorte
        for etape in told.etapes
        for fait in etape.faits
        for dit in (*fait.avant, *fait.apres, *fait.objet)
    }
    assert any(etape.notes for etape in told.etapes)
    assert _journal(depot, {}, cache_dir) == told
    again = _journal(depot, {}, cache_dir)
    assert again == told
    assert repr(again) == repr(told)
