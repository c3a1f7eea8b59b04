# SPDX-License-Identifier: EUPL-1.2
"""Taken: everything that has to be done."""
