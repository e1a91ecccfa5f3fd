#include "report/html.h"
#include "report/html_swap.h"

enum { FAILS_SHOWN = 4, FILLER_SHOWN = 3 };

static bool is_pair(const struct swapped_claim *c)
{
	return c->echo_count && !c->copied_elsewhere;
}

bool has_swaps(const struct brief *b)
{
	const struct swap_result *swap = b->facts->swap;
	for (size_t i = 0; swap && i < swap->claim_count; i++)
		if (is_pair(&swap->claims[i]) &&
			(swap->claims[i].swaps ||
				swap->claims[i].verdict == VERDICT_UNIQUE))
			return true;
	return false;
}

// The claim that is ours and has a competitor's sentence beside it: what passing is like.
static const struct swapped_claim *passing(
	const struct swapped_claim *const *claims, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (is_pair(claims[i]))
			return claims[i];
	return NULL;
}

static void write_pairs(struct html *h, const struct swap_view *v)
{
	const struct swapped_claim **fails, **ours, *shown[FAILS_SHOWN + 1];
	const size_t fail_count = view_claims(v, DEED_ACT, &fails);
	const size_t our_count = view_claims(v, DEED_LEAD, &ours);
	const struct swapped_claim *passes = passing(ours, our_count);
	size_t count = 0;
	for (; count < fail_count && count < FAILS_SHOWN; count++)
		shown[count] = fails[count];
	if (passes)
		shown[count++] = passes;
	html_swap_pairs(h, v, shown, count);
	if (fail_count > FAILS_SHOWN)
		html_fmt(h,
			"<p class=\"note more\">And %zu more that fail; <code>candor "
			"swap</code> shows all.</p>\n",
			fail_count - FAILS_SHOWN);
}

static void write_filler(struct html *h, const struct swap_view *v)
{
	const struct swapped_claim **claims;
	const size_t count = view_claims(v, DEED_FILLER, &claims);
	const size_t shown = count < FILLER_SHOWN ? count : FILLER_SHOWN;
	if (!count)
		return;
	html_fmt(h, "<h3 class=\"mini\">Could be anybody’s: %zu of %zu</h3>\n", shown,
		count);
	html_swap_list(h, v, claims, shown);
}

void html_swaps(struct html *h, const struct brief *b)
{
	struct swap_view v;
	if (!has_swaps(b))
		return;
	view_init(&v, b->ws, b->facts->swap, h->arena);
	html_section(h, "differentiation", "Differentiation",
		S("The swap test: a sentence that stays true with their name on it is "
		  "filler. Shared words are marked."));
	html_put(h, "<p class=\"cost\">", v.headlines[0], "</p>\n");
	write_pairs(h, &v);
	write_filler(h, &v);
	if (v.result->words.ours_count || v.result->words.theirs_count) {
		html_add(h, "<h3 class=\"mini\">Words</h3>\n");
		html_swap_words(h, &v);
	}
	if (v.result->drift_count) {
		html_add(h, "<h3 class=\"mini\">Drift</h3>\n");
		html_swap_drift(h, &v);
	}
	html_section_end(h);
}
