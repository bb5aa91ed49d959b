# Two commands matter: `make run` and `make test`. `make help` lists all. Needs Python 3.11+ and nothing else.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
VENV := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help setup build run test check lock clean

help:  ## list the commands
	@sed -n 's/^\([a-z]*\):.*  ## /make \1\t/p' Makefile

setup:  ## everything that tests and work on the code need
	@$(PYTHON) tools/bootstrap.py dev
	@$(VENV)/python -m tools.frontend dev
	@$(VENV)/python -m tools.assets

build:  ## what serving needs, without serving
	@$(PYTHON) tools/bootstrap.py run
	@$(VENV)/python -m tools.frontend run
	@$(VENV)/python -m tools.assets

run: build  ## serve it, with the demo world on first start (HOST, PORT)
	@exec env HOST=$(HOST) PORT=$(PORT) $(VENV)/techteens serve

test: setup  ## everything that must hold
	@$(VENV)/python -m tools.suite full

check: setup  ## the fast part, under a minute
	@$(VENV)/python -m tools.suite fast

lock: setup  ## redo the locks (UPGRADE=1 takes newer versions)
	@$(VENV)/python -m tools.lock

clean:  ## remove what the commands made, but not instance/ (the data)
	rm -rf .venv node_modules static/vendor .cache .mypy_cache .ruff_cache .pytest_cache .hypothesis
