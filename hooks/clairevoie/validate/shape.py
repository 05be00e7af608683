"""The form of one record: plain values become a frozen fiche, or problems that say what to type.

The model speaks of places where every short form is written in full (`echeances[0].texte`); an editor
typed less (`echeances: "Automne 2009"`), and is shown what was typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from clairevoie.model import COLLECTIONS
from clairevoie.model.ancres import MOST_LEVELS, level_of
from clairevoie.model.base import Forme
from clairevoie.model.describe import describe
from clairevoie.model.fiche import Fiche
from clairevoie.model.folding import fold, slug
from clairevoie.model.listes import Devise, StatutAction, values_of
from clairevoie.model.monnaies import USUELLE, currency_written
from clairevoie.model.parcours import Chemin
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.problems.likeness import slip_of
from clairevoie.read import Record
from clairevoie.read.fault import between_quotes, shown
from clairevoie.validate.champs import closed_list, field_names, form_at, inner_form
from clairevoie.validate.exemples import exemple
from clairevoie.validate.instead import (
    expected,
    fields_instead,
    fields_that_hold,
    list_instead,
    received,
    values_instead,
)
from clairevoie.validate.noms import form_name
from clairevoie.validate.typed import names, value_at, walk

# Numbers that are names: YAML would lose their zeros when they are typed without quotes.
_NUMEROS = {
    **dict.fromkeys(("poste", "neq", "code_geographique", "telephone", "valeur"), "TYP-05"),
    **dict.fromkeys(("numero", "numero_liste", "publics_cibles", "resolution"), "TYP-06"),
}
# Other words for values of closed lists, as people shorten or name them.
_SYNONYMES = {
    "ca": "conseil_d_administration",
    "commune": "ville",
    "coop": "cooperative",
    "cr": "compte_rendu",
    "odj": "ordre_du_jour",
    "osbl": "obnl",
    "pv": "proces_verbal",
    "reglement-interieur": "reglement",
    "visio": "visioconference",
}
_MOST_SHAPES = 3
# « 80 000,50 $ », « 35,000.50 », « 35 k$ », « 1,5 M$ », « 80 000 € ».
_MONEY = re.compile(
    r"(?P<whole>\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3}){2,})(?:[.,](?P<cents>\d{1,2}))?(?P<times>[km](?![^\W_]))?(?P<monnaie>[^\d.,]+)?",
    re.IGNORECASE,
)
_TIMES = {"k": 1000, "m": 1_000_000}


@dataclass(frozen=True, slots=True)
class Faute:
    """One refusal of the model.

    `kind` is pydantic's name for it, or the code of a rule; `name` the field in the model, `forme` the
    form that holds it; `place` the path as typed; `facts` what a rule's sentence needs.
    """

    record: Record
    kind: str
    name: str
    place: Chemin
    forme: type[Forme]
    value: Any
    facts: Mapping[str, Any]

    @property
    def champ(self) -> str:
        """The field as the editor sees it: the short form of `constats` has no `texte`."""
        return next(reversed(names(self.place)), self.name)

    @property
    def brut(self) -> str:
        """The value as typed."""
        return shown(self.record.raw(*self.place) or str(self.value))

    def say(self, code: str, **facts: Any) -> Problem:
        """The problem of this rule, at this value."""
        facts.setdefault("champ", self.champ)
        return problem(code, self.record.adresse, self.place, **facts)


def word(faute: Faute) -> Problem:
    """The problem that this fault is."""
    if faute.kind in _ABOUT_KEYS:
        return _ABOUT_KEYS[faute.kind](faute)
    if faute.value is None:
        return faute.say("TYP-15")
    if isinstance(faute.value, (list, dict)) and _wants_a_plain_value(faute):
        return _misshapen(faute)
    return _ABOUT_VALUES.get(faute.kind, _rule)(faute)


def _wants_a_plain_value(faute: Faute) -> bool:
    return faute.kind != "tuple_type" and inner_form(faute.forme, faute.name) is None


def _misshapen(faute: Faute) -> Problem:
    """A list, a block or a number where another shape was due: the shapes that keep what was typed."""
    in_list = isinstance(faute.place[-1], int)
    typed = values_instead(faute.forme, faute.name, faute.value, faute.brut, in_list=in_list)
    attendu, recu = expected(faute.forme, faute.name), received(faute.value)
    return faute.say("TYP-11", attendu=attendu, recu=recu, formes=" ou ".join(typed[:_MOST_SHAPES]))


def _missing(faute: Faute) -> Problem:
    return faute.say("TYP-14", champ=faute.name, exemple=exemple(faute.forme, faute.name))


def _unknown(faute: Faute) -> Problem:
    champ, whole = _cut_value(faute)
    if champ:
        return _cut_by_a_comma(faute, champ, whole)
    if level_of(faute.place) > max(MOST_LEVELS, level_of(faute.place[:-1])):
        return faute.say("REF-30")
    root = COLLECTIONS[faute.record.collection].modele
    facts = {
        "cle": faute.name,
        "le_type": form_name(faute.forme),
        "proche": slip_of(faute.name, field_names(faute.forme)),
        "ailleurs": fields_that_hold(faute.forme, root, faute.name, faute.record.data),
        "liste": fields_instead(faute.forme, faute.name),
    }
    return replace(problem("TYP-13", faute.record.adresse, faute.place, **facts), of_key=True)


def _cut_value(faute: Faute) -> tuple[str, str]:
    """The field and the whole value of which an unknown field is the end, when a comma cut it between braces.

    `{montant: 35000,50}` holds a field `50` without a colon; so does `{texte: Bonjour, tout le monde}`.
    """
    record, place = faute.record, faute.place[:-1]
    block = value_at(record.data, place)
    keys = list(block) if isinstance(block, Mapping) and faute.value is None else []
    here = keys.index(faute.name) if keys else 0
    before = next((rank for rank in range(here - 1, -1, -1) if block[keys[rank]] is not None), None)
    if before is None:
        return "", ""
    after = next((rank for rank in range(here, len(keys)) if block[keys[rank]] is not None), len(keys))
    champ, last = keys[before], keys[after - 1]
    start, end = record.origin(*place, champ), record.key_origin(*place, last)
    line = record.text.split("\n")[start.line - 1]
    whole, rest = line[start.column - 1 :][: end.column - start.column + len(last)], line[end.column - 1 :]
    is_end = start.line == end.line and not rest[len(last) :].lstrip().startswith(":")
    return (champ, whole) if is_end and whole[:1] not in ("'", '"', "[", "{") else ("", "")


def _cut_by_a_comma(faute: Faute, champ: str, whole: str) -> Problem:
    place = (*faute.place[:-1], champ)
    known = describe(faute.forme).get(champ)
    if known and known.sorte == "montant":
        return _unread_amount(faute, place, champ, whole)
    return problem(
        "YAML-21", faute.record.adresse, place, champ=champ, brut=whole, valeur=between_quotes(whole)
    )


def _not_listed(faute: Faute) -> Problem:
    values = closed_list(faute.forme, faute.name)
    if values == values_of(StatutAction) and fold(faute.brut) == "en retard":
        return faute.say("DAT-34")
    other = _SYNONYMES.get(slug(faute.brut), "")
    proche = slip_of(faute.brut, values) or (other if other in values else "")
    if values == values_of(Devise):
        proche = currency_written(faute.brut) or proche
    return faute.say("TYP-12", valeur=faute.brut, proche=proche, liste=", ".join(values))


def _not_text(faute: Faute) -> Problem:
    """A number where words were expected: harmful for those that are names, easy to quote for all."""
    is_number = isinstance(faute.value, (int, Decimal)) and not isinstance(faute.value, bool)
    if not is_number or faute.name not in _NUMEROS:
        return _misshapen(faute)
    lu = f"{Decimal(faute.value).normalize():f}"
    return faute.say(_NUMEROS[faute.name], brut=faute.brut, lu=lu)


def _not_an_amount(faute: Faute) -> Problem:
    return _unread_amount(faute, faute.place, faute.champ, faute.brut)


def _unread_amount(faute: Faute, place: Chemin, champ: str, brut: str) -> Problem:
    """What is not a number, with the number that it seems to be, else with one to imitate."""
    amount, devise = _amount_in(brut)
    suggestion = f"{champ}: {amount}" if amount else f"un nombre, par exemple {champ}: 80000"
    if devise not in ("", USUELLE):
        suggestion += f" et devise: {devise}{_where_currency_goes(faute)}"
    return problem("TYP-08", faute.record.adresse, place, brut=brut, suggestion=suggestion)


def _amount_in(typed: str) -> tuple[str, str]:
    """« 80 000 $ » → `80000` and `CAD`, « 1 234,5 » → `1234.5`; nothing when the words are not plainly one amount."""
    match = _MONEY.fullmatch("".join(typed.replace("\\", "").split()))
    devise = currency_written(match["monnaie"]) if match and match["monnaie"] else ""
    if match is None or (match["monnaie"] and not devise):
        return "", ""
    whole, cents, times = re.sub("[.,]", "", match["whole"]), match["cents"], match["times"]
    amount = f"{whole}.{cents}" if cents else whole
    return f"{(Decimal(amount) * _TIMES[times.lower()]).normalize():f}" if times else amount, devise


def _where_currency_goes(faute: Faute) -> str:
    """A line has no currency of its own: it is that of its budget."""
    return "" if "devise" in describe(faute.forme) else " dans le budget"


def _rule(faute: Faute) -> Problem:
    """A refusal that the model itself gave under the code of a rule, shown at the words it speaks of."""
    if inner_form(faute.forme, faute.name) is None:
        typed = {"brut": faute.brut, "valeur": faute.brut}
        # A rule may speak of a piece of a phrase; of what is no text, it knows only what was read.
        known = typed | dict(faute.facts) if isinstance(faute.value, str) else dict(faute.facts) | typed
        return faute.say(faute.kind, **known)
    block = faute.value if isinstance(faute.value, dict) else {}
    spoken_of = [champ for champ, typed in block.items() if typed == faute.facts.get("brut")]
    return problem(faute.kind, faute.record.adresse, (*faute.place, *spoken_of[:1]), **faute.facts)


def _not_a_list(faute: Faute) -> Problem:
    typed = list_instead(faute.forme, faute.name, faute.value, faute.brut)
    return faute.say("TYP-10", forme=" ou ".join(typed))


def _not_a_number(faute: Faute) -> Problem:
    number = re.match(r"\s*(\d+(?:[.,]\d+)?)(?![\w.,/-])", faute.brut)
    example = f"un nombre en chiffres, par exemple {faute.champ}: 4"
    typed = f"{faute.champ}: {number[1].replace(',', '.')}" if number else example
    return faute.say("TYP-20", brut=faute.brut, suggestion=typed)


_ABOUT_KEYS: dict[str, Callable[[Faute], Problem]] = {"missing": _missing, "extra_forbidden": _unknown}
_ABOUT_VALUES: dict[str, Callable[[Faute], Problem]] = {
    "TYP-08": _not_an_amount,
    "bool_type": lambda faute: faute.say("TYP-01", valeur=faute.brut),
    "literal_error": _not_listed,
    "model_type": _misshapen,
    "string_pattern_mismatch": lambda faute: faute.say("TYP-15"),
    "string_type": _not_text,
    "tuple_type": _not_a_list,
    "TYP-20": _not_a_number,
}


def shape(record: Record) -> tuple[Fiche | None, tuple[Problem, ...]]:
    """The fiche that a record describes, None when its form is wrong, and what is wrong with it."""
    fautes: list[Faute] = []
    fiche = None
    try:
        fiche = formed(record)
    except ValidationError as refused:
        fautes = [_faute(record, error) for error in refused.errors(include_url=False)]
    problems = _cut_ones_whole([word(faute) for faute in fautes])
    told = {faute.place for faute in fautes}
    misshapen = {one.path for one in problems if one.code == "TYP-11"}
    found = walk(record.data) if _lacks_a_value(record.data) else ()
    nulls = (place for place, value in found if value is None and place not in told)
    empty = (_empty(record, place) for place in nulls if place[:-1] not in misshapen)
    return fiche, (*_typed_id(record), *problems, *empty)


def _cut_ones_whole(problems: list[Problem]) -> list[Problem]:
    """The same, without what is said of the first half of an amount that a comma cut: its remedy loses the cents."""
    last = {one.path: rank for rank, one in enumerate(problems) if one.code == "TYP-08"}
    return [one for rank, one in enumerate(problems) if last.get(one.path, rank) == rank]


def formed(record: Record) -> Fiche:
    """The fiche that a record describes; raises pydantic's ValidationError when its form is wrong."""
    fiche: Fiche = COLLECTIONS[record.collection].modele.model_validate({**record.data, "id": record.id})
    return fiche


def _typed_id(record: Record) -> Iterator[Problem]:
    if "id" in record.data:
        typed = record.raw("id") or record.id
        yield replace(problem("ID-01", record.adresse, ("id",), id=typed), of_key=True)


def _lacks_a_value(block: Mapping[str, Any] | list[Any]) -> bool:
    """Whether something is empty inside a block: nearly nothing ever is, and its place is slower to find."""
    return any(
        value is None or (isinstance(value, (dict, list)) and _lacks_a_value(value))
        for value in (block if isinstance(block, list) else block.values())
    )


def _empty(record: Record, place: Chemin) -> Problem:
    """Nothing was typed after a field or a dash: the model would take it for an absent field."""
    return problem("TYP-15", record.adresse, place, champ=names(place)[-1])


def _faute(record: Record, error: ErrorDetails) -> Faute:
    """What the model refused, at the place where it was typed."""
    loc = error["loc"]
    return Faute(
        record=record,
        kind=error["type"],
        name=names(loc)[-1],
        place=_typed_place(record.data, loc),
        forme=form_at(COLLECTIONS[record.collection].modele, loc),
        value=error["input"],
        facts=error.get("ctx", {}),
    )


def _typed_place(data: Mapping[str, Any], loc: Chemin) -> Chemin:
    """The path typed for a path of the model: no rank for a value typed alone, no field of a short form."""
    here: Any = data
    place: Chemin = ()
    for part in loc:
        steps = here if isinstance(here, Mapping) else range(len(here) if isinstance(here, list) else 0)
        if part in steps:
            here = here[part]
            place = (*place, part)
        elif isinstance(part, str):
            break
    return place
