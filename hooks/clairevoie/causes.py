"""Why the system refused something, in French."""

from __future__ import annotations

import errno
import re

# By the name of the refusal: not every system has them all.
_SAID = {
    "EACCES": "la permission manque",
    "EPERM": "la permission manque",
    "ENOSPC": "il n'y a plus de place sur le disque",
    "EDQUOT": "votre part du disque est pleine",
    "EFBIG": "le fichier serait plus gros que ce qui est permis",
    "EROFS": "le disque ne peut pas être écrit",
    "ENOENT": "ce fichier ou ce dossier n'existe pas",
    "ENOTDIR": "ce n'est pas un dossier",
    "EISDIR": "c'est un dossier",
    "EEXIST": "ce nom est déjà pris",
    "ENOTEMPTY": "le dossier n'est pas vide",
    "ENAMETOOLONG": "le nom est trop long",
    "ELOOP": "des liens tournent en rond",
    "EXDEV": "les deux dossiers sont sur des disques différents",
    "EBUSY": "il sert à un autre programme",
    "ETXTBSY": "il sert à un autre programme",
    "EIO": "le disque a fait une erreur",
    "ENOLCK": "ce disque ne permet pas de verrou",
    "ENOMEM": "il n'y a plus de mémoire",
    "EAGAIN": "le système n'a plus de processus à donner",
    "EMFILE": "trop de fichiers sont ouverts",
    "ENFILE": "trop de fichiers sont ouverts",
}
_CAUSES = {getattr(errno, name): said for name, said in _SAID.items() if hasattr(errno, name)}
# How Python and Rust print such a refusal, at the end of what they say.
_PRINTED = re.compile(r"\[Errno (\d+)\](?:[^'\n]*'([^'\n]*)')?|\(os error (\d+)\)")


def cause(failure: OSError) -> str:
    """« il n'y a plus de place sur le disque »."""
    return _CAUSES.get(failure.errno or 0, failure.strerror or str(failure))


def unless_gone(failure: OSError) -> None:
    """Raise what `os.walk` would leave out without a word, unless it went away in the meantime."""
    if not isinstance(failure, FileNotFoundError):
        raise failure


def refusal_in(printed: str) -> OSError | None:
    """The last refusal of the system in what another program printed before it stopped, if any."""
    found = list(_PRINTED.finditer(printed))
    if not found:
        return None
    by_python, name, by_rust = found[-1].groups()
    number = int(by_python or by_rust)
    return OSError(number, _CAUSES.get(number, found[-1][0]), name)
