#include "swap/heldout.h"

#include <stdlib.h>

enum { ROUNDS = 999, FEWEST_DOCUMENTS = 2 };
static const double LEVEL = 0.05;
#define SEED_DEAL 20261124u
#define SEED_DRAW 20261125u

// A document that was held out: whose it is, how many of its claims were asked, and how
// many were given to each vendor.
struct page {
	uint32_t vendor;
	size_t asked;
	size_t *given; // by vendor
};

struct pages {
	struct page *at;
	size_t count, vendors;
	struct arena *arena;
};

static struct pages pages_of(const struct heldout_case *cases, size_t count,
	size_t documents, size_t vendors, struct arena *a)
{
	struct pages p = { ARENA_ARRAY(a, struct page, documents + 1), 0, vendors, a };
	size_t *number = ARENA_ARRAY(a, size_t, documents + 1); // plus one
	for (size_t i = 0; i < count; i++) {
		const struct heldout_case *c = &cases[i];
		if (!number[c->document]) {
			p.at[p.count] = (struct page){ c->vendor, 0,
				ARENA_ARRAY(a, size_t, vendors) };
			number[c->document] = ++p.count;
		}
		struct page *page = &p.at[number[c->document] - 1];
		page->asked++;
		page->given[c->given]++;
	}
	return p;
}

static int ascending(const void *a, const void *b)
{
	const double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

// The middle 95 of 100; the mean becomes the value if it is asked for.
static void settle(double *values, bool mean, struct estimate *out)
{
	double sum = 0;
	for (size_t i = 0; i < ROUNDS; i++)
		sum += values[i];
	qsort(values, ROUNDS, sizeof *values, ascending);
	out->low = values[ROUNDS / 40];
	out->high = values[ROUNDS - 1 - ROUNDS / 40];
	if (mean)
		out->value = sum / ROUNDS;
}

static void measure(
	const struct pages *p, uint32_t vendor, double *values, struct swap_material *out)
{
	size_t own = 0, hits = 0;
	const struct page **mine = ARENA_ARRAY(p->arena, const struct page *, p->count);
	for (size_t i = 0; i < p->count; i++)
		if (p->at[i].vendor == vendor) {
			mine[own++] = &p->at[i];
			out->tested += p->at[i].asked;
			hits += p->at[i].given[vendor];
		}
	if (own < FEWEST_DOCUMENTS) {
		out->tested = 0;
		return;
	}
	struct random random = { SEED_DRAW };
	for (size_t r = 0; r < ROUNDS; r++) {
		size_t asked = 0, given = 0;
		for (size_t i = 0; i < own; i++) {
			const struct page *page = mine[random_below(&random, own)];
			asked += page->asked;
			given += page->given[vendor];
		}
		values[r] = (double)given / (double)asked;
	}
	out->accuracy = (struct estimate){ .value = (double)hits / (double)out->tested,
		.n = out->tested,
		.k = hits,
		.unit = UNIT_SHARE,
		.method = "bootstrap95" };
	settle(values, false, &out->accuracy);
	// Few pages hide their doubt from the bootstrap.
	const struct estimate plain = share_wilson(hits, out->tested);
	if (plain.low < out->accuracy.low)
		out->accuracy.low = plain.low;
	if (plain.high > out->accuracy.high)
		out->accuracy.high = plain.high;
}

// Deals the vendors' labels out to the pages anew.
static void deal(uint32_t *labels, size_t count, struct random *random)
{
	for (size_t i = count; i > 1; i--) {
		const size_t other = (size_t)random_below(random, i);
		const uint32_t label = labels[i - 1];
		labels[i - 1] = labels[other];
		labels[other] = label;
	}
}

// What each vendor reaches in one deal.
static void reach(const struct pages *p, const uint32_t *labels, double *asked,
	double *given, double *share)
{
	for (size_t v = 0; v < p->vendors; v++)
		asked[v] = given[v] = 0;
	for (size_t i = 0; i < p->count; i++) {
		asked[labels[i]] += (double)p->at[i].asked;
		given[labels[i]] += (double)p->at[i].given[labels[i]];
	}
	for (size_t v = 0; v < p->vendors; v++)
		share[v] = asked[v] > 0 ? given[v] / asked[v] : 0;
}

static void deal_all(const struct pages *p, struct swap_material *material)
{
	struct arena *a = p->arena;
	const size_t vendors = p->vendors;
	uint32_t *labels = ARENA_ARRAY(a, uint32_t, p->count + 1);
	double *asked = ARENA_ARRAY(a, double, vendors);
	double *given = ARENA_ARRAY(a, double, vendors);
	double *share = ARENA_ARRAY(a, double, vendors);
	double *values = ARENA_ARRAY(a, double, vendors *ROUNDS);
	size_t *as_good = ARENA_ARRAY(a, size_t, vendors);
	struct random random = { SEED_DEAL };
	for (size_t i = 0; i < p->count; i++)
		labels[i] = p->at[i].vendor;
	for (size_t r = 0; r < ROUNDS; r++) {
		deal(labels, p->count, &random);
		reach(p, labels, asked, given, share);
		for (size_t v = 0; v < vendors; v++) {
			values[v * ROUNDS + r] = share[v];
			as_good[v] += share[v] >= material[v].accuracy.value;
		}
	}
	for (size_t v = 0; v < vendors; v++) {
		struct swap_material *m = &material[v];
		if (!m->tested)
			continue;
		m->chance = (struct estimate){
			.n = m->tested, .unit = UNIT_SHARE, .method = "permutation95"
		};
		settle(values + v * ROUNDS, true, &m->chance);
		m->p = (double)(1 + as_good[v]) / (1 + ROUNDS);
		m->passed = m->p <= LEVEL && m->accuracy.low > m->chance.value;
	}
}

void heldout_check(const struct heldout_case *cases, size_t count, size_t documents,
	struct swap_material *material, size_t vendors)
{
	struct arena scratch = { 0 };
	const struct pages p = pages_of(cases, count, documents, vendors, &scratch);
	double *values = ARENA_ARRAY(&scratch, double, ROUNDS);
	for (uint32_t v = 0; v < vendors; v++) {
		material[v].p = 1;
		measure(&p, v, values, &material[v]);
	}
	if (p.count)
		deal_all(&p, material);
	arena_free(&scratch);
}
