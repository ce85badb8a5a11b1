"""Chromium over the built example site; what every browser test starts from."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests import tools
from tests.browser.sample import sample
from tests.published import Site

#: No sandbox inside containers; nothing that looks for the vendor's own hosts.
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Start the system's Chromium; for these tests alone, as Playwright holds the thread's event loop."""
    program = tools.chromium()
    assert program, tools.MISSING
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="package")
def sampled(example: Site) -> list[str]:
    """Return one page of every kind in every language, as output paths."""
    return sample(example.output)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open an empty tab of a telephone's size."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()
