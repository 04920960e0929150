# Guldkorn. `make help` lists the targets.

# Pinned tools, in this one place. Crates are pinned by Cargo.lock, npm packages by the package-lock.json beside them.
export CARGO_LEPTOS := 0.3.10
export WASM_BINDGEN := 0.2.130
export CARGO_DENY := 0.20.2
export CARGO_DEB := 3.8.0
export NODE_MIN := 20

# May be given on the command line: make run AT=2026-12-07T08:00 PORT=3100 DATA=/some/folder
AT :=
PORT := 3000
DATA := ./data
TEXTS := 10000
PICTURES_MB := 2048

# The release says nothing of the machine that built it.
CARGO_HOME ?= $(HOME)/.cargo
HOST = $(shell rustc -vV | sed -n 's/^host: //p')
ANYWHERE := --remap-path-prefix=$(CARGO_HOME)/registry/src=crates --remap-path-prefix=$(CURDIR)=.

# Tools of another version that somebody has already are left alone: ours live in folders of their own, first on PATH.
export TOOLS := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/guldkorn/tools
export PATH := $(TOOLS)/cargo-leptos-$(CARGO_LEPTOS)/bin:$(TOOLS)/wasm-bindgen-cli-$(WASM_BINDGEN)/bin:$(TOOLS)/cargo-deny-$(CARGO_DENY)/bin:$(TOOLS)/cargo-deb-$(CARGO_DEB)/bin:$(CURDIR)/end2end/node_modules/.bin:$(PATH):$(CARGO_HOME)/bin
export CARGO_TARGET_DIR := $(CURDIR)/target
SHELL := /bin/bash

RELEASE = RUSTFLAGS="$(strip $(RUSTFLAGS) $(ANYWHERE))" cargo-leptos build --release --split --precompress

BINARY := target/release/guldkorn
# The program with the site's files in it.
WHOLE := target/dist/guldkorn
# Style sheets that the client's build leaves alone: only some pages need them.
SHEETS := calendar town scenes teasers highlights card reading languages embed
SOURCES := $(shell find Cargo.toml Cargo.lock rust-toolchain.toml app server frontend style public -path frontend/editor -prune -o -path server/tests/cases -prune -o -path style/admin -prune -o $(foreach sheet,$(SHEETS),-path 'style/$(sheet)*' -prune -o) -print)
# Says when the release was built; not kept in target/site, which each build empties.
BUILT := target/site.built
# The staff's text editor and the style sheets that only some pages need have a build of their own, and stand
# beside the client that they are served with.
BUNDLE := target/site/pkg/guldkorn-editor.js
BUNDLE_SOURCES := $(shell find frontend/editor/src style/admin $(SHEETS:%=style/%*) frontend/editor/*.mjs frontend/editor/package-lock.json)

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test test-crash test-scale test-dist build dist dev bench look setup lint unit editor machines browser advisories clean tools linters chromium python packager debootstrap load

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

run: build ## the site with demo data on 127.0.0.1:3000 (AT=2026-12-07T08:00 PORT=3100 DATA=/some/folder)
	@exec $(BINARY) serve --data "$(DATA)" --addr 127.0.0.1:$(PORT) --site target/site --demo $(if $(AT),--at "$(AT)")

test: setup lint unit editor machines browser ## everything that proves it: lint, unit, editor, machines, browser

test-crash: build ## 500 kills and 200 simulated power cuts (Linux alone): nothing that was answered may be lost (SEED=1)
	node end2end/crash/run.mjs $(if $(SEED),--seed $(SEED))

test-scale: build ## a large site backed up while it serves, restored, exported, taken back, frozen (TEXTS=10000 PICTURES_MB=2048)
	TEXTS=$(TEXTS) PICTURES_MB=$(PICTURES_MB) node end2end/scale/run.mjs

build: tools $(BUILT) $(BUNDLE) ## release build into target/release/guldkorn and target/site, if anything changed

dist: tools packager $(WHOLE) ## a release archive and a Debian package in target/dist: one file is the whole program
	@HOST=$(HOST) packaging/dist

test-dist: dist debootstrap ## the archive and the package: what is in them, and the package installed and started in a root of its own
	@packaging/test

dev: tools ## rebuild and reload on each change, on 127.0.0.1:3000
	@rm -rf $(BUILT) target/site
	@node frontend/editor/watch.mjs target/site/pkg & trap "kill $$!" EXIT; \
	cargo-leptos watch --split -- serve --data "$(DATA)" --addr 127.0.0.1:$(PORT) --site target/site --demo $(if $(AT),--at "$(AT)")

bench: build chromium load ## measure the release build against its targets (SHORT=1 in a minute, PARTS="hits overload" for some)
	cargo build --release --locked -q --manifest-path end2end/bench/bare-hyper/Cargo.toml --target-dir target/bare-hyper
	node end2end/bench/run.mjs $(if $(SHORT),--short,$(PARTS))

look: build chromium ## picture every kind of page at several moments, six widths and both themes, into docs/look
	node end2end/look/look.mjs

setup: tools linters chromium python ## install what is missing (run and test do it by themselves)

lint: tools linters ## formatting, lints of server and client, documentation, licences and sources of all crates
	cargo fmt --all --check
	cargo clippy --all-targets -- -D warnings
	@mkdir -p target/empty-site/pkg
	GULDKORN_EMBED=target/empty-site cargo clippy -p server --features embedded-site -- -D warnings
	cargo clippy -p frontend --target wasm32-unknown-unknown -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --no-deps
# One target at a time, so that no crate is needed that the build does not have.
	@for target in $(HOST) wasm32-unknown-unknown; do \
	echo "cargo-deny --target $$target check licenses bans sources"; cargo-deny --locked --target $$target check licenses bans sources || exit; done
	@if compgen -G "$(CARGO_HOME)/advisory-dbs/*/.git" >/dev/null; then \
	for target in $(HOST) wasm32-unknown-unknown; do \
	echo "cargo-deny --target $$target check advisories"; cargo-deny --locked --offline --target $$target check advisories || exit; done; \
	else echo "There is no advisory database, so known vulnerabilities are not looked for: make advisories fetches it."; fi

advisories: linters ## fetch the database of known vulnerabilities, which lint then uses
	cargo-deny fetch db

unit: tools ## tests in Rust: units, properties, over HTTP
	@if command -v cargo-nextest >/dev/null; then cargo nextest run --no-fail-fast; \
	else echo "cargo-nextest is not installed, so cargo test runs the tests."; cargo test --no-fail-fast; fi

editor: tools chromium ## tests of the text editor: its texts, its clipboards, its pictures, in Chromium
	cd frontend/editor && npm test

machines: build python ## feeds, calendars and sitemap, read by libraries of others; Litestream; caches in front; full disks and other faults
	node end2end/syndication/run.mjs
	node end2end/litestream/run.mjs
	node end2end/caches/run.mjs
	node end2end/faults/disk-full.mjs
	node end2end/faults/open-files.mjs
	node end2end/faults/read-only.mjs
	node end2end/faults/damaged-pages.mjs

browser: build chromium target/hostile.json ## tests in Chromium, on the release build (ARGS="journey --project=phone" for some)
	cd end2end && playwright test $(ARGS)

clean: ## remove all that was built or installed in this folder; ./data stays
	rm -rf target end2end/node_modules end2end/test-results frontend/editor/node_modules

tools:
	@.ci/setup tools

linters:
	@.ci/setup linters

chromium:
	@.ci/setup chromium

python:
	@.ci/setup python

packager:
	@.ci/setup packager

debootstrap:
	@.ci/setup debootstrap

load:
	@.ci/setup load

# Hostile texts as the renderer renders them, for a browser to try. In one go with the tests, nothing is compiled twice.
target/hostile.json: $(SOURCES) | tools
	@mkdir -p target
	@cargo run --quiet --example hostile > $@.new
	@mv $@.new $@

# The stamp gets the time at which the build began, so that a change made meanwhile is seen by the next one.
$(BUILT): $(SOURCES)
	@mkdir -p target && touch $@.new
	@echo "Building the release (about 10 minutes the first time, then 1 to 2)."
	$(RELEASE)
	@mv $@.new $@

# In a second, so it is made anew whenever the client was: that build has emptied the folder.
$(BUNDLE): $(BUNDLE_SOURCES) $(BUILT)
	@cd frontend/editor && npm run --silent build -- $(CURDIR)/$(@D)

# The server once more, when the client and the editor are there. Equal sources give equal files: their time is that of the
# newest commit.
$(WHOLE): export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || date +%s)
$(WHOLE): $(BUILT) $(BUNDLE)
	@echo "Building the program with the site's files in it (about 3 minutes)."
	$(RELEASE) --server-only --bin-features embedded-site
	@mkdir -p $(@D) && strip -o $@ $(BINARY)

ifeq ($(and $(wildcard $(BINARY)),$(wildcard target/site/pkg)),)
.PHONY: $(BUILT)
endif
