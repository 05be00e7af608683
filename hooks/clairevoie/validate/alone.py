"""What can be said of one record without looking at any other: in any process, once for a given file.

In: a record as it was typed. Out: `Examined`, its fiche and the problems that concern it alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from clairevoie.model import Jeu
from clairevoie.model.fiche import Fiche
from clairevoie.model.parcours import Renvoi, renvois
from clairevoie.problems import Located
from clairevoie.read import Record
from clairevoie.validate import (
    boucles,
    dates,
    etats,
    frequences,
    identifiants,
    liens_web,
    lisibilite,
    membres,
    notes,
    numerotation,
    obligatoires,
    phrases,
    references,
    renseignements,
    reserves,
    sommes,
    sources,
    structure,
    textes,
    vie_privee,
)
from clairevoie.validate.dossier import Dossier, Rule
from clairevoie.validate.shape import shape

# They look neither at another record, nor at the day, nor at the files offered.
RULES_ALONE: tuple[Rule, ...] = (
    *obligatoires.RULES,
    *textes.RULES,
    *lisibilite.RULES,
    *reserves.RULES,
    *numerotation.RULES,
    *notes.RULES,
    *renseignements.RULES,
    *liens_web.RULES,
    *phrases.RULES,
    dates.period_ends_after_it_starts,
    dates.echeance_falls_within_plan,
    dates.duree_equals_span_of_etapes,
    identifiants.id_is_a_slug,
    identifiants.local_id_is_a_slug,
    identifiants.anchors_are_unique,
    identifiants.published_element_has_an_anchor,
    references.public_vise_is_defined,
    boucles.enonce_is_not_its_own_ancestor,
    membres.member_stands_for_something,
    membres.name_of_a_member_is_a_name,
    structure.effect_stays_in_the_zone_of_its_parent,
    structure.sentence_is_said_once,
    etats.claimed_state_rests_on_a_fact,
    etats.typed_state_is_that_of_last_suivi,
    frequences.dates_of_a_year_match_frequency,
    sommes.total_is_sum_of_lines,
    sommes.budget_has_lines_and_total,
    sommes.confirmed_funding_has_an_amount,
    sommes.confirmed_funding_fits_in_budget,
    sommes.lone_total_rests_on_a_source,
    sommes.lines_have_distinct_labels,
    sources.published_record_cites_a_source,
    sources.shared_out_cell_is_told,
    sources.document_has_a_full_title,
    vie_privee.named_seat_says_why,
    vie_privee.reason_is_enough,
    vie_privee.count_of_people_hides_them,
)


@dataclass(frozen=True, slots=True)
class Examined:
    """A record, the fiche that it describes (None when its form is wrong) and what is wrong with it alone.

    `renvois` are the references of the fiche: every rule about them starts there.
    """

    record: Record
    fiche: Fiche | None
    renvois: tuple[Renvoi, ...]
    problems: tuple[Located, ...]

    @property
    def adresse(self) -> str:
        """`collection/id`, whether or not the record is well formed."""
        return self.record.adresse


def examine(record: Record) -> Examined:
    """The form of one record, then the rules that need nothing else."""
    fiche, misshapen = shape(record)
    adresse = record.adresse
    cited = tuple(renvois(fiche)) if fiche else ()
    jeu = Jeu.of([fiche] if fiche else [])
    alone = Dossier(jeu, {adresse: record}, date.max, renvois={adresse: cited})
    ruled = (problem for rule in RULES_ALONE for problem in rule(alone))
    return Examined(record, fiche, cited, tuple(map(record.locate, (*misshapen, *ruled))))
