# SPDX-License-Identifier: EUPL-1.2
"""The view of everything about one person (GDPR article 15), with what is about others masked; it is never a file."""

from casus.services.overview.assembling import open_overview
from casus.services.overview.masks import MaskInput, mask_text
from casus.services.overview.model import FieldView, ItemView, Overview, Piece, SectionView

__all__ = [
    "FieldView",
    "ItemView",
    "MaskInput",
    "Overview",
    "Piece",
    "SectionView",
    "mask_text",
    "open_overview",
]
