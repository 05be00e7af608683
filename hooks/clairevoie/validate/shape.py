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
from clairevoie.model.base import Forme, FormeCourte
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Chemin
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.read import Record
from clairevoie.validate.champs import closed_list, field_names, form_at, inner_form
from clairevoie.validate.exemples import exemple
from clairevoie.validate.likeness import nearest
from clairevoie.validate.noms import form_name
from clairevoie.validate.typed import names, walk

# Numbers that are names: YAML would lose their zeros when they are typed without quotes.
_NUMEROS = {
    **dict.fromkeys(("poste", "neq", "code_geographique", "telephone"), "TYP-05"),
    **dict.fromkeys(("numero", "numero_liste", "publics_cibles"), "TYP-06"),
}
_MONEY = re.compile(r"(\d+)(?:[.,](\d{1,2}))?(?:\$|dollars?|CAD)?")


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
        return self.record.raw(*self.place) or str(self.value)

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
        return faute.say("TYP-11")
    return _ABOUT_VALUES.get(faute.kind, _rule)(faute)


def _wants_a_plain_value(faute: Faute) -> bool:
    return faute.kind != "tuple_type" and inner_form(faute.forme, faute.name) is None


def _missing(faute: Faute) -> Problem:
    return faute.say("TYP-14", champ=faute.name, exemple=exemple(faute.forme, faute.name))


def _unknown(faute: Faute) -> Problem:
    proche = nearest(faute.name, field_names(faute.forme))
    facts = {"cle": faute.name, "le_type": form_name(faute.forme), "proche": proche}
    return replace(problem("TYP-13", faute.record.adresse, faute.place, **facts), of_key=True)


def _not_listed(faute: Faute) -> Problem:
    values = closed_list(faute.forme, faute.name)
    proche = nearest(faute.brut, values)
    return faute.say("TYP-12", valeur=faute.brut, proche=proche, liste=", ".join(values))


def _not_text(faute: Faute) -> Problem:
    """A number where words were expected: harmful for those that are names, easy to quote for all."""
    is_number = isinstance(faute.value, (int, Decimal)) and not isinstance(faute.value, bool)
    if not is_number or faute.name not in _NUMEROS:
        return faute.say("TYP-11")
    lu = f"{Decimal(faute.value).normalize():f}"
    return faute.say(_NUMEROS[faute.name], brut=faute.brut, lu=lu)


def _not_a_form(faute: Faute) -> Problem:
    """Words where a block was expected: what it lacks first is a field for them."""
    forme = inner_form(faute.forme, faute.name)
    if forme is None or isinstance(faute.value, list) or issubclass(forme, FormeCourte):
        return faute.say("TYP-11")
    required = [name for name, field in forme.model_fields.items() if field.is_required()]
    champ = next(iter(required), "texte" if "texte" in forme.model_fields else next(iter(forme.model_fields)))
    return faute.say("TYP-14", champ=champ, exemple=exemple(forme, champ))


def _not_an_amount(faute: Faute) -> Problem:
    return faute.say("TYP-08", brut=faute.brut, suggestion=_amount_in(faute.brut))


def _amount_in(typed: str) -> str:
    """« 80 000 $ » → `80000`, « 1 234,5 » → `1234.5`; nothing when the words are not plainly one amount."""
    match = _MONEY.fullmatch("".join(typed.replace("\\", "").split()))
    if match is None:
        return ""
    dollars, cents = match.groups()
    return f"{dollars}.{cents}" if cents else dollars


def _rule(faute: Faute) -> Problem:
    """A refusal that the model itself gave under the code of a rule, shown at the words it speaks of."""
    if inner_form(faute.forme, faute.name) is None:
        return faute.say(faute.kind, **{**faute.facts, "brut": faute.brut, "valeur": faute.brut})
    block = faute.value if isinstance(faute.value, dict) else {}
    spoken_of = [champ for champ, typed in block.items() if typed == faute.facts.get("brut")]
    return problem(faute.kind, faute.record.adresse, (*faute.place, *spoken_of[:1]), **faute.facts)


_ABOUT_KEYS: dict[str, Callable[[Faute], Problem]] = {"missing": _missing, "extra_forbidden": _unknown}
_ABOUT_VALUES: dict[str, Callable[[Faute], Problem]] = {
    "TYP-08": _not_an_amount,
    "bool_type": lambda faute: faute.say("TYP-01", valeur=faute.brut),
    "literal_error": _not_listed,
    "model_type": _not_a_form,
    "string_pattern_mismatch": lambda faute: faute.say("TYP-15"),
    "string_type": _not_text,
    "tuple_type": lambda faute: faute.say("TYP-10"),
}


def shape(record: Record) -> tuple[Fiche | None, tuple[Problem, ...]]:
    """The fiche that a record describes, None when its form is wrong, and what is wrong with it."""
    modele = COLLECTIONS[record.collection].modele
    fautes: list[Faute] = []
    fiche = None
    try:
        fiche = modele.model_validate({**record.data, "id": record.id})
    except ValidationError as refused:
        fautes = [_faute(record, error) for error in refused.errors(include_url=False)]
    told = {faute.place for faute in fautes}
    found = walk(record.data) if _lacks_a_value(record.data) else ()
    nulls = (place for place, value in found if value is None and place not in told)
    return fiche, (*_typed_id(record), *map(word, fautes), *(_empty(record, place) for place in nulls))


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
