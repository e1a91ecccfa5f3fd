#include "world.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "test.h"
#include "web/graph.h"

void world_init(struct world *w, size_t functions, size_t people)
{
	*w = (struct world){ .settings = web_settings_default() };
	struct web_traffic *t = &w->traffic;
	t->functions = ARENA_ARRAY(&w->arena, struct web_function, functions);
	t->function_count = functions;
	t->persons = ARENA_ARRAY(&w->arena, struct web_person, people);
	t->person_count = people;
	t->from = date_of(2026, 1, 1);
	t->to = date_of(2026, 6, 30);
	w->needs.as_of = t->to;
	for (size_t i = 0; i < functions; i++) {
		t->functions[i].id = arena_fmt(&w->arena, "f%02zu", i);
		t->functions[i].name = arena_fmt(&w->arena, "Function %zu", i);
	}
	for (size_t i = 0; i < people; i++)
		t->persons[i] = (struct web_person){ .key = i, .function = UINT32_MAX };
}

void world_done(struct world *w)
{
	arena_free(&w->arena);
}

void world_place(struct world *w, uint32_t person, uint32_t function)
{
	w->traffic.persons[person].function = function;
	if (function != UINT32_MAX)
		w->traffic.functions[function].people++;
}

static void add_end(struct web_traffic *t, struct arena *a, uint32_t person)
{
	const uint32_t f = t->persons[person].function;
	t->ends = arena_more(a, t->ends, t->end_count, &t->end_room, sizeof *t->ends);
	t->ends[t->end_count++] = (struct web_end){ person, f };
	if (f != UINT32_MAX)
		t->functions[f].has_rows = true;
}

void world_add_to(struct world *w, struct world_row row, const uint32_t *to, size_t count)
{
	struct web_traffic *t = &w->traffic;
	const uint32_t f = t->persons[row.from].function;
	struct web_interaction x = { .day = t->to,
		.channel = row.channel,
		.unit = (uint32_t)t->count,
		.actor = { row.from, f },
		.first = (uint32_t)t->end_count,
		.count = (uint32_t)count,
		.reached = (uint32_t)count,
		.weight = row.weight };
	if (f != UINT32_MAX)
		t->functions[f].has_rows = true;
	for (size_t i = 0; i < count; i++)
		add_end(t, &w->arena, to[i]);
	t->at = arena_more(&w->arena, t->at, t->count, &t->room, sizeof *t->at);
	t->at[t->count++] = x;
}

void world_add(struct world *w, struct world_row row)
{
	world_add_to(w, row, &row.to, 1);
}

struct web_objective *world_objective(struct world *w, const char *id, double value)
{
	enum { MOST = 32 };
	struct web_needs *n = &w->needs;
	if (!n->objectives)
		n->objectives = ARENA_ARRAY(&w->arena, struct web_objective, MOST);
	assert_true(n->objective_count < MOST);
	n->objectives[n->objective_count] = (struct web_objective){
		.id = str_of(id), .name = str_of(id), .value = value, .owner = UINT32_MAX
	};
	return &n->objectives[n->objective_count++];
}

void world_need(struct world *w, struct web_objective *o, uint32_t a, uint32_t b,
	enum web_level level)
{
	web_objective_link(&w->arena, o, (struct web_need){ a, b, level });
}

void world_measure(struct world *w)
{
	web_measure(&w->traffic, &w->needs, &w->settings, &w->arena, &w->web);
}

void world_run(struct world *w)
{
	web_run(&w->traffic, &w->needs, &w->settings, &w->arena, &w->web);
}

static bool read_pair(struct str *rest, uint32_t *a, uint32_t *b)
{
	struct str line, first;
	int64_t x = 0, y = 0;
	if (!str_line(rest, &line) || !line.len)
		return false;
	assert_true(str_split(&line, ' ', &first));
	assert_true(str_to_int(first, &x) && str_to_int(line, &y));
	*a = (uint32_t)x;
	*b = (uint32_t)y;
	return true;
}

static bool open_raw(const char *path, struct file *f)
{
	struct error err = { 0 };
	return file_open(path, (size_t)1 << 24, f, &err);
}

static void find_top(struct eu *eu)
{
	bool taken[EU_DEPARTMENTS] = { false };
	for (size_t k = 0; k < EU_TOP; k++) {
		size_t best = EU_DEPARTMENTS;
		for (size_t d = 0; d < EU_DEPARTMENTS; d++)
			if (!taken[d] && (best == EU_DEPARTMENTS ||
						 eu->sizes[d] > eu->sizes[best]))
				best = d;
		taken[best] = true;
		eu->top[k] = (uint32_t)best;
	}
}

bool eu_read(struct arena *a, struct eu *out)
{
	struct file ties, labels;
	*out = (struct eu){ 0 };
	if (!open_raw(EU_CORE "email-Eu-core.txt", &ties))
		return false;
	assert_true(open_raw(EU_CORE "email-Eu-core-department-labels.txt", &labels));
	uint32_t x = 0, y = 0;
	struct str rest = labels.bytes;
	while (read_pair(&rest, &x, &y)) {
		assert_true(x < EU_PEOPLE && y < EU_DEPARTMENTS);
		out->department[x] = y;
		out->sizes[y]++;
	}
	size_t room = 0;
	rest = ties.bytes;
	while (read_pair(&rest, &x, &y)) {
		out->rows++;
		out->loops += x == y;
		if (x == y)
			continue;
		out->ties =
			arena_more(a, out->ties, out->count, &room, sizeof *out->ties);
		out->ties[out->count++] = (struct arc){ x, y };
	}
	file_close(&ties);
	file_close(&labels);
	find_top(out);
	return true;
}

void eu_world(const struct eu *eu, struct world *out)
{
	world_init(out, EU_TOP, EU_PEOPLE);
	for (uint32_t p = 0; p < EU_PEOPLE; p++)
		for (uint32_t f = 0; f < EU_TOP; f++)
			if (eu->top[f] == eu->department[p])
				world_place(out, p, f);
	for (size_t i = 0; i < eu->count; i++)
		world_add(out, (struct world_row){ eu->ties[i].from, eu->ties[i].to, 1,
				       CHANNEL_MAIL });
}

struct cJSON *eu_reference(const char *name)
{
	char path[200];
	(void)snprintf(path, sizeof path, EU_REFERENCE "%s", name);
	struct file f;
	assert_true(open_raw(path, &f));
	struct cJSON *json = cJSON_ParseWithLength(f.bytes.at, f.bytes.len);
	file_close(&f);
	assert_non_null(json);
	return json;
}
