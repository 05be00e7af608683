"""The slips that editors make: what was typed, the place, the code, the fault and the remedy told."""

from __future__ import annotations

TAB = "Cette ligne commence par une tabulation; YAML n'accepte que des espaces."
COLON = "Le texte contient « : » (deux-points suivi d'une espace), qui est pris pour un nouveau champ."
INDENT = "Le retrait de cette ligne ne correspond pas à celui des lignes voisines."
APOSTROPHE = "Le texte est entre apostrophes et contient lui-même une apostrophe."
CONFLICT = "Le fichier contient une marque de conflit de fusion."
EMPTY = "Le fichier est vide ou n'est pas une fiche."
LITERAL = "recopiez la valeur, ou mettez-la entre guillemets."
PASTE = "vérifiez le collage, ou scindez la fiche."
TEMPLATE = "partez du gabarit data/plans/_gabarit.yml (« clairevoie schema » l'écrit)."
SIDES = "choisissez une des deux versions et supprimez les lignes <<<<<<<, ======= et >>>>>>>."


def _starts(sign: str) -> str:
    return f"Un texte ne peut pas commencer par « {sign} » sans guillemets."


def _space(sign: str) -> str:
    return f"Il manque une espace après « {sign} »."


def _unclosed(sign: str, line: int) -> str:
    return f"La liste ouverte par « {sign} » à la ligne {line} n'est pas fermée."


QUOTES = "entourez le texte de guillemets, non d'apostrophes"


def _close(sign: str) -> str:
    return f"ajoutez « {sign} » à la fin de la liste."


def _type(line: str) -> str:
    return f"écrivez « {line} »."


ERRORS = [
    ("nom: A\n\ttitre: B\n", "2:1", "YAML-01", TAB, "remplacez la tabulation par 2 espaces."),
    ("texte: |\n\tUn paragraphe\n", "2:1", "YAML-01", TAB, "remplacez la tabulation par 2 espaces."),
    (
        "titre: Volet 1 : Mise à jour\n",
        "1:16",
        "YAML-02",
        COLON,
        'entourez le texte de guillemets : titre: "Volet 1 : Mise à jour".',
    ),
    (
        "titre: “Volet 1 : Mise à jour”\n",
        "1:17",
        "YAML-02",
        COLON,
        'entourez le texte de guillemets : titre: "Volet 1 : Mise à jour".',
    ),
    (
        'titre: Le volet "un" : suite\n',
        "1:22",
        "YAML-02",
        COLON,
        'entourez le texte de guillemets : titre: "Le volet \\"un\\" : suite".',
    ),
    (
        "texte: Un début\n  puis ceci : la fin\n",
        "2:13",
        "YAML-02",
        COLON,
        'entourez le texte de guillemets : texte: "Un début puis ceci : la fin".',
    ),
    (
        "liste:\n  - {role: Volet : 1}\n",
        "2:18",
        "YAML-02",
        COLON,
        'entourez le texte de guillemets : role: "Volet : 1".',
    ),
    (
        "contact:\n  nom: A\n telephone: B\n",
        "3:2",
        "YAML-04",
        INDENT,
        "alignez « telephone » avec « nom » (colonne 3).",
    ),
    ("nom: A\n  titre: B\n", "2:3", "YAML-04", INDENT, "alignez « titre » avec « nom » (colonne 1)."),
    (" nom: A\ntitre: B\n", "1:2", "YAML-04", INDENT, "alignez « nom » avec « titre » (colonne 1)."),
    ("liste:\n- a\n  - b\n", "3:3", "YAML-04", INDENT, "alignez « - » avec « - » (colonne 1)."),
    ("en_bref: Un début\net sa suite\n", "2:1", "YAML-04", INDENT, "alignez « et » (colonne 3)."),
    (
        'nom: "A\ntitre: B\n',
        "1:6",
        "YAML-05",
        "Un guillemet ouvert à la ligne 1 n'est jamais fermé.",
        'ajoutez " à la fin du texte.',
    ),
    (
        'nom: A\ntitre: "B\nen_bref: "C"\n',
        "2:8",
        "YAML-05",
        "Un guillemet ouvert à la ligne 2 n'est jamais fermé.",
        'ajoutez " à la fin du texte.',
    ),
    ("texte: 'l'énergie'\n", "1:10", "YAML-06", APOSTROPHE, f'{QUOTES} : texte: "l\'énergie".'),
    ("liste: ['l'énergie', b]\n", "1:11", "YAML-06", APOSTROPHE, f"{QUOTES}."),
    ("nom: @x\n", "1:6", "YAML-07", _starts("@"), 'écrivez "@x".'),
    ("nom: `x\n", "1:6", "YAML-07", _starts("`"), 'écrivez "`x".'),
    ("nom: % des gens\n", "1:6", "YAML-07", _starts("%"), 'écrivez "% des gens".'),
    ("nom: |texte\n", "1:6", "YAML-07", _starts("|"), 'écrivez "|texte".'),
    ("nom: > texte\n", "1:6", "YAML-07", _starts(">"), 'écrivez "> texte".'),
    ("nom: - texte\n", "1:6", "YAML-07", _starts("-"), 'écrivez "- texte".'),
    ("titre: [Projet] Plan\n", "1:8", "YAML-07", _starts("["), 'écrivez "[Projet] Plan".'),
    ("titre: {{ nom }}\n", "1:8", "YAML-07", _starts("{"), 'écrivez "{{ nom }}".'),
    ('texte: "Il dit "oui" à tous"\n', "1:8", "YAML-07", _starts('"'), 'écrivez "Il dit \\"oui\\" à tous".'),
    ("lieux: [a, b\nnom: x\n", "1:8", "YAML-08", _unclosed("[", 1), _close("]")),
    ("nom: x\nlieux: [a,\n  {b: c]\n", "3:3", "YAML-08", _unclosed("{", 3), "ajoutez « } » avant « ] »."),
    ("nom: x\nlieux: [a,\n  b\n", "2:8", "YAML-08", _unclosed("[", 2), _close("]")),
    ("nom:SANA\n", "1:4", "YAML-09", _space(":"), _type("nom: SANA")),
    ("nom:\u00a0SANA\ntitre: B\n", "1:4", "YAML-09", _space(":"), _type("nom: SANA")),
    (
        "titre: B\nliens: {organisme:sana}\n",
        "2:18",
        "YAML-09",
        _space(":"),
        _type("liens: {organisme: sana}"),
    ),
    ("noms:\n  - a\n  -SANA\n", "3:3", "YAML-09", _space("-"), _type("- SANA")),
    ("nom: A\nsources\n  - x\n", "2:8", "YAML-09", "Il manque « : » après « sources ».", _type("sources:")),
    (
        'texte: "80 000 \\$"\n',
        "1:16",
        "YAML-11",
        "La suite « \\$ » n'est pas permise entre guillemets.",
        "retirez la barre oblique, ou doublez-la pour la garder : « \\\\$ ».",
    ),
    (
        'chemin: "C:\\bureau"\n',
        "1:12",
        "YAML-11",
        "La suite « \\b » n'est pas permise entre guillemets.",
        "retirez la barre oblique, ou doublez-la pour la garder : « \\\\b ».",
    ),
    ("<<<<<<< HEAD\nnom: A\n=======\nnom: B\n>>>>>>> autre\n", "1:1", "YAML-12", CONFLICT, SIDES),
    ("", "1:1", "YAML-14", EMPTY, TEMPLATE),
    ("# rien encore\n", "1:1", "YAML-14", EMPTY, TEMPLATE),
    ("- a\n- b\n", "1:1", "YAML-14", EMPTY, TEMPLATE),
    ("Bonjour à tous\n", "1:1", "YAML-14", EMPTY, TEMPLATE),
    (
        "nom: A\n---\nnom: B\n---\nnom: C\n",
        "2:1",
        "YAML-15",
        "Ce fichier contient 3 fiches séparées par « --- ».",
        "une fiche par fichier.",
    ),
    (
        "nom: *important*\n",
        "1:6",
        "YAML-16",
        "Les raccourcis YAML « * » sont désactivés par sécurité.",
        LITERAL,
    ),
    ("nom: &a x\n", "1:6", "YAML-16", "Les raccourcis YAML « & » sont désactivés par sécurité.", LITERAL),
    ("nom: !x y\n", "1:6", "YAML-16", "Les raccourcis YAML « ! » sont désactivés par sécurité.", LITERAL),
    (
        "a: " + "[" * 30 + "]" * 30,
        "1:27",
        "YAML-19",
        "C'est trop : trop de listes ou de champs sont l'un dans l'autre; la limite est de 24.",
        PASTE,
    ),
    (
        "nombre: " + "9" * 5000,
        "1:9",
        "YAML-19",
        "C'est trop : ce nombre a trop de chiffres; la limite est de 400.",
        PASTE,
    ),
    (
        "nom: " + "x" * 3_100_000,
        "1:1",
        "YAML-19",
        "C'est trop : cette fiche fait 3 100 005 octets; la limite est de 3 000 000.",
        PASTE,
    ),
]
