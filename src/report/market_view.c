#include "report/market_view.h"

#include "stat/stat.h"

const struct market_group market_groups[] = {
	{ "Market category", BACKING_ELEMENT, ELEMENT_CATEGORY },
	{ "Best-fit segment", BACKING_ELEMENT, ELEMENT_SEGMENT },
	{ "Value", BACKING_ELEMENT, ELEMENT_VALUE },
	{ "Unique attributes", BACKING_ELEMENT, ELEMENT_ATTRIBUTES },
	{ "Competitive alternatives", BACKING_ELEMENT, ELEMENT_ALTERNATIVES },
	{ "Pillars", BACKING_PILLAR, -1 },
	{ "Pains", BACKING_PAIN, -1 },
	{ "Claims", BACKING_CLAIM, -1 },
	{ NULL, BACKING_KINDS, -1 },
};

bool market_in_group(const struct market_group *group, const struct backing *b)
{
	return b->kind == group->kind && (group->part < 0 || (int)b->part == group->part);
}

static struct str counted(struct arena *a, size_t n, const char *one, const char *many)
{
	return arena_fmt(
		a, "%" PRI_STR " %s", ARG_STR(words_number(a, n)), n == 1 ? one : many);
}

// "a, b and c" of what there is any of.
static struct str heard_words(const struct market *m, struct arena *a)
{
	const struct str kinds[] = { counted(a, m->calls, "call", "calls"),
		counted(a, m->interviews, "interview", "interviews"),
		counted(a, m->reviews, "review", "reviews"),
		counted(a, m->tickets, "ticket", "tickets") };
	const size_t counts[] = { m->calls, m->interviews, m->reviews, m->tickets };
	size_t left = 0, said = 0;
	struct str out = { 0 };
	for (size_t i = 0; i < COUNT(kinds); i++)
		left += counts[i] > 0;
	for (size_t i = 0; i < COUNT(kinds); i++) {
		if (!counts[i])
			continue;
		const char *joint = !said ? "" : said + 1 == left ? " and " : ", ";
		out = arena_fmt(a, "%" PRI_STR "%s%" PRI_STR, ARG_STR(out), joint,
			ARG_STR(kinds[i]));
		said++;
	}
	return out;
}

struct str market_dateline(const struct market_page *p, struct arena *a)
{
	const struct market *m = p->market;
	if (!m->buyers)
		return S("no buyer was heard");
	return arena_fmt(a,
		"%" PRI_STR " in %" PRI_STR ", %zu of them in the last 12 months",
		ARG_STR(counted(a, m->buyers, "buyer", "buyers")),
		ARG_STR(heard_words(m, a)), m->buyers_recent);
}

static struct str canvas_sentence(const struct market_page *p, struct arena *a)
{
	const struct market *m = p->market;
	size_t lines = 0, none = 0;
	for (size_t i = 0; i < m->backing_count; i++) {
		const struct backing *b = &m->backings[i];
		lines += b->kind == BACKING_ELEMENT;
		none += b->kind == BACKING_ELEMENT && !b->recent;
	}
	if (!lines)
		return (struct str){ 0 };
	if (!none)
		return arena_fmt(a,
			"Every one of the %zu lines of the canvas is voiced by "
			"a buyer of the last 12 months.",
			lines);
	return arena_fmt(a,
		"%zu of %zu lines of the canvas rest on no buyer of the last 12 months.",
		none, lines);
}

// "none of your 25 pages does", "2 of 130 buyers do"
static struct str few_of(struct arena *a, size_t few, size_t all, const char *what)
{
	return arena_fmt(a, "%" PRI_STR " of %zu %s %s",
		ARG_STR(few ? words_number(a, few) : S("none")), all, what,
		few < 2 ? "does" : "do");
}

// The first word that is hardly luck; NULL if there is none.
static const struct market_word *sure_word(const struct market_word *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (words[i].q <= 0.1)
			return &words[i];
	return NULL;
}

static struct str theirs_sentence(
	const struct market_gap *g, const struct market_word *w, struct arena *a)
{
	return arena_fmt(a, "Buyers say “%" PRI_STR "” (%zu of %zu); %" PRI_STR ".",
		ARG_STR(utf8_safe(a, w->word, 60)), w->buyers, g->buyers,
		ARG_STR(few_of(a, w->pages, g->pages, "pages of yours")));
}

static struct str ours_sentence(
	const struct market_gap *g, const struct market_word *w, struct arena *a)
{
	return arena_fmt(a, "Your pages say “%" PRI_STR "” (%zu of %zu); %" PRI_STR ".",
		ARG_STR(utf8_safe(a, w->word, 60)), w->pages, g->pages,
		ARG_STR(few_of(a, w->buyers, g->buyers, "buyers")));
}

size_t market_headlines(
	const struct market_page *p, struct arena *a, struct str out[MARKET_HEADLINES])
{
	size_t count = 0;
	const struct str canvas = canvas_sentence(p, a);
	if (!p->market->buyers) {
		out[count++] =
			S("Put calls, interviews, reviews or tickets beside the other "
			  "files: then every line of the positioning gets the buyers "
			  "who say it.");
		return count;
	}
	if (canvas.len)
		out[count++] = canvas;
	const struct market_gap *g = p->gaps && p->gaps->count ? &p->gaps->at[0] : NULL;
	const struct market_word *theirs =
		g ? sure_word(g->theirs, g->their_count) : NULL;
	const struct market_word *ours = g ? sure_word(g->ours, g->our_count) : NULL;
	if (theirs)
		out[count++] = theirs_sentence(g, theirs, a);
	if (ours)
		out[count++] = ours_sentence(g, ours, a);
	return count;
}

static struct str words_list(const struct market_word *words, size_t count, size_t most,
	bool theirs, struct arena *a)
{
	struct str out = { 0 };
	for (size_t i = 0; i < count && i < most; i++) {
		const size_t of = theirs ? words[i].buyers : words[i].pages;
		out = arena_fmt(a, "%" PRI_STR "%s“%" PRI_STR "” (%zu%s)", ARG_STR(out),
			i ? ", " : "", ARG_STR(utf8_safe(a, words[i].word, 60)), of,
			words[i].q <= 0.1 ? "" : "?");
	}
	return out;
}

struct str market_words_theirs(const struct market_gap *gap, size_t most, struct arena *a)
{
	return words_list(gap->theirs, gap->their_count, most, true, a);
}

struct str market_words_ours(const struct market_gap *gap, size_t most, struct arena *a)
{
	return words_list(gap->ours, gap->our_count, most, false, a);
}

struct str market_figure(const struct backing *b, struct arena *a)
{
	if (!b->buyers)
		return S("nobody");
	return counted(a, b->recent, "buyer", "buyers");
}

struct str market_since(
	const struct market_page *p, const struct backing *b, struct arena *a)
{
	struct str out = arena_fmt(a, "%zu in all", b->buyers);
	if (date_set(b->newest))
		out = arena_fmt(a, "%" PRI_STR ", newest %" PRI_STR, ARG_STR(out),
			ARG_STR(date_words(a, b->newest)));
	if (b->declared)
		out = arena_fmt(a, "%" PRI_STR "; %zu named by your own files",
			ARG_STR(out), b->declared);
	if (b->assumed.len)
		out = arena_fmt(a, "%" PRI_STR "; source of the pain: %" PRI_STR,
			ARG_STR(out), ARG_STR(utf8_safe(a, b->assumed, 80)));
	(void)p; // the words are the same on any day
	return out;
}

static size_t unresolved(const struct market *m)
{
	size_t count = 0;
	for (size_t i = 0; i < m->backing_count; i++)
		if (m->backings[i].kind == BACKING_ELEMENT ||
			m->backings[i].kind == BACKING_PAIN)
			count += m->backings[i].unresolved;
	return count;
}

size_t market_notes(
	const struct market_page *p, struct arena *a, struct str out[MARKET_NOTES])
{
	const struct market *m = p->market;
	size_t count = 0;
	if (!m->buyers)
		return 0;
	out[count++] =
		S("Counted are distinct accounts; a review that names no company "
		  "counts as one. A denial, a question of yours, and your own words "
		  "put back to you do not count.");
	out[count++] =
		S("Of sentences that say it plainly about two in three are found, of "
		  "stories that only imply it one in five, and few across two "
		  "languages: the counts are floors.");
	if (m->null.tried)
		out[count++] = arena_fmt(a,
			"A check: of %zu statements of other trades, %zu would find "
			"three "
			"buyers here by accident.",
			m->null.tried, m->null.found);
	if (m->calls_unknown)
		out[count++] = arena_fmt(a,
			"In %zu %s nobody is known as a buyer; list them in "
			"calls/index.csv "
			"with the columns file, us and them.",
			m->calls_unknown, m->calls_unknown == 1 ? "call" : "calls");
	if (m->unknown_sentences)
		out[count++] = arena_fmt(a,
			"%zu %s of speakers whose side no file says were left out.",
			m->unknown_sentences,
			m->unknown_sentences == 1 ? "sentence" : "sentences");
	if (m->calls_without_deal)
		out[count++] =
			arena_fmt(a, "%zu %s no deal; each counts as a buyer of its own.",
				m->calls_without_deal,
				m->calls_without_deal == 1 ? "call names" : "calls name");
	if (unresolved(m))
		out[count++] = arena_fmt(a,
			"%zu %s to a call, interview or review that is not here.",
			unresolved(m),
			unresolved(m) == 1 ? "reference leads" : "references lead");
	if (m->claims_left_out)
		out[count++] =
			arena_fmt(a, "%zu claims beyond the first %d were not asked.",
				m->claims_left_out, MARKET_CLAIMS_MAX);
	return count;
}
