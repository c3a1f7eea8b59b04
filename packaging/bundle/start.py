# SPDX-License-Identifier: EUPL-1.2
"""What the program folder starts: the same `main` as `casus` and `python -m casus`."""

import sys

from casus.__main__ import main

sys.exit(main())
