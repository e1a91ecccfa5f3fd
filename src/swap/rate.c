#include "swap/rate.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "stat/stat.h"
#include "swap/verdict.h"

// How loud a claim is: a headline counts three times a sentence of the body.
static const double WEIGHT[LEVEL_COUNT] = {
	[LEVEL_BODY] = 1, [LEVEL_SUBHEAD] = 1.5, [LEVEL_HEADLINE] = 3
};
enum { ROUNDS = 2000, FEWEST_SECTIONS = 10 };
#define SEED 20261123u

static int by_value(const void *a, const void *b)
{
	const uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
	return (x > y) - (x < y);
}

// The content words, whatever their order, and the numbers of a claim, as one number.
static uint64_t fingerprint(const struct material *m, struct str text, struct arena *a)
{
	struct mentions names = { .arena = a };
	struct claim_parts parts;
	aliases_find(m->names, text, &names);
	claim_parts_of(text, names.spans, names.count, a, &parts);
	uint64_t *words = ARENA_ARRAY(a, uint64_t, parts.count + parts.numbers.count + 1);
	size_t n = 0;
	for (size_t i = 0; i < parts.count; i++)
		words[n++] = str_hash(parts.at[i].stem, parts.at[i].negated);
	for (size_t i = 0; i < parts.numbers.count; i++) {
		const struct quantity *q = &parts.numbers.at[i];
		const struct str number =
			arena_fmt(a, "%d %.9g %.9g", (int)q->measure, q->low, q->high);
		words[n++] = str_hash(number, 2);
	}
	if (!n)
		return str_hash(text, 3); // nothing but small words: only itself
	qsort(words, n, sizeof *words, by_value);
	return str_hash((struct str){ (const char *)words, n * sizeof *words }, 4);
}

// What we say first is louder than anything we say elsewhere.
static int loudness(const struct swapped_claim *c)
{
	return (c->headline ? LEVEL_COUNT : 0) + c->sentence->level;
}

void rate_mark_copies(const struct material *m, struct swap_result *out)
{
	struct arena a = { 0 };
	struct map known = { .arena = &a };
	size_t *loudest = ARENA_ARRAY(&a, size_t, out->claim_count + 1);
	for (size_t i = 0; i < out->claim_count; i++) {
		struct arena scratch = { 0 };
		struct swapped_claim *c = &out->claims[i];
		const uint64_t print = fingerprint(m, c->sentence->text, &scratch);
		arena_free(&scratch);
		const size_t before = known.count;
		const size_t key = map_add(
			&known, (struct str){ (const char *)&print, sizeof print });
		if (known.count > before) {
			loudest[key] = i;
			continue;
		}
		struct swapped_claim *other = &out->claims[loudest[key]];
		const bool louder = loudness(c) > loudness(other);
		(louder ? other : c)->copied_elsewhere = true;
		loudest[key] = louder ? i : loudest[key];
	}
	for (size_t i = 0; i < out->claim_count; i++)
		out->distinct += !out->claims[i].copied_elsewhere;
	arena_free(&a);
}

// The claims of one section of one document; the unit that is drawn again and again.
struct section {
	size_t n, k;
	double weight, fails;
};

struct sections {
	struct section *at;
	size_t count;
};

typedef bool works_with(const struct swapped_claim *c, size_t vendor);

static bool works_with_any(const struct swapped_claim *c, size_t vendor)
{
	(void)vendor; // with anybody's
	return c->swaps;
}

static struct sections sections_of(
	const struct swap_result *r, works_with *works, size_t vendor, struct arena *a)
{
	struct sections s = { .at = ARENA_ARRAY(a, struct section, r->claim_count + 1) };
	const struct swapped_claim *before = NULL;
	for (size_t i = 0; i < r->claim_count; i++) {
		const struct swapped_claim *c = &r->claims[i];
		if (c->copied_elsewhere)
			continue;
		const bool same = before && before->copy == c->copy &&
				  before->sentence->section == c->sentence->section;
		struct section *section = &s.at[same ? s.count - 1 : s.count++];
		const bool fails = works(c, vendor);
		const double weight = WEIGHT[c->sentence->level];
		section->n++;
		section->k += fails;
		section->weight += weight;
		section->fails += fails ? weight : 0;
		before = c;
	}
	return s;
}

// Too few sections to draw from: every claim is drawn by itself.
static struct sections claims_as_sections(
	const struct swap_result *r, works_with *works, size_t vendor, struct arena *a)
{
	struct sections s = { .at = ARENA_ARRAY(a, struct section, r->claim_count + 1) };
	for (size_t i = 0; i < r->claim_count; i++) {
		const struct swapped_claim *c = &r->claims[i];
		const bool fails = works(c, vendor);
		const double weight = WEIGHT[c->sentence->level];
		if (!c->copied_elsewhere)
			s.at[s.count++] =
				(struct section){ 1, fails, weight, fails ? weight : 0 };
	}
	return s;
}

static int ascending(const void *a, const void *b)
{
	const double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static struct section draw(const struct sections *s, struct random *random)
{
	struct section sum = { 0 };
	for (size_t i = 0; i < s->count; i++) {
		const struct section *one = &s->at[random_below(random, s->count)];
		sum.n += one->n;
		sum.k += one->k;
		sum.weight += one->weight;
		sum.fails += one->fails;
	}
	return sum;
}

static void interval_of(double *values, double *low, double *high)
{
	qsort(values, ROUNDS, sizeof *values, ascending);
	*low = values[(size_t)(0.025 * ROUNDS)];
	*high = values[(size_t)(0.975 * ROUNDS)];
}

/*
 * The share of claims that fail and its weighted twin.  Percentile bootstrap over
 * sections (Efron and Tibshirani 1993), because sentences of one section rise and fall
 * together; over claims when there are fewer than FEWEST_SECTIONS; Wilson's interval
 * where all or none fail and drawing again cannot show any doubt.
 */
static void estimate_of(const struct swap_result *r, works_with *works, size_t vendor,
	struct estimate *count, struct estimate *weighted)
{
	struct arena a = { 0 };
	struct sections s = sections_of(r, works, vendor, &a);
	if (s.count < FEWEST_SECTIONS)
		s = claims_as_sections(r, works, vendor, &a);
	struct section all = { 0 };
	for (size_t i = 0; i < s.count; i++) {
		all.n += s.at[i].n;
		all.k += s.at[i].k;
		all.weight += s.at[i].weight;
		all.fails += s.at[i].fails;
	}
	*count = share_wilson(all.k, all.n);
	*weighted = *count;
	if (all.n)
		weighted->value = all.fails / all.weight;
	if (all.n && all.k > 0 && all.k < all.n) {
		double *plain = ARENA_ARRAY(&a, double, ROUNDS);
		double *heavy = ARENA_ARRAY(&a, double, ROUNDS);
		struct random random = { SEED };
		for (size_t i = 0; i < ROUNDS; i++) {
			const struct section sum = draw(&s, &random);
			plain[i] = (double)sum.k / (double)sum.n;
			heavy[i] = sum.fails / sum.weight;
		}
		interval_of(plain, &count->low, &count->high);
		interval_of(heavy, &weighted->low, &weighted->high);
		count->method = weighted->method = "bootstrap95";
	}
	arena_free(&a);
}

static int most_first(const void *a, const void *b)
{
	const struct swap_rival *x = a, *y = b;
	if (x->works.k != y->works.k)
		return x->works.k < y->works.k ? 1 : -1;
	const size_t said_x = x->shared + x->contested, said_y = y->shared + y->contested;
	if (said_x != said_y)
		return said_x < said_y ? 1 : -1;
	return (x->vendor > y->vendor) - (x->vendor < y->vendor);
}

static void count_rival(const struct swap_result *r, struct swap_rival *rival)
{
	struct estimate unused;
	estimate_of(r, verdict_works_with, rival->vendor, &rival->works, &unused);
	for (size_t i = 0; i < r->claim_count; i++) {
		const struct swapped_claim *c = &r->claims[i];
		for (size_t e = 0; !c->copied_elsewhere && e < c->echo_count; e++) {
			if (c->echoes[e].vendor != rival->vendor)
				continue;
			rival->shared += c->echoes[e].verdict == VERDICT_SHARED;
			rival->contested += c->echoes[e].verdict == VERDICT_CONTESTED;
		}
	}
}

static void count_assets(const struct material *m, struct swap_result *out)
{
	out->assets = ARENA_ARRAY(m->arena, struct swap_asset, out->claim_count + 1);
	for (size_t i = 0; i < out->claim_count; i++) {
		const struct swapped_claim *c = &out->claims[i];
		struct swap_asset *last =
			out->asset_count ? &out->assets[out->asset_count - 1] : NULL;
		if (!last || last->copy != c->copy) {
			last = &out->assets[out->asset_count++];
			last->copy = c->copy;
		}
		const bool headline = c->headline;
		last->claims++;
		last->works += c->swaps;
		last->headlines += headline;
		last->headlines_work += headline && c->swaps;
	}
}

void rate_all(const struct material *m, struct swap_result *out)
{
	estimate_of(out, works_with_any, 0, &out->works, &out->rate);
	for (size_t i = 0; i < out->claim_count; i++) {
		const struct swapped_claim *c = &out->claims[i];
		const bool headline = c->headline && !c->copied_elsewhere;
		out->headline_count += headline;
		out->headline_fail += headline && c->swaps;
	}
	for (size_t g = 0; g < out->rival_count; g++)
		count_rival(out, &out->rivals[g]);
	qsort(out->rivals, out->rival_count, sizeof *out->rivals, most_first);
	count_assets(m, out);
}
