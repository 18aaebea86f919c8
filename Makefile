# make reproduce   the main job: tables, executed notebooks, figures of the study
# make test        every test
# make check       compare what is committed with what the study gives
# make fast        compile the kit in place, half as fast again (needs a C compiler; make plain takes it back)
# make fuzz        100,000 odd texts through everything (a quarter of an hour)
# make versions    a short suite with the lowest and the newest versions of all packages (needs their registry)
# make docs        the documentation, from the pages and the docstrings
# make lab         open JupyterLab on the notebooks
# make browser     every notebook and lesson in JupyterLab in Chromium; pictures in build/browser (ten minutes)
# make lessons     write the notebooks of the lessons anew from their contents
# make wheelhouse  a folder for machines without internet: the kit, every package, one page that says how
# make figures-in-docs   fill README, docs and data dictionary from their sources
# make pictures   draw the pictures of the docs anew (needs Chromium)
# make lock        pin the requirements anew (needs uv)
# PYTHON=python3.12 make …   takes another interpreter (3.11 to 3.13)

PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
  $$p -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' >/dev/null 2>&1 && { echo $$p; break; }; done)
VENV ?= .venv
STAMP := $(VENV)/.stimmlage-installed
TESTED := $(VENV)/.stimmlage-tested
EXTRAS := --extra dask --extra formats --extra build
COMPILE := uv pip compile --quiet --universal --fork-strategy fewest --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url
PIP := $(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-compile

.PHONY: reproduce lab browser lessons wheelhouse check test fast plain fuzz versions docs pictures lock clean figures-in-docs

reproduce: $(STAMP)
	$(VENV)/bin/stimmlage reproduce

lab: $(STAMP)
	$(VENV)/bin/stimmlage lab

check: $(STAMP)
	$(VENV)/bin/stimmlage reproduce --check

test: $(TESTED)
	$(VENV)/bin/python -m pytest -n 2 --dist worksteal

fast: $(TESTED)
	$(VENV)/bin/python benchmarks/fast.py

plain: $(STAMP)
	$(VENV)/bin/python benchmarks/fast.py --plain

versions:
	$(PYTHON) tests/versions.py lowest
	$(PYTHON) tests/versions.py newest

browser: $(TESTED)
	NOTEBOOKS=all $(VENV)/bin/python -m pytest tests/test_browser.py

lessons: $(STAMP)
	$(VENV)/bin/python -m stimmlage.teaching.making notebooks/teaching

wheelhouse: $(STAMP)
	$(VENV)/bin/python notebooks/teaching/wheelhouse.py

fuzz: $(TESTED)
	PYTHONPATH=. $(VENV)/bin/python tests/fuzzing.py --cases $(or $(CASES),100000) --seed $(or $(SEED),1)

$(STAMP): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Stimmlage needs Python 3.11 to 3.13 with venv; none was found. Try: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)" >&2; exit 2; }
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || \
	  { echo "Stimmlage runs on Python 3.11 to 3.13; $(PYTHON) is not one of them. Try: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation -e .
	touch $@

$(TESTED): requirements.test.lock $(STAMP)
	$(PIP) --require-hashes -r requirements.test.lock
	touch $@

docs: $(STAMP) $(VENV)/.docs-installed
	$(VENV)/bin/python docs/api.py
	$(VENV)/bin/python docs/draw_rooms.py
	$(VENV)/bin/python -m sphinx -q -W --keep-going -b html docs build/docs

$(VENV)/.docs-installed: requirements.docs.lock $(STAMP)
	$(PIP) --require-hashes -r requirements.docs.lock
	touch $@

figures-in-docs:
	python3 docs/fill.py
	$(VENV)/bin/python docs/tables.py
	$(VENV)/bin/python docs/rules.py

pictures: $(TESTED)
	$(VENV)/bin/python docs/pictures.py

lock:
	$(COMPILE) $(EXTRAS) pyproject.toml -o requirements.lock
	$(COMPILE) --extra test $(EXTRAS) -c requirements.lock pyproject.toml -o requirements.test.lock
	$(COMPILE) --extra docs -c requirements.lock pyproject.toml -o requirements.docs.lock

clean:
	rm -rf $(VENV) build
