#include "model/metrics.h"

#include <math.h>

static bool same(struct str a, struct str b)
{
	return str_eq_nocase(str_trim(a), str_trim(b));
}

// By its id, its words, or the one thing it is measured by.
static bool is_called(const struct objective *o, struct str name)
{
	return same(name, o->objective) || (o->id.len && same(name, o->id)) ||
	       (o->metric.len && same(name, o->metric));
}

bool metric_is_of(const struct metric *m, const struct objective *o)
{
	const bool measured = m->metric.len && same(m->metric, o->metric);
	if (m->objective.len)
		return is_called(o, m->objective) &&
		       (!m->metric.len || !o->metric.len || measured);
	return measured;
}

// Everything rows may call the objectives by, as "objective\x1fmetric" in lower case.
struct names {
	struct map map;
	struct buf key;
};

enum { ANY = '*' }; // an objective without a metric takes every one

static void put_lower(struct buf *out, struct str s)
{
	s = str_trim(s);
	for (size_t i = 0; i < s.len; i++)
		buf_byte(out, byte_lower(s.at[i]));
}

static struct str name_of(struct names *n, struct str objective, struct str metric)
{
	buf_clear(&n->key);
	put_lower(&n->key, objective);
	buf_byte(&n->key, '\x1f');
	put_lower(&n->key, metric);
	return buf_str(&n->key);
}

static struct str any_of(struct names *n, struct str objective)
{
	(void)name_of(n, objective, S(""));
	buf_byte(&n->key, '\x1f');
	buf_byte(&n->key, ANY);
	return buf_str(&n->key);
}

static void learn(struct names *n, const struct objective *o)
{
	const struct str called[] = { o->id, o->objective, o->metric };
	for (size_t i = 0; i < COUNT(called); i++) {
		if (!called[i].len)
			continue;
		(void)map_add(&n->map, name_of(n, called[i], S("")));
		(void)map_add(&n->map, o->metric.len ? name_of(n, called[i], o->metric)
						     : any_of(n, called[i]));
	}
	if (o->metric.len)
		(void)map_add(&n->map, name_of(n, S(""), o->metric));
}

static bool is_known(struct names *n, const struct metric *m)
{
	if (map_find(&n->map, name_of(n, m->objective, m->metric)) != MAP_NONE)
		return true;
	return m->objective.len && map_find(&n->map, any_of(n, m->objective)) != MAP_NONE;
}

enum { STRANGERS_NAMED = 3 };

// Values of one file that belong to nobody.
struct strangers {
	size_t count, rows;
	struct map names;
};

static void note_strangers(const struct strangers *s, bool objectives,
	struct source *source, struct arena *a)
{
	struct str list = S("");
	for (size_t i = 0; i < s->names.count && i < STRANGERS_NAMED; i++)
		list = arena_fmt(a, "%" PRI_STR "%s'%" PRI_STR "'", ARG_STR(list),
			i ? ", " : "", ARG_STR(utf8_safe(a, s->names.keys[i], 40)));
	if (s->names.count > STRANGERS_NAMED)
		list = arena_fmt(a, "%" PRI_STR " and %zu more", ARG_STR(list),
			s->names.count - STRANGERS_NAMED);
	source->notes.arena = a;
	notes_add(&source->notes,
		"%zu of %zu values belong to no objective (%" PRI_STR "); %s", s->count,
		s->rows, ARG_STR(list),
		objectives ? "name an objective_id, or a metric, of objectives.csv"
			   : "add objectives.csv, which says whose metrics they are");
}

void metrics_settle(const struct records *r, struct source *sources, struct arena *a)
{
	struct arena scratch = { 0 };
	struct names names = { .map = { .arena = &scratch } };
	uint32_t count = 0;
	for (size_t i = 0; i < r->metrics.count; i++)
		count = r->metrics.at[i].at.source >= count
				? r->metrics.at[i].at.source + 1
				: count;
	struct strangers *by = ARENA_ARRAY(&scratch, struct strangers, (size_t)count + 1);
	for (size_t i = 0; i < r->objectives.count; i++)
		learn(&names, &r->objectives.at[i]);
	for (size_t i = 0; i < r->metrics.count; i++) {
		const struct metric *m = &r->metrics.at[i];
		struct strangers *s = &by[m->at.source];
		s->names.arena = &scratch;
		s->rows++;
		if (is_known(&names, m))
			continue;
		s->count++;
		(void)map_add(
			&s->names, arena_fmt(&scratch, "%" PRI_STR "%s%" PRI_STR,
					   ARG_STR(m->objective),
					   m->objective.len && m->metric.len ? " " : "",
					   ARG_STR(m->metric)));
	}
	for (uint32_t i = 0; i < count; i++)
		if (by[i].count)
			note_strangers(&by[i], r->objectives.count > 0, &sources[i], a);
	buf_done(&names.key);
	arena_free(&scratch);
}

struct figure figure_plain(double value)
{
	struct figure f = { .value = value };
	double scale = 1;
	while (f.places < FIGURE_PLACES && fabs(value * scale - round(value * scale)) >
						   1e-9 * fmax(1, fabs(value * scale))) {
		f.places++;
		scale *= 10;
	}
	return f;
}

struct str figure_words(struct arena *a, double value, struct figure how)
{
	double shown = how.percent ? value * 100 : value;
	// No "-0.00".
	if (fabs(shown) < 0.5 * pow(10, -(double)how.places))
		shown = 0;
	return arena_fmt(a, "%.*f%s", (int)how.places, shown, how.percent ? "%" : "");
}
