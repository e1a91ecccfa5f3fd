// Whether groups differ, which ones, and what the numbers could not have shown.
#include <stdlib.h>

#include "deals/grouping.h"

// Groups too small to compare are one group together: chi-squared wants no tiny ones.
static void test_all(const struct lineup *l, struct deals_by *out, struct arena *scratch)
{
	size_t used = 0;
	struct tally *tested = ARENA_ARRAY(scratch, struct tally, out->group_count + 2);
	struct tally small = { 0 };
	for (size_t i = 0; i < out->group_count; i++) {
		if (out->groups[i].partial)
			continue;
		if (l->alone[i].n >= GROUP_DECIDED_MIN) {
			tested[used++] = l->alone[i];
			continue;
		}
		small.k += l->alone[i].k;
		small.n += l->alone[i].n;
	}
	if (l->several.n)
		tested[used++] = l->several;
	if (small.n >= GROUP_DECIDED_MIN)
		tested[used++] = small;
	struct homogeneity h = compare_all(tested, used);
	out->chi2 = h.chi2;
	out->df = h.df;
	out->p = h.p;
}

static void shrink_all(struct deals_by *out, struct arena *scratch)
{
	struct shrink fit;
	struct tally *tallies = ARENA_ARRAY(scratch, struct tally, out->group_count);
	for (size_t i = 0; i < out->group_count; i++)
		if (!out->groups[i].partial)
			tallies[i] = (struct tally){ out->groups[i].rate.k,
				out->groups[i].rate.n };
	if (!shrink_fit(tallies, out->group_count, scratch, &fit))
		return;
	out->mu = fit.mu;
	out->strength = fit.strength;
	for (size_t i = 0; i < out->group_count; i++)
		if (tallies[i].n)
			out->groups[i].shrunk = shrink_rate(&fit, tallies[i]);
}

// Returns how many groups were compared.
static size_t judge(struct deals_by *out, struct arena *scratch)
{
	double *p = ARENA_ARRAY(scratch, double, out->group_count);
	double *q = ARENA_ARRAY(scratch, double, out->group_count);
	size_t *at = ARENA_ARRAY(scratch, size_t, out->group_count);
	size_t count = 0;
	for (size_t i = 0; i < out->group_count; i++) {
		const struct deal_group *g = &out->groups[i];
		if (g->verdict == GROUP_TOO_FEW || g->partial || !g->rest.n)
			continue;
		at[count] = i;
		p[count++] = g->p;
	}
	compare_adjust(p, count, q, scratch);
	for (size_t i = 0; i < count; i++) {
		struct deal_group *g = &out->groups[at[i]];
		g->q = q[i];
		if (out->p >= JUDGE_CHANCE || g->q > JUDGE_CHANCE)
			continue;
		if (g->difference.high < 0)
			g->verdict = GROUP_BELOW;
		else if (g->difference.low > 0)
			g->verdict = GROUP_ABOVE;
	}
	return count;
}

static int by_n(const void *left, const void *right)
{
	const struct tally *a = left, *b = right;
	return a->n < b->n ? -1 : a->n > b->n;
}

// How far a group of the middle size would have had to be from the rest to stand out.
static double detectable(struct deals_by *by, struct arena *scratch)
{
	struct tally *sizes = ARENA_ARRAY(scratch, struct tally, by->group_count);
	size_t count = 0, total = 0, won = 0;
	for (size_t i = 0; i < by->group_count; i++) {
		total += by->groups[i].rate.n;
		won += by->groups[i].rate.k;
		if (by->groups[i].verdict != GROUP_TOO_FEW && !by->groups[i].partial)
			sizes[count++].n = by->groups[i].rate.n;
	}
	if (!count)
		return 0;
	qsort(sizes, count, sizeof *sizes, by_n);
	size_t middle = sizes[count / 2].n;
	by->usual = middle;
	if (middle >= total)
		return 0;
	return compare_detectable((double)won / (double)total, middle, total - middle);
}

static void refuse(struct deals_by *out)
{
	out->chi2 = out->df = 0;
	out->p = 1;
	for (size_t i = 0; i < out->group_count; i++) {
		struct deal_group *g = &out->groups[i];
		g->p = g->q = 1;
		g->verdict =
			g->verdict == GROUP_TOO_FEW ? GROUP_TOO_FEW : GROUP_LIKE_REST;
		g->shrunk = (struct estimate){ 0 };
	}
}

/*
 * Months differ, but do they once each is compared with the months in the same place of
 * their quarter only?  If not, the quarter's end explains it, and nothing has changed.
 */
static void season(const struct grouping *g, const struct lineup *l, struct deals_by *out,
	struct arena *scratch)
{
	double chi2 = 0, df = 0;
	struct tally place[3] = { 0 };
	struct tally *alike = ARENA_ARRAY(scratch, struct tally, out->group_count);
	for (unsigned p = 0; p < 3; p++) {
		size_t count = 0;
		for (size_t i = 0; i < out->group_count; i++) {
			const struct deal_group *group = &out->groups[i];
			if (!l->key[i] || g->place[l->key[i]] != p || group->partial)
				continue;
			alike[count++] = (struct tally){ group->rate.k, group->rate.n };
			place[p].k += group->rate.k;
			place[p].n += group->rate.n;
		}
		struct homogeneity h = compare_all(alike, count);
		chi2 += h.chi2;
		df += h.df;
	}
	if (df < 1 || chi2_tails(chi2, df).above < JUDGE_CHANCE)
		return;
	for (size_t i = 0; i < out->group_count; i++)
		if (out->groups[i].verdict != GROUP_TOO_FEW)
			out->groups[i].verdict = GROUP_LIKE_REST;
	out->season = share_wilson(place[2].k, place[2].n);
	out->between = share_wilson(place[0].k + place[1].k, place[0].n + place[1].n);
}

static struct str reason_to_refuse(const struct workspace *ws, const struct grouping *g)
{
	if (ws->deals.wins_only)
		return S("the export holds no lost deals");
	if (g->traits & FIELD_APART)
		return S("new business and renewals are won for different reasons");
	return g->refused;
}

size_t judge_groups(const struct workspace *ws, const struct grouping *g,
	const struct lineup *l, struct deals_by *out, struct arena *scratch)
{
	out->refused = reason_to_refuse(ws, g);
	if (g->kind != DEALS_RATES || out->refused.len) {
		refuse(out);
		return 0;
	}
	test_all(l, out, scratch);
	shrink_all(out, scratch);
	size_t compared = judge(out, scratch);
	if (g->traits & FIELD_MONTHS && out->p < JUDGE_CHANCE)
		season(g, l, out, scratch);
	out->detectable = out->p >= JUDGE_CHANCE ? detectable(out, scratch) : 0;
	return compared;
}
