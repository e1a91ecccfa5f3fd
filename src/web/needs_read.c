#include "web/needs.h"

#include <math.h>

#include "web/checklist.h"

enum { UNKNOWN_SHOWN = 5 };

struct reading {
	const struct workspace *ws;
	const struct web_traffic *traffic;
	struct arena *arena;
	struct web_needs *out;
	struct map ids;		  // of objectives
	struct web_objective *at; // beside it
	size_t room;
	struct map unknown; // names that are no function
	struct unknown {
		struct str where[UNKNOWN_SHOWN], last;
		size_t count; // of objectives that name it, the drawing among them
	} * strange;	      // beside it
	size_t strange_room;
};

static void note(struct reading *r, struct str text)
{
	struct web_needs *n = r->out;
	for (size_t i = 0; i < n->note_count; i++)
		if (str_eq(n->notes[i], text))
			return;
	if (n->note_count >= NOTES_MAX)
		return;
	n->notes = arena_more(
		r->arena, n->notes, n->note_count, &n->note_room, sizeof *n->notes);
	n->notes[n->note_count++] = text;
}

// Once for each objective: they come one after the other.
static void remember_unknown(struct reading *r, struct str name, struct str where)
{
	const size_t known = r->unknown.count, i = map_add(&r->unknown, name);
	if (i == known)
		r->strange = arena_more(r->arena, r->strange, known, &r->strange_room,
			sizeof *r->strange);
	struct unknown *u = &r->strange[i];
	const size_t kept = u->count < UNKNOWN_SHOWN ? u->count : UNKNOWN_SHOWN;
	for (size_t k = 0; k < kept; k++)
		if (str_eq(u->where[k], where))
			return;
	if (str_eq(u->last, where))
		return;
	if (u->count < UNKNOWN_SHOWN)
		u->where[u->count] = where;
	u->last = where;
	u->count++;
}

static uint32_t find_function(struct reading *r, struct str name, struct str where)
{
	const uint32_t f = function_find(r->traffic, name);
	if (f == UINT32_MAX)
		remember_unknown(r, name, where);
	return f;
}

// "O-1, O-2 and O-7", "O-1, O-2, O-3, O-4, O-5 and 3 more"
static void put_places(struct reading *r, const struct unknown *u, struct buf *out)
{
	const size_t shown = u->count < UNKNOWN_SHOWN ? u->count : UNKNOWN_SHOWN;
	for (size_t i = 0; i < shown; i++) {
		const bool last = i + 1 == u->count;
		buf_add(out, !i ? S("") : last ? S(" and ") : S(", "));
		buf_add(out, utf8_safe(r->arena, u->where[i], 60));
	}
	if (u->count > shown)
		buf_fmt(out, " and %zu more", u->count - shown);
}

static void note_unknown(struct reading *r)
{
	for (size_t i = 0; i < r->unknown.count; i++) {
		const struct unknown *u = &r->strange[i];
		struct buf places = { 0 };
		put_places(r, u, &places);
		note(r, arena_fmt(r->arena,
				"%" PRI_STR " %s \"%" PRI_STR
				"\", which is none of the functions of this company.",
				ARG_STR(buf_str(&places)),
				u->count > 1 ? "name" : "names",
				ARG_STR(utf8_safe(r->arena, r->unknown.keys[i], 60))));
		buf_done(&places);
	}
}

static struct web_objective *objective_add(struct reading *r, struct str id)
{
	const size_t known = r->ids.count, i = map_add(&r->ids, id);
	if (i == known) {
		r->at = arena_more(r->arena, r->at, known, &r->room, sizeof *r->at);
		r->at[i] = (struct web_objective){
			.id = id, .name = id, .value = NAN, .owner = UINT32_MAX
		};
	}
	return &r->at[i];
}

static void link_functions(struct reading *r, struct web_objective *o, uint32_t a,
	uint32_t b, enum web_level level)
{
	if (a != UINT32_MAX && b != UINT32_MAX)
		web_objective_link(r->arena, o, (struct web_need){ a, b, level });
}

static void follow_path(
	struct reading *r, struct web_objective *o, const struct said_objective *said)
{
	uint32_t last = UINT32_MAX;
	for (size_t i = 0; i < said->path_count; i++) {
		const uint32_t f = find_function(r, said->path[i], o->id);
		if (f == UINT32_MAX)
			continue; // the path goes on behind a function we do not know
		link_functions(r, o, last, f, WEB_CONTRIBUTE);
		last = f;
	}
}

// "cs-product": at whichever '-' two functions meet.
static void said_link(
	struct reading *r, struct web_objective *o, struct str pair, enum web_level level)
{
	for (size_t i = str_find_byte(pair, '-', 0); i != STR_NONE;
		i = str_find_byte(pair, '-', i + 1)) {
		const uint32_t a = function_find(r->traffic, str_cut(pair, 0, i));
		const uint32_t b = function_find(r->traffic, str_from(pair, i + 1));
		if (a != UINT32_MAX && b != UINT32_MAX) {
			link_functions(r, o, a, b, level);
			return;
		}
	}
	note(r, arena_fmt(r->arena,
			"%" PRI_STR " has a link \"%" PRI_STR
			"\" that is not two functions of this company with a - between.",
			ARG_STR(utf8_safe(r->arena, o->id, 60)),
			ARG_STR(utf8_safe(r->arena, pair, 60))));
}

static void read_said(struct reading *r, const struct said_objective *said)
{
	struct web_objective *o = objective_add(r, said->id);
	if (said->name.len)
		o->name = said->name;
	if (said->value_cents > 0)
		o->value = (double)said->value_cents / 100;
	if (date_set(said->until))
		o->until = said->until;
	follow_path(r, o, said);
	for (size_t i = 0; i < said->link_count; i++) {
		enum web_level level = WEB_CONTRIBUTE;
		(void)web_level_find(said->levels[i], &level); // the form has seen to it
		said_link(r, o, said->links[i], level);
	}
}

static void read_row(struct reading *r, const struct objective *row)
{
	const struct str id = row->id.len ? row->id : row->objective;
	if (!id.len)
		return;
	struct web_objective *o = objective_add(r, id);
	if (str_eq(o->name, o->id) && row->objective.len)
		o->name = row->objective;
	if (isnan(o->value) && row->value_cents >= 0)
		o->value = (double)row->value_cents / 100;
	if (!date_set(o->until))
		o->until = row->until;
	const bool linked = o->link_count > 0;
	if (row->owner_function.len)
		o->owner = find_function(r, row->owner_function, id);
	struct str rest = row->depends_on, piece;
	const char separator = str_find_byte(rest, ';', 0) != STR_NONE ? ';' : ',';
	while (str_split(&rest, separator, &piece)) {
		if (!str_trim(piece).len)
			continue;
		const uint32_t f = find_function(r, str_trim(piece), id);
		if (!linked) // candor.yaml knows better
			link_functions(r, o, o->owner, f, WEB_CONTRIBUTE);
	}
}

static enum web_level drawn_level(struct str need)
{
	enum web_level level = WEB_CONTRIBUTE;
	if (str_eq_nocase(need, S("low")))
		return WEB_INFORM;
	if (str_eq_nocase(need, S("high")))
		return WEB_COOWN;
	(void)web_level_find(need, &level); // anything else is medium
	return level;
}

// "O-1" in "O-1 needs SSO", not in "O-12".
static bool names_objective(struct str why, struct str id)
{
	for (size_t i = str_find_nocase(why, id, 0); i != STR_NONE;
		i = str_find_nocase(why, id, i + 1)) {
		const bool starts = !i || !byte_is_word(why.at[i - 1]);
		const size_t end = i + id.len;
		if (starts && (end == why.len || !byte_is_word(why.at[end])))
			return true;
	}
	return false;
}

static void read_drawing(struct reading *r)
{
	const struct papers *p = &r->ws->papers;
	r->out->drawn = ARENA_ARRAY(r->arena, struct web_drawn, p->tie_count + 1);
	for (size_t i = 0; i < p->tie_count; i++) {
		const struct drawn_tie *tie = &p->ties[i];
		const struct str where = S("The drawing (web/relationships.yaml)");
		const struct web_need need = { find_function(r, tie->a, where),
			find_function(r, tie->b, where), drawn_level(tie->need) };
		if (need.a == UINT32_MAX || need.b == UINT32_MAX || need.a == need.b)
			continue;
		for (size_t o = 0; o < r->ids.count; o++)
			if (names_objective(tie->why, r->at[o].id))
				web_objective_link(r->arena, &r->at[o], need);
		r->out->drawn[r->out->drawn_count++] =
			(struct web_drawn){ need, tie->why, tie->move };
	}
}

// Where each stands, if metrics.csv says so.
static void find_standings(struct reading *r)
{
	for (size_t i = 0; i < r->ids.count; i++) {
		const struct objective *row = standing_objective(r->ws, r->at[i].id);
		struct standing *s = ARENA_NEW(r->arena, struct standing);
		if (row)
			standing_of(r->ws, row, r->arena, s);
		if (s->newest)
			r->at[i].standing = s;
	}
}

void web_needs_of(const struct workspace *ws, const struct web_traffic *traffic,
	struct arena *a, struct web_needs *out)
{
	struct reading r = { .ws = ws, .traffic = traffic, .arena = a, .out = out };
	*out = (struct web_needs){ .as_of = ws->as_of };
	r.ids.arena = r.unknown.arena = a;
	for (size_t i = 0; i < ws->config.objective_count; i++)
		read_said(&r, &ws->config.objectives[i]);
	for (size_t i = 0; i < ws->records.objectives.count; i++)
		read_row(&r, &ws->records.objectives.at[i]);
	read_drawing(&r);
	note_unknown(&r);
	if (ws->records.metrics.count)
		find_standings(&r);
	out->objectives = r.at;
	out->objective_count = r.ids.count;
}
