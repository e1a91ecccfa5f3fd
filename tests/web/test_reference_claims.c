/*
 * What the model's text claims of the e-mail network described in test_reference.c, and
 * numpy 1.24 measured: that strength is hardly more than volume against expectation, and
 * that resampling and leaving people out agree on how sure it is.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "reference.h"
#include "web/boot.h"
#include "web/graph.h"
#include "web/leave.h"
#include "world.h"

enum { LINKS = EU_TOP * (EU_TOP - 1) / 2 };

struct fixture {
	struct arena arena;
	struct eu eu;
	struct world world;
};

static bool set_up(struct fixture *f)
{
	*f = (struct fixture){ 0 };
	if (!eu_read(&f->arena, &f->eu)) {
		print_message("skipped: no " EU_CORE "\n");
		skip();
		return false;
	}
	eu_world(&f->eu, &f->world);
	return true;
}

static void tear_down(struct fixture *f)
{
	world_done(&f->world);
	arena_free(&f->arena);
}

static int by_size(const void *left, const void *right)
{
	const double a = *(const double *)left, b = *(const double *)right;
	return (a > b) - (a < b);
}

static double median(const double *x)
{
	double sorted[LINKS];
	memcpy(sorted, x, sizeof sorted);
	qsort(sorted, LINKS, sizeof *sorted, by_size);
	return (sorted[LINKS / 2] + sorted[LINKS / 2 - 1]) / 2;
}

static double correlation(const double *x, const double *y)
{
	double mx = 0, my = 0, xy = 0, xx = 0, yy = 0;
	for (size_t i = 0; i < LINKS; i++) {
		mx += x[i] / LINKS;
		my += y[i] / LINKS;
	}
	for (size_t i = 0; i < LINKS; i++) {
		xy += (x[i] - mx) * (y[i] - my);
		xx += (x[i] - mx) * (x[i] - mx);
		yy += (y[i] - my) * (y[i] - my);
	}
	return xy / sqrt(xx * yy);
}

static void ranks(const double *x, double *out)
{
	for (size_t i = 0; i < LINKS; i++) {
		out[i] = 0;
		for (size_t k = 0; k < LINKS; k++)
			out[i] += x[k] < x[i];
	}
}

// web.md 3.4: Spearman .997 with T / (T + E); the largest drop .06.
TEST(one_way_and_lone_pairs_hardly_matter_here)
{
	double plain[LINKS], observed[LINKS], drop[LINKS], a[LINKS], b[LINKS], most = 0;
	struct fixture f;
	if (!set_up(&f))
		return;
	f.world.settings.replicates = 0;
	world_measure(&f.world);
	for (size_t l = 0; l < LINKS; l++) {
		const struct web_link *link = &f.world.web.links[l];
		plain[l] = link->ratio / (1 + link->ratio);
		observed[l] = link->observed;
		drop[l] = plain[l] - observed[l];
		most = fmax(most, drop[l]);
		assert_true(drop[l] > -1e-12);
	}
	ranks(plain, a);
	ranks(observed, b);
	NEAR_BY(correlation(a, b), 0.996910552134433, 1e-12);
	NEAR_BY(median(drop), 0.017538833453235897, 1e-12);
	NEAR_BY(most, 0.06051112486692922, 1e-12);
	tear_down(&f);
}

// web.md 3.6: medians .105 and .099, r = .81.
TEST(resampling_and_leaving_out_agree)
{
	enum { REPLICATES = 400 };
	double sd[LINKS], se[LINKS];
	struct fixture f;
	if (!set_up(&f))
		return;
	const uint32_t node_of[EU_TOP] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 };
	struct ties ties;
	struct strength all;
	struct boot boot;
	struct leave leave[LINKS];
	struct world *w = &f.world;
	ties_of(&w->traffic, node_of, EU_TOP, &w->settings, &w->arena, &ties);
	strength_init(&all, &ties, &w->arena);
	strength_measure(&all, &ties, NULL, NULL);
	boot_run(&ties, REPLICATES, 1, 2, &w->arena, &boot);
	leave_run(&ties, &all, 646, 2, leave);
	for (size_t l = 0; l < LINKS; l++) {
		double mean = 0, squares = 0;
		for (size_t r = 0; r < REPLICATES; r++)
			mean += boot_at(&boot, r)[l] / REPLICATES;
		for (size_t r = 0; r < REPLICATES; r++)
			squares += pow(boot_at(&boot, r)[l] - mean, 2);
		sd[l] = sqrt(squares / REPLICATES);
		se[l] = leave[l].deviation;
	}
	NEAR_BY(median(sd), 0.10488155997110388, 1e-9);
	NEAR_BY(median(se), 0.0989669115, 1e-9);
	NEAR_BY(correlation(sd, se), 0.8109236241069249, 1e-8);
	tear_down(&f);
}

MAIN(RUN(one_way_and_lone_pairs_hardly_matter_here),
	RUN(resampling_and_leaving_out_agree))
