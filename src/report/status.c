#include "report/status.h"

#include <string.h>

static struct limit_days limits_of(const struct config *c, const struct source *s)
{
	if (s->role == ROLE_BATTLECARD)
		return c->fresh_battlecard;
	if (s->role == ROLE_RIVAL)
		return c->fresh_pages;
	if (s->role == ROLE_TABLE && s->kind && !strcmp(s->kind, "deals"))
		return c->fresh_deals;
	return (struct limit_days){ 0 };
}

// Deals are as old as the newest date in them; everything else as old as it says of
// itself.
static struct date age_from(const struct workspace *ws, const struct source *s)
{
	if (s->role == ROLE_TABLE)
		return ws->deals.extract;
	for (size_t i = 0; i < ws->papers.battlecard_count; i++) {
		const struct battlecard *card = &ws->papers.battlecards[i];
		if (&ws->sources[card->source] == s)
			return card->reviewed;
	}
	return s->date_is_file_time ? (struct date){ 0 } : source_last_seen(s);
}

enum freshness freshness_of(
	const struct workspace *ws, const struct source *s, int *days, int *limit)
{
	struct limit_days limits = limits_of(&ws->config, s);
	struct date from = age_from(ws, s);
	*days = *limit = 0;
	if (s->state != SOURCE_READ || !date_set(from) || (!limits.warn && !limits.error))
		return FRESH_UNKNOWN;
	*days = ws->as_of.days - from.days;
	bool error = limits.error && *days > limits.error;
	bool warn = limits.warn && *days > limits.warn;
	*limit = error ? limits.error : limits.warn;
	return error ? FRESH_ERROR : warn ? FRESH_WARN : FRESH;
}

const char *freshness_name(enum freshness f)
{
	static const char *const NAMES[] = { "fresh", "old", "too old", "unknown" };
	return NAMES[f];
}

// Only the newest page of each kind from a competitor can be stale: older ones are
// history on purpose.
static bool is_superseded(const struct workspace *ws, const struct source *s)
{
	if (s->role != ROLE_RIVAL)
		return false;
	for (size_t i = 0; i < ws->source_count; i++) {
		const struct source *o = &ws->sources[i];
		if (o != s && o->role == ROLE_RIVAL && str_eq(o->rival, s->rival) &&
			o->state == SOURCE_READ && !o->date_is_file_time &&
			o->date.days > source_last_seen(s).days)
			return true;
	}
	return false;
}

static void fill_stale(struct status *out)
{
	const struct workspace *ws = out->ws;
	out->stale = ARENA_ARRAY(ws->arena, struct stale_source, ws->source_count);
	for (size_t i = 0; i < ws->source_count; i++) {
		struct stale_source one = { .source = &ws->sources[i] };
		one.freshness = freshness_of(ws, one.source, &one.days, &one.limit);
		bool late = one.freshness == FRESH_WARN || one.freshness == FRESH_ERROR;
		if (late && !is_superseded(ws, one.source))
			out->stale[out->stale_count++] = one;
	}
}

// What each table of a CRM export is called here.
static struct str deals_title(const char *kind)
{
	static const struct str TITLES[DEALS_TABLES] = {
		[DEALS_ROWS] = STR_INIT("Deals"),
		[DEALS_LEADS] = STR_INIT("Leads"),
		[DEALS_WINS] = STR_INIT("Won leads"),
		[DEALS_STAGES] = STR_INIT("Deal stages"),
		[DEALS_ACCOUNTS] = STR_INIT("Accounts"),
		[DEALS_OWNERS] = STR_INIT("Deal owners"),
	};
	return TITLES[deals_table_find(str_of(kind))];
}

static struct str group_title(const struct source *s)
{
	const struct export_kind *export =
		s->role == ROLE_TRAFFIC ? export_find(str_of(s->kind)) : NULL;
	if (export)
		return str_of(export->title);
	if (s->role != ROLE_TABLE || !s->kind)
		return str_of(role_title(s->role));
	const struct record_kind *kind = record_find(str_of(s->kind));
	return kind ? str_of(kind->title) : deals_title(s->kind);
}

static struct status_group *group_of(
	struct status *out, struct map *titles, struct str title)
{
	size_t before = titles->count, i = map_add(titles, title);
	if (i == before)
		out->groups[out->group_count++] = (struct status_group){ .title = title };
	return &out->groups[i];
}

static void count_source(struct status *out, struct map *titles, const struct source *s)
{
	out->read += s->state == SOURCE_READ;
	out->skipped += s->state == SOURCE_SKIPPED;
	out->unused += s->state == SOURCE_UNUSED;
	if (s->state != SOURCE_READ)
		return;
	struct status_group *g = group_of(out, titles, group_title(s));
	g->files++;
	g->rows += s->rows;
	if (!s->date_is_file_time && s->date.days > g->newest.days)
		g->newest = s->date;
}

static void count_copy(struct status *out, struct map *titles, const struct copy *copy)
{
	struct status_group *g = group_of(out, titles, group_title(copy->source));
	g->sentences += copy->sentences.count;
	for (size_t i = 0; i < copy->sentences.count; i++)
		g->claims += copy->sentences.at[i].sort == IS_CLAIM;
}

static void fill_missing(struct status *out)
{
	struct arena *a = out->ws->arena;
	uint64_t have = facts_have(out->ws);
	out->missing = ARENA_ARRAY(a, struct status_missing, FACT_COUNT);
	for (unsigned f = 0; f < FACT_COUNT; f++) {
		if (have >> f & 1)
			continue;
		struct status_missing *m = &out->missing[out->missing_count++];
		struct buf numbers = { .max = 200 };
		*m = (struct status_missing){ .kind = &fact_kinds[f] };
		for (const struct audit *const *audit = audits; *audit; audit++) {
			if (!((*audit)->needs >> f & 1))
				continue;
			buf_fmt(&numbers, "%s%s", numbers.len ? ", " : "",
				(*audit)->number);
			m->first = m->first ? m->first : (*audit)->title;
		}
		m->unlocks = arena_str(a, buf_str(&numbers));
		buf_done(&numbers);
	}
}

void status_make(const struct workspace *ws, struct status *out)
{
	struct map titles = { .arena = ws->arena };
	*out = (struct status){ .ws = ws };
	out->groups = ARENA_ARRAY(
		ws->arena, struct status_group, ws->source_count + ws->copy_count);
	for (size_t i = 0; i < ws->source_count; i++)
		count_source(out, &titles, &ws->sources[i]);
	for (size_t i = 0; i < ws->copy_count; i++)
		count_copy(out, &titles, &ws->copies[i]);
	fill_stale(out);
	fill_missing(out);
}
