# SPDX-License-Identifier: EUPL-1.2
"""What a figure is: predicates, cells, margins, and how classifications of one attribute are related."""
