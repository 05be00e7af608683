"""A published address vanishes in no silence, and is never given to something else: what was done, what comes back."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from clairevoie.build import check
from clairevoie.ledger import Situation, check_ledger, redirections
from clairevoie.model import Jeu
from clairevoie.read.ledger import ledger_path, parse, read_ledger
from tests.aides.depots import PLAN
from tests.aides.git import git
from tests.aides.registre import CODES, begin, change, note, sentences, situation, told
from tests.aides.stories import DEPART, ON

TABLE, UN_PLAN = "comites/table-de-quartier.yml", "plans/plan-2026.yml"
FILES = {**DEPART, UN_PLAN: PLAN}
RETRAIT = 'retrait: {date: "2026-01-15", motif: "…"}'
REGISTRE = "data/_registre/adresses.txt"
SECOND = """\
  - numero: "1.2"
    texte: "Planter un jardin de fleurs."
    responsables: [{organisme: maison-de-quartier}]
"""
JARDIN = PLAN.replace("sources:", SECOND + "sources:")


def _line(folder: Path, address: str) -> int:
    lines = ledger_path(folder / "data").read_text(encoding="utf-8").splitlines()
    return next(rank for rank, line in enumerate(lines, 1) if line.startswith(f"{address} "))


def test_the_same_facts_say_nothing(tmp_path: Path) -> None:
    begin(tmp_path, FILES)
    assert sentences(tmp_path, {}) == []


def test_without_a_ledger_nothing_is_said(tmp_path: Path) -> None:
    change(tmp_path, FILES)
    assert sentences(tmp_path, {TABLE: None}) == []


def test_a_record_that_is_gone_is_told_with_what_brings_it_back(tmp_path: Path) -> None:
    begin(tmp_path, FILES)
    assert sentences(tmp_path, {TABLE: None}) == [
        f"ERREUR {REGISTRE}:{_line(tmp_path, 'comites/table-de-quartier')}:1 [ID-06]\n"
        "  L'adresse /comites/table-de-quartier/ a été publiée, et ne mènerait plus à rien.\n"
        "  Pour corriger : si la fiche a un autre nom de fichier, ajoutez-y anciennes_adresses: "
        "[comites/table-de-quartier]; si elle n'existe plus, remettez data/comites/table-de-quartier.yml, avec "
        f"publication: retire et {RETRAIT}."
    ]


def test_a_renamed_record_is_found_and_its_two_lines_are_given(tmp_path: Path) -> None:
    begin(tmp_path, FILES)
    lost, new = told(tmp_path, {TABLE: None, "comites/table.yml": DEPART[TABLE]})
    assert (
        "si c'est maintenant comites/table, ajoutez dans data/comites/table.yml : "
        "anciennes_adresses: [comites/table-de-quartier]"
    ) in lost.remedy
    assert (lost.code, new.code) == ("ID-06", "ID-17")
    note(tmp_path, *new.remedy.splitlines()[1:])
    typed = DEPART[TABLE] + "anciennes_adresses: [comites/table-de-quartier]\n"
    assert [one.code for one in told(tmp_path, {"comites/table.yml": typed})] == ["ID-19"]


def test_the_anchors_of_a_renamed_plan_stand_with_it(tmp_path: Path) -> None:
    begin(tmp_path, FILES)
    moved = PLAN + "anciennes_adresses: [plans/plan-2026]\n"
    (new,) = told(tmp_path, {UN_PLAN: None, "plans/plan-du-quartier.yml": moved})
    assert new.remedy.splitlines()[1:] == [next(one for one in new.remedy.splitlines() if "~" in one)]
    assert new.remedy.splitlines()[1].startswith("plans/plan-du-quartier ~")


def test_a_record_made_a_draft_again_is_told(tmp_path: Path) -> None:
    begin(tmp_path, FILES)
    (lost,) = told(tmp_path, {TABLE: DEPART[TABLE].replace("publie\n", "brouillon\n")})
    assert lost.remedy == (
        "remettez publication: publie dans data/comites/table-de-quartier.yml, ou retirez la fiche : "
        f"publication: retire, et {RETRAIT}."
    )


def test_a_withdrawn_record_and_its_elements_have_their_page(tmp_path: Path) -> None:
    begin(tmp_path, FILES)
    gone = PLAN.replace("publication: publie", f"publication: retire\n{RETRAIT}")
    assert sentences(tmp_path, {UN_PLAN: gone}) == []


def test_an_action_that_is_gone_is_told_with_what_brings_its_anchor_back(tmp_path: Path) -> None:
    begin(tmp_path, {**FILES, UN_PLAN: JARDIN})
    gone = 'elements_retires: [{ancienne_ancre: action-1-2, date: "2026-01-15", motif: "…"}]'
    assert sentences(tmp_path, {UN_PLAN: PLAN}) == [
        f"ERREUR {REGISTRE}:{_line(tmp_path, 'plans/plan-2026#action-1-2')}:1 [ID-06]\n"
        "  L'adresse /plans/plan-2026/#action-1-2 a été publiée, et ne mènerait plus à rien.\n"
        "  Pour corriger : si son ancre a changé, ajoutez dans data/plans/plan-2026.yml : anciennes_ancres: "
        f"{{action-1-2: …}}; si l'élément a été retiré, ajoutez-y {gone}."
    ]
    assert sentences(tmp_path, {UN_PLAN: PLAN + gone + "\n"}) == []


def test_a_renumbered_action_is_found_and_its_line_is_given(tmp_path: Path) -> None:
    begin(tmp_path, {**FILES, UN_PLAN: JARDIN})
    renumbered = JARDIN.replace('"1.2"', '"1.5"')
    lost, new = told(tmp_path, {UN_PLAN: renumbered})
    assert lost.remedy.startswith(
        "si c'est maintenant #action-1-5, ajoutez dans data/plans/plan-2026.yml : "
        "anciennes_ancres: {action-1-2: action-1-5}; "
    )
    note(tmp_path, *new.remedy.splitlines()[1:])
    kept = renumbered + "anciennes_ancres: {action-1-2: action-1-5}\n"
    assert [one.code for one in told(tmp_path, {UN_PLAN: kept})] == ["ID-19"]


def test_an_action_that_went_to_another_record_is_found_there(tmp_path: Path) -> None:
    begin(tmp_path, {**FILES, UN_PLAN: JARDIN})
    other = PLAN.replace("2026", "2027").replace("Ouvrir une cuisine", "Planter un jardin de fleurs")
    lost, _ = told(tmp_path, {UN_PLAN: PLAN, "plans/plan-2027.yml": other})
    assert "anciennes_ancres: {action-1-2: plans/plan-2027#action-1-1}" in lost.remedy


def test_a_number_given_to_another_action_is_told_at_that_action(tmp_path: Path) -> None:
    begin(tmp_path, {**FILES, UN_PLAN: JARDIN})
    first = JARDIN.replace('"1.2"', '"1.3"').replace('"1.1"', '"1.2"').replace('"1.3"', '"1.1"')
    swapped = told(tmp_path, {UN_PLAN: first})
    assert [(one.file, one.code) for one in swapped] == [("data/plans/plan-2026.yml", "ID-07")] * 2
    assert swapped[0].fault == "L'adresse /plans/plan-2026/#action-1-2 a été publiée pour autre chose."
    assert swapped[0].remedy == (
        "ce qu'elle désigne est maintenant à #action-1-1 : donnez-lui id: action-1-2 (son numéro reste), et à "
        "celui-ci un autre id, par exemple id: action-1-2-2026."
    )
    kept = first.replace('numero: "1.2"', 'numero: "1.2"\n    id: action-1-1')
    kept = kept.replace('numero: "1.1"', 'numero: "1.1"\n    id: action-1-2')
    assert sentences(tmp_path, {UN_PLAN: kept}) == []


def test_a_number_given_to_another_action_of_a_plan_that_moved_is_told(tmp_path: Path) -> None:
    begin(tmp_path, {**FILES, UN_PLAN: JARDIN})
    moved = JARDIN + "anciennes_adresses: [plans/plan-2026]\n"
    swapped = moved.replace('"1.2"', '"1.3"').replace('"1.1"', '"1.2"').replace('"1.3"', '"1.1"')
    codes = [one.code for one in told(tmp_path, {UN_PLAN: None, "plans/plan-du-quartier.yml": swapped})]
    assert codes == ["ID-07", "ID-07", "ID-17"]


def test_an_action_said_otherwise_is_the_same_and_another_is_told(tmp_path: Path) -> None:
    begin(tmp_path, {**FILES, UN_PLAN: JARDIN})
    reworded = JARDIN.replace("Planter un jardin de fleurs.", "Planter un jardin de fleurs et de légumes.")
    assert [one.code for one in told(tmp_path, {UN_PLAN: reworded}) if one.is_error] == []
    (other,) = told(
        tmp_path, {UN_PLAN: JARDIN.replace("Planter un jardin de fleurs.", "Publier le journal.")}
    )
    assert other.code == "ID-07"
    line = other.remedy.partition("« ")[2].partition(" »")[0]
    note(tmp_path, line)
    assert [one.code for one in told(tmp_path, {}) if one.is_error] == []


def test_a_name_that_changed_is_told_until_somebody_says_it_is_the_same(tmp_path: Path) -> None:
    begin(tmp_path, FILES)
    renamed = DEPART[TABLE].replace("Table de quartier", "Forum citoyen")
    (other,) = told(tmp_path, {TABLE: renamed})
    assert (other.code, other.file) == ("ID-07", f"data/{TABLE}")
    assert other.fault == "L'adresse /comites/table-de-quartier/ a été publiée pour autre chose."
    said = renamed + 'anciens_noms: [{nom: "Table de quartier"}]\n'
    assert [one.code for one in told(tmp_path, {TABLE: said}) if one.is_error] == []


def test_two_records_that_trade_their_files_are_told(tmp_path: Path) -> None:
    files = {**FILES, "comites/rive.yml": DEPART[TABLE].replace("Table de quartier", "Cercle de la rive")}
    begin(tmp_path, files)
    traded = told(tmp_path, {TABLE: files["comites/rive.yml"], "comites/rive.yml": files[TABLE]})
    assert [one.code for one in traded] == ["ID-07", "ID-07"]


def test_a_file_that_another_record_shows_is_told(tmp_path: Path) -> None:
    shown = 'images: [{fichier: affiche.png, texte_alternatif: "Une affiche"}]\n'
    begin(tmp_path, {**FILES, TABLE: DEPART[TABLE] + shown})
    (other,) = told(tmp_path, {TABLE: DEPART[TABLE], UN_PLAN: PLAN + shown})
    assert other.fault == (
        "Le fichier /fichiers/affiche.png a été publié pour comites/table-de-quartier, et une autre fiche le montre."
    )
    assert other.remedy == "donnez un autre nom au fichier de plans/plan-2026."


def test_a_file_that_is_shown_no_more_leads_to_its_record(tmp_path: Path) -> None:
    shown = 'images: [{fichier: affiche.png, texte_alternatif: "Une affiche"}]\n'
    data = begin(tmp_path, {**FILES, TABLE: DEPART[TABLE] + shown})
    assert sentences(tmp_path, {TABLE: DEPART[TABLE]}) == []
    (moved,) = redirections(situation(data), read_ledger(data))
    assert (moved.ancienne, moved.vers) == ("fichiers/affiche.png", "comites/table-de-quartier")


def test_a_written_page_leads_to_the_one_that_says_so() -> None:
    ledger = parse(b"a-propos page\n")
    gone = Situation(Jeu.of([]))
    (lost,) = check_ledger(gone, ledger, {}, ON)
    assert (lost.code, lost.fault) == (
        "ID-06",
        "L'adresse /a-propos/ a été publiée, et ne mènerait plus à rien.",
    )
    assert lost.remedy == (
        "inscrivez anciennes_adresses: [a-propos] en tête de la page de content/ qui la remplace."
    )
    moved = Situation(Jeu.of([]), frozenset({"nous"}), {"a-propos": "nous"})
    assert [one.code for one in check_ledger(moved, ledger, {}, ON)] == ["ID-17"]
    assert [(one.ancienne, one.vers) for one in redirections(moved, ledger)] == [("a-propos", "nous")]


def test_a_folder_of_other_facts_is_told_once(tmp_path: Path) -> None:
    begin(tmp_path, FILES)
    others = dict.fromkeys(FILES) | {"territoires/ailleurs.yml": "nom: Ailleurs\npublication: publie\n"}
    (only,) = told(tmp_path, others)
    assert only.remedy == (
        f"si ces fiches sont celles d'une autre communauté, supprimez {REGISTRE} : il sera recommencé."
    )


def test_another_community_that_began_its_own_ledger_owes_nothing_to_the_one_published_before(
    tmp_path: Path,
) -> None:
    begin(tmp_path, FILES)
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "La première communauté")
    others = dict.fromkeys(FILES) | {"territoires/ailleurs.yml": "nom: Ailleurs\npublication: publie\n"}
    begin(tmp_path, others)
    assert sentences(tmp_path, {}) == []
    begin(tmp_path, FILES | {"territoires/ailleurs.yml": None})
    ledger = ledger_path(tmp_path / "data")
    kept = [line for line in ledger.read_text(encoding="utf-8").splitlines() if "demarches/" not in line]
    ledger.write_text("".join(f"{line}\n" for line in kept), encoding="utf-8")
    assert [one.split("[")[1][:5] for one in sentences(tmp_path, {})] == ["ID-18"]


def test_a_draft_never_enters(tmp_path: Path) -> None:
    begin(tmp_path, {**FILES, TABLE: DEPART[TABLE].replace("publie\n", "brouillon\n")})
    assert "table-de-quartier" not in ledger_path(tmp_path / "data").read_text(encoding="utf-8")


def test_nothing_of_a_seat_nor_of_a_name_enters(tmp_path: Path) -> None:
    named = "organisme: maison-de-quartier, nom: Personne Fictive, base_publication: {type: fonction}"
    begin(tmp_path, FILES)
    before = ledger_path(tmp_path / "data").read_bytes()
    begin(tmp_path, {TABLE: f"{DEPART[TABLE]}membres: [{{{named}}}]\n"})
    assert ledger_path(tmp_path / "data").read_bytes() == before


def test_the_addresses_that_are_new_are_given_ready_to_paste(tmp_path: Path) -> None:
    begin(tmp_path, DEPART)
    (new,) = told(tmp_path, {UN_PLAN: PLAN})
    head, *lines = str(new).splitlines()
    assert head == f"AVERTISSEMENT {REGISTRE} [ID-17]"
    assert lines[0] == "  2 adresses ne sont pas encore au registre."
    assert lines[1] == (
        f"  Pour corriger : lancez « clairevoie construire » et enregistrez {REGISTRE} avec le reste, ou ajoutez-y :"
    )
    note(tmp_path, *lines[2:])
    assert [one.code for one in told(tmp_path, {})] in ([], ["ID-19"])


class _Published:
    """A folder of facts whose ledger was published: committed."""

    def __init__(self, folder: Path, files: Mapping[str, str]) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        self.data = begin(folder, files)
        git(folder, "init", "--quiet", "--initial-branch=main")
        self.commit()

    def commit(self) -> None:
        git(self.folder, "add", "--all")
        git(self.folder, "commit", "--quiet", "--message", "essai")


def test_a_line_taken_away_is_asked_back(tmp_path: Path) -> None:
    depot = _Published(tmp_path / "site", FILES)
    path = ledger_path(depot.data)
    kept = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("plans/")]
    path.write_text("\n".join(kept) + "\n", encoding="utf-8")
    (lost, *_) = told(depot.folder, {UN_PLAN: None})
    assert (lost.code, lost.fault) == ("ID-18", "2 lignes publiées ne sont plus dans le registre.")
    assert [line.partition(" ")[0] for line in lost.remedy.splitlines()[1:]] == [
        "plans/plan-2026",
        "plans/plan-2026#action-1-1",
    ]


def test_a_ledger_that_is_gone_is_asked_back_unless_the_facts_are_others(tmp_path: Path) -> None:
    depot = _Published(tmp_path / "site", FILES)
    ledger_path(depot.data).unlink()
    (lost,) = told(depot.folder, {})
    assert (lost.code, len(lost.remedy.splitlines())) == ("ID-18", 9)
    others = dict.fromkeys(FILES) | {"territoires/ailleurs.yml": "nom: Ailleurs\npublication: publie\n"}
    assert told(depot.folder, others) == []


def test_a_line_for_a_page_that_never_was_is_refused(tmp_path: Path) -> None:
    depot = _Published(tmp_path / "site", FILES)
    note(depot.folder, "territoires/nulle-part ~kZ3f")
    (forged,) = (one for one in told(depot.folder, {}) if one.is_error)
    assert str(forged) == (
        f"ERREUR {REGISTRE}:{_line(depot.folder, 'territoires/nulle-part')}:1 [ID-18]\n"
        "  « territoires/nulle-part ~kZ3f » : cette adresse n'a jamais été publiée, et rien ne s'y trouve.\n"
        "  Pour corriger : retirez cette ligne, ou lancez « clairevoie construire », qui la retire."
    )


def test_a_proposal_is_compared_with_where_it_departs_from(tmp_path: Path) -> None:
    depot = _Published(tmp_path / "site", FILES)
    git(depot.folder, "checkout", "--quiet", "-b", "proposition")
    path = ledger_path(depot.data)
    path.write_text(
        path.read_text(encoding="utf-8").replace("plans/plan-2026 ", "plans/plan-2027 "), encoding="utf-8"
    )
    depot.commit()
    codes = [one.code for one in check(depot.folder, depot.data, ON, base="main") if one.is_error]
    assert codes == ["ID-18", "ID-18"]
    assert [one.code for one in check(depot.folder, depot.data, ON) if one.is_error] == ["ID-06"]


@pytest.mark.parametrize("base", ["--output=/tmp/x", "; ls", ""])
def test_the_name_of_where_a_proposal_departs_from_gives_git_no_order(tmp_path: Path, base: str) -> None:
    depot = _Published(tmp_path / "site", FILES)
    assert [one.code for one in check(depot.folder, depot.data, ON, base=base) if one.code in CODES] == []


def test_a_comparison_moves_with_the_edition_that_it_is_named_after(tmp_path: Path) -> None:
    old = (
        PLAN.replace("Plan 2026", "Plan 2025")
        + "remplace_par: plan-2026\nanciennes_adresses: [plans/vieux]\n"
    )
    data = change(tmp_path, {**DEPART, UN_PLAN: PLAN + "remplace: plan-2025\n", "plans/plan-2025.yml": old})
    found = {one.ancienne: one.vers for one in redirections(situation(data), None)}
    assert found == {
        "plans/vieux": "plans/plan-2025",
        "plans/plan-2026/comparer/vieux": "plans/plan-2026/comparer/plan-2025",
    }


def test_a_comparison_of_two_plans_that_were_both_renamed_is_found_by_each_pair_of_their_names(
    tmp_path: Path,
) -> None:
    new = PLAN + "remplace: plan-2025\nanciennes_adresses: [plans/neuf]\n"
    old = (
        PLAN.replace("Plan 2026", "Plan 2025")
        + "remplace_par: plan-2026\nanciennes_adresses: [plans/vieux]\n"
    )
    data = change(tmp_path, {**DEPART, UN_PLAN: new, "plans/plan-2025.yml": old})
    found = {one.ancienne: one.vers for one in redirections(situation(data), None)}
    for before in ("plans/neuf/comparer/vieux", "plans/plan-2026/comparer/vieux"):
        assert found[before] == "plans/plan-2026/comparer/plan-2025"
