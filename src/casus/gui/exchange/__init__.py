# SPDX-License-Identifier: EUPL-1.2
"""The sealed exchange on screen: colleagues and their cards, packages that come, packages that go."""

COLLEAGUES, BUNDLES = "collegas", "pakketten"
"""The keys of the two pages."""
