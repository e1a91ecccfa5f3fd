// What customers write about us where everybody can read it.
#include "value/ground.h"

/*
 * A reviewer bought: whoever looks after customers hears it, else those who build.  No
 * file says which account it is, so a review never counts as one.
 */
static uint32_t hearer(const struct ground *g)
{
	static const char *const WHO[] = { "customer-success", "support", "product" };
	uint32_t node = WEB_NONE;
	for (size_t i = 0; i < COUNT(WHO) && node == WEB_NONE; i++)
		node = ground_node(g, str_of(WHO[i]));
	return node;
}

static bool is_about_us(const struct ground *g, const struct review *v)
{
	return !v->subject.len || vendors_is_us(&g->ws->vendors, v->subject);
}

void ground_read_reviews(struct gathering *g)
{
	const struct records *r = &g->out->ws->records;
	const uint32_t node = hearer(g->out);
	for (size_t i = 0; i < r->reviews.count; i++) {
		const struct review *v = &r->reviews.at[i];
		if (!is_about_us(g->out, v))
			continue;
		ground_add_row(g,
			(struct said){ .node = node,
				.kind = SAID_REVIEW,
				.account = SAID_NOBODY,
				.deal = SAID_NOBODY,
				.record = (uint32_t)i,
				.date = v->date,
				.text = arena_fmt(g->out->arena,
					"%" PRI_STR "\n%" PRI_STR "\n%" PRI_STR,
					ARG_STR(v->title), ARG_STR(v->dislikes),
					ARG_STR(v->likes)),
				.column = "title",
				.witness = WITNESS_BUYER },
			v->at);
	}
}
