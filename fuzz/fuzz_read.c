// One target per reader: built with -DREADER=reader_vtt.
#include <stdlib.h>

#include "read/read.h"

extern const struct reader READER;
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void check_spans(const struct doc *doc)
{
	for (size_t i = 0; i < doc->origin_count; i++) {
		const struct origin *o = &doc->origins[i];
		if (o->span.from >= o->span.to || o->span.to > doc->text.len)
			abort(); // an origin must lie inside the text
		if (i && o->span.from < o[-1].span.to)
			abort(); // and after the one before it
	}
	for (size_t i = 0; i < doc->block_count; i++) {
		const struct block *b = &doc->blocks[i];
		if (b->span.from >= b->span.to || b->span.to > doc->text.len)
			abort(); // no empty blocks
		if (i && b->span.from < b[-1].span.to)
			abort();
	}
	if (!utf8_valid(doc->text))
		abort(); // whatever came in, text is UTF-8
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct arena a = { 0 };
	struct doc doc = { .arena = &a };
	struct error err = { 0 };
	struct str in = { (const char *)bytes, len };
	struct read_how how = { .mail_bodies = len & 1 };
	if (READER.read(in, &how, &doc, &err))
		check_spans(&doc);
	else if (!err.code || !err.text[0])
		abort(); // a refusal says why
	arena_free(&a);
	return 0;
}
