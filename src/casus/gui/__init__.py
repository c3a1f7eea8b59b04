# SPDX-License-Identifier: EUPL-1.2
"""The window: the only package that knows Qt, one folder per screen."""

from PySide6 import QtCore  # noqa: F401  # what follows changes it

from casus.gui.features import ignore_features
from casus.gui.immortals import protect_constants

protect_constants()
ignore_features()
