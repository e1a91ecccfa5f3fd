#include "claim/parts.h"

// Words that say the opposite of each other, as concepts of their stems.
static const struct {
	const char *one, *other;
} OPPOSITES[] = {
	{ "onlin", "offlin" },
	{ "manual", "autom" },
	{ "slow", "fast" },
	{ "paid", "free" },
	{ "expensiv", "cheap" },
	{ "public", "privaci" },
	{ "complex", "easi" },
	{ "complicat", "easi" },
	{ "clos", "open" },
	{ "proprietari", "open" },
	{ "optional", "need" },
	{ "limit", "unlimit" },
	{ "temporari", "permanent" },
	{ "weekli", "daili" },
	{ "singl", "multipl" },
};

// How much of a clear claim must be there to be called the same.
static const double OPPOSED = 0.5, SLIP = 0.25;
static const double SAID = 0.75, LEAST_PARTS = 2;

static bool has_stem(const struct claim_parts *p, const char *stem, struct str *word)
{
	for (size_t i = 0; i < p->count; i++)
		if (!p->at[i].negated && str_eq(p->at[i].stem, str_of(stem))) {
			*word = str_cut(p->text, p->at[i].span.from,
				p->at[i].span.to - p->at[i].span.from);
			return true;
		}
	return false;
}

static bool has_opposites(const struct claim_parts *a, const struct claim_parts *b,
	struct claim_likeness *out)
{
	struct str other;
	for (size_t i = 0; i < COUNT(OPPOSITES); i++) {
		const char *one = OPPOSITES[i].one, *two = OPPOSITES[i].other;
		for (int turn = 0; turn < 2; turn++) {
			if (has_stem(a, one, &out->opposite_a) &&
				has_stem(b, two, &out->opposite_b) &&
				!has_stem(a, two, &other) && !has_stem(b, one, &other))
				return true;
			one = OPPOSITES[i].other;
			two = OPPOSITES[i].one;
		}
	}
	out->opposite_a = out->opposite_b = (struct str){ 0 };
	return false;
}

// The best partner of a part among others; its match goes to *match.
static const struct claim_part *partner(
	const struct claim_part *part, const struct claim_parts *others, float *match)
{
	const struct claim_part *best = NULL;
	*match = 0;
	for (size_t i = 0; i < others->count; i++) {
		const float m = claim_part_match(part, &others->at[i]);
		// Among equals the one with the same polarity: "no X without Y".
		if (m > *match ||
			(m > 0 && m >= *match && best && best->negated != part->negated &&
				others->at[i].negated == part->negated)) {
			best = &others->at[i];
			*match = m;
		}
	}
	return best;
}

static bool has_equal(const struct claim_parts *in, const struct claim_parts *of,
	const struct quantity *q, bool *comparable)
{
	*comparable = false;
	for (size_t i = 0; i < in->numbers.count; i++) {
		const struct quantity *other = &in->numbers.at[i];
		if (!quantity_comparable(of->text, q, in->text, other))
			continue;
		*comparable = true;
		if (quantity_equal(q, other))
			return true;
	}
	return false;
}

static bool has_overlap(const struct claim_parts *in, const struct claim_parts *of,
	const struct quantity *q)
{
	for (size_t i = 0; i < in->numbers.count; i++)
		if (quantity_comparable(of->text, q, in->text, &in->numbers.at[i]) &&
			quantity_overlap(q, &in->numbers.at[i]))
			return true;
	return false;
}

// The first number of `b` that counts what q of `a` counts.
static size_t comparable_in(const struct claim_parts *b, const struct claim_parts *a,
	const struct quantity *q)
{
	for (size_t i = 0; i < b->numbers.count; i++)
		if (quantity_comparable(a->text, q, b->text, &b->numbers.at[i]))
			return i;
	return SIZE_MAX;
}

struct coverage {
	double share, turned, evidence;
	size_t words;
	struct span turned_span; // of a: the first words that only one of them negates
	struct str other_word;
	bool denies, denied; // a negates them, b does
};

static struct str words_at(const struct claim_parts *p, struct span span)
{
	return str_cut(p->text, span.from, span.to - span.from);
}

static void add_turned(struct coverage *c, const struct claim_part *part,
	const struct claim_parts *b, const struct claim_part *other)
{
	if (!c->turned_span.to) {
		c->turned_span = part->span;
		c->other_word = words_at(b, other->span);
		c->denies = part->negated;
		c->denied = other->negated;
	} else if (part->span.from <= c->turned_span.to + 1) {
		c->turned_span.to = part->span.to; // "single sign-on"
	}
}

static struct coverage cover(
	const struct claim_parts *a, const struct claim_parts *b, bool once)
{
	struct coverage c = { 0 };
	double all = 0, found = 0, turned = 0;
	for (size_t i = 0; i < a->count; i++) {
		float match = 0;
		const struct claim_part *part = &a->at[i];
		if (once && part->again)
			continue;
		const struct claim_part *other = partner(part, b, &match);
		all += part->weight;
		found += part->weight * match;
		c.words += other != NULL;
		if (!other || (other->negated == part->negated && a->later == b->later))
			continue;
		turned += part->weight * match;
		add_turned(&c, part, b, other);
	}
	c.evidence = found;
	// The piece of "sign-on" that is a small word belongs to it, too.
	while (c.turned_span.to && c.turned_span.to < a->text.len &&
		(a->text.at[c.turned_span.to] == '-' ||
			byte_is_word(a->text.at[c.turned_span.to])))
		c.turned_span.to++;
	c.turned = found > 0 ? turned / found : 0;
	for (size_t i = 0; i < a->numbers.count; i++) {
		bool comparable = false;
		const struct quantity *q = &a->numbers.at[i];
		const bool equal = has_equal(b, a, q, &comparable);
		// "600 plants" and "400 plants" are about the same, "5 minutes" and "10
		// minutes" need not be.
		const bool same_noun = comparable && q->noun.to > q->noun.from;
		all += a->number_weight;
		found += comparable ? a->number_weight : 0;
		c.evidence += equal || same_noun ? a->number_weight : 0;
	}
	c.share = all > 0 ? found / all : 0;
	return c;
}

static void compare_numbers(const struct claim_parts *a, const struct claim_parts *b,
	struct claim_likeness *out)
{
	bool comparable = false;
	out->differs_a = out->differs_b = out->only_a = out->only_b = SIZE_MAX;
	for (size_t i = 0; i < a->numbers.count; i++) {
		const struct quantity *q = &a->numbers.at[i];
		if (has_equal(b, a, q, &comparable)) {
			out->equal++;
		} else if (comparable && has_overlap(b, a, q)) {
			out->overlap = true;
		} else if (comparable && out->differs_a == SIZE_MAX) {
			out->differs_a = i;
			out->differs_b = comparable_in(b, a, q);
		} else if (!comparable && out->only_a == SIZE_MAX) {
			out->only_a = i;
		}
	}
	for (size_t i = 0; i < b->numbers.count && out->only_b == SIZE_MAX; i++)
		if (!has_equal(a, b, &b->numbers.at[i], &comparable) && !comparable)
			out->only_b = i;
}

void claim_compare(const struct claim_parts *a, const struct claim_parts *b,
	struct claim_likeness *out)
{
	*out = (struct claim_likeness){ 0 };
	const struct coverage there = cover(a, b, true), back = cover(b, a, false);
	out->a_in_b = there.share;
	out->b_in_a = back.share;
	out->shared = there.words;
	out->evidence = there.evidence;
	compare_numbers(a, b, out);
	out->turned = there.turned;
	if (there.turned >= OPPOSED) {
		out->opposed = true;
		out->opposite_a = words_at(a, there.turned_span);
		out->opposite_b = there.other_word;
		out->a_denies = there.denies && !a->later;
		out->b_denies = there.denied && !b->later;
		out->a_plans = a->later;
		out->b_plans = b->later;
	} else {
		out->opposed = has_opposites(a, b, out);
	}
}

bool claim_said_by(const struct claim_parts *claim, const struct claim_parts *said)
{
	struct claim_likeness like;
	if ((double)(claim->count + claim->numbers.count) < LEAST_PARTS)
		return false;
	claim_compare(claim, said, &like);
	const bool numbers = like.differs_a == SIZE_MAX && like.only_a == SIZE_MAX &&
			     !like.overlap &&
			     (claim->numbers.count || like.only_b == SIZE_MAX);
	return numbers && !like.opposed && like.turned <= SLIP && like.a_in_b >= SAID;
}

bool claim_same(const struct claim_parts *a, const struct claim_parts *b)
{
	return claim_said_by(a, b) && claim_said_by(b, a);
}
