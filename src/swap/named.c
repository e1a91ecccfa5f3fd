#include <string.h>

#include "swap/side.h"

// Sentences with more capitals than this are headlines in title case: their capitals say
// nothing.
static const double TITLE_CASE = 0.6;
enum { TITLE_WORDS = 3 };

static struct str lower_bit(struct str text, struct word w, char room[WORD_MAX])
{
	return word_fold(word_cut(text, w), room);
}

// Abbreviations that everybody in business uses: no name that can be looked up.
static const char EVERYDAY[] =
	"ai ml it api apis ui ux saas b2b b2c roi kpi kpis faq faqs ok ceo cto cfo hr "
	"pr qa pc pcs tv id ids ki edv";

// How the capitals of a sentence are to be read.
struct casing {
	bool title, shouting, german;
	bool prose; // most content words are small, so that a capital means something
};

static struct casing casing_of(struct str text, bool german)
{
	struct word w;
	char room[WORD_MAX];
	size_t words = 0, capitals = 0, shouts = 0;
	for (size_t at = 0; word_next(text, &at, &w);) {
		if (!(w.flags & WORD_ALPHA) || stop_of(lower_bit(text, w, room)))
			continue;
		words++;
		capitals += (w.flags & WORD_CAPITAL) != 0;
		shouts += (w.flags & WORD_SHOUT) != 0;
	}
	return (struct casing){
		.title = words >= TITLE_WORDS && !str_ends(text, S(".")) &&
			 (double)capitals > TITLE_CASE * (double)words,
		.shouting = words >= TITLE_WORDS && shouts * 2 > words,
		.german = german,
		.prose = !german && words >= TITLE_WORDS &&
			 (double)capitals <= TITLE_CASE * (double)words,
	};
}

// Whether a capital at this place is only the beginning of a sentence or of its part.
static bool begins_part(struct str text, size_t at)
{
	while (at > 0 && strchr(" \"'(*", text.at[at - 1]))
		at--;
	return at == 0 || strchr(".:!?|", text.at[at - 1]) ||
	       (unsigned char)text.at[at - 1] >= 0x80; // dashes, bullets, quotes
}

static void see(uint64_t *bits, struct str folded)
{
	const uint32_t bit = feature_of_word(folded);
	bits[bit / 64] |= UINT64_C(1) << bit % 64;
}

static bool is_seen(const uint64_t *bits, struct str folded)
{
	const uint32_t bit = feature_of_word(folded);
	return bits[bit / 64] >> bit % 64 & 1;
}

void seen_words_add(struct seen_words *seen, struct str text)
{
	struct word w;
	char room[WORD_MAX];
	const struct casing casing = casing_of(text, tongue_of(text) == TONGUE_GERMAN);
	for (size_t at = 0; word_next(text, &at, &w);) {
		if (!(w.flags & WORD_CAPITAL))
			see(seen->lower, lower_bit(text, w, room));
		else if (casing.prose && !begins_part(text, w.span.from))
			see(seen->capital, lower_bit(text, w, room));
	}
}

static bool is_named(const struct side *s, const struct seen_words *seen,
	const struct casing *casing, struct word w)
{
	char room[WORD_MAX];
	const struct str word = word_cut(s->text, w);
	const struct str folded = word_fold(word, room);
	const bool go = str_eq(word, S("Go")); // the language: "built in Go"
	if (!(w.flags & WORD_ALPHA) || word.len < 2 || (stop_of(folded) && !go) ||
		list_has(EVERYDAY, folded))
		return false;
	if (w.flags & WORD_DIGIT)
		return !byte_is_digit(word.at[0]); // S3, k8s; 72h is a number
	if (w.flags & WORD_SHOUT)
		return !casing->shouting;
	if (w.flags & WORD_CAMEL && !(w.flags & WORD_HYPHEN))
		return true;
	if (!(w.flags & WORD_CAPITAL) || casing->german)
		return false;
	if ((casing->title || begins_part(s->text, w.span.from)) &&
		!is_seen(seen->capital, folded))
		return false;
	return go || !is_seen(seen->lower, folded);
}

static bool is_hidden(const struct side *s, struct span span)
{
	for (size_t i = 0; i < s->names.count; i++)
		if (span.from < s->names.at[i].span.to &&
			s->names.at[i].span.from < span.to)
			return true;
	for (size_t i = 0; i < s->parts.numbers.count; i++) {
		const struct quantity *q = &s->parts.numbers.at[i];
		const bool in_noun =
			q->noun.to > q->noun.from && span.from >= q->noun.from;
		if (span.from >= q->span.from && span.from < q->span.to && !in_noun)
			return true;
	}
	return false;
}

void named_find(struct side *s, const struct seen_words *seen, struct arena *a)
{
	const struct casing casing = casing_of(s->text, s->parts.tongue == TONGUE_GERMAN);
	struct word w;
	for (size_t at = 0; word_next(s->text, &at, &w);) {
		if (is_hidden(s, w.span))
			continue;
		const bool named = is_named(s, seen, &casing, w);
		// "ISO 27001", and "Reciprocal Rank Fusion" although "fusion" is a word.
		const bool goes_on = (w.flags & WORD_CAPITAL && !casing.german) ||
				     byte_is_digit(s->text.at[w.span.from]);
		struct named *last =
			s->named_count ? &s->named[s->named_count - 1] : NULL;
		if (last && last->span.to + 1 == w.span.from && (named || goes_on) &&
			s->text.at[last->span.to] == ' ') {
			last->span.to = w.span.to; // Google Analytics
			continue;
		}
		if (!named)
			continue;
		s->named = arena_more(
			a, s->named, s->named_count, &s->named_room, sizeof *s->named);
		s->named[s->named_count++] = (struct named){ w.span };
	}
}

struct str side_words(const struct side *s, struct span span)
{
	return str_cut(s->text, span.from, span.to - span.from);
}

void side_of(struct str text, const struct aliases *names, const struct seen_words *seen,
	struct arena *a, struct side *out)
{
	*out = (struct side){ .text = text, .names.arena = a };
	aliases_find(names, text, &out->names);
	claim_parts_of(text, out->names.spans, out->names.count, a, &out->parts);
	named_find(out, seen, a);
	exclusive_find(out);
}
