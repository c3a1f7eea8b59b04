# SPDX-License-Identifier: EUPL-1.2
"""Use cases as verbs, one module per subject; each opens and closes its own session."""
