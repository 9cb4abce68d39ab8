# Everything starts here: `make help`. Each target does its own set-up, and skips what is already done.
PYTHON ?= python3
DATA ?= data
PORT ?= 8000
# More for pytest, e.g. `make test ARGS="tests/core -x"`; for `make lock`, ARGS=--upgrade takes newer versions.
ARGS ?=
VENV := .venv/bin/python

.DEFAULT_GOAL := help
.PHONY: help run test audit mutate bench lock check pictures setup clean

help: ## show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 18
	@echo "  PORT=8000 and DATA=data may be given to \`make run\`, ARGS=... to \`make test\` and \`make lock\`."

run: ## set up, import the demo country, serve http://localhost:8000
	@$(PYTHON) -m tools.setup run
	@exec $(VENV) -m app run --data "$(DATA)" --port "$(PORT)"

test: ## set up (system packages too, where they may be installed) and run every test
	@$(PYTHON) -m tools.setup test
	@$(VENV) -m tools.system_packages
	@$(VENV) -m pytest -n 2 --durations 15 --durations-min 1 -rs $(ARGS)

audit: ## evaluate a demo portal against WCAG 2.2; ARGS="URL --demo FILE" another, ARGS=--quick its main pages
	@$(PYTHON) -m tools.setup test
	@$(VENV) -m tools.system_packages
	@$(VENV) -m a11y_tests $(ARGS)

mutate: ## sow defects into a demo portal, and count which are caught
	@$(PYTHON) -m tools.setup test
	@$(VENV) -m tools.system_packages
	@$(VENV) -m a11y_tests.mutate $(ARGS)

bench: ## whole log-ons a second beside Argon2id's ceiling, pages a second, memory
	@$(PYTHON) -m tools.setup test
	@$(VENV) -m tools.bench

check: ## lint and formatting of imports (ruff)
	@$(PYTHON) -m tools.setup environment
	@$(VENV) -m ruff check .

pictures: ## take the README's pictures of the main pages
	@$(PYTHON) -m tools.setup test
	@$(VENV) -m tools.system_packages
	@$(VENV) -m tools.pictures

lock: ## write requirements*.txt from requirements*.in, with hashes and no addresses
	@$(PYTHON) -m tools.setup lock $(ARGS)

setup: ## environment, assets and catalogues only
	@$(PYTHON) -m tools.setup run

clean: ## remove what set-up made (the environment, npm packages, built files); never your data
	rm -rf .venv node_modules build
