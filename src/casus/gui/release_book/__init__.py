# SPDX-License-Identifier: EUPL-1.2
"""The book of releases: what left, its proof, and what was published elsewhere."""
