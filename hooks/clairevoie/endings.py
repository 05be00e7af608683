"""How a run ends before its time: told to by a person or a system, or with the process that started it."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import NoReturn

# Ctrl-C, a system that shuts down, a terminal that is closed.
_LISTENED = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
# The request to end that was heard, if any.
_HEARD: list[KeyboardInterrupt] = []
# Seconds.
_MOMENT = 0.01
# What Linux calls « send me this signal when my parent dies ».
_SET_PARENT_DEATH_SIGNAL = 1


def listen() -> None:
    """From now on, what asks the run to end raises KeyboardInterrupt, once: what was begun is tidied in peace."""
    for number in _LISTENED:
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)
    sys.unraisablehook = _unraisable


def _unraisable(lost: sys.UnraisableHookArgs) -> None:
    """Ask again a moment later, when the request came where Python lets nothing be raised: an import that ends, say."""
    if not _HEARD or lost.exc_value is not _HEARD[0]:
        sys.__unraisablehook__(lost)
        return
    number = _HEARD.pop().args[0]
    for listened in _LISTENED:
        if signal.getsignal(listened) is _unheard:
            signal.signal(listened, _stop)
    again = threading.Timer(_MOMENT, os.kill, (os.getpid(), number))
    again.daemon = True
    again.start()


def stop_listening() -> None:
    """The last thing that a run does: while Python itself ends, nothing is heard any more."""
    for number in _LISTENED:
        signal.signal(number, signal.SIG_IGN)
    # Python kills itself at the end when it was stopped inside code made from a text, as that of a dataclass is, even
    # if the stop was caught; running another text makes it forget.
    exec("")


def _stop(number: int, _: object) -> NoReturn:
    for listened in _LISTENED:
        signal.signal(listened, _unheard)
    _HEARD.append(KeyboardInterrupt(number))
    raise _HEARD[0]


def _unheard(*_: object) -> None:
    """Do nothing: Python complains when it is told to ignore a signal that has just come."""


def heard(failure: BaseException) -> KeyboardInterrupt | None:
    """The request to end behind a failure: some libraries make an error of their own of it."""
    if isinstance(failure, KeyboardInterrupt):
        return failure
    return _HEARD[0] if _HEARD else None


def code_of(stop: KeyboardInterrupt) -> int:
    """What the program gives when it was asked to end, as shells say it: 130 for Ctrl-C."""
    number: int = stop.args[0] if stop.args else signal.SIGINT
    return 128 + number


@contextmanager
def unstoppable() -> Iterator[None]:
    """While the block runs it is too late to ask: the site is in place, and only tidying is left."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    handlers = {number: signal.signal(number, _unheard) for number in _LISTENED}
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler or signal.SIG_DFL)


def when_forked() -> Callable[[], None] | None:
    """What another program does first when it is started from here: it ends with this process."""
    return partial(end_with, os.getpid()) if os.name == "posix" else None


def end_with(parent: int) -> None:
    """Make this process end with its `parent`, were it killed; Ctrl-C in a terminal is for the parent to hear."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)
