# SPDX-License-Identifier: EUPL-1.2
"""The versioned presets of the data controller; never loosened by the exporting user (disclosure.md 5.4)."""

from casus.disclosure.model import Method, Preset

STANDARD = Preset(
    "standard", 1, base=5, threshold=5, min_population=10, label={"nl": "Standaard", "en": "Standard"}
)
STRICT = Preset("strict", 1, base=10, threshold=10, min_population=20, label={"nl": "Streng", "en": "Strict"})
EXACT = Preset(
    "exact",
    1,
    base=1,
    threshold=5,
    min_population=10,
    label={"nl": "Precieze aantallen", "en": "Exact numbers"},
    method=Method.SUPPRESSION,
)

PRESETS = {preset.code: preset for preset in (STANDARD, STRICT, EXACT)}
