"""Identifiers and addresses: what was typed, and the sentence that comes back."""

from __future__ import annotations

from pathlib import Path

from tests.aides.stories import DEPART, sentences, verdict

COMITE = "comites/table-de-quartier.yml"
_COMITE = DEPART[COMITE]
_TERRITOIRE = "publication: publie\n"
_PLAN = """\
nom: "Plan d'action 2026"
publication: publie
en_bref: "Ce que la table prévoit faire."
demarche: quartier
sources: [{document: rapport, repere: "Page 2"}]
"""


def territoires(**noms: str) -> dict[str, str]:
    """The smallest dataset, with these territories: id with `_` for `-`, and name."""
    files = {
        f"territoires/{id.replace('_', '-')}.yml": f'nom: "{nom}"\n{_TERRITOIRE}' for id, nom in noms.items()
    }
    return {**DEPART, **files}


def test_a_file_name_is_a_slug(tmp_path: Path) -> None:
    files = {**DEPART, "territoires/La Ville Été.yml": f"nom: Autre ville\n{_TERRITOIRE}"}
    assert sentences(tmp_path, files, "ID-02") == [
        "ERREUR data/territoires/La Ville Été.yml:1:1 [ID-02]\n"
        "  « La Ville Été » contient « L ».\n"
        "  Pour corriger : lettres sans accent, chiffres et tirets : « la-ville-ete »."
    ]


def test_a_file_name_has_no_double_hyphen_and_at_most_80_characters(tmp_path: Path) -> None:
    files = {
        **DEPART,
        "territoires/la--rive.yml": f"nom: Rive\n{_TERRITOIRE}",
        f"territoires/{'a' * 81}.yml": f"nom: Longue\n{_TERRITOIRE}",
    }
    files["territoires/la rive.yml"] = f"nom: Berge\n{_TERRITOIRE}"
    long, spaced, double = sentences(tmp_path, files, "ID-02")
    assert "« la rive » contient une espace." in spaced
    assert "contient « -- »" in double
    assert "« la-rive »" in double
    assert "contient plus de 80 caractères." in long
    assert f"« {'a' * 80} »" in long


def test_a_local_id_is_a_slug(tmp_path: Path) -> None:
    files = {**DEPART, COMITE: _COMITE + 'mandats: [{id: "L\'Œuvre", texte: Faire le bilan}]\n'}
    assert sentences(tmp_path, files, "ID-02") == [
        f"ERREUR data/{COMITE}:6:16 [ID-02]\n"
        "  « L'Œuvre » contient « L ».\n"
        "  Pour corriger : lettres sans accent, chiffres et tirets : « l-oeuvre »."
    ]


def test_an_id_says_more_than_a_number(tmp_path: Path) -> None:
    files = territoires(rive="Rive", rive_2="Autre rive", phase_1="Une", phase_2="Deux", rive_2009="Passée")
    assert sentences(tmp_path, files, "ID-03") == [
        "AVERTISSEMENT data/territoires/rive-2.yml:1:1 [ID-03]\n"
        "  « rive-2 » se distingue de « rive » par un simple chiffre.\n"
        "  Pour corriger : précisez le territoire, par exemple « cdc-de-mon-quartier »."
    ]


def test_two_files_never_fight_for_an_address(tmp_path: Path) -> None:
    files = territoires(rive="Rive", rivé="Autre")
    assert sentences(tmp_path, files, "ID-04") == [
        "ERREUR data/territoires/rivé.yml:1:1 [ID-04]\n"
        "  « rive » et « rivé » deviendraient la même adresse.\n"
        "  Pour corriger : renommez l'un des deux fichiers."
    ]


def test_an_anchor_is_defined_once(tmp_path: Path) -> None:
    plan = _PLAN + (
        "actions:\n"
        '  - {numero: "1.1", texte: Agir}\n'
        '  - {numero: "1 1", texte: Informer}\n'
        '  - {numero: "1.1", id: informer-encore, texte: Encore}\n'
    )
    assert sentences(tmp_path, {**DEPART, "plans/plan-2026.yml": plan}, "ID-05") == [
        "ERREUR data/plans/plan-2026.yml:8:14 [ID-05]\n"
        "  L'ancre « action-1-1 » est définie deux fois (lignes 7 et 8).\n"
        "  Pour corriger : donnez un id à la seconde; le numero affiché peut rester."
    ]


def test_names_that_look_alike_are_one_record_or_two_told_apart(tmp_path: Path) -> None:
    files = territoires(oeuvre="L'Œuvre de Saint-Marc", oeuvre_bis="l’oeuvre de saint marc")
    assert sentences(tmp_path, files, "ID-08") == [
        "AVERTISSEMENT data/territoires/oeuvre-bis.yml:1:6 [ID-08]\n"
        "  « L'Œuvre de Saint-Marc » (oeuvre) et « l’oeuvre de saint marc » (oeuvre-bis) se ressemblent beaucoup.\n"
        "  Pour corriger : si ce sont deux choses, ajoutez a_ne_pas_confondre_avec: [territoires/oeuvre]; "
        "si c'est la même, gardez une seule fiche (l'autre nom va dans noms_alternatifs)."
    ]


def test_names_in_another_script_or_told_apart_by_a_sign_do_not_look_alike(tmp_path: Path) -> None:
    names = ["ᐃᓄᒃ", "ᐊᐃᓐ", "社区", "协会", "ქალაქი", "უბანი", "C", "C++", "C#", "🟢", "🔴"]
    files = territoires(**{f"lieu-{letter}": nom for letter, nom in zip("abcdefghijk", names, strict=True)})
    assert sentences(tmp_path, files, "ID-08") == []
    (told,) = sentences(tmp_path, territoires(un="ᐃᓄᒃ ᐊᐃᓐ", deux="ᐃᓄᒃ-ᐊᐃᓐ"), "ID-08")
    assert "« ᐃᓄᒃ-ᐊᐃᓐ » (deux) et « ᐃᓄᒃ ᐊᐃᓐ » (un) se ressemblent beaucoup" in told


def test_a_file_named_in_another_script_is_told_what_an_address_holds(tmp_path: Path) -> None:
    assert sentences(tmp_path, {**DEPART, "territoires/ᐃᓄᒃ.yml": f"nom: ᐃᓄᒃ\n{_TERRITOIRE}"}, "ID-02") == [
        "ERREUR data/territoires/ᐃᓄᒃ.yml:1:1 [ID-02]\n"
        "  « ᐃᓄᒃ » contient « ᐃ ».\n"
        "  Pour corriger : lettres sans accent, chiffres et tirets."
    ]


def test_records_of_the_very_same_name_are_shown_with_their_name_and_their_ids(tmp_path: Path) -> None:
    (told,) = sentences(tmp_path, territoires(rive="Rive", rive_est="Rive"), "ID-08")
    assert "« Rive » est le nom de deux fiches : rive et rive-est.\n" in told


def test_either_record_may_say_that_they_are_two(tmp_path: Path) -> None:
    files = territoires(rive="Rive", rive_est="RIVE")
    for field in ("a_ne_pas_confondre_avec", "peut_etre_identique_a"):
        for one, other in (("rive", "rive-est"), ("rive-est", "rive")):
            said = f"{field}: [territoires/{other}]\n"
            name = f"territoires/{one}.yml"
            assert sentences(tmp_path, {**files, name: files[name] + said}, "ID-08") == []


def test_two_surveys_told_apart_by_their_number_do_not_look_alike(tmp_path: Path) -> None:
    survey = (
        'titre: SONDAGE\npublication: publie\ndemarche: quartier\nsources: [{document: rapport}]\nnumero: "'
    )
    files = {
        **DEPART,
        "evenements/sondage-a.yml": survey + '1"\n',
        "evenements/sondage-b.yml": survey + '2"\n',
    }
    assert sentences(tmp_path, {**DEPART, **files}, "ID-08") == []


def test_people_can_link_to_every_published_action(tmp_path: Path) -> None:
    plan = _PLAN + "actions:\n  - texte: Agir\n  - {genre: etape, texte: Commencer}\n"
    remedy = "  Pour corriger : ajoutez un id court, par exemple id: "
    assert sentences(tmp_path, {**DEPART, "plans/plan-2026.yml": plan}, "ID-10") == [
        "ERREUR data/plans/plan-2026.yml:7:5 [ID-10]\n"
        "  L'action n'a ni numéro ni identifiant; on ne pourrait pas y renvoyer.\n" + remedy + "action-agir.",
        "ERREUR data/plans/plan-2026.yml:8:5 [ID-10]\n"
        "  L'étape n'a ni numéro ni identifiant; on ne pourrait pas y renvoyer.\n"
        + remedy
        + "etape-commencer.",
    ]


def test_people_can_link_to_every_published_effect(tmp_path: Path) -> None:
    name = "demarches/quartier.yml"
    chain = "chaine_resultats:\n  effets:\n    - {texte: Des gens se parlent, zone_controle: faible}\n"
    (told,) = sentences(tmp_path, {**DEPART, name: DEPART[name] + chain}, "ID-10")
    assert "L'effet n'a ni numéro ni identifiant" in told


def test_a_draft_may_wait_for_its_numbers(tmp_path: Path) -> None:
    plan = _PLAN.replace("publication: publie", "publication: brouillon") + "actions: [{texte: Agir}]\n"
    assert sentences(tmp_path, {**DEPART, "plans/plan-2026.yml": plan}, "ID-10") == []


def test_the_smallest_dataset_has_good_addresses(tmp_path: Path) -> None:
    assert [p for p in verdict(tmp_path, DEPART).problems if p.code.startswith("ID-")] == []
