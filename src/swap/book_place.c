#include "swap/book_place.h"

struct book_places {
	const struct workspace *ws;
	struct call_cast *cast;
	struct map assets; // path -> row of assets.csv, beside rows
	size_t *rows;
	size_t room;
};

bool book_is_ours(enum role role)
{
	return role == ROLE_COPY || role == ROLE_COPY_HISTORY || role == ROLE_NARRATIVE ||
	       role == ROLE_BATTLECARD || role == ROLE_CANVAS || role == ROLE_CALL;
}

struct book_places *book_places_of(const struct workspace *ws, struct arena *a)
{
	struct book_places *p = ARENA_NEW(a, struct book_places);
	*p = (struct book_places){ .ws = ws, .assets = { .arena = a } };
	p->cast = call_cast_build(ws, a);
	for (size_t i = 0; i < ws->records.assets.count; i++) {
		const size_t at = map_add(&p->assets, ws->records.assets.at[i].path);
		p->rows = arena_more(a, p->rows, at, &p->room, sizeof *p->rows);
		p->rows[at] = i; // of several rows the last holds
	}
	return p;
}

void book_voices_of(const struct book_places *p, const struct copy *copy, struct arena *a,
	struct book_voices *out)
{
	*out = (struct book_voices){ .call = copy->source->role == ROLE_CALL };
	if (!out->call)
		return;
	call_cast_of(p->cast, copy, a, &out->voices);
	const struct call_entry *entry = call_cast_entry(p->cast, copy->source->path);
	if (entry)
		out->deal = entry->deal;
}

static enum book_says side_of_speaker(const struct book_voices *v, struct str speaker)
{
	for (size_t i = 0; i < v->voices.count; i++)
		if (str_eq(v->voices.at[i].speaker, speaker))
			return v->voices.at[i].side == SIDE_US	   ? BOOK_OURS
			       : v->voices.at[i].side == SIDE_THEM ? BOOK_NOT_OURS
								   : BOOK_UNKNOWN;
	return BOOK_UNKNOWN;
}

// Kinds of assets that only our own people are meant to see.
static bool is_for_us(struct str kind)
{
	static const struct str KINDS[] = { STR_INIT("script"), STR_INIT("guide"),
		STR_INIT("notes"), STR_INIT("playbook"), STR_INIT("training"),
		STR_INIT("internal"), STR_INIT("battlecard"), STR_INIT("talk track") };
	for (size_t i = 0; i < COUNT(KINDS); i++)
		if (str_find_nocase(kind, KINDS[i], 0) != STR_NONE)
			return true;
	return false;
}

static bool is_draft(struct str path)
{
	static const char *const PATTERNS[] = { "**/draft/**", "**/drafts/**",
		"**/*draft*", "**/entwurf/**", "**/entwuerfe/**", "**/*entwurf*" };
	for (size_t i = 0; i < COUNT(PATTERNS); i++)
		if (path_match(str_of(PATTERNS[i]), path))
			return true;
	return false;
}

static const struct asset *asset_of(const struct book_places *p, struct str path)
{
	const size_t at = map_find(&p->assets, path);
	return at == MAP_NONE ? NULL : &p->ws->records.assets.at[p->rows[at]];
}

static void place_call(const struct book_voices *v, struct said_at *said)
{
	said->reach = REACH_HEARD;
	said->speaker = said->sentence->speaker;
	said->deal = v->deal;
	said->where = S("said in a call");
}

// A page, a deck, a document: what assets.csv says of it, then what its path does.
static void place_copy(const struct book_places *p, struct arena *a, struct said_at *said)
{
	const struct source *source = said->copy->source;
	const struct asset *asset = asset_of(p, source->path);
	const struct date today = p->ws->as_of;
	said->reach = REACH_CUSTOMERS;
	if (asset && date_set(asset->published))
		said->date = asset->published;
	if (asset && date_set(asset->expires) && asset->expires.days < today.days) {
		said->reach = REACH_PAST;
		said->where = arena_fmt(
			a, "expired %" PRI_STR, ARG_STR(date_words(a, asset->expires)));
	} else if (is_draft(source->path)) {
		said->reach = REACH_PAST;
		said->where = S("draft");
	} else if (asset && is_for_us(asset->kind)) {
		said->reach = REACH_INSIDE;
		said->where = utf8_safe(a, asset->kind, 40);
	}
}

static void place_other(enum role role, struct said_at *said)
{
	said->reach = role == ROLE_COPY_HISTORY ? REACH_PAST : REACH_INSIDE;
	said->where = role == ROLE_COPY_HISTORY ? S("older version")
		      : role == ROLE_BATTLECARD ? S("battlecard")
		      : role == ROLE_NARRATIVE	? S("narrative")
		      : role == ROLE_TABLE	? S("message house")
						: S("positioning");
}

static bool is_said(const struct sentence *s)
{
	return s->block != BLOCK_CODE && s->block != BLOCK_CHROME &&
	       s->block != BLOCK_META && s->sort != NOT_OURS &&
	       !str_ends(s->text, S("?"));
}

// What a battlecard quotes is the competitor's claim, not ours.
static bool is_theirs(const struct book_places *p, const struct said_at *said)
{
	const struct papers *papers = &p->ws->papers;
	for (size_t i = 0; i < papers->battlecard_count; i++) {
		const struct battlecard *card = &papers->battlecards[i];
		const struct paper_lines *lines = &card->parts[CARD_THEY_SAY];
		if (&p->ws->sources[card->source] != said->copy->source)
			continue;
		for (size_t l = 0; l < lines->count; l++)
			if (lines->at[l].place.major == said->sentence->place.major)
				return true;
	}
	return false;
}

enum book_says book_place_of(const struct book_places *p,
	const struct book_voices *voices, struct arena *a, struct said_at *said)
{
	const struct source *source = said->copy->source;
	const struct sentence *s = said->sentence;
	if (!source->date_is_file_time)
		said->date = source->date;
	if (voices->call) {
		if (s->block != BLOCK_SPEECH || str_ends(s->text, S("?")))
			return BOOK_NOT_OURS;
		place_call(voices, said);
		return side_of_speaker(voices, s->speaker);
	}
	if (!is_said(s) || (source->role == ROLE_BATTLECARD && is_theirs(p, said)))
		return BOOK_NOT_OURS;
	if (source->role == ROLE_COPY)
		place_copy(p, a, said);
	else
		place_other(source->role, said);
	if (s->block == BLOCK_NOTE && said->reach == REACH_CUSTOMERS) {
		said->reach = REACH_INSIDE;
		said->where =
			s->place.kind == PLACE_SLIDE ? S("speaker notes") : S("note");
	}
	return BOOK_OURS;
}
