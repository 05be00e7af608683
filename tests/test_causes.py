"""Why the system refused something is said in French, wherever it was met."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from clairevoie.causes import cause, refusal_in
from clairevoie.desk import Desk
from clairevoie.report import describe_failure


@pytest.mark.parametrize(
    ("failure", "said"),
    [
        (
            OSError(errno.ENOSPC, "No space left on device", "/site/index.html"),
            "Lecture ou écriture impossible : /site/index.html (il n'y a plus de place sur le disque).",
        ),
        (
            PermissionError(errno.EACCES, "Permission denied"),
            "Lecture ou écriture impossible : la permission manque.",
        ),
        (
            OSError(errno.EIO, "Input/output error"),
            "Lecture ou écriture impossible : le disque a fait une erreur.",
        ),
        (MemoryError(), "Il n'y a pas assez de mémoire sur cet ordinateur."),
    ],
)
def test_what_the_system_refuses_is_said_in_french(failure: Exception, said: str) -> None:
    assert describe_failure(failure, Desk(Path(), Path("data"))) == said


def test_a_refusal_that_nobody_foresaw_is_said_as_the_system_says_it() -> None:
    assert cause(OSError(9999, "quelque chose d'inconnu")) == "quelque chose d'inconnu"


def test_the_last_refusal_is_found_in_what_another_program_printed() -> None:
    python = "FileNotFoundError: [Errno 2] No such file: '/a'\n\nOSError: [Errno 28] No space left: '/b'"
    found = refusal_in(python)
    assert found is not None
    assert (found.errno, found.filename) == (28, "/b")
    assert str(refusal_in("Error: No space left on device (os error 28)")) == (
        "[Errno 28] il n'y a plus de place sur le disque"
    )
    assert refusal_in("la page est vide") is None
