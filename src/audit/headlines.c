#include "audit/headlines.h"

#include "audit/say.h"

static const double MET_SHARE = 0.1;	    // of deals in which a competitor must appear
static const double ECHO_CHANCE_MIN = 1e-4; // what a few thousand pairs can tell

bool headline_is(const struct swapped_claim *c)
{
	return c->headline && !c->copied_elsewhere && c->verdict != VERDICT_NOT_A_CLAIM;
}

static bool has_page(const struct workspace *ws, struct str rival)
{
	for (size_t i = 0; i < ws->source_count; i++)
		if (ws->sources[i].role == ROLE_RIVAL &&
			ws->sources[i].state == SOURCE_READ &&
			str_eq(ws->sources[i].rival, rival))
			return true;
	return false;
}

static bool is_met(const struct facts *facts, size_t vendor)
{
	if (!facts->by_rival)
		return true;
	size_t met = 0;
	const struct deal_group *group = group_of_vendor(facts, vendor);
	for (size_t o = 0; group && o < DEAL_OUTCOMES; o++)
		met += group->counts[o];
	return (double)met >= MET_SHARE * (double)facts->ws->deals.count;
}

static bool is_eligible(const struct facts *facts, size_t vendor)
{
	const struct vendor *v = &facts->ws->vendors.at[vendor];
	return v->kind == VENDOR_RIVAL && has_page(facts->ws, v->id) &&
	       is_met(facts, vendor);
}

void headlines_settle(struct facts *facts)
{
	const struct vendors *vendors = &facts->ws->vendors;
	bool *rivals = ARENA_ARRAY(facts->ws->arena, bool, vendors->count + 1);
	for (size_t v = 0; v < vendors->count; v++)
		rivals[v] = is_eligible(facts, v);
	facts->rivals = rivals;
}

// They say it: the same, or both the same first place.
static bool says_it(const struct echo *e)
{
	return e->works &&
	       (e->verdict == VERDICT_SHARED || e->verdict == VERDICT_CONTESTED);
}

bool headline_fails(const struct facts *facts, const struct swapped_claim *c,
	const struct echo **echo)
{
	*echo = NULL;
	for (size_t i = 0; i < c->echo_count && !*echo; i++)
		if (says_it(&c->echoes[i]) && facts->rivals[c->echoes[i].vendor])
			*echo = &c->echoes[i];
	return *echo || c->verdict == VERDICT_FILLER; // swappable is wording, not truth
}

static void count_echoes(
	const struct facts *facts, const struct swapped_claim *c, size_t *echoed)
{
	for (size_t i = 0; i < c->echo_count; i++)
		if (says_it(&c->echoes[i]) && facts->rivals[c->echoes[i].vendor])
			echoed[c->echoes[i].vendor]++;
}

static void rank(const struct facts *facts, const size_t *echoed, struct headlines *h)
{
	const size_t vendors = facts->ws->vendors.count;
	h->by = ARENA_ARRAY(facts->ws->arena, struct said_by, vendors + 1);
	for (size_t v = 0; v < vendors; v++) {
		if (!echoed[v])
			continue;
		size_t at = h->by_count++;
		for (; at > 0 && h->by[at - 1].echoed < echoed[v]; at--)
			h->by[at] = h->by[at - 1];
		h->by[at] = (struct said_by){ v, echoed[v] };
	}
}

static void add_claim(
	const struct swapped_claim *c, const struct echo *echo, struct headlines *h)
{
	const double worst = h->worst_echo ? h->worst_echo->similarity : -1;
	h->fails++;
	h->echoed += echo != NULL;
	h->anyones += !echo;
	if (echo && echo->chance > h->chance)
		h->chance = echo->chance;
	if (!h->worst || (echo && echo->similarity > worst)) {
		h->worst = c;
		h->worst_echo = echo;
	}
}

struct headlines headlines_of(const struct facts *facts, size_t *rivals)
{
	const size_t vendors = facts->ws->vendors.count;
	struct headlines h = { .chance = ECHO_CHANCE_MIN };
	size_t *echoed = ARENA_ARRAY(facts->ws->arena, size_t, vendors + 1);
	*rivals = 0;
	for (size_t v = 0; v < vendors; v++)
		*rivals += facts->rivals[v];
	for (size_t i = 0; i < facts->swap->claim_count; i++) {
		const struct swapped_claim *c = &facts->swap->claims[i];
		const struct echo *echo = NULL;
		if (!headline_is(c))
			continue;
		h.count++;
		if (!headline_fails(facts, c, &echo))
			continue;
		add_claim(c, echo, &h);
		count_echoes(facts, c, echoed);
	}
	rank(facts, echoed, &h);
	return h;
}
