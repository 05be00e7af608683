"""Files as they would be, then written all together, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from clairevoie.problems import Located


class ChangeRefused(Exception):  # noqa: N818 - it says what became of the change
    """A change that cannot be made: a sentence for whoever asked, and the problems that it would bring."""

    def __init__(self, sentence: str, problems: Sequence[Located] = ()) -> None:
        self.problems = problems
        super().__init__(sentence)


@dataclass(frozen=True)
class Change:
    """What would be done, in one sentence; the bytes of each file, None for one that goes away."""

    sentence: str
    files: Mapping[Path, bytes | None] = field(default_factory=dict)

    @property
    def told(self) -> Sequence[str]:
        """What would be done, then each file that it touches."""
        verbs = {True: "Supprimé", False: "Écrit"}
        return (self.sentence, *(f"  {verbs[data is None]} : {path}" for path, data in self.files.items()))


def apply(change: Change, check: Callable[[], Iterable[Located]]) -> None:
    """Write every file; when that brings an error, or anything goes wrong, every file is again as it was.

    Raises ChangeRefused with the new errors.
    """
    known = {_key(one) for one in check() if one.is_error}
    before = {path: path.read_bytes() if path.is_file() else None for path in change.files}
    try:
        _write(change.files)
        brought = [one for one in check() if one.is_error and _key(one) not in known]
        if brought:
            raise ChangeRefused("Rien n'a été changé : il y aurait de nouvelles erreurs.", brought)
    except BaseException:
        _write(before)
        raise


def _key(one: Located) -> tuple[str, str]:
    return one.code, one.fault


def _write(files: Mapping[Path, bytes | None]) -> None:
    """What comes is written before anything goes."""
    for path, data in sorted(files.items(), key=lambda item: item[1] is None):
        if data is None:
            path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary = path.with_name(f".{path.name}.nouveau")
            temporary.write_bytes(data)
            temporary.replace(path)
