"""A run that is told to end says so, wherever it was."""

from __future__ import annotations

import subprocess
import sys

_TOLD_WHERE_NOTHING_IS_RAISED = """\
import signal, time
from clairevoie.endings import code_of, listen

class Told:
    def __del__(self):
        signal.raise_signal(signal.SIGTERM)

listen()
try:
    told = Told()
    del told  # what is raised in there is lost
    time.sleep(20)
    print("jusqu'au bout")
except KeyboardInterrupt as stop:
    print(code_of(stop))
"""


def test_a_request_that_comes_where_nothing_can_be_raised_is_heard_a_moment_later() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _TOLD_WHERE_NOTHING_IS_RAISED],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (ran.stdout, ran.stderr) == ("143\n", "")
