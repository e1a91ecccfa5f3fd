#include "tests/swap/world.h"

#include <stdio.h>
#include <stdlib.h>

#include "read/read.h"

enum { SOURCES = 256 };

void world_open(struct world *w, const char *company)
{
	*w = (struct world){ 0 };
	w->ws.arena = &w->arena;
	w->ws.as_of = date_of(2026, 11, 23);
	w->ws.vendors.arena = &w->arena;
	w->ws.vendors.spellings.arena = &w->arena;
	w->ws.config.company = str_of(company);
	// Copies point to their sources, so neither array may move.
	w->ws.sources = ARENA_ARRAY(&w->arena, struct source, SOURCES);
	w->ws.copies = ARENA_ARRAY(&w->arena, struct copy, SOURCES);
}

void world_close(struct world *w)
{
	arena_free(&w->arena);
}

size_t world_vendor(
	struct world *w, const char *id, const char *name, enum vendor_kind kind)
{
	return vendors_add(&w->ws.vendors, str_of(id), str_of(name), kind, true);
}

static struct copy *add_copy(
	struct world *w, const char *path, const char *rival, struct date seen)
{
	if (w->ws.source_count == SOURCES)
		abort();
	struct source *source = &w->ws.sources[w->ws.source_count++];
	*source = (struct source){
		.path = arena_str(&w->arena, str_of(path)),
		.role = rival ? ROLE_RIVAL : ROLE_COPY,
		.state = SOURCE_READ,
		.rival = arena_str(&w->arena, str_of(rival)),
		.date = seen,
		.date_is_file_time = !date_set(seen),
	};
	struct copy *copy = &w->ws.copies[w->ws.copy_count++];
	copy->source = source;
	return copy;
}

void world_add(struct world *w, const char *path, struct str text, const char *rival,
	struct date seen)
{
	struct copy *copy = add_copy(w, path, rival, seen);
	struct doc *doc = ARENA_NEW(&w->arena, struct doc);
	const struct read_how how = { 0 };
	struct error err = { 0 };
	doc->arena = &w->arena;
	if (!doc_read(copy->source->path, text, &how, doc, &err)) {
		fprintf(stderr, "%s\n", err.text);
		abort();
	}
	sentences_of(doc, &w->arena, &copy->sentences);
}

void world_add_claims(struct world *w, const char *path, const struct str *claims,
	size_t count, const char *rival)
{
	struct copy *copy = add_copy(w, path, rival, date_of(2026, 10, 2));
	copy->sentences.at = ARENA_ARRAY(&w->arena, struct sentence, count + 1);
	for (size_t i = 0; i < count; i++)
		copy->sentences.at[copy->sentences.count++] = (struct sentence){
			.place = { PLACE_LINE, (uint32_t)i + 1, 1 },
			.text = claims[i],
			.section = (uint32_t)i / 4,
		};
}

void world_claim(struct world *w, const struct claim_entry *entry)
{
	w->ws.records.claims.at = arena_more(&w->arena, w->ws.records.claims.at,
		w->ws.records.claims.count, &w->ws.records.claims.room, sizeof *entry);
	w->ws.records.claims.at[w->ws.records.claims.count++] = *entry;
}
