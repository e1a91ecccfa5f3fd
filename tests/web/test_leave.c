// Leaving one person out: the short way tells what the long one tells, to the last bit.
#include "test.h"

#include <string.h>

#include "web/leave.h"
#include "world.h"

enum { NODES = 9, PEOPLE = 120, ROWS = 3000, LINKS = NODES * (NODES - 1) / 2 };

struct fixture {
	struct world w;
	struct ties ties;
	struct strength all, one, other;
};

// Rows between functions; with a hub, one end of each is of the first function.
static void setup(struct fixture *f, bool hub)
{
	uint32_t node_of[NODES];
	struct random random = { 7 };
	world_init(&f->w, NODES, PEOPLE);
	for (uint32_t i = 0; i < NODES; i++)
		node_of[i] = i;
	for (uint32_t p = 0; p < PEOPLE; p++)
		world_place(&f->w, p, p % NODES);
	for (size_t i = 0; i < ROWS; i++) {
		uint32_t from = (uint32_t)random_below(&random, PEOPLE);
		uint32_t to = (uint32_t)random_below(
			&random, 1 + random_below(&random, PEOPLE));
		if (hub && from % NODES && to % NODES)
			from -= from % NODES;
		world_add(&f->w,
			(struct world_row){ from, to,
				(double)random_below(&random, 9) + 1, CHANNEL_MAIL });
	}
	ties_of(&f->w.traffic, node_of, NODES, &f->w.settings, &f->w.arena, &f->ties);
	f->ties.unpaired[3] = true;
	strength_init(&f->all, &f->ties, &f->w.arena);
	strength_init(&f->one, &f->ties, &f->w.arena);
	strength_init(&f->other, &f->ties, &f->w.arena);
	strength_measure(&f->all, &f->ties, NULL, NULL);
}

static void assert_equal(const struct strength *a, const struct strength *b)
{
	assert_memory_equal(a->observed, b->observed, LINKS * sizeof *a->observed);
	assert_memory_equal(a->counted, b->counted, LINKS * sizeof *a->counted);
	assert_memory_equal(
		a->expected.row, b->expected.row, NODES * sizeof *a->expected.row);
	assert_memory_equal(
		a->expected.col, b->expected.col, NODES * sizeof *a->expected.col);
}

// Takes the ties of a person out of the sums; returns the links they are of.
static size_t take_out(const struct fixture *f, uint32_t person, struct sum *sums,
	uint32_t links[PEOPLE])
{
	size_t count = 0;
	memcpy(sums, f->all.sums, LINKS * sizeof *sums);
	for (uint32_t l = 0; l < LINKS; l++)
		for (size_t i = f->ties.first[l]; i < f->ties.first[l + 1]; i++) {
			const struct tie *tie = &f->ties.at[i];
			if (tie->p != person && tie->q != person)
				continue;
			sums[l].forth -= tie->forth;
			sums[l].back -= tie->back;
			sums[l].plogp -= tie->plogp;
			links[count++] = l;
			assert_true(count < PEOPLE);
		}
	return count;
}

static void check(bool hub)
{
	struct fixture f;
	uint32_t every[LINKS], few[PEOPLE];
	size_t changed = 0;
	setup(&f, hub);
	for (uint32_t l = 0; l < LINKS; l++)
		every[l] = l;
	memcpy(f.one.sums, f.all.sums, LINKS * sizeof *f.one.sums);
	strength_adjust(&f.one, &f.ties, &f.all, every, LINKS);
	assert_equal(&f.one, &f.all);
	assert_int_equal(f.all.expected.hub, hub ? 0 : EXPECT_NO_HUB);
	for (uint32_t p = 0; p < PEOPLE; p++) {
		const size_t count = take_out(&f, p, f.one.sums, few);
		(void)take_out(&f, p, f.other.sums, few);
		strength_adjust(&f.one, &f.ties, &f.all, few, count);
		strength_adjust(&f.other, &f.ties, &f.all, every, LINKS);
		assert_equal(&f.one, &f.other);
		changed += memcmp(f.one.observed, f.all.observed,
				   LINKS * sizeof *f.one.observed) != 0;
	}
	assert_true(changed > PEOPLE / 2);
	world_done(&f.w);
}

TEST(a_few_links_changed_are_as_if_all_were_measured)
{
	check(false);
	check(true);
}

// The largest fall of each link is that of the person without whom least is left.
TEST(who_carries_a_tie_is_found_by_trying_everybody)
{
	struct fixture f;
	struct leave leave[LINKS], four[LINKS];
	double most[LINKS] = { 0 };
	uint32_t few[PEOPLE];
	setup(&f, false);
	leave_run(&f.ties, &f.all, PEOPLE, 1, leave);
	leave_run(&f.ties, &f.all, PEOPLE, 4, four);
	for (size_t l = 0; l < LINKS; l++) {
		assert_true(leave[l].deviation == four[l].deviation);
		for (size_t i = 0; i < LEAVE_TOP; i++) {
			assert_int_equal(leave[l].top[i].person, four[l].top[i].person);
			assert_true(leave[l].top[i].drop == four[l].top[i].drop);
		}
	}
	for (uint32_t p = 0; p < PEOPLE; p++) {
		const size_t count = take_out(&f, p, f.one.sums, few);
		strength_adjust(&f.one, &f.ties, &f.all, few, count);
		for (size_t l = 0; l < LINKS; l++) {
			const double drop = f.all.observed[l] - f.one.observed[l];
			most[l] = drop > most[l] ? drop : most[l];
			if (leave[l].top[0].person == p && leave[l].top[0].drop > 0)
				assert_true(drop > leave[l].top[0].drop - 1e-9);
		}
	}
	for (size_t l = 0; l < LINKS; l++)
		assert_true(f.ties.unpaired[l] ? leave[l].top[0].drop <= 0
					       : leave[l].top[0].drop > most[l] - 1e-9);
	world_done(&f.w);
}

MAIN(RUN(a_few_links_changed_are_as_if_all_were_measured),
	RUN(who_carries_a_tie_is_found_by_trying_everybody))
