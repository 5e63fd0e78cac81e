# Thin names over the real commands. `make demo` and `make test` work from a fresh clone.

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo "$$python" && break; done)
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
ORACLE := tests/oracle/node_modules/.installed
CLIENT := tests/oracle/client/node_modules/.installed

.PHONY: install run demo test check format bench oracle derive peers fuzz screenshots translations package clean

install: $(INSTALLED)

$(INSTALLED): pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: install it, or run make PYTHON=/path/to/python3 install."; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "This Python cannot make environments: sudo apt-get install python3-venv"; exit 1; }
	@echo "Installing into $(VENV), once; this takes a minute or more."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

run: install
	@$(BIN)/librechat-azure-editor $(FILE)

demo: install
	@$(BIN)/librechat-azure-editor demo

test: check
	$(BIN)/python -m pytest --ignore=tests/oracle/test_fuzz.py -n auto --maxprocesses 4 --dist loadfile

check: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/pyright

format: install
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: install
	$(BIN)/python -m benchmarks

oracle: install $(ORACLE) $(CLIENT)
	ORACLE_CASES=$${ORACLE_CASES:-50000} $(BIN)/python -m pytest tests/oracle

derive: $(ORACLE)
	node tools/derive_schema.mjs
	@git diff --exit-code -- resources/schema docs/refinements.md || { echo "LibreChat's packages say something else than the files did: look at the difference above, and commit it."; exit 1; }
	@echo "The schemas are what LibreChat's packages say."

peers: $(ORACLE) $(CLIENT)

$(ORACLE): tests/oracle/package-lock.json
	@command -v npm >/dev/null || { echo "Node.js with npm is needed to run LibreChat's own packages: install it, then make oracle."; exit 1; }
	cd tests/oracle && npm ci
	@touch $@

# LibreChat's client asks for a newer Node.js than it needs, and for packages that nobody uses.
$(CLIENT): tests/oracle/client/package-lock.json
	cd tests/oracle/client && npm ci --ignore-scripts --legacy-peer-deps
	@touch $@

fuzz: install $(ORACLE)
	$(BIN)/python -m tests.oracle.fuzz_parser --count 20000
	$(BIN)/python -m tests.fuzz_edits --count 2000
	$(BIN)/python -m pytest -m hypothesis --hypothesis-profile=fuzz

translations: install
	$(BIN)/python -m tools.wording

screenshots: install
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.screenshots

package: install
	$(BIN)/python packaging/build.py

clean:
	rm -rf $(VENV) build dist
