# Concordat. Two commands are enough: `make run` and `make test`. `make help` lists the rest.

CONFIG ?= debug
RECORD ?= record.concordat
PORT   ?= 8080

SWIFT  ?= swift
BUILD  := $(SWIFT) build --configuration $(CONFIG)
DOCS   := .build/documentation
MAKEFLAGS += --no-print-directory

.DEFAULT_GOAL := help
.PHONY: help run test check lint format docs smoke bench setup build clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-8s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

run: build ## build, make the record if there is none, start the site (PORT=8080 RECORD=record.concordat CONFIG=debug)
	@Scripts/run "$$($(BUILD) --show-bin-path)/concordat" "$(RECORD)" "$(PORT)"

test: setup check ## everything: the script and document checks, then every Swift test
	@$(SWIFT) test --disable-xctest $(TEST_OPTIONS)

check: ## the scripts, the documents and the coverage table (needs no build)
	@Scripts/check

lint: setup ## Swift format and the shell and Python scripts; changes nothing
	@Scripts/lint

format: setup ## put the Swift sources into the house format
	@$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests

docs: setup ## the documentation of every module as web pages in .build/documentation
	@Scripts/docs "$(DOCS)"

smoke: ## start the site and walk it in headless Chromium with an accessibility check
	@Scripts/setup build smoke
	@$(BUILD) --product concordat
	@.build-tools/smoke/bin/python Tools/smoke.py \
	  --binary "$$($(BUILD) --show-bin-path)/concordat" $(SMOKE_OPTIONS)

bench: setup ## measure against the budgets, in release
	@Scripts/bench $(BENCH_OPTIONS)

setup: ## say what this computer lacks, and install it
	@Scripts/setup build

build: setup
	@$(BUILD) --product concordat

clean: ## remove everything built (records are kept)
	rm -rf .build .build-tools
