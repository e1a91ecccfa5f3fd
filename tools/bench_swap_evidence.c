// What each kind of evidence adds on labelled claims, and whose words are known again.
#include <stdio.h>
#include <stdlib.h>

#include "claim/filter.h"
#include "swap/check_words.h"
#include "tests/swap/keyed.h"
#include "tools/bench_swap.h"
#include "tools/bench_swap_fit.h"

enum { ROUNDS = 2000, ROWS = 512 };
#define SEED 20261128u

// A score by which claims are ranked; higher is more differentiated.
struct scored {
	double score[2];
	bool different;
};

static double auc(const struct scored *s, size_t n, size_t which)
{
	double wins = 0, pairs = 0;
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; s[i].different && j < n; j++) {
			if (s[j].different)
				continue;
			const double x = s[i].score[which], y = s[j].score[which];
			wins += x > y ? 1 : x < y ? 0 : 0.5;
			pairs++;
		}
	return pairs > 0 ? wins / pairs : 0.5;
}

static int ascending(const void *a, const void *b)
{
	const double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

// The AUC of the first score and how much it is above the second, bootstrap over claims.
static void print_auc(const char *name, const struct scored *s, size_t n)
{
	static double value[ROUNDS], above[ROUNDS];
	static struct scored drawn[ROWS];
	struct random random = { SEED };
	for (size_t r = 0; r < ROUNDS; r++) {
		for (size_t i = 0; i < n; i++)
			drawn[i] = s[random_below(&random, n)];
		value[r] = auc(drawn, n, 0);
		above[r] = value[r] - auc(drawn, n, 1);
	}
	qsort(value, ROUNDS, sizeof *value, ascending);
	qsort(above, ROUNDS, sizeof *above, ascending);
	printf("    %-38s %.3f (%.3f to %.3f)   %+.3f (%+.3f to %+.3f)\n", name,
		auc(s, n, 0), value[ROUNDS / 40], value[ROUNDS - 1 - ROUNDS / 40],
		auc(s, n, 0) - auc(s, n, 1), above[ROUNDS / 40],
		above[ROUNDS - 1 - ROUNDS / 40]);
}

// The labelled claims of one contrast.
struct contrast {
	const struct gold_row *rows[ROWS];
	struct fit_row fits[ROWS];
	size_t count;
};

static struct contrast contrast_of(
	const struct gold *g, enum gold_label label, bool voiced, struct arena *a)
{
	struct contrast c = { .count = 0 };
	const struct fit_row *fits = fit_rows(g, a);
	for (size_t i = 0; i < g->count && c.count < ROWS; i++) {
		const struct gold_row *row = &g->rows[i];
		if ((row->label != GOLD_DIFFERENT && row->label != label) ||
			(voiced && !row->voiced))
			continue;
		c.rows[c.count] = row;
		c.fits[c.count++] = fits[i];
	}
	return c;
}

typedef double score_of(const struct gold_row *row);
static double by_length(const struct gold_row *row)
{
	return row->length;
}
static double by_check(const struct gold_row *row)
{
	return row->signs.check;
}
static double by_plain(const struct gold_row *row)
{
	return row->plain;
}
static double by_echo(const struct gold_row *row)
{
	return -row->signs.echo;
}
static double by_said(const struct gold_row *row)
{
	return -row->signs.said;
}
static double by_first(const struct gold_row *row)
{
	return row->first ? 0 : 1;
}
static double by_voice(const struct gold_row *row)
{
	return row->voice;
}

static void print_alone(const struct contrast *c, const char *name, score_of *score)
{
	static struct scored s[ROWS];
	for (size_t i = 0; i < c->count; i++)
		s[i] = (struct scored){ { score(c->rows[i]), by_length(c->rows[i]) },
			c->rows[i]->label == GOLD_DIFFERENT };
	print_auc(name, s, c->count);
}

// All signs against all but some, each claim scored by a fit on the other categories.
static void print_added(const struct contrast *c, const char *name, unsigned without)
{
	static struct scored s[ROWS];
	static double all[ROWS], rest[ROWS];
	const unsigned every = (1u << ODDS_SIGNS) - 1;
	fit_left_out(c->fits, c->count, every, all);
	fit_left_out(c->fits, c->count, every & ~without, rest);
	for (size_t i = 0; i < c->count; i++)
		s[i] = (struct scored){ { -all[i], -rest[i] },
			c->rows[i]->label == GOLD_DIFFERENT };
	print_auc(name, s, c->count);
}

static void print_contrast(const struct gold *g, enum gold_label label, const char *name)
{
	struct arena a = { 0 };
	const struct contrast c = contrast_of(g, label, false, &a);
	const struct contrast voiced = contrast_of(g, label, true, &a);
	size_t firsts = 0;
	for (size_t i = 0; i < c.count; i++)
		firsts += c.rows[i]->first;
	printf("  %s against differentiated, %zu claims: AUC (95 %%), above length "
	       "alone\n",
		name, c.count);
	print_alone(&c, "length", by_length);
	print_alone(&c, "Z", by_check);
	print_alone(&c, "Z without lists of praise and business", by_plain);
	print_alone(&c, "E: echo beyond the threshold", by_echo);
	print_alone(&c, "E and X: said, or wrong of them", by_said);
	print_alone(&c, "X: the same first place", by_first);
	printf("      (X speaks of %zu of them, L of %zu)\n", firsts, voiced.count);
	if (voiced.count >= 10)
		print_alone(&voiced, "L: A, where there are 30 claims a side", by_voice);
	printf("    fitted on the other categories: AUC, above the fit without it\n");
	print_added(&c, "Z, E and X: what Z adds", 1);
	print_added(&c, "Z, E and X: what E (echo) adds", 2);
	print_added(&c, "Z, E and X: what E and X (said) add", 4);
	print_added(&c, "Z, E and X: what E and X add in all", 6);
	arena_free(&a);
}

static void print_checks(const struct gold *g)
{
	size_t k = 0, n = 0, mixed_k = 0, mixed_n = 0, passed = 0, tested = 0;
	double chance = 0, mixed_chance = 0;
	for (size_t i = 0; i < g->check_count; i++) {
		const struct swap_material *real = &g->checks[i].real;
		const struct swap_material *mixed = &g->checks[i].mixed;
		if (!real->tested)
			continue;
		printf("    %-14.*s %3zu of %3zu (%.2f to %.2f), chance %.2f (%.2f to "
		       "%.2f), %s\n",
			(int)g->checks[i].vendor.len, g->checks[i].vendor.at,
			real->accuracy.k, real->accuracy.n, real->accuracy.low,
			real->accuracy.high, real->chance.value, real->chance.low,
			real->chance.high, real->passed ? "passed" : "not passed");
		tested++;
		passed += real->passed;
		k += real->accuracy.k;
		n += real->accuracy.n;
		chance += real->chance.value * (double)real->accuracy.n;
		mixed_k += mixed->accuracy.k;
		mixed_n += mixed->accuracy.n;
		mixed_chance += mixed->chance.value * (double)mixed->accuracy.n;
	}
	if (!n || !mixed_n)
		return;
	printf("  L, whole document held out: %zu of %zu claims given to their vendor "
	       "(%.3f), documents dealt out by chance %.3f; %zu of %zu vendors pass\n",
		k, n, (double)k / (double)n, chance / (double)n, passed, tested);
	printf("  L, the same claims dealt out to five invented documents: %zu of %zu "
	       "(%.3f), by chance %.3f\n",
		mixed_k, mixed_n, (double)mixed_k / (double)mixed_n,
		mixed_chance / (double)mixed_n);
}

static void print_keyed(void)
{
	struct world w;
	struct keyed key;
	struct swap_result r;
	if (keyed_open(&w, &key)) {
		swap_run(&w.ws, &(struct swap_options){ .threads = 2 }, &r);
		const struct keyed_score s = keyed_score(&key, &r);
		printf("  40 invented claims with a key: %zu of %zu called shared are, "
		       "%zu of %zu found, %zu that a competitor denies or outbids "
		       "among them; %zu of %zu verdicts as in the key\n",
			s.right, s.said, s.right, s.wanted, s.denied, s.exact, s.count);
	} else {
		printf("  40 invented claims: run this from the repository's folder\n");
	}
	world_close(&w);
}

void bench_evidence(const struct corpus *c)
{
	struct gold g;
	gold_read(c, &g);
	print_contrast(&g, GOLD_FILLER, "filler");
	print_contrast(&g, GOLD_SHARED, "shared");
	bench_odds(&g);
	print_checks(&g);
	print_keyed();
	gold_done(&g);
}
