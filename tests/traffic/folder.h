// folder: a workspace in a temporary folder, and its traffic as text.
#ifndef TESTS_WEB_FOLDER_H
#define TESTS_WEB_FOLDER_H

#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/ingest.h"
#include "traffic/traffic.h"

struct folder {
	struct arena arena;
	char path[40];
	struct date from, to; // of the window; unset: as web_traffic_of has it
	struct ingest *in;
	struct workspace ws;
	struct web_traffic t;
};

static inline void folder_make(struct folder *f)
{
	*f = (struct folder){ .path = "/tmp/candor-web-XXXXXX" };
	assert_non_null(mkdtemp(f->path));
}

static inline void folder_remove(struct folder *f)
{
	ingest_close(f->in);
	assert_int_equal(system(arena_fmt(&f->arena, "rm -r %s", f->path).at), 0);
	arena_free(&f->arena);
}

static inline void put_bytes(struct folder *f, const char *name, struct str bytes)
{
	struct error err = { 0 };
	const char *path = arena_fmt(&f->arena, "%s/%s", f->path, name).at;
	const char *parent = arena_cstr(&f->arena, path_folder(str_of(path)));
	assert_true(file_make_folder(parent, &err));
	assert_true(file_write(path, bytes, &err));
}

static inline void put(struct folder *f, const char *name, const char *text)
{
	put_bytes(f, name, str_of(text));
}

static inline void put_file(struct folder *f, const char *name, const char *from)
{
	struct error err = { 0 };
	struct file file = { 0 };
	if (!file_open(from, SIZE_MAX, &file, &err))
		fail_msg("%s", err.text);
	put_bytes(f, name, file.bytes);
	file_close(&file);
}

static inline void gather(struct folder *f)
{
	struct error err = { 0 };
	struct ingest_options options = { .root = f->path,
		.as_of = date_of(2025, 11, 30),
		.wants = WANTS(ROLE_COPY) | WANTS(ROLE_CALL),
		.threads = 1 };
	struct web_options window = { f->from, f->to };
	ingest_close(f->in);
	f->in = NULL;
	if (!ingest_open(&options, &f->arena, &f->in, &f->ws, &err))
		fail_msg("%s", err.text);
	web_traffic_of(&f->ws, &window, &f->t);
}

static inline int by_line(const void *a, const void *b)
{
	const struct str *x = a, *y = b;
	return str_cmp(*x, *y);
}

// One line an interaction: "11-03 mail sales > product product /2 w1".  Days, channels,
// functions and counts, no persons; sorted, because the traffic's own order within a day
// is that of hashes.
static inline const char *as_text(struct folder *f)
{
	static const char *const CHANNELS[] = { "meeting", "ticket", "thread", "mail",
		"reaction" };
	struct buf out = { 0 };
	struct str *lines = ARENA_ARRAY(&f->arena, struct str, f->t.count + 1);
	for (size_t i = 0; i < f->t.count; i++) {
		const struct web_interaction *x = &f->t.at[i];
		struct str *to = ARENA_ARRAY(&f->arena, struct str, x->count);
		buf_clear(&out);
		buf_fmt(&out, "%s %s %s >", date_str(&f->arena, x->day).at + 5,
			CHANNELS[x->channel], f->t.functions[x->actor.function].id.at);
		for (uint32_t k = 0; k < x->count; k++)
			to[k] = f->t.functions[f->t.ends[x->first + k].function].id;
		qsort(to, x->count, sizeof *to, by_line);
		for (uint32_t k = 0; k < x->count; k++)
			buf_fmt(&out, " %s", to[k].at);
		buf_fmt(&out, " /%u w%.4g\n", x->reached, x->weight);
		lines[i] = arena_str(&f->arena, buf_str(&out));
	}
	qsort(lines, f->t.count, sizeof *lines, by_line);
	buf_clear(&out);
	for (size_t i = 0; i < f->t.count; i++)
		buf_add(&out, lines[i]);
	const char *text = arena_cstr(&f->arena, buf_str(&out));
	buf_done(&out);
	return text;
}

// The same with units and persons as numbers: all of it but where it stands.
static inline const char *all_of(struct folder *f)
{
	struct buf out = { 0 };
	const struct web_traffic *t = &f->t;
	for (size_t i = 0; i < t->person_count; i++)
		buf_fmt(&out, "%016llx %u %d %d\n", (unsigned long long)t->persons[i].key,
			t->persons[i].function, t->persons[i].shared,
			t->persons[i].group);
	for (size_t i = 0; i < t->count; i++) {
		const struct web_interaction *x = &t->at[i];
		buf_fmt(&out, "%d %u %u %u.%u /%u %.17g:", x->day.days, x->channel,
			x->unit, x->actor.person, x->actor.function, x->reached,
			x->weight);
		for (uint32_t k = 0; k < x->count; k++)
			buf_fmt(&out, " %u.%u", t->ends[x->first + k].person,
				t->ends[x->first + k].function);
		buf_byte(&out, '\n');
	}
	buf_fmt(&out, "%.17g %.17g %.17g\n", t->mapped, t->unmapped, t->outside);
	const char *text = arena_cstr(&f->arena, buf_str(&out));
	buf_done(&out);
	return text;
}

static inline bool has_note(const struct folder *f, const char *part)
{
	for (size_t i = 0; i < f->t.notes.count; i++)
		if (str_find(f->t.notes.at[i], str_of(part), 0) != STR_NONE)
			return true;
	return false;
}

static inline void print_notes(const struct folder *f)
{
	for (size_t i = 0; i < f->t.notes.count; i++)
		print_message("%" PRI_STR "\n", ARG_STR(f->t.notes.at[i]));
}

// Four people in as many functions, all at acme.example.
#define PEOPLE                                                                           \
	"person,name,function,email\n"                                                   \
	"ana,Ana Ruiz,sales,ana@acme.example\n"                                          \
	"ben,Ben Okoro,product,ben@acme.example\n"                                       \
	"cem,Cem Yilmaz,support,cem@acme.example\n"                                      \
	"dia,Dia Roy,engineering,dia@acme.example\n"

#endif
