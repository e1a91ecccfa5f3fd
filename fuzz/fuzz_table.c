// Every input as every format that has rows.
#include <stdlib.h>

#include "read/read.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void check_row(const struct row *row, const struct table_info *info)
{
	for (size_t i = 0; i < info->columns; i++)
		if (!utf8_valid(row->cells[i]))
			abort(); // whatever came in, cells are UTF-8
}

static void read_as(const char *path, struct str in)
{
	struct arena a = { 0 };
	struct table *t = NULL;
	struct error err = { 0 };
	if (!table_open(str_of(path), in, 0, &a, &t, &err)) {
		if (!err.code || !err.text[0])
			abort(); // a refusal says why
		arena_free(&a);
		return;
	}
	const struct table_info *info = table_info(t);
	if (!info->columns)
		abort(); // a table without columns is none
	check_row(&(struct row){ .cells = info->header }, info);
	struct row row;
	uint32_t before = info->header_row, line = 0;
	while (table_next(t, &row)) {
		if (row.number <= before || row.line < line)
			abort(); // rows come in the order of the file
		before = row.number;
		line = row.line;
		check_row(&row, info);
	}
	if (table_next(t, &row))
		abort(); // the end stays the end
	if (!table_whole(t, &err) && (!err.code || !err.text[0]))
		abort();
	if (!table_whole(t, &err) && err.code == ERROR_NONE)
		abort();
	arena_free(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	static const char *const PATHS[] = { "x.csv", "x.tsv", "x.txt", "x.json",
		"x.jsonl" };
	for (size_t i = 0; i < COUNT(PATHS); i++)
		read_as(PATHS[i], (struct str){ (const char *)bytes, len });
	return 0;
}
