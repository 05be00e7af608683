"""What the model refuses, worded for the person who typed it: one kind of fault, one sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from clairevoie.model.base import Forme, FormeCourte
from clairevoie.model.parcours import Chemin
from clairevoie.problems import Problem
from clairevoie.problems.catalogue import problem
from clairevoie.read import Record
from clairevoie.validate.champs import closed_list, field_names, inner_form, nearest
from clairevoie.validate.exemples import exemple
from clairevoie.validate.lieux import names
from clairevoie.validate.noms import form_name

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
