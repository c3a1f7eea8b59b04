# SPDX-License-Identifier: EUPL-1.2
"""Controlled random rounding: what stands already, the integer program, and drawing anew."""
