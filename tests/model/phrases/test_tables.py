"""Ordinary phrases, and those of real documents, are read or asked about as their tables say."""

import pytest

from tests.model.phrases.tables import Row, rows, told

TABLES = [row for name in ("echeances.tsv", "phrases_reelles.tsv", "familles.tsv") for row in rows(name)]


@pytest.mark.parametrize(("phrase", "row"), TABLES)
def test_a_phrase_says_what_its_table_says(phrase: str, row: Row) -> None:
    assert told(phrase) == row
