# SPDX-License-Identifier: EUPL-1.2
"""The page with every case."""
