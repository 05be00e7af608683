"""The drawing of who decides says what it is given: each line ends at the comité it names, and nothing overlaps."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from clairevoie.drawing.lanes import Link
from clairevoie.drawing.stack import PHONE_WIDTH, Box, StackDrawing, Thread, draw
from clairevoie.drawing.text_width import width

MOTS = ("élit", "rend compte à", "« visait à répondre à une demande des comités locaux »")
NOMS = st.text(st.sampled_from("abcdéW -’"), min_size=1, max_size=300)


def _cases(noms: list[str]) -> list[Box]:
    return [Box(f"c{n}", f"comites/c{n}", nom, ("Comité de travail",), "") for n, nom in enumerate(noms)]


@st.composite
def drawings(draw_from: st.DrawFn) -> tuple[list[Link], StackDrawing]:
    """A drawing of a few comités with any links between them, and those links."""
    cases = _cases(draw_from(st.lists(NOMS, min_size=1, max_size=8)))
    ids = st.sampled_from([box.key for box in cases])
    ends = st.lists(ids, max_size=3, unique=True).map(tuple)
    traits = draw_from(st.lists(st.builds(Link, ids, st.sampled_from(MOTS), ends), min_size=1, max_size=12))
    return traits, draw(cases, traits)


def _leaves(fil: Thread) -> list[int]:
    """The heights at which lines come into the lane."""
    return [int(y) for y in re.findall(r"M14 (\d+)H", fil.path)]


def _span(fil: Thread) -> tuple[int, int]:
    found = re.match(r"M\d+ (\d+)V(\d+)", fil.path)
    assert found
    return int(found[1]), int(found[2])


@given(drawings())
def test_every_link_starts_under_its_comite_and_ends_at_those_it_names(
    given: tuple[list[Link], StackDrawing],
) -> None:
    traits, dessin = given
    floors = {etage.box.key: etage for etage in dessin.floors}
    assert traits
    assert len(dessin.floors) == len(floors)
    for trait in traits:
        floor = floors[trait.source]
        label = next(one for one in floor.labels if one.link == trait)
        assert " ".join(ligne.text for ligne in label.text_lines).replace("\u00a0", " ") == trait.words
        lanes = [fil for fil in dessin.threads if label.y in _leaves(fil)]
        assert len(lanes) == (1 if trait.targets else 0)
        reached = {y for fil in lanes for y in fil.arrows}
        for end in trait.targets:
            assert any(floors[end].y < y < floors[end].y + floors[end].height for y in reached)
        assert len(reached) == len(trait.targets)


@given(drawings())
def test_two_lines_never_run_on_top_of_each_other_nor_end_at_the_same_point(
    given: tuple[list[Link], StackDrawing],
) -> None:
    _, dessin = given
    for lane in {fil.x for fil in dessin.threads}:
        spans = sorted(_span(fil) for fil in dessin.threads if fil.x == lane)
        assert all(one[1] < other[0] for one, other in pairwise(spans))
    arrows = [y for fil in dessin.threads for y in fil.arrows]
    assert len(arrows) == len(set(arrows))


@given(drawings())
def test_words_stay_inside_their_box_and_boxes_apart(given: tuple[list[Link], StackDrawing]) -> None:
    _, dessin = given
    assert all(etage.text_lines for etage in dessin.floors)
    for etage in dessin.floors:
        for ligne in etage.text_lines:
            assert etage.y < ligne.y < etage.y + etage.height
            assert width(ligne.text, 16 if ligne.is_name else 14, ligne.is_name) <= dessin.box_width - 24
    assert all(one.bottom < other.y for one, other in pairwise(dessin.floors))
    assert dessin.floors[-1].bottom < dessin.height
    assert all(dessin.box_width < fil.x < dessin.width for fil in dessin.threads)


def test_those_who_report_to_the_same_comite_share_one_line() -> None:
    traits = [Link(f"c{n}", "rend compte à", ("c0",)) for n in range(1, 6)]
    dessin = draw(_cases(["Comité"] * 6), traits)
    assert len(dessin.threads) == 1
    assert len(dessin.threads[0].arrows) == 1
    assert not dessin.overflows


def test_a_drawing_fits_on_a_phone_until_lines_would_touch() -> None:
    for n, wide in ((6, False), (30, True)):
        traits = [Link(f"c{rank}", "soutient", (f"c{2 * n - 1 - rank}",)) for rank in range(n)]
        dessin = draw(_cases(["Comité"] * 2 * n), traits)
        lanes = sorted(fil.x for fil in dessin.threads)
        assert min(b - a for a, b in pairwise(lanes)) >= 9
        assert dessin.overflows is wide
        assert wide or dessin.width == PHONE_WIDTH
