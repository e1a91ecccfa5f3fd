// Groups of deals, each against the rest.
#include <stdlib.h>
#include <string.h>

#include "deals/count.h"

static void show_examples(
	const struct workspace *ws, const struct counted *c, struct deal_group *group)
{
	group->examples = ARENA_ARRAY(ws->arena, struct evidence, c->best_count);
	for (size_t i = 0; i < c->best_count; i++)
		group->examples[group->example_count++] =
			count_evidence(ws, c->best[i].row);
}

static size_t losses(const struct counted *c)
{
	return c->counts[DEAL_LOST] + c->counts[DEAL_NO_DECISION];
}

static void fill_group(const struct counting *c, size_t at, struct deal_group *group)
{
	const struct counted *own = &c->groups[at];
	const bool partial = c->g->partial && c->g->partial[at];
	struct tally rest = c->whole;
	rest.k -= partial ? 0 : own->rate.k;
	rest.n -= partial ? 0 : own->rate.n;
	group->key = c->g->keys[at];
	memcpy(group->counts, own->counts, sizeof group->counts);
	memcpy(group->cents, own->cents, sizeof group->cents);
	group->p = group->q = 1;
	show_examples(c->ws, own, group);
	if (c->g->kind == DEALS_REASONS) {
		group->rate = share_wilson(losses(own), losses(&c->total));
		return;
	}
	if (c->ws->deals.wins_only || c->g->counts_only)
		return;
	group->rate = share_wilson(own->rate.k, own->rate.n);
	group->rest = share_wilson(rest.k, rest.n);
	group->difference = share_difference(own->rate.k, own->rate.n, rest.k, rest.n);
	group->partial = partial;
	group->value = value_share(&own->value, &group->value_refused);
	if (c->ws->deals.lost_without_money || c->ws->deals.conversion)
		group->value.n = 0;
	if (group->rate.n >= GROUP_DECIDED_MIN)
		group->verdict = GROUP_LIKE_REST;
	if (group->verdict != GROUP_TOO_FEW && rest.n && !partial)
		group->p = compare_p(own->rate, rest);
}

// A group with what it is put in order by.
struct ordered {
	struct deal_group group;
	struct tally alone;
	size_t at, size;
};

// By size, then key.
static int by_size(const void *left, const void *right)
{
	const struct ordered *a = left, *b = right;
	if (a->size != b->size)
		return a->size > b->size ? -1 : 1;
	int order = str_cmp(a->group.key, b->group.key);
	return order ? order : (a->at < b->at ? -1 : a->at > b->at);
}

static bool is_empty(const struct counted *c)
{
	for (size_t i = 0; i < DEAL_OUTCOMES; i++)
		if (c->counts[i])
			return false;
	return true;
}

// All groups that some deal is in, ordered.
static struct lineup order_groups(
	struct counting *c, struct deals_by *out, struct arena *scratch)
{
	struct ordered *all = ARENA_ARRAY(scratch, struct ordered, c->g->count);
	size_t count = 0;
	bool reasons = c->g->kind == DEALS_REASONS;
	for (size_t i = 0; i < c->g->count; i++) {
		if (is_empty(&c->groups[i]) || (reasons && !losses(&c->groups[i])))
			continue;
		struct ordered *o = &all[count++];
		*o = (struct ordered){ .at = i };
		fill_group(c, i, &o->group);
		o->size = reasons ? o->group.rate.k : o->group.rate.n;
		o->alone = out->many_to_one ? c->alone[i] : c->groups[i].rate;
	}
	if (!(c->g->traits & FIELD_ORDERED))
		qsort(all, count, sizeof *all, by_size);
	out->groups = ARENA_ARRAY(c->ws->arena, struct deal_group, count);
	out->group_count = count;
	struct lineup l = { .alone = ARENA_ARRAY(scratch, struct tally, count),
		.key = ARENA_ARRAY(scratch, size_t, count) };
	for (size_t i = 0; i < count; i++) {
		out->groups[i] = all[i].group;
		l.alone[i] = all[i].alone;
		l.key[i] = all[i].at;
	}
	if (out->many_to_one)
		l.several = c->alone[c->g->count];
	return l;
}

// People are counted, and not shown.
static void hide_people(
	const struct workspace *ws, const struct grouping *g, struct deals_by *out)
{
	if (!(g->traits & FIELD_PEOPLE) || ws->config.name_people)
		return;
	out->hidden = out->group_count;
	out->group_count = 0;
	out->groups = NULL;
}

bool deals_by(const struct workspace *ws, struct str field, struct deals_by *out,
	struct error *err)
{
	struct arena scratch = { 0 };
	struct grouping g;
	*out = (struct deals_by){ .p = 1 };
	if (!grouping_make(ws, field, &scratch, &g, err)) {
		arena_free(&scratch);
		return false;
	}
	struct counting c = { .ws = ws, .g = &g };
	c.apart = g.traits & FIELD_APART ? NULL : apart_types(&ws->deals, &scratch);
	count_groups(&c, &scratch);
	out->field = g.field;
	out->noun = g.noun;
	out->nouns = g.nouns;
	out->kind = g.kind;
	out->rule = g.rule;
	out->many_to_one = !g.code;
	out->in_order = (g.traits & FIELD_ORDERED) != 0;
	struct lineup lineup = order_groups(&c, out, &scratch);
	size_t compared = judge_groups(ws, &g, &lineup, out, &scratch);
	for (size_t i = 0; i < out->group_count; i++)
		say_group(ws, out, &g, &out->groups[i], compared);
	say_table(ws, &g, compared, out);
	hide_people(ws, &g, out);
	arena_free(&scratch);
	return true;
}
