# SPDX-License-Identifier: EUPL-1.2
"""Documents of a dossier: added by dropping, pasting or choosing them, and looked at inside the window."""
