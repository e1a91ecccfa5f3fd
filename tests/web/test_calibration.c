/*
 * Is an interval honest, and is a gap found?  The e-mail network described in
 * test_reference.c, rewired: ends of ties between departments swapped at random, senders
 * and receivers keeping their volumes, none within a department.  Then O centres near
 * .5 and a gap against .5 is rare.  Reference: ../shared/data/web/reference/
 * null-check.json and power-check.json (numpy; other random numbers, so these are held
 * within simulation error, and what involves no rewiring exactly).
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "reference.h"
#include "web/boot.h"
#include "web/graph.h"
#include "world.h"

enum { LINKS = EU_TOP * (EU_TOP - 1) / 2, SWAPS = 20 };

struct fixture {
	struct arena arena;
	struct eu eu;
	uint32_t function_of[EU_PEOPLE];
	struct arc *ties; // between the twelve
	size_t count;
	cJSON *json;
};

static bool set_up(struct fixture *f, const char *reference)
{
	struct world w;
	*f = (struct fixture){ 0 };
	if (!eu_read(&f->arena, &f->eu)) {
		print_message("skipped: no " EU_CORE "\n");
		skip();
		return false;
	}
	eu_world(&f->eu, &w);
	for (size_t p = 0; p < EU_PEOPLE; p++)
		f->function_of[p] = w.traffic.persons[p].function;
	world_done(&w);
	f->ties = ARENA_ARRAY(&f->arena, struct arc, f->eu.count);
	for (size_t i = 0; i < f->eu.count; i++) {
		const uint32_t a = f->function_of[f->eu.ties[i].from];
		const uint32_t b = f->function_of[f->eu.ties[i].to];
		if (a != UINT32_MAX && b != UINT32_MAX && a != b)
			f->ties[f->count++] = f->eu.ties[i];
	}
	f->json = eu_reference(reference);
	return true;
}

static void tear_down(struct fixture *f)
{
	cJSON_Delete(f->json);
	arena_free(&f->arena);
}

static void rewire(const struct fixture *f, struct random *r, struct arc *ties)
{
	memcpy(ties, f->ties, f->count * sizeof *ties);
	for (size_t k = 0; k < SWAPS * f->count; k++) {
		struct arc *x = &ties[random_below(r, f->count)];
		struct arc *y = &ties[random_below(r, f->count)];
		if (f->function_of[x->from] == f->function_of[y->to] ||
			f->function_of[y->from] == f->function_of[x->to])
			continue;
		const uint32_t to = x->to;
		x->to = y->to;
		y->to = to;
	}
}

struct limits {
	double observed[LINKS], low[LINKS], high[LINKS];
};

static void measure(const struct fixture *f, const struct arc *ties, size_t count,
	size_t replicates, uint64_t seed, struct limits *out)
{
	uint32_t node_of[EU_TOP];
	struct world w;
	struct ties sums;
	struct strength all;
	struct boot boot;
	world_init(&w, EU_TOP, EU_PEOPLE);
	for (uint32_t i = 0; i < EU_TOP; i++)
		node_of[i] = i;
	for (size_t p = 0; p < EU_PEOPLE; p++)
		w.traffic.persons[p].function = f->function_of[p];
	for (size_t i = 0; i < count; i++)
		world_add(&w,
			(struct world_row){ ties[i].from, ties[i].to, 1, CHANNEL_MAIL });
	ties_of(&w.traffic, node_of, EU_TOP, &w.settings, &w.arena, &sums);
	strength_init(&all, &sums, &w.arena);
	strength_measure(&all, &sums, NULL, NULL);
	boot_run(&sums, replicates, seed, 2, &w.arena, &boot);
	double *room = ARENA_ARRAY(&w.arena, double, replicates);
	for (size_t l = 0; l < LINKS; l++) {
		out->observed[l] = all.observed[l];
		out->low[l] = boot_quantile(&boot, l, .05, room);
		out->high[l] = boot_quantile(&boot, l, .95, room);
	}
	world_done(&w);
}

static int by_size(const void *left, const void *right)
{
	const double a = *(const double *)left, b = *(const double *)right;
	return (a > b) - (a < b);
}

static double spread(const double *x, size_t n, double *mean)
{
	double sum = 0, squares = 0;
	for (size_t i = 0; i < n; i++)
		sum += x[i];
	*mean = sum / (double)n;
	for (size_t i = 0; i < n; i++)
		squares += (x[i] - *mean) * (x[i] - *mean);
	return sqrt(squares / (double)n);
}

TEST(without_structure_strength_centres_and_gaps_are_rare)
{
	enum { WEBS = 10, REPLICATES = 200 };
	static double observed[WEBS * LINKS];
	struct fixture f;
	if (!set_up(&f, "null-check.json"))
		return;
	size_t gaps = 0, surplus = 0, covered = 0;
	struct arc *ties = ARENA_ARRAY(&f.arena, struct arc, f.count);
	for (size_t g = 0; g < WEBS; g++) {
		struct random r = { 100 + g };
		struct limits l;
		rewire(&f, &r, ties);
		measure(&f, ties, f.count, REPLICATES, g + 1, &l);
		for (size_t i = 0; i < LINKS; i++) {
			observed[g * LINKS + i] = l.observed[i];
			gaps += l.high[i] < .5;
			surplus += l.low[i] > .5;
			covered += l.low[i] <= .5 && l.high[i] >= .5;
		}
	}
	const double n = WEBS * LINKS;
	double mean = 0;
	const double sd = spread(observed, WEBS * LINKS, &mean);
	qsort(observed, WEBS * LINKS, sizeof *observed, by_size);
	print_message("null: O %.4f sd %.4f, gap %.4f, surplus %.4f, covers %.4f\n", mean,
		sd, (double)gaps / n, (double)surplus / n, (double)covered / n);
	NEAR_BY(mean, number(f.json, "O_mean"), .01);
	NEAR_BY(sd, number(f.json, "O_sd"), .012);
	NEAR_BY(observed[(size_t)(.05 * n)], number(f.json, "O_p5"), .02);
	NEAR_BY(observed[(size_t)(.95 * n)], number(f.json, "O_p95"), .02);
	NEAR_BY((double)gaps / n, number(f.json, "false_gap_rate_need_050"), .03);
	NEAR_BY((double)surplus / n, number(f.json, "false_surplus_rate"), .01);
	NEAR_BY((double)covered / n, number(f.json, "interval_covers_050"), .03);
	tear_down(&f);
}

TEST(the_real_web_has_gaps_in_44_percent)
{
	struct fixture f;
	struct limits l;
	size_t gaps = 0;
	double mean = 0;
	if (!set_up(&f, "null-check.json"))
		return;
	assert_int_equal(number(f.json, "cross_ties"), f.count);
	measure(&f, f.ties, f.count, 200, 1, &l);
	for (size_t i = 0; i < LINKS; i++)
		gaps += l.high[i] < .5;
	// four decimals in the reference
	NEAR_BY((double)gaps / LINKS, number(f.json, "real_gap_rate_need_050"), 5e-5);
	NEAR_BY(spread(l.observed, LINKS, &mean), number(f.json, "real_O_sd"), 5e-5);
	tear_down(&f);
}

// Ties of one link as they stand, and those that stay when only `keep` of them do.
static size_t thin_link(const struct fixture *f, struct random *r, struct arc *ties,
	size_t link, double keep, size_t *before)
{
	size_t of_link = 0, count = 0;
	for (size_t i = 0; i < f->count; i++)
		of_link += link_of(EU_TOP, f->function_of[ties[i].from],
				   f->function_of[ties[i].to]) == link;
	*before = of_link;
	size_t left = (size_t)lround(keep * (double)of_link), rest = of_link;
	for (size_t i = 0; i < f->count; i++) {
		if (link_of(EU_TOP, f->function_of[ties[i].from],
			    f->function_of[ties[i].to]) != link) {
			ties[count++] = ties[i];
			continue;
		}
		const bool stays = random_below(r, rest--) < left; // each set alike
		left -= stays;
		if (stays)
			ties[count++] = ties[i];
	}
	return count;
}

static void check_power(
	struct fixture *f, const struct arc *rewired, const char *name, double keep)
{
	const cJSON *want = get(f->json, name);
	struct random r = { 31 };
	size_t gaps = 0, small = 0, small_gaps = 0;
	double observed = 0;
	struct arc *ties = ARENA_ARRAY(&f->arena, struct arc, f->count);
	for (size_t link = 0; link < LINKS; link++) {
		struct limits l;
		size_t before = 0;
		memcpy(ties, rewired, f->count * sizeof *ties);
		const size_t count = thin_link(f, &r, ties, link, keep, &before);
		measure(f, ties, count, 100, 3, &l);
		const bool gap = l.high[link] < .5;
		gaps += gap;
		small += before < 20;
		small_gaps += gap && before < 20;
		observed += l.observed[link] / LINKS;
	}
	print_message(
		"power, keep %.2f: %.3f called gap, %zu of %zu under 20 ties, O %.3f\n",
		keep, (double)gaps / LINKS, small_gaps, small, observed);
	NEAR_BY((double)gaps / LINKS, item(get(want, "all"), 1), .1);
	NEAR_BY((double)small_gaps / (double)small, item(get(want, "ties_under_20"), 1),
		.2);
	NEAR_BY((double)small, item(get(want, "ties_under_20"), 0), 6);
	NEAR_BY(observed, number(want, "mean_O"), .02);
}

TEST(a_tie_cut_to_half_is_found)
{
	struct fixture f;
	if (!set_up(&f, "power-check.json"))
		return;
	struct random r = { 7 };
	struct arc *rewired = ARENA_ARRAY(&f.arena, struct arc, f.count);
	rewire(&f, &r, rewired);
	check_power(&f, rewired, "keep_0.5", .5);
	check_power(&f, rewired, "keep_0.25", .25);
	check_power(&f, rewired, "keep_0.1", .1);
	tear_down(&f);
}

MAIN(RUN(without_structure_strength_centres_and_gaps_are_rare),
	RUN(the_real_web_has_gaps_in_44_percent), RUN(a_tie_cut_to_half_is_found))
