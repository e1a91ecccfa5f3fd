// How far our own exchanges stay with product, sales and marketing, and whether they did.
#include <math.h>

#include "web/checklist.h"
#include "web/say.h"
#include "web/weave.h"

static const enum usual CLASSIC[WEB_CLASSIC] = { USUAL_PRODUCT, USUAL_SALES,
	USUAL_MARKETING };

static void find_three(const struct weave *m, struct web_circle *c)
{
	const struct web *w = m->web;
	for (size_t i = 0; i < WEB_CLASSIC; i++) {
		const uint32_t f = function_find(m->traffic, usual_title(CLASSIC[i]));
		const uint32_t node = f == UINT32_MAX ? WEB_NONE : m->node_of[f];
		if (node != WEB_NONE && node != w->own && w->nodes[node].function == f)
			c->three[c->three_count++] = node;
	}
}

static bool is_classic(const struct web_circle *c, uint32_t node)
{
	for (size_t i = 0; i < c->three_count; i++)
		if (c->three[i] == node)
			return true;
	return false;
}

void weave_circle(struct weave *m)
{
	struct web *w = m->web;
	struct web_circle *c = &w->circle;
	double entropy = 0;
	*c = (struct web_circle){ .reach = NAN };
	if (w->own == WEB_NONE)
		return;
	const struct web_node *own = &w->nodes[w->own];
	const double all = own->given + own->received;
	find_three(m, c);
	for (uint32_t j = 0; j < w->node_count; j++) {
		if (j == w->own)
			continue;
		const struct web_link *l = web_link_at(w, w->own, j);
		const double share = all > 0 ? (l->volume_ab + l->volume_ba) / all : 0;
		const uint64_t turned = (uint64_t)l->turned_ab + l->turned_ba;
		entropy -= share > 0 ? share * log(share) : 0;
		c->others += w->nodes[j].has_rows;
		c->exchanges += turned;
		c->with_three += is_classic(c, j) ? turned : 0;
	}
	c->reach = all > 0 ? exp(entropy) : NAN;
	if (m->traffic->count)
		c->days = m->traffic->to.days - m->traffic->at[0].day.days + 1;
}

/*
 * A sum tells of its one part that is withheld: that of all exchanges if only one link of
 * ours is, that of the three if any of theirs is.
 */
void circle_veil(struct web *w)
{
	struct web_circle *c = &w->circle;
	size_t withheld = 0;
	for (uint32_t j = 0; w->own != WEB_NONE && j < w->node_count; j++) {
		if (j == w->own)
			continue;
		const struct web_link *l = web_link_at(w, w->own, j);
		withheld += l->withheld;
		c->three_withheld |= l->withheld && is_classic(c, j);
	}
	c->withheld = withheld == 1;
	if (c->withheld)
		c->exchanges = 0;
	if (c->withheld || c->three_withheld)
		c->with_three = 0;
	if (withheld)
		c->reach = round(c->reach * 10) / 10;
}

void web_before(const struct web_traffic *before, const struct web_settings *settings,
	struct arena *a, struct web *web)
{
	struct arena scratch = { 0 };
	struct web then = { .own = WEB_NONE };
	struct weave m = { .traffic = before,
		.settings = settings,
		.arena = &scratch,
		.scratch = &scratch,
		.web = &then };
	weave_nodes(&m);
	weave_volumes(&m);
	weave_circle(&m);
	web_veil(&then, settings->k);
	web->circle_before = then.circle;
	arena_free(&scratch);
	say_circle(web, a);
}
