# Two commands on a fresh machine: `make demo` and `make test`. Needs python3 (>= 3.11), make and git.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: demo test lint types unit wheel bench clean

demo: $(VENV)/.ready ## check a corpus pair that lacks its credits, and show the report
	$(BIN)/licheck check corpus/local-paper-no-affiliation/republication.html --original corpus/local-paper-no-affiliation/original.html || test $$? -eq 1

test: lint types unit wheel ## everything that must hold before a change lands

lint: $(VENV)/.ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.ready
	$(BIN)/mypy

unit: $(VENV)/.ready
	$(BIN)/python -m pytest --numprocesses=auto --dist=loadfile

wheel: $(VENV)/.ready ## builds the wheel, installs it in an empty environment and runs its tests there
	$(BIN)/python tests/wheel/run.py

bench: $(VENV)/.bench-ready ## ratios, side by side in one run: see bench/README.md
	$(BIN)/python -m bench

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch $@

$(VENV)/.bench-ready: $(VENV)/.ready
	$(BIN)/python -m pip install --quiet --group bench
	touch $@

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
