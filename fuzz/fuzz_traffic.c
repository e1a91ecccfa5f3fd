// Every input as a file of every format that says who turned to whom.
#include <math.h>
#include <stdlib.h>

#include "traffic/settle.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void check(bool ok)
{
	if (!ok)
		abort();
}

static void check_interaction(
	const struct web_traffic *t, const struct web_interaction *x)
{
	check(x->day.days >= t->from.days && x->day.days <= t->to.days);
	check(x->channel < CHANNEL_COUNT);
	check(x->count && x->reached >= x->count && x->first + x->count <= t->end_count);
	check(isfinite(x->weight) && x->weight >= 0);
	check(x->actor.person < t->person_count && x->actor.function < t->function_count);
	for (uint32_t i = 0; i < x->count; i++) {
		const struct web_end *e = &t->ends[x->first + i];
		check(e->person < t->person_count && e->function < t->function_count);
		check(e->person != x->actor.person);
	}
}

static void check_traffic(const struct web_traffic *t)
{
	for (size_t i = 0; i < t->count; i++) {
		check_interaction(t, &t->at[i]);
		check(!i || t->at[i - 1].day.days <= t->at[i].day.days);
	}
	for (size_t i = 0; i < t->person_count; i++)
		check(t->persons[i].function < t->function_count);
	for (size_t i = 0; i < t->function_count; i++) {
		check(utf8_valid(t->functions[i].id) && utf8_valid(t->functions[i].name));
		check(!i || str_cmp(t->functions[i - 1].id, t->functions[i].id) < 0);
	}
	check(isfinite(t->mapped) && isfinite(t->unmapped) && isfinite(t->outside));
	check(web_unmapped_share(t) >= 0 && web_unmapped_share(t) <= 1);
	for (size_t i = 0; i < t->unknown_count; i++)
		check(utf8_valid(t->unknown[i].domain));
	for (size_t i = 0; i < t->notes.count; i++)
		check(t->notes.at[i].len && utf8_valid(t->notes.at[i]));
}

static void read_as(struct intake *in, const struct intake_file *f)
{
	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; web_formats[i]; i++) {
			if (!web_formats[i]->takes(f->source, f->kind))
				continue;
			if (!pass && web_formats[i]->learn)
				web_formats[i]->learn(in, in->own[i], f);
			if (pass && web_formats[i]->read)
				web_formats[i]->read(in, in->own[i], f);
		}
		if (!pass)
			identity_fix(in->who);
	}
	for (size_t i = 0; web_formats[i]; i++)
		if (web_formats[i]->end)
			web_formats[i]->end(in, in->own[i]);
}

static void run(struct source *source, const struct export_kind *kind, struct str bytes)
{
	struct arena a = { 0 }, kept = { 0 };
	struct person people[] = {
		{ .id = S("ana"),
			.name = S("Ana Ruiz"),
			.function = S("sales"),
			.email = S("ana@acme.example") },
		{ .id = S("ben"), .function = S("support"), .email = S("b@acme.example") }
	};
	struct workspace ws = { .arena = &kept,
		.sources = source,
		.source_count = 1,
		.records.people = { people, COUNT(people), COUNT(people) } };
	struct web_traffic t = { .from = date_of(2000, 1, 1),
		.to = date_of(2026, 12, 31),
		.notes.arena = &kept };
	struct web_traffic before = { 0 };
	struct identity who;
	struct error err = { 0 };
	void *own[16] = { 0 };
	check(config_read(S("company: Acme"), S("candor.yaml"), &kept, &ws.config, &err));
	identity_init(&who, &ws, &a, &t.notes);
	bool dayless[1] = { false };
	struct intake in = { .ws = &ws,
		.dayless = dayless,
		.arena = &a,
		.who = &who,
		.from = t.from,
		.to = t.to,
		.earliest = { 2 * t.from.days - t.to.days - 1 },
		.notes = &t.notes,
		.own = own };
	for (size_t i = 0; web_formats[i]; i++)
		own[i] = arena_alloc(&a, 1, web_formats[i]->own + 1);
	read_as(&in, &(struct intake_file){ source, 0, kind, bytes });
	settle(&in, &kept, &t);
	check_traffic(&t);
	ws.source_count = 0; // its bytes were read
	intake_move(&in, &t.notes);
	before.from = in.from;
	before.to = in.to;
	settle(&in, &kept, &before);
	check_traffic(&before);
	arena_free(&a);
	arena_free(&kept);
}

// The kind that the header says, if a table can be opened at all.
static const struct export_kind *kind_of(struct str path, struct str bytes)
{
	struct arena a = { 0 };
	struct table *table = NULL;
	struct error err = { 0 };
	const struct export_kind *kind = bare_recognise(bytes);
	if (!kind && table_open(path, bytes, 0, &a, &table, &err))
		kind = export_recognise(
			table_info(table)->header, table_info(table)->columns);
	arena_free(&a);
	return kind;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	const struct str in = { (const char *)bytes, len };
	struct source talk[] = { { .path = S("a.mbox"), .role = ROLE_MAIL },
		{ .path = S("a.ics"), .role = ROLE_CALENDAR },
		{ .path = S("x/general/2025-11-03.json"), .role = ROLE_CHAT },
		{ .path = S("x/users.json"), .role = ROLE_CHAT } };
	struct source tables[] = { { .path = S("a.csv"), .role = ROLE_TRAFFIC },
		{ .path = S("a.json"), .role = ROLE_TRAFFIC } };
	for (size_t i = 0; i < COUNT(talk); i++)
		run(&talk[i], NULL, in);
	for (size_t i = 0; i < COUNT(tables); i++) {
		const struct export_kind *kind = kind_of(tables[i].path, in);
		if (kind)
			run(&tables[i], kind, in);
	}
	return 0;
}
