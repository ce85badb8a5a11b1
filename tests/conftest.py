"""What every test shares: how hard the property tests try, and the built example site."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.published import Site, build_example, served

settings.register_profile("usual", max_examples=60, deadline=None)
settings.register_profile("nightly", max_examples=300, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "usual"))


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Build this project's own site and serve it."""
    output = build_example(tmp_path_factory.mktemp("site"))
    with served(output.parent) as origin:
        yield Site(output, origin)
