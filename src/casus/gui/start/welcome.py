# SPDX-License-Identifier: EUPL-1.2
"""What to open: a new vault, one that exists, or the demo."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout

from casus.gui.start.option_cards import Option, OptionCards
from casus.gui.start.view import View
from casus.gui.theme import theme

NEW, EXISTING, DEMO = "new", "existing", "demo"


class WelcomeView(View):
    """Three ways to go on.

    Signals:
        chosen: new, existing or demo.
        back_requested: back to the vault of last time.
    """

    chosen = Signal(str)
    back_requested = Signal()

    def __init__(self, *, with_back: bool) -> None:
        super().__init__(
            QCoreApplication.translate("Welcome", "Welkom bij Casus"),
            QCoreApplication.translate(
                "Welcome",
                "Dossiers in een versleutelde kluis op je eigen computer; naar buiten gaan alleen veilige cijfers.",
            ),
        )
        self.keep_picture()
        self.options = OptionCards()
        self.options.set_options(_options())
        self.options.set_value(EXISTING if with_back else NEW)
        inside = QVBoxLayout()
        inside.setContentsMargins(0, theme().px(4), 0, 0)
        inside.addWidget(self.options)
        self.body.addLayout(inside)
        self.set_primary(
            QCoreApplication.translate("Welcome", "Verder"), lambda: self.chosen.emit(self.options.value())
        )
        if with_back:
            self.set_back(QCoreApplication.translate("Welcome", "Terug"), self.back_requested.emit)

    def begin(self) -> None:
        self.show_picture("lock-key")
        self.options.take_focus()


def _options() -> tuple[Option, ...]:
    return (
        Option(
            NEW,
            QCoreApplication.translate("Welcome", "Nieuwe kluis maken"),
            QCoreApplication.translate("Welcome", "Voor wie voor het eerst met Casus werkt."),
        ),
        Option(
            EXISTING,
            QCoreApplication.translate("Welcome", "Bestaande kluis openen"),
            QCoreApplication.translate("Welcome", "Je kiest de map waarin je kluis staat."),
        ),
        Option(
            DEMO,
            QCoreApplication.translate("Welcome", "Bekijk eerst de demo"),
            QCoreApplication.translate(
                "Welcome", "Een kluis met verzonnen mensen, om rustig rond te kijken."
            ),
        ),
    )
