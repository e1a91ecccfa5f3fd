// Real vendor messaging, when it is there: what the swap test promises on it.
#include "tests/test.h"

#include "claim/filter.h"
#include "swap/swap.h"
#include "tests/swap/corpus.h"
#include "tests/swap/world.h"

#include <stdio.h>
#include <string.h>

static bool is_claim(const struct lexicon *words, struct str text)
{
	const struct block block = { .kind = BLOCK_TEXT };
	return filter_sort(words, &block, text) == IS_CLAIM;
}

static void add_vendor(struct world *w, const struct corpus *c,
	const struct corpus_vendor *v, const struct lexicon *words, bool ours)
{
	struct str *lines = ARENA_ARRAY(&w->arena, struct str, c->claim_count);
	size_t count = 0;
	for (size_t i = 0; i < c->claim_count; i++)
		if (str_eq(c->claims[i].vendor, v->id) &&
			is_claim(words, c->claims[i].text))
			lines[count++] = c->claims[i].text;
	const char *id = arena_cstr(&w->arena, v->id);
	if (!ours) {
		const size_t vendor = world_vendor(
			w, id, arena_cstr(&w->arena, v->names[0]), VENDOR_RIVAL);
		for (size_t i = 1; i < v->name_count; i++)
			vendors_alias(&w->ws.vendors, vendor, v->names[i]);
	}
	world_add_claims(w,
		arena_fmt(&w->arena, "%s%s.md", ours ? "site/" : "competitors/", id).at,
		lines, count, ours ? NULL : id);
}

// One vendor as us, all others of its category as competitors.
static void open_category(struct world *w, const struct corpus *c, struct str us,
	const struct lexicon *words, struct swap_result *r)
{
	const struct corpus_vendor *own = corpus_vendor(c, us);
	world_open(w, arena_cstr((struct arena *)(uintptr_t)&c->arena, own->names[0]));
	w->ws.config.aliases = (struct str *)(uintptr_t)own->names;
	w->ws.config.alias_count = own->name_count;
	add_vendor(w, c, own, words, true);
	for (size_t i = 0; i < c->vendor_count; i++)
		if (&c->vendors[i] != own &&
			str_eq(c->vendors[i].category, own->category))
			add_vendor(w, c, &c->vendors[i], words, false);
	swap_run(&w->ws, &(struct swap_options){ .threads = 2 }, r);
}

static const struct swapped_claim *claim_of(const struct swap_result *r, struct str text)
{
	size_t i = 0;
	while (i < r->claim_count && !str_eq(r->claims[i].sentence->text, text))
		i++;
	if (i == r->claim_count)
		fail_msg("no claim: %" PRI_STR, ARG_STR(text));
	return &r->claims[i];
}

TEST(echoes_between_real_vendors_are_found)
{
	struct corpus c;
	if (!corpus_read(CORPUS_FOLDER, &c)) {
		print_message("skipped: %s is not there\n", CORPUS_FOLDER);
		skip();
	}
	struct arena a = { 0 };
	const struct lexicon *words = filter_words(&a);
	size_t rows = 0, shared = 0, contested = 0;
	for (size_t v = 0; v < c.vendor_count; v++) {
		struct world w;
		struct swap_result r;
		bool asked = false;
		for (size_t i = 0; i < c.pair_count; i++)
			asked |= str_eq(c.pairs[i].vendor_a, c.vendors[v].id);
		if (!asked)
			continue;
		open_category(&w, &c, c.vendors[v].id, words, &r);
		for (size_t i = 0; i < c.pair_count; i++) {
			const struct corpus_pair *p = &c.pairs[i];
			if (!str_eq(p->vendor_a, c.vendors[v].id) ||
				!is_claim(words, p->text_a))
				continue;
			const struct swapped_claim *s = claim_of(&r, p->text_a);
			rows++;
			shared += s->verdict == VERDICT_SHARED;
			contested += s->verdict == VERDICT_CONTESTED;
			if (s->verdict != VERDICT_SHARED &&
				s->verdict != VERDICT_CONTESTED)
				print_message("%s: %" PRI_STR "\n",
					verdict_name(s->verdict), ARG_STR(p->text_a));
		}
		world_close(&w);
	}
	print_message("%zu echo pairs that are claims: %zu shared, %zu contested\n", rows,
		shared, contested);
	assert_true(rows >= 50);
	assert_true((double)(shared + contested) >= 0.94 * (double)rows);
	arena_free(&a);
	corpus_done(&c);
}

TEST(umami_among_product_analytics)
{
	struct corpus c;
	if (!corpus_read(CORPUS_FOLDER, &c)) {
		print_message("skipped: %s is not there\n", CORPUS_FOLDER);
		skip();
	}
	struct arena a = { 0 };
	struct world w;
	struct swap_result r;
	open_category(&w, &c, S("umami"), filter_words(&a), &r);
	size_t count[VERDICT_COUNT] = { 0 };
	for (size_t i = 0; i < r.claim_count; i++)
		if (!r.claims[i].copied_elsewhere)
			count[r.claims[i].verdict]++;
	print_message(
		"umami: %zu of %zu claims work with a competitor's name, between %.0f "
		"and %.0f (%zu shared, %zu contested, %zu filler, %zu unique, %zu "
		"cannot tell)\n",
		r.works.k, r.works.n, r.works.low * (double)r.works.n,
		r.works.high * (double)r.works.n, count[VERDICT_SHARED],
		count[VERDICT_CONTESTED], count[VERDICT_FILLER], count[VERDICT_UNIQUE],
		count[VERDICT_CANNOT_TELL]);
	const struct swapped_claim *s = claim_of(
		&r, S("Umami is a simple, fast, privacy-focused alternative to Google "
		      "Analytics."));
	assert_int_equal(s->verdict, VERDICT_SHARED);
	assert_true(str_eq(w.ws.vendors.at[s->echoes[0].vendor].id, S("plausible")));
	assert_true(str_starts(s->swapped, S("Plausible")));
	world_close(&w);
	arena_free(&a);
	corpus_done(&c);
}

/*
 * A vendor against its own other half: sentence by sentence it says other things, so most
 * claims are new to the other half, but its halves must echo each other at least as much
 * as strangers of its category do.
 */
TEST(a_vendor_split_in_two_is_no_stranger_to_itself)
{
	struct corpus c;
	if (!corpus_read(CORPUS_FOLDER, &c)) {
		print_message("skipped: %s is not there\n", CORPUS_FOLDER);
		skip();
	}
	struct arena a = { 0 };
	const struct lexicon *words = filter_words(&a);
	double itself = 0, stranger = 0;
	size_t vendors = 0;
	for (size_t v = 0; v < c.vendor_count; v++) {
		struct str *half[2] = { ARENA_ARRAY(&a, struct str, c.claim_count),
			ARENA_ARRAY(&a, struct str, c.claim_count) };
		size_t count[2] = { 0 }, seen = 0;
		for (size_t i = 0; i < c.claim_count; i++)
			if (str_eq(c.claims[i].vendor, c.vendors[v].id) &&
				is_claim(words, c.claims[i].text)) {
				const size_t h = seen++ % 2;
				half[h][count[h]++] = c.claims[i].text;
			}
		if (seen < 30)
			continue;
		struct world w;
		struct swap_result r;
		world_open(&w, "Us");
		world_vendor(&w, "itself", "Itself", VENDOR_RIVAL);
		world_add_claims(&w, "a.md", half[0], count[0], NULL);
		world_add_claims(&w, "b.md", half[1], count[1], "itself");
		for (size_t o = 0; o < c.vendor_count; o++)
			if (o != v &&
				str_eq(c.vendors[o].category, c.vendors[v].category))
				add_vendor(&w, &c, &c.vendors[o], words, false);
		swap_run(&w.ws, &(struct swap_options){ .threads = 2 }, &r);
		for (size_t i = 0; i < r.claim_count; i++)
			for (size_t e = 0; e < r.claims[i].echo_count; e++) {
				const struct echo *echo = &r.claims[i].echoes[e];
				const bool own = str_eq(
					w.ws.vendors.at[echo->vendor].id, S("itself"));
				const double share =
					echo->similarity / (double)r.claim_count;
				itself += own ? share : 0;
				stranger += own ? 0 : share / (double)(r.rival_count - 1);
			}
		vendors++;
		world_close(&w);
	}
	print_message(
		"mean echo with its own other half %.3f, with another vendor of the "
		"category %.3f (%zu vendors)\n",
		itself / (double)vendors, stranger / (double)vendors, vendors);
	assert_true(vendors >= 10);
	assert_true(itself > 1.3 * stranger);
	arena_free(&a);
	corpus_done(&c);
}

MAIN(RUN(echoes_between_real_vendors_are_found), RUN(umami_among_product_analytics),
	RUN(a_vendor_split_in_two_is_no_stranger_to_itself))
