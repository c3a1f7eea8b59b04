# SPDX-License-Identifier: EUPL-1.2
"""Stories (Rijker Verantwoorden): written and checked where the names are, approved by a second person, then told.

`writing` (by a worker) · `check` (against everything the vault holds) · `approving` (the second person signs for
exactly the text that travels) · `travelling`, `sending`, `arriving` (to the coordinator and back) · `publishing` (by a
coordinator) · `published` (what a report may tell). A story never refers to a person or a case.
"""

from casus.services.stories.approving import approve_story
from casus.services.stories.inputs import NEEDED_PARTS, TEXT_PARTS, StoryInput, texts_of
from casus.services.stories.publishing import publish_story, withdraw_story
from casus.services.stories.sending import holders, send_story, send_withdrawal
from casus.services.stories.writing import (
    Told,
    finish_check,
    get_story,
    indicator_choices,
    indicator_codes,
    needs_both,
    remove_story,
    tell,
    update_story,
    withdraw_consent,
    write_story,
)

__all__ = [
    "NEEDED_PARTS",
    "TEXT_PARTS",
    "StoryInput",
    "Told",
    "approve_story",
    "finish_check",
    "get_story",
    "holders",
    "indicator_choices",
    "indicator_codes",
    "needs_both",
    "publish_story",
    "remove_story",
    "send_story",
    "send_withdrawal",
    "tell",
    "texts_of",
    "update_story",
    "withdraw_consent",
    "withdraw_story",
    "write_story",
]
