#include "tools/bench_swap_fit.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tools/bench_swap.h"

enum { WEIGHTS = ODDS_SIGNS + 1, STEPS = 30, CATEGORIES = 64, SIMULATIONS = 1000 };
static const double RIDGE = 3, COLDEST = 0.2, HOTTEST = 1.5;
#define SEED 20261126u

// Solves the small symmetric system a x = b by elimination with pivoting; b becomes x.
static void solve(double a[WEIGHTS][WEIGHTS], double b[WEIGHTS])
{
	for (size_t k = 0; k < WEIGHTS; k++) {
		size_t pivot = k;
		for (size_t i = k + 1; i < WEIGHTS; i++)
			if (fabs(a[i][k]) > fabs(a[pivot][k]))
				pivot = i;
		for (size_t j = 0; j < WEIGHTS; j++) {
			const double spare = a[k][j];
			a[k][j] = a[pivot][j];
			a[pivot][j] = spare;
		}
		const double spare = b[k];
		b[k] = b[pivot];
		b[pivot] = spare;
		for (size_t i = 0; i < WEIGHTS; i++) {
			if (i == k)
				continue;
			const double factor = a[i][k] / a[k][k];
			for (size_t j = k; j < WEIGHTS; j++)
				a[i][j] -= factor * a[k][j];
			b[i] -= factor * b[k];
		}
	}
	for (size_t k = 0; k < WEIGHTS; k++)
		b[k] /= a[k][k];
}

static double sign_of(const struct fit_row *row, size_t i, unsigned use)
{
	return i == 0 ? 1 : use >> (i - 1) & 1 ? row->signs[i - 1] : 0;
}

// One step of Newton's method on the penalised likelihood.  `without`: a category to
// leave out.
static void step(const struct fit_row *rows, size_t count, unsigned use, size_t without,
	double weights[WEIGHTS])
{
	double curve[WEIGHTS][WEIGHTS] = { { 0 } }, slope[WEIGHTS] = { 0 };
	for (size_t r = 0; r < count; r++) {
		if (rows[r].category == without)
			continue;
		double sum = 0;
		for (size_t i = 0; i < WEIGHTS; i++)
			sum += weights[i] * sign_of(&rows[r], i, use);
		const double p = 1 / (1 + exp(-sum));
		for (size_t i = 0; i < WEIGHTS; i++) {
			const double x = sign_of(&rows[r], i, use);
			slope[i] += x * ((rows[r].swaps ? 1 : 0) - p);
			for (size_t j = 0; j < WEIGHTS; j++)
				curve[i][j] +=
					x * sign_of(&rows[r], j, use) * p * (1 - p);
		}
	}
	for (size_t i = 1; i < WEIGHTS; i++) {
		slope[i] -= RIDGE * weights[i];
		curve[i][i] += RIDGE;
	}
	solve(curve, slope);
	for (size_t i = 0; i < WEIGHTS; i++) // bounded: all of one sort has no maximum
		weights[i] += slope[i] > 1 ? 1 : slope[i] < -1 ? -1 : slope[i];
}

static size_t size_without(const struct fit_row *rows, size_t count, size_t category)
{
	size_t n = 0;
	for (size_t r = 0; r < count; r++)
		n += rows[r].category != category;
	return n;
}

static void fit_ridge(const struct fit_row *rows, size_t count, unsigned use,
	size_t without, double weights[WEIGHTS])
{
	memset(weights, 0, WEIGHTS * sizeof *weights);
	for (size_t i = 0; i < STEPS; i++)
		step(rows, count, use, without, weights);
}

static double logit_of(
	const double weights[WEIGHTS], const struct fit_row *row, unsigned use)
{
	double sum = 0;
	for (size_t i = 0; i < WEIGHTS; i++)
		sum += weights[i] * sign_of(row, i, use);
	return sum;
}

static size_t categories_of(const struct fit_row *rows, size_t count)
{
	size_t most = 0;
	for (size_t r = 0; r < count; r++)
		most = rows[r].category + 1 > most ? rows[r].category + 1 : most;
	return most;
}

// The one factor on logits that fits claims of categories left out best.
static double temperature_of(
	const double *logits, const struct fit_row *rows, size_t count)
{
	double t = 1;
	for (size_t n = 0; n < STEPS; n++) {
		double slope = 0, curve = 0;
		for (size_t r = 0; r < count; r++) {
			const double p = 1 / (1 + exp(-t * logits[r]));
			slope += logits[r] * ((rows[r].swaps ? 1 : 0) - p);
			curve += logits[r] * logits[r] * p * (1 - p);
		}
		if (curve > 0)
			t += slope / curve;
		t = t < COLDEST ? COLDEST : t > HOTTEST ? HOTTEST : t;
	}
	return t;
}

void fit_weights(const struct fit_row *rows, size_t count, unsigned use,
	double weights[ODDS_SIGNS + 1])
{
	struct arena a = { 0 };
	double *logits = ARENA_ARRAY(&a, double, count + 1);
	for (size_t k = 0; k < categories_of(rows, count); k++) {
		if (!size_without(rows, count, k))
			continue; // a draw of one category only: its temperature is 1
		fit_ridge(rows, count, use, k, weights);
		for (size_t r = 0; r < count; r++)
			if (rows[r].category == k)
				logits[r] = logit_of(weights, &rows[r], use);
	}
	const double t = temperature_of(logits, rows, count);
	fit_ridge(rows, count, use, SIZE_MAX, weights);
	for (size_t i = 0; i < WEIGHTS; i++)
		weights[i] = t * (i && !(use >> (i - 1) & 1) ? 0 : weights[i]);
	arena_free(&a);
}

void fit_left_out(const struct fit_row *rows, size_t count, unsigned use, double *p)
{
	struct arena a = { 0 };
	struct fit_row *others = ARENA_ARRAY(&a, struct fit_row, count + 1);
	for (size_t k = 0; k < categories_of(rows, count); k++) {
		double weights[WEIGHTS];
		size_t n = 0;
		for (size_t r = 0; r < count; r++)
			if (rows[r].category != k)
				others[n++] = rows[r];
		fit_weights(others, n, use, weights);
		for (size_t r = 0; r < count; r++)
			if (rows[r].category == k)
				p[r] = odds_by(weights, rows[r].signs);
	}
	arena_free(&a);
}

struct ranked {
	double p;
	bool swaps;
};

static int by_chance(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;
	if (x->p < y->p || x->p > y->p)
		return x->p < y->p ? -1 : 1;
	return (int)x->swaps - (int)y->swaps;
}

static double gap(const struct ranked *rows, size_t from, size_t to)
{
	double said = 0, was = 0;
	for (size_t i = from; i < to; i++) {
		said += rows[i].p;
		was += rows[i].swaps;
	}
	return fabs(said - was);
}

static double error_of(struct ranked *rows, size_t count, size_t bins, bool equal_numbers)
{
	double sum = 0;
	qsort(rows, count, sizeof *rows, by_chance);
	size_t from = 0;
	for (size_t b = 0; b < bins; b++) {
		size_t to = equal_numbers ? count * (b + 1) / bins : from;
		while (!equal_numbers && to < count &&
			(rows[to].p < (double)(b + 1) / (double)bins || b + 1 == bins))
			to++;
		sum += gap(rows, from, to);
		from = to;
	}
	return sum / (double)count;
}

double fit_error(const struct fit_row *rows, const double *p, size_t count, size_t bins,
	bool equal_numbers)
{
	struct ranked *ranked = malloc((count + 1) * sizeof *ranked);
	for (size_t i = 0; i < count; i++)
		ranked[i] = (struct ranked){ p[i], rows[i].swaps };
	const double error = error_of(ranked, count, bins, equal_numbers);
	free(ranked);
	return error;
}

// The calibration error that these very probabilities have by chance when they are right.
static double error_by_chance(
	const double *p, size_t count, size_t bins, bool equal_numbers)
{
	struct ranked *ranked = malloc((count + 1) * sizeof *ranked);
	struct random random = { SEED };
	double sum = 0;
	for (size_t s = 0; s < SIMULATIONS; s++) {
		for (size_t i = 0; i < count; i++)
			ranked[i] = (struct ranked){ p[i], random_unit(&random) < p[i] };
		sum += error_of(ranked, count, bins, equal_numbers);
	}
	free(ranked);
	return sum / SIMULATIONS;
}

// Rounded, so that another machine's last digits make no other table.
static double rounded(double x)
{
	return round(x * 1e4) / 1e4;
}

struct fit_row *fit_rows(const struct gold *g, struct arena *a)
{
	struct fit_row *rows = ARENA_ARRAY(a, struct fit_row, g->count + 1);
	for (size_t i = 0; i < g->count; i++) {
		const struct gold_row *row = &g->rows[i];
		rows[i] = (struct fit_row){ row->category, row->label != GOLD_DIFFERENT,
			{ 0 } };
		odds_scaled(&row->signs, rows[i].signs);
		for (size_t s = 0; s < ODDS_SIGNS; s++)
			rows[i].signs[s] = rounded(rows[i].signs[s]);
	}
	return rows;
}

// As many categories as have labels, drawn with replacement, and as many claims of each,
// drawn again; copies of a category stay one category.
static size_t draw_rows(const struct fit_row *rows, size_t count, struct random *random,
	struct fit_row *out)
{
	size_t first[CATEGORIES], size[CATEGORIES], categories = 0, n = 0;
	for (size_t r = 0; r < count; r++) { // rows of a category stand together
		if (!r || rows[r].category != rows[r - 1].category) {
			first[categories] = r;
			size[categories++] = 0;
		}
		size[categories - 1]++;
	}
	for (size_t k = 0; k < categories; k++) {
		const size_t drawn = (size_t)random_below(random, categories);
		for (size_t i = 0; i < size[drawn]; i++)
			out[n++] = rows[first[drawn] +
					(size_t)random_below(random, size[drawn])];
	}
	return n;
}

static void print_weights(const double weights[WEIGHTS])
{
	printf("\t{");
	for (size_t i = 0; i < WEIGHTS; i++)
		printf("%s %.4f", i ? "," : "", weights[i] + 0.0);
	printf(" },\n");
}

static const unsigned ALL_SIGNS = (1u << ODDS_SIGNS) - 1;

int bench_fit(void)
{
	struct corpus c;
	struct gold g;
	struct arena a = { 0 };
	struct random random = { SEED };
	double weights[WEIGHTS];
	if (!corpus_read(CORPUS_FOLDER, &c))
		return 77; // skipped, as meson counts it
	gold_read(&c, &g);
	const struct fit_row *rows = fit_rows(&g, &a);
	printf("// Printed by `bench_swap fit` from labelled claims of real vendors; see "
	       "odds.h.\n#include \"swap/odds.h\"\n\n// clang-format off\n"
	       "const size_t odds_labelled = %zu;\n"
	       "const double odds_weights[ODDS_DRAWS + 1][ODDS_SIGNS + 1] = {\n",
		g.count);
	fit_weights(rows, g.count, ALL_SIGNS, weights);
	print_weights(weights);
	struct fit_row *drawn = ARENA_ARRAY(&a, struct fit_row, g.count * CATEGORIES + 1);
	for (size_t i = 0; i < ODDS_DRAWS; i++) {
		const size_t n = draw_rows(rows, g.count, &random, drawn);
		fit_weights(drawn, n, ALL_SIGNS, weights);
		print_weights(weights);
	}
	printf("};\n");
	arena_free(&a);
	gold_done(&g);
	corpus_done(&c);
	return 0;
}

void bench_odds(const struct gold *g)
{
	struct arena a = { 0 };
	const struct fit_row *rows = fit_rows(g, &a);
	double *p = ARENA_ARRAY(&a, double, g->count + 1);
	size_t sure = 0, right = 0, swaps = 0;
	fit_left_out(rows, g->count, ALL_SIGNS, p);
	printf("  probability, weights on all %zu claims: constant %.4f, Z %.4f, echo "
	       "beyond threshold x 5 %.4f, said %.4f\n",
		g->count, odds_weights[0][0], odds_weights[0][1], odds_weights[0][2],
		odds_weights[0][3]);
	printf("  expected calibration error, categories left out: %.3f in ten bins of "
	       "equal width, %.3f in five of equal numbers\n"
	       "    (right probabilities would have %.3f and %.3f by chance)\n",
		fit_error(rows, p, g->count, 10, false),
		fit_error(rows, p, g->count, 5, true),
		error_by_chance(p, g->count, 10, false),
		error_by_chance(p, g->count, 5, true));
	for (size_t i = 0; i < g->count; i++) {
		const struct swap_chance chance = odds_of(&g->rows[i].signs);
		sure += !chance.abstains;
		right += !chance.abstains && (chance.value > 0.5) == rows[i].swaps;
		swaps += rows[i].swaps;
	}
	printf("  on the claims it was fitted on it speaks for %zu of %zu, right for "
	       "%zu; always saying \"swaps\" would be right for %zu of %zu\n",
		sure, g->count, right, swaps, g->count);
	arena_free(&a);
}
