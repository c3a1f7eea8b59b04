# SPDX-License-Identifier: EUPL-1.2
"""What this program is, which versions it stands on, and under which licences."""

import platform
from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import QCoreApplication, qVersion

from casus.gui.manage.section import Row, Section
from casus.gui.shell import Shell

_PARTS = (
    ("PySide6_Essentials", "Qt for Python", "LGPL-3.0"),
    ("SQLAlchemy", "SQLAlchemy", "MIT"),
    ("sqlcipher3", "SQLCipher", "BSD-3-Clause"),
    ("cryptography", "cryptography", "Apache-2.0, BSD-3-Clause"),
    ("highspy", "HiGHS", "MIT"),
    ("numpy", "NumPy", "BSD-3-Clause"),
    ("reportlab", "ReportLab", "BSD-3-Clause"),
    ("odfdo", "odfdo", "Apache-2.0"),
    ("alembic", "Alembic", "MIT"),
    ("qtawesome", "QtAwesome, Phosphor", "MIT"),
    ("zxcvbn-rs-py", "zxcvbn", "MIT"),
    ("platformdirs", "platformdirs", "MIT"),
)


class AboutSection(Section):
    """Version, licence, and the work of others inside."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(QCoreApplication.translate("Manage", "Over Casus"))
        self.add_row(
            Row(
                self.tr("Casus {0}").format(_version("casus")),
                self.tr(
                    "Vrije software onder de EUPL-1.2. Geen netwerk, geen telemetrie: alles blijft op deze computer."
                ),
                self.tr("Sneltoetsen"),
                lambda: shell.actions_registry.action("shortcuts").trigger(),
            )
        )
        self.add_row(Row(self.tr("Onderdelen van anderen"), parts_text()))
        self.add_row(
            Row(
                self.tr("Deze computer"),
                f"Python {platform.python_version()} · Qt {qVersion()} · {platform.system()} {platform.release()}",
            )
        )


def parts_text() -> str:
    """Return the libraries with version and licence."""
    lines = [f"{name} {_version(package)} ({licence})" for package, name, licence in _PARTS]
    return " · ".join([*lines, "Noto Sans (OFL-1.1)"])


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
