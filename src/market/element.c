#include "market/element.h"

struct building {
	const struct workspace *ws;
	const struct market_words *words;
	struct elements *out;
	struct map pains; // ids in lower case
	size_t *pain_at;
};

enum { LINES_MAX = 500 }; // of one element of a canvas

// Its number, and whether it is new.
static uint32_t add_need(struct elements *e, int kind, struct str text, bool *is_new)
{
	const struct str key =
		arena_fmt(e->arena, "%d%" PRI_STR, kind, ARG_STR(str_trim(text)));
	const size_t before = e->need_map.count;
	const size_t at = map_add(&e->need_map, key);
	while (e->need_room <= at)
		e->need = arena_more(
			e->arena, e->need, e->need_room, &e->need_room, sizeof *e->need);
	*is_new = at == before;
	return (uint32_t)at;
}

uint32_t elements_need(struct elements *e, const struct market_words *words,
	struct str text, enum need_kind kind)
{
	bool is_new = false;
	const uint32_t at = add_need(e, (int)kind, text, &is_new);
	if (is_new)
		need_of(str_from(e->need_map.keys[at], 1), kind, words, e->arena,
			&e->need[at]);
	return at;
}

void elements_other(struct elements *e, const struct market_words *words, struct str text)
{
	enum { OTHER = 9 }; // no need_kind
	bool is_new = false;
	const uint32_t at = add_need(e, OTHER, text, &is_new);
	if (is_new)
		need_of_others(text, words, e->arena, &e->need[at]);
}

static void listen_for(struct building *b, struct str text, enum need_kind kind)
{
	struct elements *e = b->out;
	struct element_needs *n = &e->needs[e->count - 1];
	if (!str_trim(text).len || n->count >= ELEMENT_NEEDS)
		return;
	const uint32_t need = elements_need(e, b->words, text, kind);
	for (size_t i = 0; i < n->count; i++)
		if (n->need[i] == need)
			return;
	n->need[n->count++] = need;
	e->at[e->count - 1].asked_by_words |=
		e->need[need].count > 0 || kind == NEED_SPELLED;
}

static struct backing *begin(struct building *b, enum backing_kind kind, struct str id,
	struct str text, const struct evidence *at)
{
	struct elements *e = b->out;
	e->at = arena_more(e->arena, e->at, e->count, &e->room, sizeof *e->at);
	e->needs = arena_more(
		e->arena, e->needs, e->count, &e->needs_room, sizeof *e->needs);
	e->needs[e->count] = (struct element_needs){ 0 };
	e->at[e->count] =
		(struct backing){ .kind = kind, .id = id, .text = text, .at = *at };
	e->at[e->count].at.quote = text;
	return &e->at[e->count++];
}

static struct evidence row_at(const struct building *b, struct at at, const char *column)
{
	return (struct evidence){ .path = b->ws->sources[at.source].path,
		.place = { .kind = PLACE_ROW, .major = at.row },
		.column = str_of(column),
		.witness = WITNESS_US };
}

static void know_pains(struct building *b)
{
	const struct records *r = &b->ws->records;
	struct arena *a = b->out->arena;
	b->pains.arena = a;
	b->pain_at = ARENA_ARRAY(a, size_t, r->pains.count + 1);
	for (size_t i = 0; i < r->pains.count; i++) {
		const size_t before = b->pains.count;
		const size_t at = map_add(&b->pains, utf8_lower(a, r->pains.at[i].id));
		if (at == before)
			b->pain_at[at] = i;
	}
}

static const struct pain *find_pain(const struct building *b, struct str id)
{
	const size_t at =
		id.len ? map_find(&b->pains, utf8_lower(b->out->arena, id)) : MAP_NONE;
	return at == MAP_NONE ? NULL : &b->ws->records.pains.at[b->pain_at[at]];
}

// Ids of pains, several with a comma or a semicolon between.
static void add_pains(struct building *b, struct str ids)
{
	struct backing *to = &b->out->at[b->out->count - 1];
	while (ids.len) {
		size_t end = 0;
		while (end < ids.len && ids.at[end] != ',' && ids.at[end] != ';')
			end++;
		const struct pain *pain = find_pain(b, str_trim(str_cut(ids, 0, end)));
		bool known = false;
		ids = str_from(ids, end + 1);
		if (!pain)
			continue;
		for (size_t i = 0; i < to->pain_count; i++)
			known |= to->pains[i] == pain;
		if (known || to->pain_count >= COUNT(to->pains))
			continue;
		to->pains[to->pain_count++] = pain;
		listen_for(b, pain->pain, NEED_PAIN);
	}
}

static void add_line_pains(struct building *b, const struct paper_line *line)
{
	for (size_t i = 0; i < line->reference_count; i++)
		if (str_eq(line->keys[i], S("pain")))
			add_pains(b, line->values[i]);
}

// "None of them", "no decision yet": such words name no alternative where they stand.
static void listen_for_name(struct building *b, struct str name)
{
	char room[WORD_MAX];
	struct str rest = str_trim(name), first = { 0 };
	if (rest.len <= 2 || !str_split(&rest, ' ', &first))
		return;
	first = word_fold(first, room);
	const bool denies = str_eq(first, S("no")) || str_eq(first, S("none")) ||
			    str_starts(first, S("kein"));
	const bool bare = !str_trim(rest).len && stop_of(first);
	if (!denies && !bare)
		listen_for(b, str_trim(name), NEED_SPELLED);
}

static void listen_for_vendor(struct building *b, struct str spelling)
{
	const struct vendors *all = &b->ws->vendors;
	const size_t at = vendors_find(all, str_trim(spelling));
	if (at == MAP_NONE)
		return;
	listen_for_name(b, all->at[at].name);
	for (size_t i = 0; i < all->at[at].alias_count; i++)
		listen_for_name(b, all->at[at].aliases[i]);
}

// "Paper logbook and Excel  [evidence: deals:paper]": two names, and those of the vendor.
static void listen_for_alternative(struct building *b, const struct paper_line *line)
{
	static const char JOINTS[] = "and|or|und|oder|,|/";
	struct str rest = line->text;
	while (rest.len) {
		size_t at = rest.len;
		const size_t length = list_find(JOINTS, rest, 0, &at);
		const struct str name = str_trim(length ? str_cut(rest, 0, at) : rest);
		rest = length ? str_from(rest, at + length) : (struct str){ 0 };
		listen_for_name(b, name);
		listen_for_vendor(b, name);
	}
	for (size_t i = 0; i < line->reference_count; i++) {
		const struct str value = line->values[i];
		const size_t colon = str_find_byte(value, ':', 0);
		if (colon != STR_NONE)
			listen_for_vendor(b, str_from(value, colon + 1));
	}
}

static void add_line(struct building *b, const struct canvas *canvas, enum element part,
	const struct paper_line *line)
{
	const struct source *source = &b->ws->sources[canvas->source];
	struct backing *to = begin(b, BACKING_ELEMENT, line->id, line->text,
		&(struct evidence){ .path = source->path,
			.place = line->place,
			.date = canvas->effective,
			.witness = WITNESS_US });
	to->part = part;
	b->out->needs[b->out->count - 1].line = line;
	switch (part) {
	case ELEMENT_ALTERNATIVES:
		listen_for_alternative(b, line);
		break;
	case ELEMENT_CATEGORY:
		listen_for(b, line->text, NEED_NAME);
		break;
	case ELEMENT_ATTRIBUTES:
	case ELEMENT_VALUE:
		listen_for(b, line->text, NEED_VALUE);
		break;
	case ELEMENT_SEGMENT: // who buyers are is nothing they say
	case ELEMENT_COUNT:
		break;
	}
	add_line_pains(b, line);
}

static void add_canvas(struct building *b)
{
	const struct papers *p = &b->ws->papers;
	if (!p->canvas_count)
		return;
	const struct canvas *canvas = &p->canvases[p->canvas_count - 1];
	for (enum element part = 0; part < ELEMENT_COUNT; part++)
		for (size_t i = 0; i < canvas->elements[part].count && i < LINES_MAX; i++)
			add_line(b, canvas, part, &canvas->elements[part].at[i]);
}

// The pains of the value of the canvas that a pillar supports.
static void add_supported(struct building *b, struct str supports)
{
	const struct papers *p = &b->ws->papers;
	if (!p->canvas_count || !supports.len)
		return;
	const struct paper_lines *values =
		&p->canvases[p->canvas_count - 1].elements[ELEMENT_VALUE];
	for (size_t i = 0; i < values->count; i++)
		if (str_eq_nocase(values->at[i].id, supports))
			add_line_pains(b, &values->at[i]);
}

static void add_pillars(struct building *b)
{
	const struct records *r = &b->ws->records;
	for (size_t i = 0; i < r->pillars.count && i < MARKET_CLAIMS_MAX; i++) {
		const struct pillar *p = &r->pillars.at[i];
		const struct evidence at = row_at(b, p->at, "pillar");
		struct backing *to = begin(b, BACKING_PILLAR, p->id, p->pillar, &at);
		to->persona = p->persona;
		listen_for(b, p->pillar, NEED_VALUE);
		listen_for(b, p->message, NEED_VALUE);
		add_supported(b, p->supports);
		for (size_t c = 0;
			p->id.len && c < r->claims.count && c < MARKET_CLAIMS_MAX; c++)
			if (str_eq_nocase(r->claims.at[c].pillar, p->id) &&
				r->claims.at[c].status != CLAIM_REJECTED)
				add_pains(b, r->claims.at[c].pain);
	}
}

static void add_claims(struct building *b)
{
	const struct records *r = &b->ws->records;
	size_t taken = 0;
	for (size_t i = 0; i < r->claims.count; i++) {
		const struct claim_entry *c = &r->claims.at[i];
		if (c->status == CLAIM_REJECTED)
			continue;
		if (taken++ >= MARKET_CLAIMS_MAX) {
			b->out->claims_left_out++;
			continue;
		}
		const struct evidence at = row_at(b, c->at, "claim");
		(void)begin(b, BACKING_CLAIM, c->id, c->claim, &at); // filled below
		listen_for(b, c->claim, NEED_VALUE);
		add_pains(b, c->pain);
	}
}

static void add_all_pains(struct building *b)
{
	const struct records *r = &b->ws->records;
	for (size_t i = 0; i < r->pains.count && i < MARKET_CLAIMS_MAX; i++) {
		const struct pain *p = &r->pains.at[i];
		const struct evidence at = row_at(b, p->at, "pain");
		struct backing *to = begin(b, BACKING_PAIN, p->id, p->pain, &at);
		to->persona = p->persona;
		to->pains[to->pain_count++] = p;
		listen_for(b, p->pain, NEED_PAIN);
	}
}

void elements_of(const struct workspace *ws, const struct market_words *words,
	struct arena *a, struct elements *out)
{
	struct building b = { .ws = ws, .words = words, .out = out };
	*out = (struct elements){ .arena = a, .need_map.arena = a };
	know_pains(&b);
	add_canvas(&b);
	add_pillars(&b);
	add_claims(&b);
	add_all_pains(&b);
}
