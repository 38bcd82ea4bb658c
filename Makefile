# Everything that a fresh checkout needs: `make up` to see it, `make test` to trust it.
PYTHON ?= python3
BIN = .venv/bin

.PHONY: up test long lint format bench soak lock clean

up: .venv/installed  ## gather from the demo campus, publish, serve on http://127.0.0.1:8001
	$(BIN)/tuitionary demo
	$(BIN)/tuitionary publish
	@echo
	@echo "Open http://127.0.0.1:8001 - invented schools, gathered from the demo campus just now."
	@echo "Next: '$(BIN)/tuitionary sources' lists what else can be gathered; with a network,"
	@echo "'$(BIN)/tuitionary crawl us_ipeds us_dapip us_cip_soc us_bls' and '$(BIN)/tuitionary publish'"
	@echo "bring the real programs. Ctrl-C stops serving; '$(BIN)/tuitionary serve' starts it again."
	@echo
	$(BIN)/tuitionary serve

test: .venv/installed  ## every test, offline; under five minutes
	$(BIN)/pytest

long: .venv/installed  ## the tests that `make test` leaves out: all federal files, a simulated week, kills, axe
	$(BIN)/pytest -m long

lint: .venv/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: .venv/installed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/installed  ## measured claims of the README; needs a folder of published files, MIRROR=DIR
	$(BIN)/python benchmarks/ingest.py --mirror $(MIRROR)
	$(BIN)/python benchmarks/publish.py --mirror $(MIRROR)
	$(BIN)/python benchmarks/pages.py --mirror $(MIRROR)
	$(BIN)/python benchmarks/crawl.py
	$(BIN)/python benchmarks/parse.py
	$(BIN)/python benchmarks/scaling.py

soak: .venv/installed  ## eighty kills at random moments, about fifteen minutes; needs a folder of published files, MIRROR=DIR
	KILLS=30 $(BIN)/pytest -n 0 -m long tests/test_due.py
	$(BIN)/python benchmarks/soak.py --mirror $(MIRROR)

lock: .venv/installed  ## exact versions of what pyproject.toml asks for
	$(BIN)/pip-compile --quiet --upgrade --allow-unsafe --strip-extras --extra dev --no-emit-index-url --no-emit-find-links \
		--no-emit-trusted-host --no-header --no-annotate --output-file requirements.lock pyproject.toml

.venv/installed: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	touch $@

clean:
	rm -rf .venv build data *.egg-info .pytest_cache .ruff_cache
