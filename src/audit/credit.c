#include "audit/credit.h"

#include <stdlib.h>

#include "audit/say.h"
#include "value/value.h"

struct due {
	const struct workspace *ws;
	const struct roadmap_item *item;
	struct credit *credit;
	struct str brought; // part of market_source that a function is thanked for
	struct str thing; // it without the function in front: "ticket 8812"; may be empty
	bool thanked;
};

// A function as people.csv writes it; else by its usual title.
static struct str function_called(const struct workspace *ws, enum usual usual)
{
	const struct records *r = &ws->records;
	for (size_t i = 0; i < r->people.count; i++)
		if (usual_of(r->people.at[i].function) == usual)
			return r->people.at[i].function;
	return config_id(ws->arena, usual_title(usual));
}

static void contributed(struct due *d, struct str function)
{
	struct credit *c = d->credit;
	for (size_t i = 0; i < c->function_count; i++)
		if (str_eq_nocase(c->functions[i], function))
			return;
	if (function.len && c->function_count < CREDIT_FUNCTIONS)
		c->functions[c->function_count++] = function;
}

static void cite(struct due *d, struct at at, const char *column, struct str quote)
{
	struct credit *c = d->credit;
	const struct source *source = &d->ws->sources[at.source];
	if (c->evidence_count == CREDIT_EVIDENCE)
		return;
	c->evidence[c->evidence_count++] = (struct evidence){ .path = source->path,
		.place = { .kind = PLACE_ROW, .major = at.row },
		.column = str_of(column),
		.quote = utf8_safe(d->ws->arena, quote, 280),
		.witness = WITNESS_US };
}

// "support ticket 8812", "onboarding notes": the first word that names a function.  Who
// has no ticket or note of its own there has nothing to be thanked for.
static enum usual usual_in(struct str piece)
{
	static const struct {
		const char *word;
		enum usual usual;
	} OTHERS[] = { { "renewal", USUAL_SUCCESS }, { "onboarding", USUAL_SUCCESS },
		{ "lost deal", USUAL_SALES }, { "calls", USUAL_SALES } };
	struct str rest = piece, word;
	while (str_split(&rest, ' ', &word))
		if (usual_of(word) != USUAL_COUNT)
			return usual_of(word);
	for (size_t i = 0; i < COUNT(OTHERS); i++)
		if (str_find_nocase(piece, str_of(OTHERS[i].word), 0) != STR_NONE)
			return OTHERS[i].usual;
	return USUAL_COUNT;
}

// "support ticket 8812" begins with whose it is; "renewals" is not called after anybody.
static struct str without_owner(
	const struct due *d, struct str piece, struct str function)
{
	struct arena *a = d->ws->arena;
	const struct str id = config_id(a, function), begins = config_id(a, piece);
	const size_t end =
		str_starts(begins, id) && begins.len > id.len && begins.at[id.len] == '-'
			? function.len
			: 0;
	return end && end < piece.len ? str_trim(str_from(piece, end)) : S("");
}

static void read_sources(struct due *d)
{
	struct str rest = d->item->market_source, piece;
	while (str_split(&rest, ';', &piece)) {
		const enum usual usual = usual_in(str_trim(piece));
		if (usual == USUAL_COUNT || usual == USUAL_PMM)
			continue;
		const struct str function = function_called(d->ws, usual);
		if (!d->thanked) {
			d->brought = str_trim(piece);
			d->thing = without_owner(d, d->brought, function);
		}
		d->thanked = true;
		contributed(d, function);
	}
}

// A document of engineering that names the item, or all of its words that are no numbers.
static bool is_report_of(const struct source *source, struct str item)
{
	const struct str name = path_name(source->path);
	struct str rest = item, word;
	if (str_find_nocase(name, S("report"), 0) == STR_NONE &&
		str_find_nocase(name, S("benchmark"), 0) == STR_NONE)
		return false;
	return str_split(&rest, ' ', &word) && word.len > 3 &&
	       str_find_nocase(name, word, 0) != STR_NONE;
}

// The document as a whole: its first page, or its first line.
static struct place first_place(const struct source *source)
{
	const bool pages = str_eq_nocase(path_suffix(source->path), S(".pdf"));
	return (struct place){
		.kind = pages ? PLACE_PAGE : PLACE_LINE, .major = 1, .minor = 1
	};
}

static void read_reports(struct due *d)
{
	for (size_t i = 0; i < d->ws->source_count; i++) {
		const struct source *source = &d->ws->sources[i];
		if (source->state != SOURCE_READ || source->earlier ||
			!is_report_of(source, d->item->item))
			continue;
		contributed(d, function_called(d->ws, USUAL_ENGINEERING));
		if (d->credit->evidence_count < CREDIT_EVIDENCE)
			d->credit->evidence[d->credit->evidence_count++] =
				(struct evidence){ .path = source->path,
					.place = first_place(source),
					.witness = WITNESS_US };
	}
}

static void read_owner(struct due *d)
{
	const struct records *r = &d->ws->records;
	for (size_t i = 0; i < r->people.count; i++)
		if (d->item->owner.len &&
			str_eq_nocase(r->people.at[i].id, d->item->owner))
			contributed(d, r->people.at[i].function);
	if (!d->item->owner.len)
		contributed(d, function_called(d->ws, USUAL_PRODUCT));
}

struct adoption {
	double active, eligible;
	struct date day;
	const struct usage *first;
};

// Of the newest day with rows.
static struct adoption adoption_of(const struct workspace *ws, struct str item)
{
	const struct records *r = &ws->records;
	struct adoption now = { 0 };
	for (size_t i = 0; i < r->usage.count; i++) {
		const struct usage *u = &r->usage.at[i];
		if (!str_eq(u->feature, item) || u->eligible <= 0 || u->active < 0 ||
			u->date.days < now.day.days || u->date.days > ws->as_of.days)
			continue;
		if (u->date.days > now.day.days)
			now = (struct adoption){ .day = u->date, .first = u };
		now.active += u->active;
		now.eligible += u->eligible;
	}
	return now;
}

// "customer-success" as people say it: "Customer success".
static struct str called(struct arena *a, struct str function)
{
	const struct str id = utf8_safe(a, function, 80);
	char *at = arena_alloc(a, id.len + 1, 1);
	for (size_t i = 0; i < id.len; i++)
		at[i] = id.at[i] == '-' || id.at[i] == '_' ? ' ' : id.at[i];
	if (id.len && byte_is_alpha(at[0]))
		at[0] = (char)(at[0] & ~0x20);
	return (struct str){ at, id.len };
}

// ", with engineering and product": all but the one it came from.
static struct str others(struct arena *a, const struct credit *c)
{
	struct str names[CREDIT_FUNCTIONS];
	for (size_t i = 1; i < c->function_count; i++)
		names[i - 1] = called(a, c->functions[i]);
	if (c->function_count < 2)
		return S("");
	return arena_fmt(a, ", with %" PRI_STR,
		ARG_STR(say_list(a, names, c->function_count - 1, CREDIT_FUNCTIONS)));
}

static struct str use_words(struct due *d, const struct adoption *now, int days)
{
	struct arena *a = d->ws->arena;
	const struct estimate use =
		share_wilson((size_t)now->active, (size_t)now->eligible);
	return arena_fmt(a,
		"%" PRI_STR " of %" PRI_STR
		" who could use it do, %d days after release (%" PRI_STR ")",
		ARG_STR(words_number(a, use.k)), ARG_STR(words_number(a, use.n)), days,
		ARG_STR(words_range(a, &use)));
}

static void say(struct due *d, const struct adoption *now)
{
	struct arena *a = d->ws->arena;
	struct credit *c = d->credit;
	const int days = now->day.days - d->item->released.days;
	const struct str to = called(a, c->functions[0]),
			 item = say_quote(a, d->item->item, 80),
			 use = use_words(d, now, days);
	const struct str thing = utf8_safe(a, d->thing, 80);
	const struct str brought = utf8_safe(a, d->brought, 80);
	const struct str whose = thing.len ? arena_fmt(a, "%" PRI_STR "'s %" PRI_STR,
						     ARG_STR(to), ARG_STR(thing))
					   : brought;
	const struct str yours = thing.len
					 ? arena_fmt(a, "your %" PRI_STR, ARG_STR(thing))
					 : arena_fmt(a, "%" PRI_STR ", which you brought",
						   ARG_STR(brought));
	c->sentence = arena_fmt(a,
		"%" PRI_STR " came from %" PRI_STR "%" PRI_STR ": %" PRI_STR
		"%s. Tell %" PRI_STR ".",
		ARG_STR(item), ARG_STR(whose), ARG_STR(others(a, c)), ARG_STR(use),
		days < 90 ? "; judged at 90 days" : "", ARG_STR(to));
	c->note = arena_fmt(a,
		"To %" PRI_STR ": %" PRI_STR " went out on %" PRI_STR
		". It goes back to %" PRI_STR ". %" PRI_STR " as of %" PRI_STR
		". This came after your evidence; whether because of it no file can say. "
		"Thank you.",
		ARG_STR(to), ARG_STR(item), ARG_STR(date_words(a, d->item->released)),
		ARG_STR(yours), ARG_STR(use), ARG_STR(date_words(a, now->day)));
}

static bool is_due(const struct workspace *ws, const struct roadmap_item *item)
{
	return date_set(item->released) && item->released.days <= ws->as_of.days &&
	       item->released.days > ws->as_of.days - CREDIT_DAYS &&
	       item->market_source.len;
}

static bool credit_one(
	const struct workspace *ws, const struct roadmap_item *item, struct credit *out)
{
	struct due d = { .ws = ws, .item = item, .credit = out };
	const struct adoption now = adoption_of(ws, item->id);
	*out = (struct credit){ .subject = item->id, .date = item->released };
	read_sources(&d);
	if (!d.thanked || !now.first || now.eligible < 1)
		return false;
	cite(&d, item->at, "market_source", item->market_source);
	cite(&d, now.first->at, "active_users", now.first->account);
	read_reports(&d);
	read_owner(&d);
	say(&d, &now);
	return true;
}

static int newest_first(const void *left, const void *right)
{
	const struct credit *a = left, *b = right;
	return a->date.days != b->date.days ? (a->date.days > b->date.days ? -1 : 1)
					    : str_cmp(a->subject, b->subject);
}

size_t credits_of(const struct workspace *ws, struct credit **out)
{
	const struct records *r = &ws->records;
	size_t count = 0;
	*out = ARENA_ARRAY(ws->arena, struct credit, r->roadmap.count + 1);
	for (size_t i = 0; i < r->roadmap.count; i++)
		if (is_due(ws, &r->roadmap.at[i]))
			count += credit_one(ws, &r->roadmap.at[i], &(*out)[count]);
	if (count > 1)
		qsort(*out, count, sizeof **out, newest_first);
	return count < CREDIT_SHOWN ? count : CREDIT_SHOWN;
}
