# SPDX-License-Identifier: EUPL-1.2
"""The dossier of a person or a family: everything there is, and what can be done next."""
