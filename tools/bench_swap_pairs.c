// The echo pairs that rank highest over all categories, for reading.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "claim/filter.h"
#include "tools/bench_swap.h"
#include "tools/bench_swap_gold.h"

enum { SHOWN = 50 };

struct pair_row {
	struct str ours, theirs, us, them;
	double similarity;
	enum verdict verdict;
};

struct pair_list {
	struct pair_row *at;
	size_t count, room;
	struct arena arena;
};

static int by_rank(const void *a, const void *b)
{
	const struct pair_row *x = a, *y = b;
	if (x->similarity < y->similarity || x->similarity > y->similarity)
		return x->similarity < y->similarity ? 1 : -1;
	const int ours = str_cmp(x->ours, y->ours);
	return ours ? ours : str_cmp(x->theirs, y->theirs);
}

static bool is_known(const struct pair_list *p, const struct pair_row *row)
{
	for (size_t i = 0; i < p->count; i++)
		if ((str_eq(p->at[i].ours, row->theirs) &&
			    str_eq(p->at[i].theirs, row->ours)) ||
			(str_eq(p->at[i].ours, row->ours) &&
				str_eq(p->at[i].theirs, row->theirs)))
			return true;
	return false;
}

// What the product shows first beside each claim, if it calls that an echo.
static void take_pairs(struct pair_list *p, const struct world *w,
	const struct swap_result *r, struct str us)
{
	for (size_t i = 0; i < r->claim_count; i++) {
		const struct swapped_claim *c = &r->claims[i];
		if (!c->echo_count || (c->echoes[0].verdict != VERDICT_SHARED &&
					      c->echoes[0].verdict != VERDICT_CONTESTED))
			continue;
		const struct echo *e = &c->echoes[0];
		const struct pair_row row = {
			arena_str(&p->arena, c->sentence->text),
			arena_str(&p->arena, e->evidence.quote),
			us,
			arena_str(&p->arena, w->ws.vendors.at[e->vendor].id),
			e->similarity,
			e->verdict,
		};
		if (is_known(p, &row))
			continue;
		p->at = arena_more(&p->arena, p->at, p->count, &p->room, sizeof *p->at);
		p->at[p->count++] = row;
	}
}

void bench_pairs(const struct corpus *c)
{
	struct arena a = { 0 };
	struct pair_list pairs = { 0 };
	const struct lexicon *words = filter_words(&a);
	size_t shared = 0;
	for (size_t v = 0; v < c->vendor_count; v++) {
		struct world w;
		struct swap_result r;
		gold_world(&w, c, &c->vendors[v], words, GOLD_REAL);
		swap_run(&w.ws, &(struct swap_options){ .threads = 2 }, &r);
		take_pairs(&pairs, &w, &r, c->vendors[v].id);
		world_close(&w);
	}
	if (pairs.count)
		qsort(pairs.at, pairs.count, sizeof *pairs.at, by_rank);
	for (size_t i = 0; i < pairs.count; i++)
		shared += pairs.at[i].verdict == VERDICT_SHARED;
	printf("  echo pairs over all categories: %zu, %zu of them shared; the "
	       "highest:\n",
		pairs.count, shared);
	for (size_t i = 0; i < pairs.count && i < SHOWN; i++) {
		const struct pair_row *p = &pairs.at[i];
		printf("  %2zu %.2f %s, %.*s and %.*s\n     %.*s\n     %.*s\n", i + 1,
			p->similarity, verdict_name(p->verdict), (int)p->us.len, p->us.at,
			(int)p->them.len, p->them.at, (int)p->ours.len, p->ours.at,
			(int)p->theirs.len, p->theirs.at);
	}
	arena_free(&pairs.arena);
	arena_free(&a);
}
