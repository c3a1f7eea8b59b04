# SPDX-License-Identifier: EUPL-1.2
"""Everything about one person on the screen, with what is about others masked; there is no other way out."""
