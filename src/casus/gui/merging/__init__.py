# SPDX-License-Identifier: EUPL-1.2
"""Two records of one person: found, compared, made one, taken apart again."""
