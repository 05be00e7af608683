"""What the rhythms of a phrase mean: nodes of the grammar become numbers of times by a length of time."""

from __future__ import annotations

from dataclasses import replace

from clairevoie.model.phrases.lexicon import ADJECTIFS, DIZAINES, JOURS, month, number, season, unit
from clairevoie.model.phrases.meanings_dates import when
from clairevoie.model.phrases.meanings_durations import count
from clairevoie.model.phrases.meanings_hours import hours
from clairevoie.model.phrases.meanings_points import ordinal
from clairevoie.model.phrases.points import Calendar
from clairevoie.model.phrases.questions import UnreadError, ambiguous
from clairevoie.model.phrases.readings import ReadFrequency
from clairevoie.model.phrases.trees import PhraseNode

_RANKS = {1: "premier", 2: "deuxième", 3: "troisième", 4: "quatrième", 5: "cinquième", -1: "dernier"}
_WITHIN = {"trimestre": (3, "mois"), "semestre": (6, "mois")}
# The months that a season wholly holds: what « relâche l'été » leaves out.
_MONTHS = {21: (4, 5), 22: (7, 8), 23: (10, 11), 24: (1, 2)}


def rhythm(node: PhraseNode, texte: str, calendar: Calendar) -> ReadFrequency:
    """How often a phrase says. Raises DAT-21, UnreadError, or as dates do for the period that it says."""
    beat = next(child for child in node.nodes if child.rule in _BEATS)
    read = _BEATS[beat.rule](beat, ReadFrequency(texte, "frequence"))
    heure, heure_fin = hours(node)
    about = read.approximatif or any(child.rule == "environ" for child in node.nodes)
    read = replace(read, heure=heure, heure_fin=heure_fin, approximatif=about)
    for complement in node.all("complement"):
        read = _completed(read, complement, calendar)
    if beat.rule == "chaque" and read.par == "annee" and not beat.has("combien"):
        read = _each_counted(read, node)
    within = [
        said for complement in node.all("complement") for said in complement.nodes if said.rule == "repere"
    ]
    if beat.rule == "adjectif" and not all(said.has("annee") for said in within):
        raise UnreadError  # « la rencontre mensuelle de mars 2027 » is one of them
    one_day = beat.rule == "jour_semaine" and beat.plain.startswith("le ") and read.min == 1
    if one_day and heure is None and not beat.has("moment"):
        raise UnreadError
    return read


def _each_counted(read: ReadFrequency, node: PhraseNode) -> ReadFrequency:
    """« chaque année en mars et septembre » is twice a year."""
    times = len(read.mois) or len((read.saison or "").split(" et "))
    one_by_one = not (node.has("ou") or node.has("suite_mois"))
    return replace(read, min=times, max=times) if times > 1 and one_by_one else read


def counted(node: PhraseNode, read: ReadFrequency) -> ReadFrequency:
    """With the number of times that `combien` says; None is the side that it leaves open. Raises UnreadError."""
    if node.has("plusieurs_fois"):
        return replace(read, approximatif=True)
    about = node.get("dizaine")
    if about:
        times = DIZAINES[about.plain]
        return replace(read, min=times, max=times, approximatif=True)
    numbers = [count(one) for one in node.all("nombre")]
    low, high = numbers[0], numbers[-1]
    if node.has("negatif"):
        low, high = -low, high if len(numbers) > 1 else -low
    return _limited(node, replace(read, min=low, max=high))


def _limited(node: PhraseNode, read: ReadFrequency) -> ReadFrequency:
    """« au moins 4 » has no most; « plus de 4 » is 5 at least."""
    if node.has("environ"):
        read = replace(read, approximatif=True)
    if node.has("plus_de"):
        return replace(read, min=(read.min or 0) + 1, max=None)
    if node.has("moins_de"):
        return replace(read, min=None, max=(read.max or 0) - 1)
    if node.has("au_moins"):
        return replace(read, max=None)
    return replace(read, min=None) if node.has("au_plus") else read


def _counted_by(node: PhraseNode, read: ReadFrequency) -> ReadFrequency:
    """« 4 à 6 rencontres par année », « deux réunions mensuelles », « 4 rencontres en 2027 »."""
    read = counted(node.only("combien"), read)
    meetings, adjective, year = node.get("reunions"), node.get("adjectif"), node.get("annee")
    if meetings:
        read = _limited(meetings, read)
    day = node.get("JOUR")
    if day:
        read = replace(read, jour=_weekday(day))
    if adjective:
        times, pas, par = _said_by(adjective)
        if times > 1:
            raise UnreadError
        return replace(read, par=par, pas=pas)
    if year:
        return replace(read, par="annee", periode=year.plain.split()[-1])
    by = [one for one in node.nodes if one.rule == "nombre"]
    return _by(node, replace(read, pas=count(by[0]) if by else 1))


def _by(node: PhraseNode, read: ReadFrequency) -> ReadFrequency:
    """By the unit that a node names; a semester is six months."""
    name = next((one for one in node.nodes if one.rule == "UNITE"), None)
    if name is None:
        raise UnreadError
    par = unit(name.plain)
    times, par = _WITHIN.get(par, (1, par)) if par == "semestre" or read.pas > 1 else (1, par)
    return replace(read, par=par, pas=read.pas * times)


def _once(read: ReadFrequency) -> ReadFrequency:
    said = read.min is not None or read.max is not None or read.approximatif
    return read if said else replace(read, min=1, max=1)


def _every(node: PhraseNode, read: ReadFrequency) -> ReadFrequency:
    """« chaque année », « deux fois chaque mois », « chaque automne »."""
    read = _maybe_counted(node, read)
    name = node.get("SAISON")
    if name:
        return _only_in(replace(_once(read), par="annee"), node)
    if node.has("moment_jour") or node.has("fin_semaine"):
        return replace(_once(read), par="jour" if node.has("moment_jour") else "semaine")
    return _by(node, _once(read))


def _maybe_counted(node: PhraseNode, read: ReadFrequency) -> ReadFrequency:
    times = node.get("combien")
    return counted(times, read) if times else read


def _every_few(node: PhraseNode, read: ReadFrequency) -> ReadFrequency:
    """« aux six semaines », « une semaine sur deux », « un mardi sur deux »."""
    every = next(one for one in node.nodes if one.rule == "nombre")
    read = replace(_once(_maybe_counted(node, read)), pas=count(every))
    day = node.get("JOUR")
    if day:
        return replace(read, par="semaine", jour=_weekday(day))
    if node.has("fin_semaine"):
        return replace(read, par="semaine")
    return _by(node, read)


def _day_of_month(node: PhraseNode, read: ReadFrequency) -> ReadFrequency:
    """« premier mardi du mois », « deuxième et quatrième jeudis du mois »."""
    day = node.get("JOUR")
    assert day is not None
    ranks = [_RANKS[ordinal(rang)] for rang in node.all("rang") if ordinal(rang) in _RANKS]
    if not ranks:
        raise UnreadError
    if ranks == [_RANKS[2]] and node.plain.startswith("chaque") and not node.plain.endswith("mois"):
        each = _weekday(day)
        raise ambiguous(node.texte, f"un {each} sur deux", f"deuxième {each} du mois")
    times = 1 if node.has("ou") else len(ranks)
    join = " ou " if node.has("ou") else " et "
    par = "trimestre" if node.has("trimestriel") else "mois"
    return replace(read, min=times, max=times, par=par, jour=f"{join.join(ranks)} {_weekday(day)}")


def _date_of_month(node: PhraseNode, read: ReadFrequency) -> ReadFrequency:
    """« le 15 de chaque mois »."""
    days = [_number(jour) for jour in node.all("jour")]
    if not all(1 <= day <= 31 for day in days) or node.has("trimestriel"):
        raise UnreadError
    return replace(read, min=len(days), max=len(days), par="mois", jour=" et ".join(map(str, days)))


def _days_of_week(node: PhraseNode, read: ReadFrequency) -> ReadFrequency:
    days = [_weekday(day) for day in node.all("JOUR")]
    if node.has("suite_jours"):
        first, last = map(JOURS.index, days)
        days = [JOURS[(first + step) % 7] for step in range((last - first) % 7 + 1)]
    return _on_days(read, days)


def _on_days(read: ReadFrequency, days: list[str]) -> ReadFrequency:
    *others, last = days
    jour = f"{', '.join(others)} et {last}" if others else last
    return replace(read, min=len(days), max=len(days), par="semaine", pas=1, jour=jour)


def _date_of_year(node: PhraseNode, read: ReadFrequency) -> ReadFrequency:
    """« avant le 30 septembre de chaque année », « chaque 24 juin »."""
    found = list(node.all("date", "mois", "SAISON", "nieme_annuel"))
    days = {one.only("jour").plain for one in found if one.rule == "date"}
    alike = len({one.rule for one in found}) == 1 and len(days) <= 1
    if not alike or any(one.has("an") or one.has("an_voisin") for one in found):
        raise UnreadError
    nth = node.get("nieme_annuel")
    if nth:
        return _nth_of_year(replace(_once(read), par="annee"), nth)
    return _only_in(replace(read, min=len(found), max=len(found), par="annee"), node)


def _nth_of_year(read: ReadFrequency, node: PhraseNode) -> ReadFrequency:
    """« le premier lundi de mai de chaque année »."""
    rank, day = _RANKS.get(ordinal(node.only("rang"))), node.only("JOUR")
    if rank is None or read.par != "annee":
        raise UnreadError
    return replace(read, jour=f"{rank} {_weekday(day)}", mois=_months(node))


def _month_of_year(node: PhraseNode, read: ReadFrequency) -> ReadFrequency:
    """« chaque mois d'avril »."""
    months = _months(node)
    return replace(read, min=len(months), max=len(months), par="annee", mois=months)


def _adjective(node: PhraseNode, read: ReadFrequency) -> ReadFrequency:
    times, pas, par = _said_by(node)
    return replace(read, min=times, max=times, par=par, pas=pas)


def _said_by(adjective: PhraseNode) -> tuple[int, int, str]:
    word = adjective.plain
    return ADJECTIFS[word if word in ADJECTIFS else word.removesuffix("s")]


_BEATS = {
    "jour_du_mois": _day_of_month,
    "quantieme": _date_of_month,
    "jour_semaine": _days_of_week,
    "un_sur_deux": _every_few,
    "tous_les": _every_few,
    "date_annuelle": _date_of_year,
    "mois_annuel": _month_of_year,
    "chaque": _every,
    "compte": _counted_by,
    "adjectif": _adjective,
}


def _completed(read: ReadFrequency, node: PhraseNode, calendar: Calendar) -> ReadFrequency:
    """With what one complement adds: a day, months, a period, exceptions."""
    for child in node.nodes:
        if child.rule == "sauf":
            read = _except(read, child)
        elif child.rule == "nieme_annuel":
            read = _nth_of_year(read, child)
        elif child.rule == "seulement":
            read = _only_in(read, child)
        elif child.rule == "le_jour":
            read = _on_that_day(read, child)
        elif child.rule in ("repere", "limite", "intervalle"):
            if read.periode:
                raise UnreadError
            read = replace(read, periode=when(child, calendar).value.edtf)
        elif child.rule in ("au_moins", "au_plus", "environ"):
            read = _limited(node, read)
    return read


def _on_that_day(read: ReadFrequency, node: PhraseNode) -> ReadFrequency:
    """« hebdomadaire, le mardi », « mensuel, le premier mardi »; « chaque semaine, le lundi et le jeudi » is twice."""
    days, rang = [_weekday(day) for day in node.all("JOUR")], node.get("rang")
    if read.jour:
        raise UnreadError
    if rang:
        rank = _RANKS.get(ordinal(rang))
        if rank is None or read.par not in ("mois", "trimestre") or len(days) > 1:
            raise UnreadError
        return replace(read, jour=f"{rank} {days[0]}")
    if len(days) == 1:
        return replace(read, jour=days[0])
    if (read.par, read.pas, read.min, read.max) not in (
        ("semaine", 1, 1, 1),
        ("semaine", 1, len(days), len(days)),
    ):
        raise UnreadError
    return _on_days(read, days)


def _except(read: ReadFrequency, node: PhraseNode) -> ReadFrequency:
    """« sauf juillet et août », « sauf les jours fériés »; « tous les jours sauf le dimanche » names six days."""
    if node.has("feries"):
        return replace(read, sauf_feries=True)
    without = node.get("jours_sauf")
    if without is None:
        return replace(read, sauf=_months(node))
    out = [_weekday(day) for day in without.all("JOUR")]
    if (read.par, read.pas, read.jour) != ("jour", 1, None):
        raise UnreadError
    return _on_days(read, [day for day in JOURS if day not in out])


def _only_in(read: ReadFrequency, node: PhraseNode) -> ReadFrequency:
    """With the day, the months or the seasons that a node names, and the limit that they are."""
    seasons, jour, limit = (
        [_season(one) for one in node.all("SAISON")],
        node.get("jour"),
        node.get("limite_annuelle"),
    )
    if seasons:
        if node.has("nom_mois"):
            raise UnreadError
        before = [read.saison] if read.saison else []
        return replace(read, saison=" et ".join([*before, *seasons]))
    return replace(
        read,
        mois=read.mois + _months(node),
        jour=f"{_number(jour)}" if jour else read.jour,
        limite=("avant" if limit.plain == "avant" else "au plus tard") if limit else read.limite,
    )


def _months(node: PhraseNode) -> tuple[int, ...]:
    """The months that a node names, from one to another or one by one; those that a season wholly holds."""
    if node.has("estivale"):
        return _MONTHS[22]
    seasons = [season(name.plain) for name in node.all("SAISON")]
    months = [_month(one) for one in node.all("nom_mois")]
    if seasons:
        return (*(month for one in seasons for month in _MONTHS[one]), *months)
    if node.has("suite_mois"):
        first, last = months
        return tuple((first + step - 1) % 12 + 1 for step in range((last - first) % 12 + 1))
    return tuple(months)


def _month(node: PhraseNode) -> int:
    return month(node.plain.rstrip(" ."))


def _number(jour: PhraseNode) -> int:
    said = jour.get("N", "NOMBRE")
    return number(said.plain) if said else 1


def _season(node: PhraseNode) -> str:
    return {21: "printemps", 22: "ete", 23: "automne", 24: "hiver"}[season(node.plain)]


def _weekday(node: PhraseNode) -> str:
    return next(day for day in JOURS if node.plain.startswith(day))
