# The commands of this house. Each makes .venv when it is missing.
PYTHON ?= python3
LANGUAGES := en tr ar pl uk es fr
BIN := .venv/bin
PIP_COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	--no-header --no-annotate --no-emit-options \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host
# Sentences of the desk are read by staff only, in Dutch or English; they have a catalogue of their own.
PYBABEL_EXTRACT := $(BIN)/pybabel --quiet extract --keywords=_ --keywords=plural:1,2 --no-default-keywords \
	--add-location=file --sort-by-file --width=100 \
	--project=wpi-bot --version=- --copyright-holder="the authors" --msgid-bugs-address=""
UPDATE := update --no-fuzzy-matching --ignore-pot-creation-date

.PHONY: help run test lint bench evaluate words lock image .venv

help:
	@echo "make run       start the bot (without a token: the playground)"
	@echo "make test      run all tests"
	@echo "make lint      ruff, mypy, the floors of the house, and the content"
	@echo "make bench     measure speed and memory"
	@echo "make evaluate  measure how well questions are understood, and payslips and letters read"
	@echo "make words     bring the translators' files up to date"
	@echo "make lock      choose and lock the newest releases we may use"
	@echo "make .venv     only make the environment"

run: .venv/ready
	$(BIN)/python run_bot.py

# Three workers on two processors, because much of it is waiting; a file stays with one worker.
test: .venv/ready-dev
	$(BIN)/python -m pytest --numprocesses=3 --dist=loadfile

lint: .venv/ready-dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python run_bot.py content check

bench: .venv/ready-dev
	$(BIN)/python tests/bench/run.py
	$(BIN)/python tests/bench/desk.py

evaluate: .venv/ready-dev
	$(BIN)/python tests/evaluate/run.py
	$(BIN)/python tests/evaluate/payslips.py
	$(BIN)/python tests/evaluate/letters.py

words: .venv/ready
	mkdir -p build
	$(PYBABEL_EXTRACT) --ignore-dirs="desk_app playground commands staff" --output-file=build/bot.pot bot
	$(PYBABEL_EXTRACT) --mapping-file=pyproject.toml --output-file=build/desk.pot bot/desk_app
	$(BIN)/pybabel --quiet $(UPDATE) --input-file=build/desk.pot --output-dir=locales --domain=desk --locale=en --width=100
	for language in $(LANGUAGES); do \
		if [ -f locales/$$language/LC_MESSAGES/bot.po ]; then action="$(UPDATE)"; \
		else action="init"; fi; \
		$(BIN)/pybabel --quiet $$action --input-file=build/bot.pot --output-dir=locales --domain=bot \
			--locale=$$language --width=100 || exit 1; \
	done

lock: .venv/ready-dev
	$(PIP_COMPILE) --upgrade --output-file=requirements.lock pyproject.toml
	$(PIP_COMPILE) --upgrade --extra=dev --constraint=requirements.lock --output-file=requirements-dev.lock pyproject.toml

.venv: .venv/ready

# The stamps say which locks the environment follows; a changed lock is installed again.
.venv/ready: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed.") if sys.version_info < (3, 11) else None'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	touch $@

.venv/ready-dev: requirements-dev.lock .venv/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.lock
	touch $@
