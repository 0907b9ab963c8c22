# What you need is git, make and a Swift toolchain; the rest is installed when it is missing.
PREFIX ?= /usr/local
ARGS ?=

BUILD := .build
PROGRAM := $(BUILD)/release/roundtable
PYTHON := $(BUILD)/python/bin/python
JOURNEYS := Tests/EndToEnd
# With colours a terminal's build and a pipe's differ, and each would undo the other's.
PLAIN := --no-color-diagnostics
# Wholly static: it starts in half the time, and runs on any Linux of the kind it was built on.
RELEASE = -c release -Xswiftc -static-executable --product roundtable $(PLAIN) $(QUICK_START)
# A start is short. Types are named in code, as to look them up by their names takes a quarter of
# it, and the functions that it runs stand side by side, so that it touches few pages.
ORDER := Sources/roundtable/start.order
QUICK_START := $(addprefix -Xswiftc ,\
  -Xfrontend -disable-concrete-type-metadata-mangled-name-accessors -Xfrontend -function-sections \
  -use-ld=lld) -Xlinker --symbol-ordering-file=$(abspath $(ORDER)) \
  -Xlinker --no-warn-symbol-ordering
# The walls of the house: a room that imports what the map does not grant it is an error.
WALLS := --explicit-target-dependency-import-check error
SWIFT_FILES := Sources Tests Package.swift

.PHONY: run build test unit journeys bench fuzz order lint format install uninstall clean help
.PHONY: libraries python anchors documents

help:
	@echo 'make run        build and open the demo session (ARGS="open ws-204-hrdd" for another)'
	@echo 'make test       lint, build and run every test'
	@echo 'make bench      measure against nano, htop, tig and vim (ARGS="--quick --only 1,5", ARGS="--only 2 --hour")'
	@echo 'make fuzz       a million broken files for every importer (ARGS="--inputs 20000 --seed 7")'
	@echo 'make lint       check the formatting; make format puts it right'
	@echo 'make install    PREFIX=$(PREFIX) DESTDIR=$(DESTDIR); make uninstall takes it away'
	@echo 'make clean      forget everything that was built'

run: build
	@$(PROGRAM) $(or $(ARGS),demo)

build: $(PROGRAM)

# Asking the package manager whether anything changed takes seconds; here it is asked only when
# something did.
$(PROGRAM): $(shell find Sources Package.swift) Makefile | libraries
	@echo 'Building roundtable; from nothing that takes some minutes.'
	@swift build $(RELEASE)
	@touch $@

test: lint unit journeys

unit: libraries
	swift build --build-tests $(WALLS) $(PLAIN)
	swift test --skip-build --disable-xctest $(WALLS) $(PLAIN)

journeys: build python documents
	ROUNDTABLE=$(abspath $(PROGRAM)) $(PYTHON) -m pytest -n 2 $(JOURNEYS) $(ARGS)

bench: build python anchors
	ROUNDTABLE=$(abspath $(PROGRAM)) $(PYTHON) Tests/Bench/bench.py $(ARGS)

# Without ARGS half an hour; what harmed an importer stands in the file that --keep names.
FIXTURES := Tests/ImportersTests/Fixtures

fuzz: build
	$(PROGRAM) try-imports $(filter-out %.json,$(wildcard $(FIXTURES)/*)) \
	  --keep $(BUILD)/fuzz-input $(or $(ARGS),--inputs 1000000)

# Which functions a start runs, asked of the program itself; to be done now and then.
order: build python
	ROUNDTABLE=$(abspath $(PROGRAM)) $(PYTHON) Tests/Bench/order.py $(ORDER)

lint:
	swift format lint --strict --recursive --parallel $(SWIFT_FILES)

format:
	swift format --in-place --recursive --parallel $(SWIFT_FILES)

clean:
	rm -rf $(BUILD)

# Installing. Everything is made in $(BUILD) first, so nothing is half installed.

BIN := $(DESTDIR)$(PREFIX)/bin
SHARE := $(DESTDIR)$(PREFIX)/share
BASH_COMPLETION := $(SHARE)/bash-completion/completions/roundtable
ZSH_COMPLETION := $(SHARE)/zsh/site-functions/_roundtable
FISH_COMPLETION := $(SHARE)/fish/vendor_completions.d/roundtable.fish
MAN_PAGE := $(SHARE)/man/man1/roundtable.1
# With a prefix of ~/.local the sessions that were held stand beside them: those are nobody's to
# take away.
INSTALLED := $(addprefix $(SHARE)/roundtable/,Themes Sessions Forms)

install: build
	@mkdir -p $(BUILD)/share
	$(PROGRAM) --generate-completion-script bash > $(BUILD)/share/bash
	$(PROGRAM) --generate-completion-script zsh > $(BUILD)/share/zsh
	$(PROGRAM) --generate-completion-script fish > $(BUILD)/share/fish
	$(PROGRAM) man-page > $(BUILD)/share/roundtable.1
	install -D -s -m 755 $(PROGRAM) $(BIN)/roundtable
	install -D -m 644 $(BUILD)/share/bash $(BASH_COMPLETION)
	install -D -m 644 $(BUILD)/share/zsh $(ZSH_COMPLETION)
	install -D -m 644 $(BUILD)/share/fish $(FISH_COMPLETION)
	install -D -m 644 $(BUILD)/share/roundtable.1 $(MAN_PAGE)
	rm -rf $(INSTALLED)
	mkdir -p $(SHARE)/roundtable
	cp -R Themes Sessions $(SHARE)/roundtable/
	cp -R Sources/Reports/Forms $(SHARE)/roundtable/Forms
	chmod -R u=rwX,go=rX $(INSTALLED)

uninstall:
	rm -f $(BIN)/roundtable $(BASH_COMPLETION) $(ZSH_COMPLETION) $(FISH_COMPLETION) $(MAN_PAGE)
	rm -rf $(INSTALLED)
	@rmdir $(SHARE)/roundtable 2>/dev/null || true

# What must be on the machine. Nothing is asked of apt-get when it is there.

# $(call installed,test,packages): installs the Debian packages unless the shell test holds.
define installed
@if ! { $(1); } > /dev/null 2>&1; then \
  as_root=$$(test "$$(id -u)" = 0 || echo sudo); \
  $$as_root apt-get update -q && \
  $$as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -q -y --no-install-recommends $(2); \
fi
endef

libraries:
	$(call installed,cd /usr/include && test -e ncursesw/curses.h -a -e libxml2/libxml/HTMLparser.h \
	  -a -e zlib.h -a -e lzma.h,libncursesw5-dev libxml2-dev zlib1g-dev liblzma-dev)

anchors:
	$(call installed,command -v nano && command -v htop && command -v tig && command -v vim \
	  && command -v strace && command -v tmux && command -v xterm && command -v Xvfb,\
	  nano htop tig vim strace tmux xterm xvfb fonts-dejavu-core)

documents:
	$(call installed,command -v tidy && command -v pandoc && command -v weasyprint && \
	  command -v pdftotext,tidy pandoc weasyprint poppler-utils fonts-dejavu-core)

python: $(BUILD)/python/.ready

$(BUILD)/python/.ready: $(JOURNEYS)/requirements.txt
	$(call installed,python3 -c 'import ensurepip$(comma) venv',python3 python3-venv)
	python3 -m venv --clear $(BUILD)/python
	$(PYTHON) -m pip install -q --disable-pip-version-check -r $<
	@touch $@

comma := ,
