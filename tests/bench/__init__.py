# SPDX-License-Identifier: EUPL-1.2
"""The benchmark: each figure measured in fresh processes, beside the same work without Casus."""
