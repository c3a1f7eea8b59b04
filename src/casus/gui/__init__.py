# SPDX-License-Identifier: EUPL-1.2
"""The window: the only package that knows Qt, one folder per screen."""

from casus.gui.immortals import protect_constants

protect_constants()
