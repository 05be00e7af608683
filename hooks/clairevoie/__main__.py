"""The command `clairevoie`, or `python -m clairevoie`: it can be stopped before anything long is read."""

from __future__ import annotations

import os
import sys

from clairevoie.answers import request
from clairevoie.arguments import parse
from clairevoie.clock import today
from clairevoie.endings import code_of, heard, listen, stop_listening


def main() -> int:
    """Run one command; what it gives is what the program ends with."""
    listen()
    try:
        _speak_utf_8()
        asked = parse(None)
        asks = request(asked, asked.date or today()) if hasattr(asked, "date") else None
        known = asks and asks.answer()
        if known:
            sys.stdout.write(known.said)
            return known.code
        from clairevoie.cli import run  # takes half a second, and may be stopped

        return run(asked, asks)
    except BaseException as failure:
        stop = heard(failure)
        if stop is None:
            raise
        print("Interrompu.", file=sys.stderr)  # noqa: T201 - nothing else can speak yet
        return code_of(stop)
    finally:
        stop_listening()


def _speak_utf_8() -> None:
    """Start again in UTF-8 where the system speaks another alphabet: names of files would not be what they are."""
    if os.name == "posix" and not sys.flags.utf8_mode and sys.getfilesystemencoding() != "utf-8":
        os.environ["PYTHONUTF8"] = "1"  # for what is started from here
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])


if __name__ == "__main__":
    raise SystemExit(main())
