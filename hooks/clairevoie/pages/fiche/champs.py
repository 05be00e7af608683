"""Any field of any record becomes HTML: by the kind of value it holds, through one macro of that name.

A form `Membre` is printed by the macro `membre(valeurs, vue)` of `fiches/_formes.html`; plain values by
the filters of the environment. A field nobody placed is printed all the same, so no fact is lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache, partial
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from clairevoie.model.describe import Champ, describe, form_key, is_said
from clairevoie.model.liens import Lien, identifiants_of
from clairevoie.model.mots import mot
from clairevoie.model.phrases import ReadDeadline
from clairevoie.model.plans import Plan
from clairevoie.pages.adresses import leads_to_a_site, text_href
from clairevoie.pages.fiche.notes import NoteSituee
from clairevoie.pages.fiche.vue import Vue
from clairevoie.wording import typography
from clairevoie.wording.lectures import dated
from clairevoie.wording.liens import by_register

# What « yes » and « no » mean, where those words would say too little.
OUI_NON = {
    "collectif": ("Réunit plusieurs choses que la source ne dénombre pas", "Non"),
    "disponible": ("Fourni", "Mentionné par une source, non fourni"),
    "generique": ("Ce nom désigne un ensemble, et non un organisme précis", "Non"),
    "ouvert_au_public": ("Oui, tout le monde peut venir", "Non"),
    "partiel": ("Morceau d'un document plus grand", "Non"),
    "reference_incomplete": ("Il y manque un titre ou une page", "Non"),
}

# The same of an event that is over.
AU_PASSE = {"ouvert_au_public": ("Oui, tout le monde pouvait venir", "Non")}

_LONG = ("texte_long", "markdown")
_LINK = Markup('<a href="{}">{}</a>')
# The lines that end every facts box.
COMMUNS = ("sigle", "statut_information", "peut_etre_identique_a", "a_ne_pas_confondre_avec")


# The title of a line of a facts box, what stands beside it, and the notes on it.
_Ligne = tuple[Markup, Markup, tuple[NoteSituee, ...]]
# The words of a line of the facts box, and the addresses of the records that it names.
_Nommees = tuple[str, tuple[str, ...]]

# The files whose macros print the forms of the model, and what frames them.
_FILES = ("_formes", "_appels", "_argent", "_chaine", "_gens", "_liens", "_objectifs", "_retires")


@cache
def forms(env: Environment) -> Any:
    """Every macro of the forms, as attributes: `forms(env).membre(valeurs, vue)`."""
    macros: dict[str, Any] = {}
    for name in _FILES:
        macros |= vars(env.get_template(f"fiches/{name}.html").module)
    return SimpleNamespace(**macros)


def _said(lines: Iterable[_Ligne]) -> list[tuple[Markup, Markup]]:
    return [(titre, body) for titre, body, _ in lines]


def _noted(lines: Iterable[_Ligne]) -> list[NoteSituee]:
    return [note for *_, notes in lines for note in notes]


class Champs:
    """Prints the fields of one record."""

    def __init__(self, vue: Vue, env: Environment) -> None:
        self.vue = vue
        self._racine = str(env.globals["racine"])
        self._prose = partial(typography.prose, href=partial(text_href, self._racine, whole=vue.site.place))
        self._formes = forms(env)
        self._linked: set[Lien] = set()
        self._unsaid: list[_Ligne] = []

    def section(self, champ: str, titre: str | None = None, niveau: int = 2) -> Markup:
        """A field as a section of the page; what a note says to be missing waits for the other facts of the record."""
        kind, value, notes = self._kind(champ), self.vue.prendre(champ), self.vue.notes(champ)
        said = is_said(value, kind.defaut)
        titre, ancre = titre or kind.titre, champ.replace("_", "-")
        if not said:
            self._leave(typography.typo(titre), notes, ancre)
            return Markup()
        if niveau == 2:
            self.vue.annoncer(ancre, titre)
        body = self._printed(kind, value, block=True)
        return Markup(self._formes.section(ancre, typography.typo(titre), body, notes, niveau))

    def boite(
        self,
        *champs: str,
        avant: Iterable[_Nommees] = (),
        apres: Iterable[_Nommees] = (),
        dites: Iterable[tuple[str, str]] = (),
    ) -> Markup:
        """The facts box: these fields, then those that every record may have.

        `avant` and `apres` are lines that no field gives: a title, and the addresses of the records to name; `dites` a
        title and words.
        """
        first, last = (
            [(typography.typo(titre), Markup(self._formes.liens(adresses))) for titre, adresses in some]
            for some in (avant, apres)
        )
        facts, common = self._faits(*champs), self._faits(*COMMUNS)
        told = [(typography.typo(titre), typography.capital(mots)) for titre, mots in dites]
        lines = [*first, *_said(facts), *last, *told, *_said(common)]
        return Markup(self._formes.boite(lines, _noted((*facts, *common)))) if lines else Markup()

    def bloc(self, champ: str) -> Markup:
        """A field whose form makes its own sections, then its notes."""
        kind, value, notes = self._kind(champ), self.vue.prendre(champ), self.vue.notes(champ)
        body = self._printed(kind, value) if is_said(value) else Markup()
        return body + Markup(self._formes.notes_de(notes))

    def _faits(self, *champs: str) -> list[_Ligne]:
        """The lines of a facts box: each field that is said; what a note says to be missing waits for the others."""
        lines: list[_Ligne] = []
        for champ in champs:
            if champ.startswith(("liens", "identifiants")):
                lines += self._out(champ)
                continue
            kind, value, notes = self._kind(champ), self.vue.prendre(champ), self.vue.notes(champ)
            if is_said(value, kind.defaut):
                lines.append((typography.typo(kind.titre), self._printed(kind, value), notes))
            else:
                self._leave(typography.typo(kind.titre), notes)
        return lines

    def _leave(self, titre: Markup, notes: tuple[NoteSituee, ...], ancre: str = "") -> None:
        """Keep for the end a field of which only notes say something; `ancre` is that of its section."""
        if notes:
            self._unsaid.append((titre, Markup(self._formes.non_precise(ancre)), notes))

    def _out(self, champ: str) -> Iterator[_Ligne]:
        """The lines of what leads out: `liens:carte` are the links of that kind, `liens` those not shown yet."""
        nom, _, genre = champ.partition(":")
        if nom == "identifiants":
            yield from self._numbers()
            return
        values: tuple[Lien, ...] = self.vue.prendre(nom) or ()  # type: ignore[assignment]
        links = [un for un in values if un.genre == genre or (not genre and un not in self._linked)]
        self._linked.update(links)
        notes = () if genre else self.vue.notes(nom)
        titre = typography.typo(typography.headline(mot(genre) if genre else self._kind(nom).titre))
        if links:
            yield titre, Markup(self._formes.lien(links, self.vue, bool(genre))), notes
        else:
            self._leave(titre, notes)

    def _numbers(self) -> Iterator[_Ligne]:
        """A line for each register, that of a `neq` typed alone included."""
        fields = [nom for nom in ("neq", "identifiants") if nom in type(self.vue.fiche).model_fields]
        notes = tuple(note for nom in fields for note in self.vue.notes(nom))
        for nom in fields:
            self.vue.prendre(nom)
        groups = by_register(identifiants_of(self.vue.fiche))
        for rank, (registre, numbers) in enumerate(groups, 1):
            beside = notes if rank == len(groups) else ()
            yield typography.typo(registre), Markup(self._formes.numeros(numbers)), beside
        if not groups:
            self._leave(typography.typo(self._kind(fields[-1]).titre), notes)

    def autres(self) -> Markup:
        """The box of every field that no template placed, and of those of which only notes say something."""
        placed = self._faits(*self.vue.champs_restants())
        lines = [*placed, *self._unsaid]
        return Markup(self._formes.boite(_said(lines), _noted(lines))) if lines else Markup()

    def notes(self, *places: str) -> Markup:
        """The notes on these fields or elements, where nothing else would show them."""
        found = [note for place in places for note in self.vue.notes(place)]
        return Markup(self._formes.notes_de(found))

    def _kind(self, champ: str) -> Champ:
        return describe(type(self.vue.fiche))[champ]

    def _printed(self, kind: Champ, value: Any, block: bool = False) -> Markup:
        values = value if isinstance(value, tuple) else (value,)
        if kind.forme is not None:
            return Markup(getattr(self._formes, form_key(kind.forme))(values, self.vue))
        if kind.vers or kind.sorte == "adresse":
            return Markup(self._formes.liens([f"{kind.vers}/{v}" if kind.vers else v for v in values]))
        plain = [self._plain(kind, one) for one in values]
        return Markup(self._formes.textes(plain, block and kind.sorte not in _LONG))

    def _reserve(self, kind: Champ, value: str) -> str:
        """What takes back a state that only held until the end that the record gives."""
        is_outdated = kind.nom == "statut" and self.vue.site.is_outdated(self.vue.fiche, value)
        return ", selon la fiche; la date est passée" if is_outdated else ""

    def _number(self, kind: Champ, value: Decimal) -> str:
        """A number; that of the actions that a plan announces stands beside how many are there."""
        plan = self.vue.fiche
        if isinstance(plan, Plan) and kind.nom == "actions_annoncees":
            return typography.headline(self.vue.annoncees(plan))
        return typography.number(value)

    def _plain(self, kind: Champ, value: Any) -> Markup:
        """A value without form: date, number, yes or no, word of a closed list, address, text."""
        if isinstance(value, ReadDeadline):
            return typography.typo(dated(value))
        if isinstance(value, bool):
            words = {**OUI_NON, **AU_PASSE} if self.vue.est_passee else OUI_NON
            return typography.typo(words.get(kind.nom, ("Oui", "Non"))[0 if value else 1])
        if isinstance(value, Decimal):
            return typography.typo(self._number(kind, value))
        if kind.valeurs:
            return typography.capital(mot(value, kind.nom)) + self._reserve(kind, value)
        if kind.sorte in _LONG:
            long = self._prose(value) if kind.sorte == "markdown" else typography.paragraphs(value)
            return Markup('<div class="texte">{}</div>').format(long)
        if kind.sorte == "fichier":
            return _LINK.format(f"{self._racine}fichiers/{value}", value)
        if kind.sorte in ("web", "lieu") and leads_to_a_site(value):
            return _LINK.format(value, value)
        return typography.typo(value)
