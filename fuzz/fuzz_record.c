// Tables from outside: every kind takes any rows; what it cannot use it counts.
#include <stdlib.h>
#include <string.h>

#include "model/model.h"
#include "read/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

// Every record stands in its list with a row of the file, and its text is whole.
static void check_notes(const struct source *source)
{
	if (source->notes.count > NOTES_MAX)
		abort();
	for (size_t i = 0; i < source->notes.count; i++)
		if (!source->notes.at[i].len || !utf8_valid(source->notes.at[i]))
			abort();
}

static void load(const struct record_kind *kind, struct str bytes)
{
	struct arena a = { 0 };
	struct error err = { 0 };
	struct table *table = NULL;
	struct records records = { 0 };
	struct source source = { .path = S("x.csv") };
	struct source_rule rule = { .dates = (enum date_order)(bytes.len % 3) };
	struct record_how how = { kind, &rule, 0, source.path };
	if (table_open(source.path, bytes, 0, &a, &table, &err)) {
		record_load_table(&how, table, &a, &records, &source);
		size_t before = source.rows;
		check_notes(&source);
		record_settle(&records, &source, &a);
		metrics_settle(&records, &source, &a);
		check_notes(&source);
		if (source.rows > before)
			abort(); // settling only leaves out
	}
	arena_free(&a);
}

// The first byte chooses the kind; what is recognised is loaded as that, too.
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	size_t kinds = 0;
	while (record_kinds[kinds])
		kinds++;
	if (!len)
		return 0;
	struct str in = { (const char *)bytes + 1, len - 1 };
	load(record_kinds[bytes[0] % kinds], in);
	struct arena a = { 0 };
	struct error err = { 0 };
	struct table *table = NULL;
	if (table_open(S("x.csv"), in, 0, &a, &table, &err)) {
		const struct table_info *info = table_info(table);
		double score = 0;
		const struct record_kind *kind =
			record_recognise(S("x.csv"), info->header, info->columns, &score);
		if (score < 0 || score > 1)
			abort();
		if (kind)
			load(kind, in);
	}
	arena_free(&a);
	return 0;
}
