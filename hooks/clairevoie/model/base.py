"""The ground every model stands on: frozen forms, kinds of text, references, and the errors they raise.

Goes in: plain values read from YAML. Comes out: frozen pydantic objects, or pydantic errors whose
type is the code of a rule (`TYP-08`, `DAT-01`…), worded in French by `validate`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Annotated, Any, ClassVar, Literal, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PlainValidator,
    Strict,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from clairevoie.model.phrases import PhraseError, ReadDeadline, read_deadlines

T = TypeVar("T")
# One set for all the forms where the same fields were typed; nobody changes it.
_TYPED: dict[frozenset[str], set[str]] = {}


class Forme(BaseModel):
    """Anything typed in a data file: frozen, and refusing fields it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def model_post_init(self, _: Any) -> None:
        """Hold the names of what was typed once for all the forms where they are the same: a third less to hold."""
        typed = self.__pydantic_fields_set__
        object.__setattr__(self, "__pydantic_fields_set__", _TYPED.setdefault(frozenset(typed), typed))


class FormeCourte(Forme):
    """A form that may be typed as one sentence: the text of its field `champ_court`."""

    champ_court: ClassVar[str] = "texte"

    @model_validator(mode="before")
    @classmethod
    def _expand(cls, data: Any) -> Any:
        return {cls.champ_court: data} if isinstance(data, str) else data

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        schema = handler.resolve_ref_schema(handler(core_schema))
        short = {"type": "string", "description": "Forme courte : la phrase seule."}
        return {"title": schema.get("title", cls.__name__), "anyOf": [short, schema]}


@dataclass(frozen=True, slots=True)
class Vers:
    """Marks a text that must be the id of a record of `collection`."""

    collection: str


@dataclass(frozen=True, slots=True)
class VersAdresse:
    """Marks a text that must be `collection/id`, with or without `#ancre`."""


@dataclass(frozen=True, slots=True)
class VersAncre:
    """Marks a text that must be an anchor of the same record (or an address elsewhere)."""


@dataclass(frozen=True, slots=True)
class Interne:
    """Marks a field that no page shows: it leaves with no copy of the record."""


@dataclass(frozen=True, slots=True)
class Nominatif:
    """Marks the name of a person: it is on the pages and in the data file of its record, and in no export of many."""


Marque = Vers | VersAdresse | VersAncre
Nature = Literal[
    "texte",
    "texte_long",
    "markdown",
    "web",
    "lieu",
    "fichier",
    "booleen",
    "date",
    "date_sure",
    "jour",
    "montant",
    "nombre",
    "texte_ou_nombre",
]


@dataclass(frozen=True, slots=True)
class Valeur:
    """Marks what a plain value is, which its Python type does not say.

    `texte_long` is words of any length shown as typed, paragraphs and lines kept: what a source says; `markdown` the
    same, in our words, with the marks of Markdown. `web` is an address of the Web, `lieu` a place, or such an address;
    `fichier` the path of a file that the site publishes.
    """

    nature: Nature


def refuse(code: str, **facts: str) -> PydanticCustomError:
    """The error of rule `code`, with the facts that its French sentence needs."""
    return PydanticCustomError(code, code, facts)


def phrase_refused(error: PhraseError) -> PydanticCustomError:
    """A phrase that says something impossible, as a model error."""
    return refuse(error.code, **error.facts)


def _amount(value: Any) -> Decimal:
    """A sum of money; floats never come this far, the reader gives Decimal."""
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise refuse("TYP-08", brut=str(value))
    amount = Decimal(value)
    exponent = amount.as_tuple().exponent
    if not isinstance(exponent, int) or amount < 0 or not -2 <= exponent <= 0:
        raise refuse("TYP-09", brut=str(value))
    return amount


def _number(value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise refuse("TYP-20", brut=str(value))
    return Decimal(value)


def _when(value: Any) -> ReadDeadline:
    """The one reading of a field that says when; a bare year reaches us as a number."""
    if isinstance(value, bool) or not isinstance(value, (int, str)) or not str(value).strip():
        raise refuse("DAT-02", brut=str(value))
    try:
        first, *others = read_deadlines(str(value))
    except PhraseError as error:
        raise phrase_refused(error) from error
    if others:
        raise refuse("DAT-31", brut=str(value), premiere=first.texte)
    return as_typed(first, str(value).strip())


def as_typed(lue: ReadDeadline, typed: str) -> ReadDeadline:
    """The reading with all the words of its phrase; the notation of machines stays in French words."""
    return replace(lue, texte=typed) if lue.texte in typed else lue


def _exact_day(value: Any) -> ReadDeadline:
    return _certain(value, ("date",))


def _sure_date(value: Any) -> ReadDeadline:
    return _certain(value, ("date", "mois", "annee"))


def _certain(value: Any, types: tuple[str, ...]) -> ReadDeadline:
    """A date of one of these types, that is neither about it nor in doubt."""
    read = _when(value)
    if read.type not in types or read.approximatif or read.alternative or read.edtf is None:
        raise refuse("DAT-32" if types == ("date",) else "DAT-33", brut=str(value))
    return read


def _one_or_many(value: Any) -> Any:
    return [value] if isinstance(value, (str, int, dict)) and not isinstance(value, bool) else value


def _as_words(value: Any) -> Any:
    is_number = isinstance(value, (int, Decimal)) and not isinstance(value, bool)
    return str(value) if is_number else value


def _flag(value: Any) -> Any:
    if isinstance(value, str):
        raise refuse("TYP-01", valeur=value)
    return value


def _media(name: str) -> WithJsonSchema:
    """What a long text is, for the editors that read the schema."""
    return WithJsonSchema({"type": "string", "pattern": r"\S", "contentMediaType": name})


_Words = Annotated[str, Strict(), StringConstraints(pattern=r"\S")]
Texte = Annotated[_Words, Valeur("texte")]
TexteLong = Annotated[_Words, Valeur("texte_long"), _media("text/plain")]
TexteMarkdown = Annotated[_Words, Valeur("markdown"), _media("text/markdown")]
AdresseWeb = Annotated[_Words, Valeur("web")]
Lieu = Annotated[_Words, Valeur("lieu")]
Fichier = Annotated[_Words, Valeur("fichier")]
Booleen = Annotated[bool, Strict(), BeforeValidator(_flag), Valeur("booleen")]
Nombre = Annotated[
    Decimal, PlainValidator(_number), WithJsonSchema({"type": "number"}), Valeur("nombre")
]  # fmt: skip
Montant = Annotated[
    Decimal, PlainValidator(_amount), WithJsonSchema({"type": "number", "minimum": 0}), Valeur("montant")
]
TexteOuNombre = Annotated[
    str, BeforeValidator(_as_words), Strict(),
    WithJsonSchema({"type": ["string", "number"]}),
    Valeur("texte_ou_nombre"),
]  # fmt: skip
# When, in one phrase, whatever it says of it.
Jour = Annotated[
    ReadDeadline, PlainValidator(_when), WithJsonSchema({"type": ["string", "integer"]}), Valeur("date")
]
# When, to the day: the site says « le » before it.
JourExact = Annotated[
    ReadDeadline, PlainValidator(_exact_day), WithJsonSchema({"type": "string"}), Valeur("jour")
]
# When, without a doubt: what has consequences in law begins and ends on known days, be they those of a month.
DateSure = Annotated[
    ReadDeadline,
    PlainValidator(_sure_date),
    WithJsonSchema({"type": ["string", "integer"]}),
    Valeur("date_sure"),
]

RefDemarche = Annotated[Texte, Vers("demarches")]
RefComite = Annotated[Texte, Vers("comites")]
RefOrganisme = Annotated[Texte, Vers("organismes")]
RefProjet = Annotated[Texte, Vers("projets")]
RefPlan = Annotated[Texte, Vers("plans")]
RefEvenement = Annotated[Texte, Vers("evenements")]
RefDocument = Annotated[Texte, Vers("documents")]
RefTerritoire = Annotated[Texte, Vers("territoires")]
RefEnjeu = Annotated[Texte, Vers("enjeux")]
Adresse = Annotated[Texte, VersAdresse()]
Ancre = Annotated[Texte, VersAncre()]


class OneOrMany:
    """Marks a list whose only value may stand without it, and says so in the JSON Schema."""

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        schema = handler(core_schema)
        return {"anyOf": [schema["items"], schema]}


@dataclass(frozen=True, slots=True)
class Colonne:
    """Marks a field that is a column of the file that « Explorer » gives."""


# A field of a record, with a column of its own in the file that « Explorer » gives.
EnColonne = Annotated[T, Colonne()]

# A sentence or a list of sentences, wherever the cardinality is 0..n.
Phrases = Annotated[tuple[T, ...], BeforeValidator(_one_or_many), OneOrMany]


def one(titre: str, description: str, default: Any = None, *, obligatoire: bool = False) -> Any:
    """A field with the French title and description that the public and the editor read."""
    return Field(... if obligatoire else default, title=titre, description=description)


def many(titre: str, description: str) -> Any:
    """A field that may hold any number of values, none when it is not typed."""
    return Field((), title=titre, description=description)
