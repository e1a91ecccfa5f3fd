#include "swap/check.h"

#include <math.h>

#include "swap/check_words.h"

/*
 * Points a kind, and how many of it count.  Round numbers from the order of strength in
 * enum check_kind; chosen on the invented vendors of background.h, whose filler lines are
 * in tests/swap/filler.txt, and on nothing else.
 */
static const struct {
	double points;
	size_t most;
	const char *missing;
} KINDS[CHECK_KINDS] = {
	[CHECK_NUMBER] = { 1.5, 3, "a number" },
	[CHECK_NAMED] = { 1, 3, "a name that can be looked up" },
	[CHECK_MECHANISM] = { 0.7, 2, "how it works" },
	[CHECK_CONSTRAINT] = { 0.5, 2, "under which conditions" },
	[CHECK_AUDIENCE] = { 0.7, 1, "for whom" },
	[CHECK_TRADE] = { 0.7, 1, "what it costs or cannot do" },
	[CHECK_SPECIFIC] = { 0.35, 8, "what exactly happens" },
};
static const double PRAISE = 0.5, LEAST = 0.3;
enum { PHRASE_WORDS = 5, CLAUSE_WORDS = 7 };

struct lexicon *check_words(struct arena *a)
{
	return lexicon_build(a, check_lists, check_list_count);
}

double check_least(void)
{
	return LEAST;
}

static void note(struct check *c, enum check_kind kind, struct span span)
{
	c->count[kind]++;
	if (c->span_count == CHECK_SPANS || span.to <= span.from)
		return;
	for (size_t i = 0; i < c->span_count; i++)
		if (span.from < c->spans[i].to && c->spans[i].from < span.to)
			return; // said already, as part of something else
	struct span *last = c->span_count ? &c->spans[c->span_count - 1] : NULL;
	if (last && kind == CHECK_SPECIFIC && c->kinds[c->span_count - 1] == kind &&
		last->to + 1 == span.from) {
		last->to = span.to; // "machine events"
		return;
	}
	c->spans[c->span_count] = span;
	c->kinds[c->span_count++] = kind;
}

static const struct claim_part *part_at(const struct side *s, size_t from, size_t to)
{
	for (size_t i = 0; i < s->parts.count; i++)
		if (s->parts.at[i].span.from >= from && s->parts.at[i].span.from < to)
			return &s->parts.at[i];
	return NULL;
}

static bool is_company(const struct side *s, struct span span)
{
	for (size_t i = 0; i < s->names.count; i++)
		if (span.from < s->names.at[i].span.to &&
			s->names.at[i].span.from < span.to)
			return true;
	return false;
}

struct judge {
	const struct lexicon *words;
	const struct side *side;
	check_category *is_category;
	const void *context;
};

// Whether a word says something that not everybody says.
static bool is_specific(const struct judge *j, const struct claim_part *part)
{
	char room[WORD_MAX];
	const struct str word = word_fold(side_words(j->side, part->span), room);
	const unsigned tags = lexicon_find(j->words, word);
	if (tags & (SAYS_PRAISE | SAYS_EVERYBODY))
		return false;
	return !j->is_category || !j->is_category(j->context, part->stem);
}

// Whether a clause ends between two words.
static bool ends_between(struct str text, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (text.at[i] != ' ' && text.at[i] != '$' && text.at[i] != '"')
			return true;
	return false;
}

/*
 * The phrase a marker announces: from the marker to the end of its clause, or to the last
 * content word of PHRASE_WORDS when the clause goes on for long.  Empty unless a specific
 * word or a number is in it.
 */
static struct span announced(const struct judge *j, struct span marker)
{
	const struct str text = j->side->text;
	struct span phrase = marker, whole = marker;
	struct word w;
	bool says = false, ended = true;
	size_t n = 0;
	for (size_t at = marker.to; word_next(text, &at, &w); n++) {
		if (ends_between(text, whole.to, w.span.from))
			break;
		ended = !is_company(j->side, w.span) && n < CLAUSE_WORDS;
		if (!ended)
			break;
		const struct claim_part *part = part_at(j->side, w.span.from, w.span.to);
		const bool number = w.flags & WORD_DIGIT;
		whole.to = w.span.to;
		if (n >= PHRASE_WORDS)
			continue;
		says |= number || (part && is_specific(j, part));
		if (part || number) // do not end on "the" or "of"
			phrase.to = w.span.to;
	}
	if (!says)
		return (struct span){ 0 };
	return ended ? whole : phrase;
}

// "for regulated plants": the noun right behind "for" decides.
static bool announces_audience(const struct judge *j, struct span phrase)
{
	const struct str text =
		str_cut(j->side->text, phrase.from, phrase.to - phrase.from);
	struct lexicon_walk walk = { 0 };
	struct lexicon_hit hit;
	while (lexicon_next(j->words, text, &walk, &hit))
		if (hit.tags & SAYS_ROLE)
			return true;
	return phrase.to > phrase.from && text.at[text.len - 1] == 's';
}

static void take_marker(
	const struct judge *j, const struct lexicon_hit *hit, struct check *out)
{
	static const struct {
		unsigned tag;
		enum check_kind kind;
	} MARKERS[] = {
		{ SAYS_HOW, CHECK_MECHANISM },
		{ SAYS_LIMIT, CHECK_CONSTRAINT },
		{ SAYS_WHOM, CHECK_AUDIENCE },
		{ SAYS_TRADE, CHECK_TRADE },
	};
	for (size_t i = 0; i < COUNT(MARKERS); i++) {
		if (!(hit->tags & MARKERS[i].tag))
			continue;
		struct span phrase = announced(j, hit->span);
		if (hit->tags & SAYS_ALONE)
			phrase = hit->span;
		if (phrase.to <= phrase.from)
			continue;
		if (MARKERS[i].kind == CHECK_AUDIENCE && !announces_audience(j, phrase))
			continue;
		note(out, MARKERS[i].kind, phrase);
		return;
	}
}

static double points(const struct check *c)
{
	double sum = 0;
	for (size_t k = 0; k < CHECK_KINDS; k++) {
		const size_t n =
			c->count[k] < KINDS[k].most ? c->count[k] : KINDS[k].most;
		sum += KINDS[k].points * (double)n;
	}
	return sum - PRAISE * (double)c->praise;
}

void check_claim(const struct lexicon *words, const struct side *s,
	check_category *is_category, const void *context, struct check *out)
{
	const struct judge j = { words, s, is_category, context };
	struct lexicon_walk walk = { 0 };
	struct lexicon_hit hit;
	*out = (struct check){ 0 };
	for (size_t i = 0; i < s->parts.numbers.count; i++)
		note(out, CHECK_NUMBER, s->parts.numbers.at[i].span);
	for (size_t i = 0; i < s->named_count; i++)
		note(out, CHECK_NAMED, s->named[i].span);
	while (lexicon_next(words, s->text, &walk, &hit)) {
		if (is_company(s, hit.span))
			continue;
		take_marker(&j, &hit, out);
		out->praise += (hit.tags & SAYS_PRAISE) != 0;
	}
	for (size_t i = 0; i < s->parts.count; i++)
		if (is_specific(&j, &s->parts.at[i]))
			note(out, CHECK_SPECIFIC, s->parts.at[i].span);
	const double length = (double)(s->parts.count + s->parts.numbers.count + 3);
	out->z = points(out) / sqrt(length);
}
