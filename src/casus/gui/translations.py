# SPDX-License-Identifier: EUPL-1.2
"""The language of the window: Dutch is in the code, its plurals and English in `resources/translations`."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from casus.assets import resources_root
from casus.services.spoken import speak

_LOCALES = {"nl": "nl_NL", "en": "en_GB"}
_NAME = "casusTranslator"


def install(app: QApplication, language: str) -> None:
    """Speak this language (nl or en) in every window made from now on, dates and Qt's own words included."""
    QLocale.setDefault(QLocale(_LOCALES[language]))
    speak(language)
    for old in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(old)
        old.deleteLater()
    _add(app, f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    _add(app, f"casus_{language}", str(resources_root() / "translations"))


def _add(app: QApplication, name: str, folder: str) -> None:
    translator = QTranslator(app)
    translator.setObjectName(_NAME)
    if translator.load(name, folder):
        app.installTranslator(translator)
