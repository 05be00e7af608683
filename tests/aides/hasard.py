"""How long the tests that draw at random look: shortly each day, and always at the same things; long for endurance."""

from __future__ import annotations

from hypothesis import settings

# No limit of time by example: machines are busy.
settings.register_profile("court", max_examples=50, deadline=None, derandomize=True)
settings.register_profile("endurance", max_examples=5_000, deadline=None, print_blob=True)
settings.load_profile("court")
