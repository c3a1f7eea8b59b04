# SPDX-License-Identifier: EUPL-1.2
"""Vandaag: the first page after unlocking."""
