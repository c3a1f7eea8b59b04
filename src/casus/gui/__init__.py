# SPDX-License-Identifier: EUPL-1.2
"""The window: the only package that knows Qt, one folder per screen."""

from casus.gui.immortal_none import protect_none

protect_none()
