"""Changes that touch several files at once: a record renamed or withdrawn, an element moved or withdrawn.

In: a project, and what is to be done. Out: the files as they would be, byte for byte as they were elsewhere; then
either all of them are written, or none.
"""

from clairevoie.editing.changes import Change, ChangeRefused, apply
from clairevoie.editing.operations import move, rename, withdraw

__all__ = ["Change", "ChangeRefused", "apply", "move", "rename", "withdraw"]
