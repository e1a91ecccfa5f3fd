#include "web/brokers.h"

#include <math.h>

static uint32_t row_add(struct outreach *o, uint32_t person)
{
	if (o->row_of[person] == WEB_NONE) {
		o->row_of[person] = (uint32_t)o->rows;
		o->persons[o->rows++] = person;
	}
	return o->row_of[person];
}

void outreach_of(const struct ties *ties, struct arena *a, struct outreach *out)
{
	*out = (struct outreach){ .nodes = ties->nodes };
	out->row_of = ARENA_ARRAY(a, uint32_t, ties->persons + 1);
	out->persons = ARENA_ARRAY(a, uint32_t, ties->persons + 1);
	for (size_t p = 0; p < ties->persons; p++)
		out->row_of[p] = WEB_NONE;
	for (size_t i = 0; i < ties->count; i++) {
		(void)row_add(out, ties->at[i].p); // rows first, their volumes below
		(void)row_add(out, ties->at[i].q);
	}
	out->volume = ARENA_ARRAY(a, double, out->rows * ties->nodes + 1);
	size_t link = 0;
	for (size_t i = 0; i < ties->nodes; i++)
		for (size_t j = i + 1; j < ties->nodes; j++, link++)
			for (size_t t = ties->first[link]; t < ties->first[link + 1];
				t++) {
				const struct tie *tie = &ties->at[t];
				const double both = tie->forth + tie->back;
				out->volume[out->row_of[tie->p] * ties->nodes + j] +=
					both;
				out->volume[out->row_of[tie->q] * ties->nodes + i] +=
					both;
			}
}

uint32_t broker_find(const struct outreach *o, const uint32_t *person_node,
	const double *load, uint32_t a, uint32_t b, double *score)
{
	uint32_t best = WEB_NONE;
	*score = 0;
	for (size_t r = 0; r < o->rows; r++) {
		const uint32_t p = o->persons[r];
		const double with_a = o->volume[r * o->nodes + a];
		const double with_b = o->volume[r * o->nodes + b];
		if (with_a <= 0 || with_b <= 0 || person_node[p] == a ||
			person_node[p] == b)
			continue;
		const double s = 2 * with_a * with_b / (with_a + with_b) / sqrt(load[p]);
		if (s > *score || (s >= *score && p < best)) {
			*score = s;
			best = p;
		}
	}
	return best;
}
