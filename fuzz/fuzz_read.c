// One target per reader: built with -DREADER=reader_vtt.
#include <stdio.h>
#include <stdlib.h>

#include "read/read.h"

enum { ARENA_BASE = 64 * 1024 * 1024, ARENA_TIMES = 200 };

extern const struct reader READER;
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void must(bool holds, const char *promise)
{
	if (holds)
		return;
	fprintf(stderr, "%s: broken promise: %s\n", READER.name, promise);
	abort();
}

static void check_place(struct place p)
{
	must(p.kind < PLACE_COUNT, "places have a kind");
	if (p.kind == PLACE_LINE)
		must(p.major && p.minor, "lines and columns count from 1");
}

static void check_origins(const struct doc *doc)
{
	for (size_t i = 0; i < doc->origin_count; i++) {
		const struct origin *o = &doc->origins[i];
		must(o->span.from < o->span.to && o->span.to <= doc->text.len,
			"an origin lies inside the text");
		must(!i || o->span.from >= o[-1].span.to, "and after the one before it");
		check_place(o->place);
	}
}

static void check_blocks(const struct doc *doc)
{
	for (size_t i = 0; i < doc->block_count; i++) {
		const struct block *b = &doc->blocks[i];
		must(b->span.from < b->span.to && b->span.to <= doc->text.len,
			"a block is not empty and lies inside the text");
		must(!i || b->span.from > b[-1].span.to,
			"a line end stands between blocks");
		must(!i || doc->text.at[b->span.from - 1] == '\n', "and it is one");
		must(b->kind < BLOCK_COUNT, "blocks have a kind");
		must(!i || b->section >= b[-1].section, "sections count up");
		must(utf8_valid(b->speaker), "speakers are UTF-8");
		check_place(doc_place(doc, b->span.from));
	}
}

static void check_doc(const struct doc *doc)
{
	check_origins(doc);
	check_blocks(doc);
	for (size_t i = 0; i < doc->meta_count; i++) {
		must(utf8_valid(doc->metas[i].key) && utf8_valid(doc->metas[i].value),
			"metas are UTF-8");
		check_place(doc->metas[i].place);
	}
	must(utf8_valid(doc->front), "front matter is UTF-8");
	must(utf8_valid(doc->text), "whatever came in, text is UTF-8");
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena a = { 0 };
	struct doc doc = { .arena = &a };
	struct error err = { 0 };
	struct str in = { (const char *)bytes, len };
	struct read_how how = { .mail_bodies = len & 1 };
	if (READER.sniff)
		(void)READER.sniff(in); // any answer will do
	if (READER.read(in, &how, &doc, &err))
		check_doc(&doc);
	else
		must(err.code && err.text[0], "a refusal says why");
	must(a.used <= ARENA_BASE + ARENA_TIMES * len, "memory is bounded by the input");
	arena_free(&a);
	return 0;
}
