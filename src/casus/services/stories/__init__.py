# SPDX-License-Identifier: EUPL-1.2
"""Stories (Rijker Verantwoorden): written and checked where the names are, approved by a second person, then told."""
