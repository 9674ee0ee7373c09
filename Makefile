# What people type. Python 3.11 or newer and make are enough; uv is used where it is installed.

VENV := .venv
PYTHON := $(VENV)/bin/python
# Candidates, best known first: a bare `python` may be anything.
PYTHONS := python3 python3.14 python3.13 python3.12 python3.11 python
CATALOGUES := quizapp/locale/zh/LC_MESSAGES
KEYWORDS_quizapp := -k N_ -k ngettext:1,2 -k setting:1
KEYWORDS_faults := --no-default-keywords -k F_
NOISE := Project-Id|Report-Msgid|POT-Creation|PO-Revision|Last-Translator|Language-Team|Generated-By
BABEL := $(PYTHON) -m babel.messages.frontend --quiet
TESTS ?= tests
SOAK ?= 1

# uv trusts the servers that the system trusts, as pip does: the name of the switch by old and by new versions.
export UV_NATIVE_TLS := 1
export UV_SYSTEM_CERTS := 1

.DEFAULT_GOAL := run
.PHONY: run test collected soak check bench messages picture clean
.DELETE_ON_ERROR:

run: $(VENV)/.for-running # start the program
	@$(PYTHON) -m quizapp

# Kept, what is compiled is compiled once, and not in each of the many processes that tests start.
test collected soak: export PYTHONDONTWRITEBYTECODE :=

test: $(VENV)/.for-developing # everything that must hold
	@$(MAKE) --jobs=2 --no-print-directory check collected
	$(PYTHON) -m pytest -q -n 4 $(TESTS)

soak: $(VENV)/.for-developing # break it for long: SOAK=4 is four times as long
	QUIZAPP_SOAK=$(SOAK) $(PYTHON) -m pytest -q -n 4 tests/faults tests/benchmarks
	QUIZAPP_SOAK=$(SOAK) $(PYTHON) -m pytest -q -n 4 -m hypothesis --ignore tests/faults tests

# By one process while types are looked at by another: what it compiles, four would compile at once.
collected: $(VENV)/.for-developing
	@$(PYTHON) -m pytest -q --collect-only $(TESTS) > $(VENV)/collected.txt || { cat $(VENV)/collected.txt; exit 1; }

check: $(VENV)/.for-developing # layout, lint, types, imports
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy
	$(VENV)/bin/lint-imports

bench: $(VENV)/.for-running # how fast it is
	@$(PYTHON) -m benchmarks

# No line numbers, no dates, and nothing written that did not change: the difference is the messages' own. What is
# wrong with card files has a catalogue of its own (quizapp/i18n.py says why).
messages: $(VENV)/.for-developing # bring the translations up to date with the source
	@$(call UPDATE,quizapp)
	@$(call UPDATE,faults)
	@$(MAKE) --silent $(CATALOGUES)/quizapp.mo $(CATALOGUES)/faults.mo

$(CATALOGUES)/%.mo: $(CATALOGUES)/%.po
	@$(BABEL) compile -i $< -o $@ -l zh

picture: $(VENV)/.for-running # draw docs/review.svg anew
	@$(PYTHON) -m docs.picture

clean: # remove everything that was made here
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp says what is installed; it is older than pyproject.toml when the requirements may have changed.
$(VENV)/.for-running: pyproject.toml
	@$(ENVIRONMENT)
	@echo "installing what quizapp needs into $(VENV) …" >&2
	@$(INSTALL) -e .
	@touch $@

$(VENV)/.for-developing: pyproject.toml
	@$(ENVIRONMENT)
	@echo "installing what developers need into $(VENV) …" >&2
	@$(INSTALL) -e '.[dev]'
	@touch $@ $(VENV)/.for-running

# One catalogue, by its name.
define UPDATE
set -e; \
$(BABEL) extract $(KEYWORDS_$(1)) --omit-header --no-location --sort-output --no-wrap -o $(VENV)/$(1).pot quizapp; \
cp $(CATALOGUES)/$(1).po $(VENV)/$(1).po; \
$(BABEL) update -i $(VENV)/$(1).pot -o $(VENV)/$(1).po -l zh --no-fuzzy-matching --ignore-obsolete --no-wrap; \
grep -vE '^"($(NOISE))' $(VENV)/$(1).po > $(VENV)/$(1).zh.po; \
cmp -s $(VENV)/$(1).zh.po $(CATALOGUES)/$(1).po || cp $(VENV)/$(1).zh.po $(CATALOGUES)/$(1).po
endef

# An environment that does not start (its Python is gone) is made anew.
define ENVIRONMENT
if $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then exit 0; fi; \
rm -rf $(VENV); \
if command -v uv >/dev/null; then exec uv venv --quiet --no-project --python '>=3.11' $(VENV); fi; \
for python in $(PYTHONS); do \
	if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
		$$python -m venv $(VENV) && exit 0; \
		rm -rf $(VENV); \
		echo "quizapp: $$python cannot make an environment: install its venv module (Debian: apt install python3-venv)" >&2; \
		exit 1; \
	fi; \
done; \
echo "quizapp: Python 3.11 or newer is needed, and was not found: install it, or uv, which brings its own" >&2; \
exit 1
endef

define INSTALL
if command -v uv >/dev/null; then set -- uv pip install --quiet --python $(PYTHON); \
else set -- $(PYTHON) -m pip install --quiet --disable-pip-version-check; \
$(PYTHON) -m pip --version >/dev/null 2>&1 || $(PYTHON) -m ensurepip >/dev/null; fi; "$$@"
endef
