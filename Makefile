# SPDX-License-Identifier: EUPL-1.2
# The only entry points. Every target installs what it needs first; `make help` lists them.
# Windows has no make: CONTRIBUTING.md gives the same commands for PowerShell.

PYTHON ?= python3
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
READY := .venv/.ready
FORMS := .venv/.forms
PACKAGER := build/packager

export PIP_DISABLE_PIP_VERSION_CHECK := 1
export CASUS_PYTHON := $(PYTHON)

.DEFAULT_GOAL := help
GUIDE := wizard verhalen verhaal-tips verhaal verhaal-meelezen coordinator-verhalen coordinator-verhaal verantwoording verstrekkingen afsluiten vandaag zoeken zoeken-verslag opdrachten sneltoetsen agenda agenda-maand taken \
	afspraken ontbrekend casussen vooraf-bekijken kolommen dossier huisbezoek recente-wijzigingen twee-versies \
	dossier-bijlagen bijlage aanlevering samen-tellen aanleveringen coordinator-registers coordinator-dashboard coordinator-indicatoren coordinator-indicator coordinator-rapportage-bescherming \
	coordinator-rapportage-vrijgeven coordinator-vrijgaven verslag verslag-tekst beheer beleid importeren-kolommen importeren-controle \
	screening intake niet-thuis dossier-verantwoording plan dossier-plan meting dossier-leefgebieden gezin \
	overdragen planning dagstaat rio-vrijlatingen rio-detentie-vastleggen rio-dossier-detentie rio-voorwaarden \
	rio-spreekuur rio-spreekuur-vastleggen rio-trajecten rio-vog rio-dossier-trajecten \
	bewaren bewaren-gezinsleden vernietigen-voorstellen vernietigen-controleren samenvoegen \
	niet-mee-eens correcties zienswijze logboek-regel afschermen verzoeken inzage inzage-afschermen \
	collegas-woorden mijn-kaart pakket-openen casus-verzegelen coordinator-boek-overdragen pakketten-overnemen aanlevering-terugnemen
.PHONY: guide help demo run test thorough attack check bench package forms translations lock system install clean

help: ## List the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | while IFS="$$(printf '\t')" read -r name text; do \
		printf '  make %-13s %s\n' "$$name" "$$text"; done

demo: install ## Build the demo team in demo/ and its progress report; open it where there is a display
	$(BIN)/casus demo demo

run: install ## Start Casus for real use
	$(BIN)/casus

test: install ## Run the whole test suite, without a display
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2 --dist worksteal $(TESTS)

torture: install ## Kill a destruction, and taking a case in, at 200 random moments (KILLS=200): everything or nothing
	CASUS_KILLS=$(or $(KILLS),200) $(BIN)/python -m pytest tests/services/test_destruction_killed.py tests/services/exchange/test_killed_while_taking_in.py

attack: install ## Attack the disclosure engine on hundreds of random registers (SEEDS=200 of each attack class)
	CASUS_ATTACK_SEEDS=$(or $(SEEDS),200) $(BIN)/python -m pytest -n 2 -m attack tests/attack $(ATTACK)

thorough: install ## The whole suite with every long list tried to its end, and the weeks in both languages
	CASUS_THOROUGH=1 QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n 2 --dist worksteal -m "slow or not slow" $(TESTS)

check: install ## Style, types, layers, forms, translations, and the locks on every system
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python packaging/checks/forms_fresh.py
	$(BIN)/python packaging/checks/translations_complete.py
	$(BIN)/python packaging/checks/locks_resolve.py

bench: install ## Measure speed, memory and the disclosure engine beside its peers; writes bench*.json (half an hour)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.bench --out bench.json $(BENCH)
	$(BIN)/python -m tests.bench.disclosure --out bench-disclosure.json $(DISCLOSURE)

package: install ## Build the sdist and wheel, and a program folder that needs no Python, in dist/
	@packaging/bootstrap.sh objdump:binutils
	$(BIN)/python -m hatchling build --directory dist --target sdist --target wheel
	$(PYTHON) -m venv --clear $(PACKAGER)
	$(PACKAGER)/bin/pip install --quiet --require-hashes --requirement requirements/package.txt
	$(PACKAGER)/bin/pip install --quiet --no-deps --no-index dist/casus-*.whl
	$(PACKAGER)/bin/pyinstaller --noconfirm --log-level WARN --distpath dist --workpath build/pyinstaller packaging/casus.spec

guide: install ## Make the screenshots of the user guide again, on the demo team in demo/
	$(BIN)/casus demo demo --screens demo/screens
	cp $(addprefix demo/screens/,$(addsuffix -light-nl.png,$(GUIDE))) docs/gebruik/beelden/

forms: install ## Compile ui/ and the translations again after an edit
	$(BIN)/python packaging/hatch_build.py

translations: install ## Bring the texts of code and forms into resources/translations/, keeping what is translated
	$(BIN)/python packaging/checks/translations_complete.py --update

lock: install ## Write requirements/ from pyproject.toml; UPGRADE=1 moves to the newest versions
	packaging/lock.sh

clean: ## Remove everything that was made here, the demo team included
	rm -rf .venv build dist demo bench.json bench-disclosure.json src/casus/gui/forms resources/translations/*.qm
	rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

install: system $(READY) $(FORMS)

system:
	@packaging/bootstrap.sh

$(READY): requirements/dev.txt pyproject.toml packaging/hatch_build.py | system
	@echo "Setting up .venv (once; a minute or two)"
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements/dev.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(FORMS): $(READY) $(wildcard ui/*.ui) $(wildcard resources/translations/*.ts)
	@$(BIN)/python packaging/hatch_build.py
	@touch $@
