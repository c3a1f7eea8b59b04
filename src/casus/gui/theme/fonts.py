# SPDX-License-Identifier: EUPL-1.2
"""The bundled typeface (Noto Sans, OFL), registered with Qt once per application."""

from PySide6.QtGui import QFont, QFontDatabase

from casus.assets import resources_root

FAMILY = "Noto Sans"


def register_fonts() -> str:
    """Register every bundled font file and return the family to use for text."""
    for path in sorted((resources_root() / "fonts").glob("*.[ot]tf")):
        QFontDatabase.addApplicationFont(str(path))
    if QFontDatabase.hasFamily(FAMILY):
        return FAMILY
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def tabular(font: QFont) -> QFont:
    """Return the same font with figures of equal width, for columns of numbers."""
    figures = QFont(font)
    figures.setFeature(QFont.Tag("tnum"), 1)
    return figures
