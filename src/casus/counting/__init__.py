# SPDX-License-Identifier: EUPL-1.2
"""From records to contributions, and from contributions and registers to exact internal count tables."""
