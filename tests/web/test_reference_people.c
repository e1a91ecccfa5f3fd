/*
 * People level of the e-mail network described in test_reference.c: all 1005 people, 42
 * departments.  Reference: ../shared/data/web/reference/email-eu-core.json; constraint
 * and betweenness by igraph 0.10.2 (the same by R igraph 1.3.5), Gould and Fernandez by
 * numpy (the same totals by R sna 2.7).
 */
#include <stdio.h>

#include "reference.h"
#include "web/graph.h"
#include "world.h"

static const double CLOSED = 1e-9;
static const double PATHS = 1e-6; // the reference has six decimals

struct fixture {
	struct arena arena;
	struct eu eu;
	struct graph directed, both;
	cJSON *json;
};

static bool set_up(struct fixture *f)
{
	*f = (struct fixture){ 0 };
	if (!eu_read(&f->arena, &f->eu)) {
		print_message("skipped: no " EU_CORE "\n");
		skip();
		return false;
	}
	graph_of(f->eu.ties, f->eu.count, EU_PEOPLE, &f->arena, &f->directed);
	graph_undirected(&f->directed, &f->arena, &f->both);
	f->json = eu_reference("email-eu-core.json");
	return true;
}

static void tear_down(struct fixture *f)
{
	cJSON_Delete(f->json);
	arena_free(&f->arena);
}

TEST(ties_isolates_and_reciprocity_are_those_of_igraph)
{
	struct fixture f;
	if (!set_up(&f))
		return;
	const cJSON *input = get(f.json, "input");
	size_t answered = 0, isolates = 0;
	for (uint32_t v = 0; v < EU_PEOPLE; v++) {
		isolates += f.both.first[v] == f.both.first[v + 1];
		for (size_t i = f.directed.first[v]; i < f.directed.first[v + 1]; i++)
			answered += graph_has(&f.directed, f.directed.to[i], v);
	}
	assert_int_equal(number(input, "directed_ties"), f.directed.first[EU_PEOPLE]);
	assert_int_equal(number(input, "undirected_ties"), f.both.first[EU_PEOPLE] / 2);
	assert_int_equal(number(input, "isolates"), isolates);
	NEAR_BY((double)answered / (double)f.directed.first[EU_PEOPLE],
		number(input, "reciprocity"), CLOSED);
	tear_down(&f);
}

TEST(ties_between_departments_and_their_density_are_those_of_numpy)
{
	struct fixture f;
	if (!set_up(&f))
		return;
	static double ties[EU_DEPARTMENTS][EU_DEPARTMENTS];
	const cJSON *table = get(f.json, "ties_directed");
	for (uint32_t v = 0; v < EU_PEOPLE; v++)
		for (size_t i = f.directed.first[v]; i < f.directed.first[v + 1]; i++)
			ties[f.eu.department[v]][f.eu.department[f.directed.to[i]]]++;
	for (size_t i = 0; i < EU_DEPARTMENTS; i++)
		for (size_t j = 0; j < EU_DEPARTMENTS; j++)
			assert_int_equal(cell(table, i, j), ties[i][j]);
	const cJSON *density = get(f.json, "density_top12");
	for (size_t i = 0; i < EU_TOP; i++)
		for (size_t j = 0; j < EU_TOP; j++) {
			const uint32_t a = f.eu.top[i], b = f.eu.top[j];
			const double pairs = (double)f.eu.sizes[a] *
					     ((double)f.eu.sizes[b] - (a == b));
			NEAR_BY(ties[a][b] / pairs, cell(density, i, j), CLOSED);
		}
	tear_down(&f);
}

TEST(constraint_of_people_is_that_of_igraph)
{
	struct fixture f;
	if (!set_up(&f))
		return;
	double *got = ARENA_ARRAY(&f.arena, double, EU_PEOPLE);
	const cJSON *want = get(f.json, "constraint_undirected_unweighted");
	graph_constraint(&f.both, got);
	for (size_t v = 0; v < EU_PEOPLE; v++) {
		if (cJSON_IsNull(cJSON_GetArrayItem(want, (int)v)))
			assert_true(isnan(got[v]));
		else
			NEAR_BY(got[v], item(want, v), CLOSED);
	}
	tear_down(&f);
}

TEST(betweenness_of_people_is_that_of_igraph)
{
	struct fixture f;
	if (!set_up(&f))
		return;
	double *got = ARENA_ARRAY(&f.arena, double, EU_PEOPLE);
	graph_betweenness(&f.both, 2, got);
	for (size_t v = 0; v < EU_PEOPLE; v++)
		NEAR_BY(got[v] / 2, item(get(f.json, "betweenness_undirected"), v),
			PATHS);
	graph_betweenness(&f.directed, 2, got);
	for (size_t v = 0; v < EU_PEOPLE; v++)
		NEAR_BY(got[v], item(get(f.json, "betweenness_directed"), v), PATHS);
	tear_down(&f);
}

TEST(brokers_are_those_of_numpy_and_sna)
{
	struct fixture f;
	if (!set_up(&f))
		return;
	static uint64_t roles[EU_PEOPLE][WEB_ROLES];
	const cJSON *want = get(f.json, "gould_fernandez");
	uint64_t totals[WEB_ROLES] = { 0 };
	(void)graph_brokers(&f.directed, f.eu.department, 2, roles);
	for (size_t v = 0; v < EU_PEOPLE; v++)
		for (size_t r = 0; r < WEB_ROLES; r++) {
			assert_int_equal(cell(get(want, "by_person"), v, r), roles[v][r]);
			totals[r] += roles[v][r];
		}
	for (size_t r = 0; r < WEB_ROLES; r++)
		assert_int_equal(item(get(want, "totals"), r), totals[r]);
	const cJSON *top = get(want, "top10_liaison");
	for (size_t k = 0; k < 10; k++) {
		const size_t person = (size_t)cell(top, k, 0);
		size_t before = 0;
		for (size_t v = 0; v < EU_PEOPLE; v++)
			before += roles[v][WEB_LIAISON] > roles[person][WEB_LIAISON];
		assert_int_equal(roles[person][WEB_LIAISON], cell(top, k, 1));
		assert_int_equal(before, k);
	}
	tear_down(&f);
}

// All people as functions of k = 1: E-I of every department, isolates included.
TEST(departments_look_outside_as_krackhardt_and_stern_count)
{
	struct fixture f;
	if (!set_up(&f))
		return;
	struct world w;
	world_init(&w, EU_DEPARTMENTS, EU_PEOPLE);
	for (uint32_t p = 0; p < EU_PEOPLE; p++)
		world_place(&w, p, f.eu.department[p]);
	for (size_t i = 0; i < f.eu.count; i++)
		world_add(&w, (struct world_row){ f.eu.ties[i].from, f.eu.ties[i].to, 1,
				      CHANNEL_MAIL });
	w.settings.replicates = 0;
	w.settings.k = 1;
	world_measure(&w);
	const cJSON *want = get(f.json, "ei_index");
	for (size_t d = 0; d < EU_DEPARTMENTS; d++) {
		char key[8];
		(void)snprintf(key, sizeof key, "%zu", d);
		const cJSON *ei = get(get(want, "by_department"), key);
		if (cJSON_IsNull(ei))
			assert_true(isnan(w.web.nodes[d].ei));
		else
			NEAR_BY(w.web.nodes[d].ei, ei->valuedouble, CLOSED);
	}
	world_done(&w);
	tear_down(&f);
}

static void compare_ei(
	const struct fixture *f, const struct graph *g, size_t each, const cJSON *want)
{
	size_t out = 0, in = 0;
	for (uint32_t v = 0; v < EU_PEOPLE; v++)
		for (size_t i = g->first[v]; i < g->first[v + 1]; i++) {
			const bool same =
				f->eu.department[v] == f->eu.department[g->to[i]];
			out += !same;
			in += same;
		}
	assert_int_equal(number(want, "external"), out / each);
	assert_int_equal(number(want, "internal"), in / each);
	NEAR_BY(((double)out - (double)in) / (double)(out + in), number(want, "ei"),
		CLOSED);
}

TEST(the_institution_looks_outside_as_counted)
{
	struct fixture f;
	if (!set_up(&f))
		return;
	const cJSON *want = get(f.json, "ei_index");
	compare_ei(&f, &f.both, 2, get(want, "undirected"));
	compare_ei(&f, &f.directed, 1, get(want, "directed"));
	tear_down(&f);
}

// Newman and Girvan 2004.
TEST(modularity_of_departments_is_that_of_igraph)
{
	struct fixture f;
	if (!set_up(&f))
		return;
	double inside = 0, degrees[EU_DEPARTMENTS] = { 0 }, chance = 0;
	const double arcs = (double)f.both.first[EU_PEOPLE];
	for (uint32_t v = 0; v < EU_PEOPLE; v++)
		for (size_t i = f.both.first[v]; i < f.both.first[v + 1]; i++) {
			degrees[f.eu.department[v]]++;
			inside += f.eu.department[v] == f.eu.department[f.both.to[i]];
		}
	for (size_t d = 0; d < EU_DEPARTMENTS; d++)
		chance += degrees[d] / arcs * (degrees[d] / arcs);
	NEAR_BY(inside / arcs - chance,
		number(get(f.json, "communities"), "modularity_departments"), CLOSED);
	tear_down(&f);
}

MAIN(RUN(ties_isolates_and_reciprocity_are_those_of_igraph),
	RUN(ties_between_departments_and_their_density_are_those_of_numpy),
	RUN(constraint_of_people_is_that_of_igraph),
	RUN(betweenness_of_people_is_that_of_igraph),
	RUN(brokers_are_those_of_numpy_and_sna),
	RUN(departments_look_outside_as_krackhardt_and_stern_count),
	RUN(the_institution_looks_outside_as_counted),
	RUN(modularity_of_departments_is_that_of_igraph))
