#include "swap/headline.h"

// Names of files that a buyer meets first, in English and German.
static const struct str WHOLE[] = { STR_INIT("index"), STR_INIT("home"),
	STR_INIT("homepage"), STR_INIT("landing"), STR_INIT("landing-page"),
	STR_INIT("readme"), STR_INIT("startseite"), STR_INIT("start") };
static const struct str PART[] = { STR_INIT("one-pager"), STR_INIT("onepager"),
	STR_INIT("one_pager"), STR_INIT("homepage"), STR_INIT("home-page"),
	STR_INIT("landing") };

static struct str name_stem(struct str path)
{
	const struct str name = path_name(path);
	return str_cut(name, 0, name.len - path_suffix(name).len);
}

bool headline_is_home(struct str path)
{
	const struct str stem = str_strip(name_stem(path), "-_ .");
	for (size_t i = 0; i < COUNT(WHOLE); i++)
		if (str_eq_nocase(stem, WHOLE[i]))
			return true;
	return false;
}

static bool is_named_first(struct str path)
{
	const struct str stem = name_stem(path);
	if (headline_is_home(path))
		return true;
	for (size_t i = 0; i < COUNT(PART); i++)
		if (str_find_nocase(stem, PART[i], 0) != STR_NONE)
			return true;
	return false;
}

// What assets.csv says a file is.
static struct str asset_kind(const struct workspace *ws, struct str path)
{
	for (size_t i = 0; i < ws->records.assets.count; i++)
		if (str_eq(ws->records.assets.at[i].path, path))
			return ws->records.assets.at[i].kind;
	return (struct str){ 0 };
}

static bool is_first_page(const struct workspace *ws, const struct copy *copy)
{
	struct str kind = asset_kind(ws, copy->source->path);
	return is_named_first(copy->source->path) ||
	       str_eq_nocase(kind, S("one-pager")) ||
	       str_eq_nocase(kind, S("home page")) ||
	       str_eq_nocase(kind, S("landing page"));
}

static bool is_pillars(const struct copy *copy)
{
	return copy->source->role == ROLE_TABLE;
}

static bool any_first_page(const struct material *m)
{
	for (size_t i = 0; i < m->our_count; i++)
		if (!is_pillars(m->ours[i].copy) && is_first_page(m->ws, m->ours[i].copy))
			return true;
	return false;
}

// A heading of the first two levels; the line below the hero explains, it is no headline.
static bool is_heading(const struct sentence *s)
{
	return s->level == LEVEL_HEADLINE ||
	       (s->level == LEVEL_SUBHEAD && s->block == BLOCK_HEADING);
}

void headline_mark(struct material *m, bool drafts)
{
	const bool all = !drafts && !any_first_page(m);
	const struct copy *last = NULL;
	bool first_page = false;
	for (size_t i = 0; i < m->our_count; i++) {
		struct our_claim *c = &m->ours[i];
		if (c->copy != last)
			first_page = drafts || is_pillars(c->copy) ||
				     is_first_page(m->ws, c->copy);
		last = c->copy;
		c->headline = all ? c->sentence->level == LEVEL_HEADLINE
				  : first_page && is_heading(c->sentence);
	}
}

const struct copy *headline_pillars(const struct workspace *ws, struct arena *a)
{
	size_t count = ws->records.pillars.count;
	if (!count)
		return NULL;
	struct copy *out = ARENA_NEW(a, struct copy);
	out->source = &ws->sources[ws->records.pillars.at[0].at.source];
	out->title = S("Message house");
	out->sentences.at = ARENA_ARRAY(a, struct sentence, count);
	for (size_t i = 0; i < count; i++) {
		const struct pillar *p = &ws->records.pillars.at[i];
		if (&ws->sources[p->at.source] != out->source || !p->message.len)
			continue;
		out->sentences.at[out->sentences.count++] = (struct sentence){
			.text = p->message,
			.place = { PLACE_ROW, p->at.row, 0 },
			.block = BLOCK_CELL,
			.sort = IS_CLAIM,
			.level = LEVEL_HEADLINE,
			.section = (uint32_t)i,
		};
	}
	return out;
}
