/*
 * Communities are not departments, which is why functions are never taken from clusters.
 * The e-mail network described in test_reference.c; reference: email-eu-core.json (igraph
 * 0.10.2, Louvain and Leiden, seeds 0 to 19).  Which communities come out depends on the
 * order of vertices, so that ranges are compared.
 */
#include <math.h>
#include <string.h>

#include "louvain.h"
#include "reference.h"
#include "web/graph.h"
#include "world.h"

enum { SEEDS = 20 };

struct agreement {
	double nmi, ari;
	size_t communities; // of more than one
};

static double plogp(double count, double all)
{
	return count > 0 ? count / all * log(count / all) : 0;
}

static double pairs(double count)
{
	return count * (count - 1) / 2;
}

// Normalized mutual information by the mean of both entropies (Danon and others 2005),
// and the adjusted Rand index (Hubert and Arabie 1985), as igraph has them.
static struct agreement agree(const uint32_t *of, const uint32_t *department)
{
	static double both[EU_PEOPLE][EU_DEPARTMENTS], ours[EU_PEOPLE];
	double theirs[EU_DEPARTMENTS] = { 0 }, joint = 0, h_ours = 0, h_theirs = 0;
	double same = 0, same_ours = 0, same_theirs = 0;
	struct agreement out = { 0 };
	memset(both, 0, sizeof both);
	memset(ours, 0, sizeof ours);
	for (size_t p = 0; p < EU_PEOPLE; p++) {
		both[of[p]][department[p]]++;
		ours[of[p]]++;
		theirs[department[p]]++;
	}
	for (size_t c = 0; c < EU_PEOPLE; c++) {
		h_ours -= plogp(ours[c], EU_PEOPLE);
		same_ours += pairs(ours[c]);
		out.communities += ours[c] > 1;
		for (size_t d = 0; d < EU_DEPARTMENTS; d++) {
			joint -= plogp(both[c][d], EU_PEOPLE);
			same += pairs(both[c][d]);
		}
	}
	for (size_t d = 0; d < EU_DEPARTMENTS; d++) {
		h_theirs -= plogp(theirs[d], EU_PEOPLE);
		same_theirs += pairs(theirs[d]);
	}
	const double chance = same_ours * same_theirs / pairs(EU_PEOPLE);
	out.nmi = 2 * (h_ours + h_theirs - joint) / (h_ours + h_theirs);
	out.ari = (same - chance) / ((same_ours + same_theirs) / 2 - chance);
	return out;
}

TEST(departments_agree_with_themselves)
{
	uint32_t department[EU_PEOPLE], other[EU_PEOPLE];
	for (uint32_t p = 0; p < EU_PEOPLE; p++) {
		department[p] = p % EU_DEPARTMENTS;
		other[p] = EU_DEPARTMENTS - 1 - p % EU_DEPARTMENTS;
	}
	const struct agreement a = agree(other, department);
	NEAR_BY(a.nmi, 1, 1e-12);
	NEAR_BY(a.ari, 1, 1e-12);
	assert_int_equal(a.communities, EU_DEPARTMENTS);
}

// Two cliques of five with one tie between: 20 of 21 ties inside, Q = 20/21 - 1/2.
TEST(two_cliques_are_two_communities)
{
	struct arena a = { 0 };
	struct arc arcs[100];
	uint32_t of[10];
	size_t count = 0;
	for (uint32_t i = 0; i < 10; i++)
		for (uint32_t j = 0; j < 10; j++)
			if (i != j && (i / 5 == j / 5 || (i % 5 == 0 && j % 5 == 0)))
				arcs[count++] = (struct arc){ i, j };
	struct graph g;
	graph_of(arcs, count, 10, &a, &g);
	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		NEAR_BY(louvain(&g, seed, of), 20.0 / 21 - .5, 1e-12);
		for (size_t v = 0; v < 10; v++)
			assert_int_equal(of[v] == of[0], v < 5);
	}
	arena_free(&a);
}

TEST(communities_are_not_departments)
{
	static uint32_t of[EU_PEOPLE];
	struct arena a = { 0 };
	struct eu eu;
	struct graph directed, both;
	if (!eu_read(&a, &eu)) {
		print_message("skipped: no " EU_CORE "\n");
		skip();
		return;
	}
	cJSON *json = eu_reference("email-eu-core.json");
	const cJSON *want = get(json, "communities");
	graph_of(eu.ties, eu.count, EU_PEOPLE, &a, &directed);
	graph_undirected(&directed, &a, &both);
	NEAR_BY(louvain_modularity(&both, eu.department),
		number(want, "modularity_departments"), 1e-9);
	double low = 1, high = 0, nmi = 0, ari = 0;
	size_t fewest = EU_PEOPLE, most = 0;
	for (uint64_t seed = 0; seed < SEEDS; seed++) {
		const double q = louvain(&both, seed, of);
		const struct agreement g = agree(of, eu.department);
		low = fmin(low, q);
		high = fmax(high, q);
		fewest = g.communities < fewest ? g.communities : fewest;
		most = g.communities > most ? g.communities : most;
		nmi += g.nmi / SEEDS;
		ari += g.ari / SEEDS;
	}
	print_message(
		"Louvain %.4f to %.4f, %zu to %zu communities, NMI %.3f, ARI %.3f\n", low,
		high, fewest, most, nmi, ari);
	const cJSON *louvain = get(want, "louvain"),
		    *leiden = get(want, "leiden_modularity");
	// Nothing found is better than Leiden's best or far worse than Louvain's worst.
	assert_true(low > number(louvain, "modularity_min") - .005);
	assert_true(high < number(leiden, "modularity_max") + 1e-6);
	assert_true(low > .40 && high < .42);
	assert_true((double)fewest >= number(louvain, "communities_over1_min") - 1);
	assert_true((double)most <= number(louvain, "communities_over1_max") + 1);
	NEAR_BY(nmi, number(louvain, "nmi_with_departments_mean"), .03);
	NEAR_BY(ari, number(louvain, "ari_with_departments_mean"), .05);
	// A fifth of the departments, and far from the same.
	assert_true(most * 4 < EU_DEPARTMENTS);
	assert_true(low > number(want, "modularity_departments") + .1);
	cJSON_Delete(json);
	arena_free(&a);
}

MAIN(RUN(departments_agree_with_themselves), RUN(two_cliques_are_two_communities),
	RUN(communities_are_not_departments))
