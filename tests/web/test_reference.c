/*
 * Function level of the e-mail network of a European research institution (Leskovec,
 * Kleinberg and Faloutsos 2007; Yin and others 2017): its twelve largest departments.
 * Reference: ../shared/data/web/reference/email-eu-core.json, made by reference.py with
 * numpy 1.24 and igraph 0.10.2 from the same raw files, written with nine decimals.
 */
#include <stdio.h>
#include <string.h>

#include "reference.h"
#include "web/graph.h"
#include "world.h"

static const double CLOSED = 1e-9;

struct fixture {
	struct arena arena;
	struct eu eu;
	struct world world;
	cJSON *json;
	const cJSON *level; // "function_level_top12"
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
	f->world.settings.replicates = 0;
	world_measure(&f->world);
	f->json = eu_reference("email-eu-core.json");
	f->level = get(f->json, "function_level_top12");
	return true;
}

static void tear_down(struct fixture *f)
{
	cJSON_Delete(f->json);
	world_done(&f->world);
	arena_free(&f->arena);
}

TEST(raw_files_are_those_of_the_reference)
{
	struct fixture f;
	if (!set_up(&f))
		return;
	const cJSON *input = get(f.json, "input");
	assert_int_equal(number(input, "rows"), f.eu.rows);
	assert_int_equal(number(input, "self_loops_dropped"), f.eu.loops);
	assert_int_equal(number(input, "directed_ties"), f.eu.count);
	assert_int_equal(number(input, "people"), EU_PEOPLE);
	assert_int_equal(number(input, "departments"), EU_DEPARTMENTS);
	const cJSON *sizes = get(f.json, "department_sizes");
	for (size_t d = 0; d < EU_DEPARTMENTS; d++) {
		char key[8];
		(void)snprintf(key, sizeof key, "%zu", d);
		assert_int_equal(number(sizes, key), f.eu.sizes[d]);
	}
	for (size_t k = 0; k < EU_TOP; k++) {
		assert_int_equal(item(get(f.json, "top12"), k), f.eu.top[k]);
		assert_int_equal(item(get(f.level, "groups"), k), f.eu.top[k]);
	}
	assert_int_equal(f.world.web.people, 646);
	tear_down(&f);
}

// In both directions: volumes and expectations are of a to b and of b to a.
static void compare_link(const struct fixture *f, const struct web_link *l)
{
	const size_t a = l->a, b = l->b;
	const cJSON *volume = get(f->level, "volume");
	const cJSON *expected = get(f->level, "expected_quasi_independence");
	NEAR_BY(l->volume_ab, cell(volume, a, b), CLOSED);
	NEAR_BY(l->volume_ba, cell(volume, b, a), CLOSED);
	NEAR_BY(l->expected_ab, cell(expected, a, b), CLOSED);
	NEAR_BY(l->expected_ba, cell(expected, b, a), CLOSED);
	assert_int_equal(l->turned_ab, cell(volume, a, b));
	assert_int_equal(l->turned_ba, cell(volume, b, a));
	for (size_t way = 0; way < 2; way++) { // the tables are symmetric
		const size_t i = way ? b : a, j = way ? a : b;
		NEAR_BY(l->reciprocity, cell(get(f->level, "reciprocity"), i, j), CLOSED);
		NEAR_BY(l->effective_pairs,
			l->pairs ? cell(get(f->level, "effective_pairs"), i, j) : 0,
			CLOSED);
		assert_int_equal(l->pairs, cell(get(f->level, "distinct_pairs"), i, j));
		NEAR_BY(l->ratio, cell(get(f->level, "ratio"), i, j), CLOSED);
		NEAR_BY(l->observed, cell(get(f->level, "strength"), i, j), CLOSED);
	}
}

TEST(volumes_expectations_and_strengths_are_those_of_numpy)
{
	struct fixture f;
	if (!set_up(&f))
		return;
	assert_int_equal(f.world.web.link_count, EU_TOP * (EU_TOP - 1) / 2);
	for (size_t l = 0; l < f.world.web.link_count; l++)
		compare_link(&f, &f.world.web.links[l]);
	tear_down(&f);
}

TEST(volume_within_a_function_is_no_link)
{
	struct fixture f;
	if (!set_up(&f))
		return;
	const cJSON *volume = get(f.level, "volume");
	uint64_t inside[EU_TOP] = { 0 };
	for (size_t i = 0; i < f.eu.count; i++) {
		const uint32_t a = f.world.traffic.persons[f.eu.ties[i].from].function;
		if (a != UINT32_MAX &&
			a == f.world.traffic.persons[f.eu.ties[i].to].function)
			inside[a]++;
	}
	for (size_t k = 0; k < EU_TOP; k++) {
		double given = 0;
		for (size_t j = 0; j < EU_TOP; j++)
			given += j == k ? 0 : cell(volume, k, j);
		assert_int_equal(cell(volume, k, k), inside[k]);
		NEAR_BY(f.world.web.nodes[k].given, given, CLOSED);
	}
	tear_down(&f);
}

TEST(constraint_and_betweenness_are_those_of_igraph)
{
	struct fixture f;
	if (!set_up(&f))
		return;
	for (size_t k = 0; k < EU_TOP; k++) {
		const struct web_node *n = &f.world.web.nodes[k];
		NEAR_BY(n->constraint, item(get(f.level, "constraint_weighted"), k),
			CLOSED);
		NEAR_BY(n->betweenness,
			item(get(f.level, "betweenness_len_1_over_strength"), k), CLOSED);
	}
	tear_down(&f);
}

// The fall of each link without each person, as the program computes it.
struct falls {
	struct ties ties;
	struct strength all;
	struct leave *leave;
	uint32_t node_of[EU_TOP];
};

static void falls_of(struct fixture *f, struct falls *out)
{
	struct arena *a = &f->arena;
	for (uint32_t i = 0; i < EU_TOP; i++)
		out->node_of[i] = i;
	ties_of(&f->world.traffic, out->node_of, EU_TOP, &f->world.settings, a,
		&out->ties);
	strength_init(&out->all, &out->ties, a);
	strength_measure(&out->all, &out->ties, NULL, NULL);
	out->leave = ARENA_ARRAY(a, struct leave, out->ties.links);
	leave_run(&out->ties, &out->all, f->world.web.people, 2, out->leave);
}

// Strength of a link when all ties of a person are taken out, from scratch.
static double without(struct fixture *f, uint32_t person, size_t link)
{
	struct world w;
	world_init(&w, EU_TOP, EU_PEOPLE);
	for (uint32_t p = 0; p < EU_PEOPLE; p++)
		w.traffic.persons[p] = f->world.traffic.persons[p];
	for (size_t i = 0; i < f->eu.count; i++)
		if (f->eu.ties[i].from != person && f->eu.ties[i].to != person)
			world_add(&w, (struct world_row){ f->eu.ties[i].from,
					      f->eu.ties[i].to, 1, CHANNEL_MAIL });
	const uint32_t node_of[EU_TOP] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 };
	struct ties ties;
	struct strength s;
	ties_of(&w.traffic, node_of, EU_TOP, &w.settings, &w.arena, &ties);
	strength_init(&s, &ties, &w.arena);
	strength_measure(&s, &ties, NULL, NULL);
	const double observed = s.observed[link];
	world_done(&w);
	return observed;
}

TEST(jackknife_is_that_of_numpy)
{
	struct fixture f;
	if (!set_up(&f))
		return;
	const cJSON *se = get(f.level, "jackknife_se");
	struct falls falls;
	falls_of(&f, &falls);
	size_t l = 0;
	for (size_t i = 0; i < EU_TOP; i++)
		for (size_t j = i + 1; j < EU_TOP; j++, l++) {
			NEAR_BY(falls.leave[l].deviation, cell(se, i, j), CLOSED);
			NEAR_BY(falls.leave[l].deviation, cell(se, j, i), CLOSED);
		}
	tear_down(&f);
}

/*
 * People of equal fall stand in either order (numpy's differ by rounding), so a person
 * that stands elsewhere must have the fall that the reference gives it.
 */
static void compare_bridges(struct fixture *f, const struct leave *leave, size_t link,
	const cJSON *bridges, const double *observed)
{
	for (size_t k = 0; k < LEAVE_TOP; k++) {
		const cJSON *bridge = cJSON_GetArrayItem(bridges, (int)k);
		const uint32_t person = (uint32_t)item(bridge, 0);
		const double drop = item(bridge, 2);
		assert_int_equal(f->eu.department[person], item(bridge, 1));
		if (drop > 0)
			NEAR_BY(leave[link].top[k].drop, drop, CLOSED);
		if (leave[link].top[k].person != person)
			NEAR_BY(observed[link] - without(f, person, link), drop, CLOSED);
	}
}

TEST(those_who_carry_a_link_are_those_of_numpy)
{
	struct fixture f;
	if (!set_up(&f))
		return;
	const cJSON *bridges = get(f.level, "bridges_top3_by_drop");
	struct falls falls;
	falls_of(&f, &falls);
	size_t l = 0;
	for (size_t i = 0; i < EU_TOP; i++)
		for (size_t j = i + 1; j < EU_TOP; j++, l++) {
			char key[24];
			(void)snprintf(
				key, sizeof key, "%u-%u", f.eu.top[i], f.eu.top[j]);
			compare_bridges(&f, falls.leave, l, get(bridges, key),
				falls.all.observed);
		}
	tear_down(&f);
}

// web.md 3.8: "6 of the 40 department links with O > .33" hang on one person.
TEST(six_of_forty_links_hang_on_one_person)
{
	struct fixture f;
	if (!set_up(&f))
		return;
	size_t strong = 0, hang = 0;
	for (size_t l = 0; l < f.world.web.link_count; l++) {
		const struct web_link *link = &f.world.web.links[l];
		strong += link->observed > .33;
		hang += link->observed > .33 && link->hangs_on_one;
	}
	assert_int_equal(strong, 40);
	assert_int_equal(hang, 6);
	tear_down(&f);
}

MAIN(RUN(raw_files_are_those_of_the_reference),
	RUN(volumes_expectations_and_strengths_are_those_of_numpy),
	RUN(volume_within_a_function_is_no_link),
	RUN(constraint_and_betweenness_are_those_of_igraph),
	RUN(jackknife_is_that_of_numpy), RUN(those_who_carry_a_link_are_those_of_numpy),
	RUN(six_of_forty_links_hang_on_one_person))
