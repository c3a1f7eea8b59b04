# SPDX-License-Identifier: EUPL-1.2
"""What was shared with others, over the whole vault."""

KEY = "verstrekkingen"
