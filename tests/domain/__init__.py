# SPDX-License-Identifier: EUPL-1.2
"""Tests of casus.domain: each rule of the work as a sentence."""
