// What a reader does about each claim, and which comes first.
#include "report/swap_view.h"

#include <stdlib.h>

static const struct swap_section swap_sections[DEED_COUNT] = {
	[DEED_ACT] = { "Change these first",
		"True or not, a buyer has read it at a competitor's.", 5, false },
	[DEED_FILLER] = { "Could be anybody's",
		"Nobody could be proven wrong saying this.", 3, true },
	[DEED_COULD] = { "They could say it",
		"Nobody says it here, but it is worded like a competitor's pages: read "
		"it with their name.",
		1, true },
	[DEED_DIFFERS] = { "They say it otherwise",
		"The same claim with another number, the opposite, or without the part "
		"that is yours. Know these before a buyer asks.",
		2, false },
	[DEED_READ] = { "Read both",
		"Close to a competitor's sentence, or nothing to compare with: no rule "
		"can tell.",
		1, false },
	[DEED_LEAD] = { "Yours already",
		"No competitor page here says it, and it could be wrong: lead with "
		"these.",
		4, true },
	[DEED_PROVE] = { "Yours with a proof",
		"No competitor page here says it. Prove it before it is repeated.", 2,
		true },
};

enum swap_deed view_deed(const struct swapped_claim *c)
{
	switch (c->verdict) {
	case VERDICT_SHARED:
		return DEED_ACT;
	case VERDICT_SWAPPABLE:
		return DEED_COULD;
	case VERDICT_CONTESTED:
		return c->swaps ? DEED_ACT : DEED_DIFFERS;
	case VERDICT_FILLER:
		return DEED_FILLER;
	case VERDICT_UNPROVEN:
		return DEED_PROVE;
	case VERDICT_UNIQUE:
		return DEED_LEAD;
	case VERDICT_CANNOT_TELL:
	case VERDICT_NOT_A_CLAIM:
	case VERDICT_COUNT:
		break;
	}
	return DEED_READ;
}

struct ranked {
	const struct swapped_claim *claim;
	size_t at;
};

// "Quick start guide", "See benchmarks.", "What is a vector database": too little to
// begin with.
static bool is_scrap(const struct swapped_claim *c)
{
	enum { WORDS_LEAST = 5 };
	static const struct str TITLES[] = { STR_INIT("how to "), STR_INIT("what is "),
		STR_INIT("why "), STR_INIT("was ist "), STR_INIT("wie ") };
	static const struct str ASIDES[] = { STR_INIT("see "), STR_INIT("note "),
		STR_INIT("if you "), STR_INIT("siehe ") };
	size_t words = 0;
	struct word w;
	for (size_t i = 0; i < COUNT(TITLES) && !c->headline; i++)
		if (str_starts_nocase(c->sentence->text, TITLES[i]) &&
			!str_ends(c->sentence->text, S(".")))
			return true;
	for (size_t i = 0; i < COUNT(ASIDES) && !c->headline; i++)
		if (str_starts_nocase(c->sentence->text, ASIDES[i]))
			return true;
	for (size_t at = 0; words < WORDS_LEAST && word_next(c->sentence->text, &at, &w);)
		words++;
	return words < WORDS_LEAST && !c->headline;
}

// -1, 0 or 1: whether a true thing of `a` puts it before `b`.
static int before(bool a, bool b)
{
	return a == b ? 0 : a ? -1 : 1;
}

static int larger(double a, double b)
{
	return a > b ? -1 : a < b ? 1 : 0;
}

// How much of it they say: likeness alone would put two words in common first.
static double nearest(const struct swapped_claim *c)
{
	size_t shared = 0;
	for (size_t i = 0; i < c->shared_count; i++)
		shared += c->shared[i].to - c->shared[i].from;
	return c->echo_count ? c->echoes[0].similarity * (double)shared : 0;
}

// What works with their name: headlines, then the loudest, then what they say most
// nearly.  What is ours: headlines, then what holds most that can be checked.
static int worst_first(const void *x, const void *y)
{
	const struct ranked *rx = x, *ry = y;
	const struct swapped_claim *a = rx->claim, *b = ry->claim;
	int order = before(a->headline, b->headline);
	if (!order)
		order = before(!is_scrap(a), !is_scrap(b));
	if (!order && !a->swaps)
		order = before(a->checkable_count, b->checkable_count);
	if (!order)
		order = before(a->sentence->level > b->sentence->level,
			b->sentence->level > a->sentence->level);
	if (!order)
		order = a->swaps ? larger(nearest(a), nearest(b))
				 : larger(a->check, b->check);
	return order ? order : rx->at < ry->at ? -1 : 1;
}

const struct swap_section *view_section(const struct swap_view *v, enum swap_deed deed)
{
	static const struct swap_section ALONE = { "Could be checked",
		"There is no claim of a competitor to compare them with.", 4, true };
	return deed == DEED_READ && !v->result->rival_sentences ? &ALONE
								: &swap_sections[deed];
}

size_t view_claims(
	const struct swap_view *v, enum swap_deed deed, const struct swapped_claim ***out)
{
	const struct swap_result *r = v->result;
	struct ranked *ranked = ARENA_ARRAY(v->arena, struct ranked, r->claim_count + 1);
	size_t count = 0;
	for (size_t i = 0; i < r->claim_count; i++)
		if (!r->claims[i].copied_elsewhere && view_deed(&r->claims[i]) == deed)
			ranked[count++] = (struct ranked){ &r->claims[i], i };
	if (count)
		qsort(ranked, count, sizeof *ranked, worst_first);
	*out = ARENA_ARRAY(v->arena, const struct swapped_claim *, count + 1);
	for (size_t i = 0; i < count; i++)
		(*out)[i] = ranked[i].claim;
	return count;
}
