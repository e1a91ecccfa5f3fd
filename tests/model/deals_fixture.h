// deals_fixture: a workspace of deals from texts in memory, and what became of it.
#ifndef TESTS_MODEL_DEALS_FIXTURE_H
#define TESTS_MODEL_DEALS_FIXTURE_H

#include "model/model.h"
#include "read/read.h"
#include "test.h"

struct fixture_file {
	const char *path;
	const char *text; // NULL: opened from the path itself
};

enum { FIXTURE_FILES_MAX = 12 };

struct fixture {
	struct arena arena;
	struct workspace ws;
	struct file files[FIXTURE_FILES_MAX];
	struct deals_file deals[FIXTURE_FILES_MAX];
	size_t count;
};

static inline enum deals_table recognise(struct str path, struct str bytes, double *score)
{
	struct arena a = { 0 };
	struct table *table = NULL;
	struct error err = { 0 };
	enum deals_table kind = DEALS_NO_TABLE;
	if (table_open(path, bytes, 0, &a, &table, &err))
		kind = deals_recognise(
			table_info(table)->header, table_info(table)->columns, score);
	arena_free(&a);
	return kind;
}

// ws.config and ws.as_of may be set before; files must be named in path order.
static inline void fixture_load(
	struct fixture *f, const struct fixture_file *files, size_t count)
{
	struct error err = { 0 };
	f->ws.arena = &f->arena;
	f->ws.root = S(".");
	f->ws.sources = ARENA_ARRAY(&f->arena, struct source, count);
	f->ws.source_count = count;
	vendors_init(&f->ws.vendors, &f->arena, &f->ws.config);
	for (size_t i = 0; i < count; i++) {
		struct str path = str_of(files[i].path);
		f->ws.sources[i] = (struct source){ .path = path, .role = ROLE_TABLE };
		if (files[i].text)
			f->files[i] = (struct file){ .bytes = str_of(files[i].text) };
		else
			assert_true(
				file_open(files[i].path, 1 << 30, &f->files[i], &err));
		enum deals_table kind = recognise(path, f->files[i].bytes, NULL);
		if (kind != DEALS_NO_TABLE)
			f->deals[f->count++] =
				(struct deals_file){ (uint32_t)i, kind, &f->files[i], 0 };
	}
	deals_load(&f->ws, f->deals, f->count);
}

static inline void fixture_done(struct fixture *f)
{
	for (size_t i = 0; i < FIXTURE_FILES_MAX; i++)
		if (f->files[i].map)
			file_close(&f->files[i]);
	arena_free(&f->arena);
}

static inline struct str fixture_word(const struct words_column *w, size_t row)
{
	return w->code && w->code[row] ? w->words.keys[w->code[row] - 1]
				       : (struct str){ 0 };
}

// One line a deal: id outcome euros created closed expected competitors.
static inline struct str fixture_dump(struct fixture *f)
{
	struct buf b = { 0 };
	struct arena *a = &f->arena;
	const struct deals *d = &f->ws.deals;
	for (size_t i = 0; i < d->count; i++) {
		buf_fmt(&b, "%" PRI_STR " %s", ARG_STR(d->id[i]),
			outcome_name((enum outcome_of_deal)d->outcome[i]));
		if (d->cents && d->cents[i] >= 0)
			buf_fmt(&b, " %g", (double)d->cents[i] / 100);
		const struct date *days[] = { d->created, d->closed, d->expected };
		static const char MARK[] = "+-?";
		for (size_t k = 0; k < 3; k++)
			if (days[k] && date_set(days[k][i]))
				buf_fmt(&b, " %c%" PRI_STR, MARK[k],
					ARG_STR(date_str(a, days[k][i])));
		for (size_t k = d->has_vendors ? d->vendors_from[i] : 0;
			d->has_vendors && k < d->vendors_from[i + 1]; k++)
			buf_fmt(&b, " @%" PRI_STR,
				ARG_STR(f->ws.vendors.at[d->vendor_list[k]].id));
		buf_byte(&b, '\n');
	}
	struct str out = arena_str(a, buf_str(&b));
	buf_done(&b);
	return out;
}

static inline bool fixture_noted(const struct fixture *f, const char *words)
{
	for (size_t i = 0; i < f->ws.deals.notes.count; i++)
		if (str_find(f->ws.deals.notes.at[i], str_of(words), 0) != STR_NONE)
			return true;
	return false;
}

static inline void fixture_notes(const struct fixture *f)
{
	for (size_t i = 0; i < f->ws.deals.notes.count; i++)
		print_message("  note: %.*s\n", ARG_STR(f->ws.deals.notes.at[i]));
}

// Loads one text as deals.csv and compares the dump.
static inline void expect_deals(struct fixture *f, const char *text, const char *want)
{
	fixture_load(f, &(struct fixture_file){ "deals.csv", text }, 1);
	struct str got = fixture_dump(f);
	if (!str_eq(got, str_of(want))) {
		fixture_notes(f);
		fail_msg("got:\n%.*swanted:\n%s", ARG_STR(got), want);
	}
}

#define NOTED(f, words)                                                                  \
	do {                                                                             \
		if (!fixture_noted((f), (words))) {                                      \
			fixture_notes(f);                                                \
			fail_msg("no note says '%s'", (words));                          \
		}                                                                        \
	} while (0)

#endif
