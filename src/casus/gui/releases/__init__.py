# SPDX-License-Identifier: EUPL-1.2
"""Who comes free when, and what is not arranged yet."""
