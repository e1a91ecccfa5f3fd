// A vendor cut in two: to its own other half it must not look different.
#include <stdio.h>

#include "claim/filter.h"
#include "swap/survive.h"
#include "tools/bench_swap.h"
#include "tools/bench_swap_gold.h"

enum { PARTS = 5, FEWEST = 80 };

// One half in a few documents, as the models want something to hold out.
static void add_half(struct world *w, const struct str *lines, size_t count, size_t half,
	const char *id)
{
	for (size_t part = 0; part < PARTS; part++) {
		struct str *own = ARENA_ARRAY(&w->arena, struct str, count + 1);
		size_t n = 0;
		for (size_t i = 0; i < count; i++)
			if (i % 2 == half && i / 2 % PARTS == part)
				own[n++] = lines[i];
		world_add_claims(w,
			arena_fmt(&w->arena, "%s%zu.md",
				id ? "competitors/itself/" : "site/", part)
				.at,
			own, n, id);
	}
}

static void add_whole(struct world *w, const struct corpus *c,
	const struct corpus_vendor *v, const struct lexicon *words)
{
	struct str *lines = ARENA_ARRAY(&w->arena, struct str, c->claim_count);
	const char *id = arena_cstr(&w->arena, v->id);
	const size_t count = gold_claims(c, v, words, lines);
	world_vendor(w, id, id, VENDOR_RIVAL);
	world_add_claims(
		w, arena_fmt(&w->arena, "competitors/%s/a.md", id).at, lines, count, id);
}

struct halves {
	size_t vendors;
	double itself, stranger; // mean A against the own other half, and others
	size_t nearer, asked, stranger_nearer, stranger_asked; // claims with A < 0
	double echo, stranger_echo;
};

static void add_voices(struct halves *h, const struct world *w, const struct material *m)
{
	struct survivals s;
	survivals_of(m, w->ws.arena, &s);
	for (size_t i = 0; i < m->our_count; i++)
		for (size_t g = 0; g < s.groups; g++) {
			const size_t at = i * s.groups + g;
			if (!s.asked[at])
				continue;
			const bool own =
				str_eq(w->ws.vendors.at[m->vendor[g]].id, S("itself"));
			*(own ? &h->itself : &h->stranger) += (double)s.voice[at];
			*(own ? &h->asked : &h->stranger_asked) += 1;
			*(own ? &h->nearer : &h->stranger_nearer) += s.voice[at] < 0;
		}
}

static void add_echoes(
	struct halves *h, const struct world *w, const struct swap_result *r)
{
	for (size_t i = 0; i < r->claim_count; i++)
		for (size_t e = 0; e < r->claims[i].echo_count; e++) {
			const struct echo *echo = &r->claims[i].echoes[e];
			const double share = echo->similarity / (double)r->claim_count;
			if (str_eq(w->ws.vendors.at[echo->vendor].id, S("itself")))
				h->echo += share;
			else
				h->stranger_echo += share / (double)(r->rival_count - 1);
		}
}

void bench_halves(const struct corpus *c)
{
	const struct swap_options options = { .threads = 2 };
	struct arena a = { 0 };
	struct halves h = { 0 };
	const struct lexicon *words = filter_words(&a);
	struct str *lines = ARENA_ARRAY(&a, struct str, c->claim_count);
	for (size_t v = 0; v < c->vendor_count; v++) {
		const size_t count = gold_claims(c, &c->vendors[v], words, lines);
		if (count < FEWEST)
			continue;
		struct world w;
		struct swap_result r;
		struct material m;
		world_open(&w, "");
		gold_name(&w, &c->vendors[v]);
		world_vendor(&w, "itself", "Itself", VENDOR_RIVAL);
		add_half(&w, lines, count, 0, NULL);
		add_half(&w, lines, count, 1, "itself");
		for (size_t o = 0; o < c->vendor_count; o++)
			if (o != v &&
				str_eq(c->vendors[o].category, c->vendors[v].category))
				add_whole(&w, c, &c->vendors[o], words);
		swap_run(&w.ws, &options, &r);
		material_of(&w.ws, &options, w.ws.arena, &m);
		add_voices(&h, &w, &m);
		add_echoes(&h, &w, &r);
		h.vendors++;
		world_close(&w);
	}
	if (h.asked && h.stranger_asked)
		printf("  a vendor cut in two (%zu vendors): mean echo with its other "
		       "half "
		       "%.3f, with others %.3f; A against it %+.3f, %zu of %zu claims "
		       "read more like it, against others %+.3f, %zu of %zu\n",
			h.vendors, h.echo / (double)h.vendors,
			h.stranger_echo / (double)h.vendors, h.itself / (double)h.asked,
			h.nearer, h.asked, h.stranger / (double)h.stranger_asked,
			h.stranger_nearer, h.stranger_asked);
	arena_free(&a);
}
