// Every group of 01_winrates.json and 02_eb.json (R 4.2.2), from its counts.
#include <cjson/cJSON.h>

#include "near_to.h"
#include "stat/stat.h"

#define FOLDER "../shared/data/deals/reference/"
#define TIGHT 1e-9

static struct arena arena;

static cJSON *load(const char *name)
{
	struct file f;
	struct error err = { 0 };
	if (!file_open(name, 1 << 26, &f, &err)) {
		print_message("skipped: %s is not here\n", name);
		skip();
	}
	cJSON *json = cJSON_ParseWithLength(f.bytes.at, f.bytes.len);
	file_close(&f);
	assert_non_null(json);
	return json;
}

static double number(const cJSON *of, const char *key)
{
	const cJSON *item = cJSON_GetObjectItemCaseSensitive(of, key);
	assert_non_null(item);
	return cJSON_IsNumber(item) ? item->valuedouble : NAN;
}

static struct tally tally_of(const cJSON *group)
{
	return (struct tally){ (size_t)number(group, "won"), (size_t)number(group, "n") };
}

static struct tally *tallies(const cJSON *groups, size_t *count)
{
	*count = (size_t)cJSON_GetArraySize(groups);
	struct tally *t = ARENA_ARRAY(&arena, struct tally, *count);
	size_t i = 0;
	for (const cJSON *g = groups->child; g; g = g->next)
		t[i++] = tally_of(g);
	return t;
}

static void close_to(double got, const cJSON *g, const char *key)
{
	double want = number(g, key);
	if (fabs(want) < 1e-3 && fabs(got - want) < 1e-16)
		return; // a difference of two nearly equal shares
	near_to(got, want, TIGHT, key);
}

static void check_interval(
	const cJSON *g, struct estimate e, const char *low, const char *high)
{
	close_to(e.low, g, low);
	close_to(e.high, g, high);
}

static void check_rates(const cJSON *suite)
{
	const cJSON *groups = cJSON_GetObjectItem(suite, "groups");
	const cJSON *all = cJSON_GetObjectItem(suite, "homogeneity");
	size_t count = 0, i = 0;
	struct tally *t = tallies(groups, &count);
	struct tally total = { 0 };
	double *p = ARENA_ARRAY(&arena, double, count),
	       *q = ARENA_ARRAY(&arena, double, count);
	for (i = 0; i < count; i++) {
		total.k += t[i].k;
		total.n += t[i].n;
	}
	i = 0;
	for (const cJSON *g = groups->child; g; g = g->next, i++) {
		struct tally rest = { total.k - t[i].k, total.n - t[i].n };
		struct z_test z = compare_two(t[i], rest);
		check_interval(g, share_wilson(t[i].k, t[i].n), "wilson_lo", "wilson_hi");
		check_interval(
			g, share_jeffreys(t[i].k, t[i].n), "jeffreys_lo", "jeffreys_hi");
		check_interval(g, share_exact(t[i].k, t[i].n), "cp_lo", "cp_hi");
		struct estimate d = share_difference(t[i].k, t[i].n, rest.k, rest.n);
		close_to(d.value, g, "diff_vs_rest");
		check_interval(g, d, "diff_lo", "diff_hi");
		close_to(z.z, g, "z");
		close_to(z.p, g, "p_z");
		close_to(compare_exact(t[i], rest), g, "p_fisher");
		p[i] = z.p;
	}
	compare_adjust(p, count, q, &arena);
	i = 0;
	for (const cJSON *g = groups->child; g; g = g->next)
		close_to(q[i++], g, "bh_q_z");
	struct homogeneity h = compare_all(t, count);
	close_to(h.chi2, all, "chi2");
	close_to(h.df, all, "df");
	close_to(h.p, all, "p");
}

TEST(win_rates_match_r)
{
	cJSON *json = load(FOLDER "01_winrates.json");
	size_t suites = 0;
	for (const cJSON *set = json->child; set; set = set->next)
		for (const cJSON *suite = set->child; suite; suite = suite->next)
			if (cJSON_GetObjectItem(suite, "homogeneity")) {
				check_rates(suite);
				suites++;
			}
	assert_int_equal(suites, 7);
	for (const cJSON *m = cJSON_GetObjectItem(json, "mde")->child; m; m = m->next) {
		size_t n = (size_t)number(m, "n_per_group");
		close_to(compare_detectable(number(m, "p1"), n, n), m, "p2");
	}
	cJSON_Delete(json);
	arena_free(&arena);
}

static void check_fit(const cJSON *suite, const struct shrink *s)
{
	const cJSON *mle = cJSON_GetObjectItem(suite, "mle");
	const cJSON *mom = cJSON_GetObjectItem(suite, "mom_kleinman");
	close_to(s->mu, mle, "mu");
	close_to(s->slope_at_zero, mle, "score_phi_at_0");
	close_to(s->loglik, mle, "loglik");
	close_to(s->binomial_loglik, suite, "binomial_loglik");
	close_to(s->moment_variance, mom, "tau2");
	close_to(s->moment_strength, mom, "M");
	assert_int_equal(s->boundary, cJSON_IsTrue(cJSON_GetObjectItem(mle, "boundary")));
	if (s->boundary)
		return;
	close_to(s->phi, mle, "phi");
	close_to(s->strength, mle, "M");
	close_to(s->mu_error, mle, "se_mu");
	close_to(s->phi_error, mle, "se_phi");
	// R took the ratio as a difference of logs near 100: 1e-9 of those, not of itself
	assert_true(fabs(s->ratio - number(suite, "LR_overdispersion")) < 1e-9);
	near_to(s->p, number(suite, "p_boundary_mix"), 1e-8, "p_boundary_mix");
}

TEST(shrinkage_matches_r)
{
	cJSON *json = load(FOLDER "02_eb.json");
	size_t suites = 0;
	for (const cJSON *suite = json->child; suite; suite = suite->next) {
		const cJSON *groups = cJSON_GetObjectItem(suite, "groups");
		if (!groups)
			continue;
		struct shrink s;
		size_t count = 0;
		struct tally *t = tallies(groups, &count);
		assert_true(shrink_fit(t, count, &arena, &s));
		check_fit(suite, &s);
		for (const cJSON *g = groups->child; g; g = g->next) {
			struct estimate e = shrink_rate(&s, tally_of(g));
			close_to(e.value, g, "shrunk");
			check_interval(g, e, "lo", "hi");
			close_to(shrink_above(&s, tally_of(g)), g, "p_above_mu");
		}
		suites++;
	}
	assert_int_equal(suites, 4);
	cJSON_Delete(json);
	arena_free(&arena);
}

MAIN(RUN(win_rates_match_r), RUN(shrinkage_matches_r))
