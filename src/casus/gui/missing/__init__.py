# SPDX-License-Identifier: EUPL-1.2
"""Ontbrekende gegevens: what lacks in the dossiers, as one list."""
