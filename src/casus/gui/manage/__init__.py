# SPDX-License-Identifier: EUPL-1.2
"""Managing one's own vault: looks, keys, the check, institutions, and what this program is."""
