# SPDX-License-Identifier: EUPL-1.2
"""The report: compose, see how every figure is protected, release; and a worker's own contribution."""
