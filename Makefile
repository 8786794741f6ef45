# korean: Korean text analysis inside SQLite. `make help` lists the verbs.
CC       ?= gcc
CFLAGS   ?= -O2 -g
WARN     := -Wall -Wextra
PYTHON   ?= python3
SQLITE3  ?= sqlite3
B        ?= build
SUFFIX   := $(if $(filter Darwin,$(shell uname -s)),dylib,so)
LIBRARY  := $(B)/korean.$(SUFFIX)

CORE     := $(wildcard ext/base/*.c ext/text/*.c ext/morph/*.c ext/extract/*.c)
SOURCES  := ext/korean.c $(wildcard ext/bind/*.c) $(CORE)
OBJECTS  := $(SOURCES:%.c=$(B)/%.o) $(B)/tables.o $(B)/image.o
TABLES   := $(sort $(wildcard ext/data/tables/*.tsv))
KO_CFLAGS = -std=c11 $(WARN) -fPIC -fvisibility=hidden -Iext -I$(B) -MMD -MP $(CFLAGS)
LIBS     := -lutf8proc -licui18n -licuuc

.PHONY: all
all: $(LIBRARY)  ## build the extension: build/korean.so

$(LIBRARY): $(OBJECTS)
	$(CC) -shared $(CFLAGS) $(LDFLAGS) -o $@ $(OBJECTS) $(LIBS)

$(B)/%.o: %.c $(B)/tables.h
	@mkdir -p $(@D)
	$(CC) $(KO_CFLAGS) -c -o $@ $<

$(B)/tables.o: $(B)/tables.c $(B)/tables.h
	$(CC) $(KO_CFLAGS) -c -o $@ $<

$(B)/image.o: ext/data/image.S ext/data/korean.dic
	@mkdir -p $(@D)
	$(CC) -DIMAGE='"ext/data/korean.dic"' -c -o $@ $<

$(B)/mktables: ext/data/mktables.c
	@mkdir -p $(@D)
	$(CC) -std=c11 $(WARN) -O1 -o $@ $<

$(B)/tables.c: $(B)/mktables $(TABLES)
	$(B)/mktables $(B)/tables.c $(B)/tables.h $(TABLES)
$(B)/tables.h: $(B)/tables.c

.PHONY: clean
clean:  ## remove what was built
	rm -rf $(B)

-include $(OBJECTS:.o=.d)

# ---- speed and memory: make bench [ARCHIVE=news.jsonl] [MECAB_DICTIONARY=directory] ----
ARCHIVE          ?= $(wildcard ../shared/data/archive/news.jsonl)
MECAB_DICTIONARY ?=

$(B)/bench: tests/bench/bench.c $(CORE:%.c=$(B)/%.o) $(B)/tables.o $(B)/image.o
	$(CC) -std=gnu11 $(WARN) -Iext -I$(B) $(CFLAGS) -o $@ $^ -lsqlite3 $(LIBS) -ldl

.PHONY: bench
bench: $(LIBRARY) $(B)/bench  ## speed and memory, others in the same run
	$(B)/bench $(abspath $(LIBRARY)) "$(ARCHIVE)" "$(MECAB_DICTIONARY)"
