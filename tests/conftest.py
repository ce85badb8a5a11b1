"""What every test shares: how hard the property tests try."""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("usual", max_examples=60, deadline=None)
settings.register_profile("nightly", max_examples=300, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))
