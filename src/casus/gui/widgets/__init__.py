# SPDX-License-Identifier: EUPL-1.2
"""Own widgets. Forms promote to the modules of this package; import from the module you need."""
