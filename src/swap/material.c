#include "swap/material.h"

#include "swap/headline.h"
#include "swap/null.h"

enum { NAMES_MAX = 20000, SEEN_TEXTS = 50000 };

bool material_is_ours(const struct copy *copy)
{
	return copy->source->role == ROLE_COPY;
}

struct namer {
	struct alias *at;
	size_t count, room;
	uint64_t id;
	struct arena *arena;
};

static void add_name(struct namer *n, struct str name, uint32_t owner)
{
	if (name.len < 2 || n->count >= NAMES_MAX)
		return;
	n->at = arena_more(n->arena, n->at, n->count, &n->room, sizeof *n->at);
	n->at[n->count++] = (struct alias){ name, owner, alias_case_of(name) };
	n->id = str_hash(name, n->id);
}

// "shift-ly" as an id is "shift ly" in prose, unless that is a common word.
static void add_id(struct namer *n, struct str id, uint32_t owner)
{
	const struct str name = arena_str(n->arena, id);
	char *bytes = arena_alloc(n->arena, id.len + 1, 1);
	for (size_t i = 0; i < name.len; i++)
		bytes[i] = name.at[i] == '-' ? ' ' : name.at[i];
	const struct str spoken = { bytes, id.len };
	if (alias_case_of(spoken) == ALIAS_ANY)
		add_name(n, spoken, owner);
}

static void add_names_of_us(struct namer *n, const struct config *c)
{
	add_name(n, c->company, OWNER_US);
	for (size_t i = 0; i < c->alias_count; i++)
		add_name(n, c->aliases[i], OWNER_US);
	for (size_t i = 0; i < c->product_count; i++)
		add_name(n, c->products[i], OWNER_US);
}

static struct namer names_of(const struct workspace *ws, struct arena *a)
{
	struct namer n = { .arena = a };
	for (size_t i = 0; i < ws->vendors.count; i++) {
		const struct vendor *v = &ws->vendors.at[i];
		if (v->kind == VENDOR_ALTERNATIVE || !v->configured)
			continue;
		const uint32_t owner = v->kind == VENDOR_US ? OWNER_US : (uint32_t)i;
		add_name(&n, v->name, owner);
		add_id(&n, v->id, owner);
		for (size_t j = 0; j < v->alias_count; j++)
			add_name(&n, v->aliases[j], owner);
	}
	add_names_of_us(&n, &ws->config); // last: of two equal names ours wins
	return n;
}

struct aliases *material_names(const struct workspace *ws, struct arena *a)
{
	const struct namer n = names_of(ws, a);
	return aliases_build(a, n.at, n.count);
}

size_t material_their_part(const struct material *m, size_t from)
{
	size_t to = from;
	while (to < m->their_count && m->theirs[to].copy == m->theirs[from].copy &&
		m->texts[to].group == m->texts[from].group)
		to++;
	return to;
}

size_t material_our_part(const struct material *m, size_t from)
{
	size_t to = from;
	while (to < m->our_count && m->ours[to].copy == m->ours[from].copy)
		to++;
	return to;
}

static void take_ours(struct material *m, const struct copy *copy)
{
	for (size_t i = 0; i < copy->sentences.count; i++) {
		const struct sentence *s = &copy->sentences.at[i];
		m->sentences_read++;
		if (s->sort != IS_CLAIM) {
			m->not_claims++;
			continue;
		}
		m->ours = arena_more(
			m->arena, m->ours, m->our_count, &m->our_room, sizeof *m->ours);
		m->ours[m->our_count++] = (struct our_claim){ copy, s, false };
	}
}

// The group of a vendor, opened when it is first met; SIZE_MAX if it is not asked for.
static size_t group_of(
	struct material *m, struct str rival, const struct swap_options *options)
{
	const size_t vendor = vendors_find(&m->ws->vendors, rival);
	if (vendor == MAP_NONE || m->ws->vendors.at[vendor].kind == VENDOR_US)
		return SIZE_MAX;
	const struct str id = m->ws->vendors.at[vendor].id;
	if (options->against && !str_eq(id, str_of(options->against)))
		return SIZE_MAX;
	for (size_t g = 0; g < m->groups; g++)
		if (m->vendor[g] == vendor)
			return g;
	m->vendor[m->groups] = vendor;
	m->rivals[m->groups].vendor = vendor;
	return m->groups++;
}

static void add_theirs(struct material *m, size_t group, struct str text,
	const struct their_claim *claim)
{
	m->theirs = arena_more(
		m->arena, m->theirs, m->their_count, &m->their_room, sizeof *m->theirs);
	m->texts = arena_more(
		m->arena, m->texts, m->their_count, &m->text_room, sizeof *m->texts);
	m->theirs[m->their_count] = *claim;
	m->texts[m->their_count++] = (struct index_text){ text, (uint32_t)group };
}

// A file's own time says when it was copied here, not when they said it.
static struct date seen_on(const struct source *source)
{
	return source->date_is_file_time ? (struct date){ 0 } : source_last_seen(source);
}

struct evidence material_evidence(const struct material *m, size_t theirs)
{
	const struct their_claim *claim = &m->theirs[theirs];
	if (claim->card)
		return *claim->card;
	return (struct evidence){ .path = claim->copy->source->path,
		.place = claim->sentence->place,
		.quote = claim->sentence->text,
		.captured = seen_on(claim->copy->source),
		.witness = WITNESS_THIRD_PARTY };
}

static void add_page(struct swap_rival *r, struct date d)
{
	r->files++;
	if (!date_set(d))
		return;
	if (!date_set(r->oldest) || d.days < r->oldest.days)
		r->oldest = d;
	if (d.days > r->newest.days)
		r->newest = d;
}

static void take_theirs(
	struct material *m, const struct copy *copy, const struct swap_options *options)
{
	const struct source *source = copy->source;
	const size_t group = group_of(m, source->rival, options);
	if (group == SIZE_MAX)
		return;
	add_page(&m->rivals[group], seen_on(source));
	for (size_t i = 0; i < copy->sentences.count; i++) {
		const struct sentence *s = &copy->sentences.at[i];
		if (s->sort == IS_CLAIM)
			add_theirs(m, group, s->text,
				&(struct their_claim){ .copy = copy, .sentence = s });
	}
}

// What our battlecard quotes: "Never lose a handover again" (home page, seen 2025-07-10).
static struct str quoted(struct str line)
{
	static const struct str OPEN[] = { STR_INIT("\""), STR_INIT("“"), STR_INIT("„") };
	static const struct str CLOSE[] = { STR_INIT("\""), STR_INIT("”"),
		STR_INIT("“") };
	for (size_t i = 0; i < COUNT(OPEN); i++) {
		if (!str_starts(line, OPEN[i]))
			continue;
		const struct str rest = str_from(line, OPEN[i].len);
		const size_t end = str_find(rest, CLOSE[i], 0);
		return end == STR_NONE ? rest : str_cut(rest, 0, end);
	}
	return (struct str){ 0 };
}

static void take_card(struct material *m, const struct battlecard *card,
	const struct swap_options *options)
{
	const struct paper_lines *lines = &card->parts[CARD_THEY_SAY];
	for (size_t i = 0; i < lines->count; i++) {
		const struct paper_line *line = &lines->at[i];
		const struct str text = quoted(line->text);
		const size_t group =
			text.len ? group_of(m, card->rival, options) : SIZE_MAX;
		if (group == SIZE_MAX)
			continue;
		struct evidence *e = ARENA_NEW(m->arena, struct evidence);
		*e = (struct evidence){
			.path = m->ws->sources[card->source].path,
			.place = line->place,
			.quote = text,
			.captured = date_set(line->date) ? line->date : card->reviewed,
			.note = S("quoted on our battlecard"),
			.witness = WITNESS_US,
		};
		add_theirs(m, group, text, &(struct their_claim){ .card = e });
	}
}

static void see_words(struct material *m)
{
	m->seen = ARENA_NEW(m->arena, struct seen_words);
	struct index_text *background = NULL;
	const size_t count = null_context(m->arena, &background);
	for (size_t i = 0; i < count; i++)
		seen_words_add(m->seen, background[i].text);
	for (size_t i = 0; i < m->our_count; i++)
		seen_words_add(m->seen, m->ours[i].sentence->text);
	for (size_t i = 0; i < m->their_count && i < SEEN_TEXTS; i++)
		seen_words_add(m->seen, m->texts[i].text);
}

static void count_claims(struct material *m)
{
	for (size_t i = 0; i < m->their_count; i++)
		m->rivals[m->texts[i].group].claims++;
}

void material_of(const struct workspace *ws, const struct swap_options *options,
	struct arena *a, struct material *out)
{
	*out = (struct material){ .ws = ws,
		.arena = a,
		.drafts = options->drafts != NULL,
		.whole = !options->drafts && !options->against };
	out->vendor = ARENA_ARRAY(a, size_t, ws->vendors.count + 1);
	out->rivals = ARENA_ARRAY(a, struct swap_rival, ws->vendors.count + 1);
	const struct namer namer = names_of(ws, a);
	out->names = aliases_build(a, namer.at, namer.count);
	out->names_id = namer.id;
	for (size_t i = 0; options->drafts && i < options->draft_count; i++)
		take_ours(out, options->drafts[i]);
	const struct copy *pillars = options->drafts ? NULL : headline_pillars(ws, a);
	for (size_t i = 0; i < ws->copy_count; i++) {
		const struct copy *copy = &ws->copies[i];
		if (pillars && str_cmp(pillars->source->path, copy->source->path) < 0) {
			take_ours(out, pillars);
			pillars = NULL;
		}
		if (!options->drafts && material_is_ours(copy))
			take_ours(out, copy);
		else if (copy->source->role == ROLE_RIVAL && !copy->source->earlier)
			take_theirs(out, copy, options);
	}
	if (pillars)
		take_ours(out, pillars);
	headline_mark(out, options->drafts != NULL);
	for (size_t i = 0; i < ws->papers.battlecard_count; i++)
		take_card(out, &ws->papers.battlecards[i], options);
	see_words(out);
	count_claims(out);
}
