#include "deals/count.h"

static int64_t weight_of(const struct deals *d, size_t i)
{
	static const int64_t RANK[DEAL_OUTCOMES] = {
		[DEAL_LOST] = 3, [DEAL_NO_DECISION] = 2, [DEAL_WON] = 1
	};
	const int64_t most = (INT64_C(1) << 56) - 1;
	int64_t cents = d->cents && d->cents[i] > 0 ? d->cents[i] : 0;
	return RANK[d->outcome[i]] << 56 | (cents < most ? cents : most);
}

static void keep_best(struct counted *c, int64_t weight, size_t row)
{
	size_t at = c->best_count;
	if (at == COUNT_EXAMPLES && c->best[--at].weight >= weight)
		return;
	c->best_count += c->best_count < COUNT_EXAMPLES;
	for (; at > 0 && c->best[at - 1].weight < weight; at--)
		c->best[at] = c->best[at - 1];
	c->best[at] = (struct example){ weight, row };
}

static void count_deal(const struct counting *c, struct counted *group, size_t i)
{
	const struct deals *d = &c->ws->deals;
	const bool reasons = c->g->kind == DEALS_REASONS;
	const uint8_t outcome = d->outcome[i];
	const int64_t cents = d->cents && d->cents[i] > 0 ? d->cents[i] : 0;
	group->counts[outcome]++;
	group->cents[outcome] += cents;
	if (outcome != DEAL_OPEN && outcome != DEAL_DISQUALIFIED)
		keep_best(group, weight_of(d, i), i);
	if (reasons || !deal_counts(d, i))
		return;
	group->rate.n++;
	group->rate.k += deal_is_won(d, i);
	if (cents)
		value_add(&group->value, (double)cents, deal_is_won(d, i));
}

static void count_vendors(struct counting *c, size_t i)
{
	const struct deals *d = &c->ws->deals;
	uint32_t from = d->vendors_from[i], to = d->vendors_from[i + 1];
	if (from == to)
		count_deal(c, &c->groups[0], i);
	for (uint32_t k = from; k < to; k++)
		count_deal(c, &c->groups[d->vendor_list[k] + 1], i);
	if (!deal_counts(d, i))
		return;
	size_t alone = from == to	? 0
		       : to - from == 1 ? (size_t)d->vendor_list[from] + 1
					: c->g->count;
	c->alone[alone].n++;
	c->alone[alone].k += deal_is_won(d, i);
}

void count_groups(struct counting *c, struct arena *a)
{
	const struct deals *d = &c->ws->deals;
	c->groups = ARENA_ARRAY(a, struct counted, c->g->count + 1);
	c->alone = ARENA_ARRAY(a, struct tally, c->g->count + 1);
	for (size_t i = 0; i < d->count; i++) {
		if (c->apart && c->apart[d->type.code[i]])
			continue;
		count_deal(c, &c->total, i);
		if (c->g->code)
			count_deal(c, &c->groups[c->g->code[i]], i);
		else
			count_vendors(c, i);
	}
	c->whole = c->total.rate;
	for (size_t i = 0; c->g->partial && i < c->g->count; i++) {
		c->whole.k -= c->g->partial[i] ? c->groups[i].rate.k : 0;
		c->whole.n -= c->g->partial[i] ? c->groups[i].rate.n : 0;
	}
}

struct evidence count_evidence(const struct workspace *ws, size_t row)
{
	struct arena *a = ws->arena;
	const struct deals *d = &ws->deals;
	const struct words_column *reason = &d->loss_reason, *stage = &d->stage;
	struct evidence e = { .path = ws->sources[d->source[row]].path,
		.place = { PLACE_ROW, d->row[row], 0 },
		.witness = WITNESS_SELLER,
		.date = d->closed ? d->closed[row] : (struct date){ 0 } };
	if (reason->code && reason->code[row]) {
		e.quote = reason->words.keys[reason->code[row] - 1];
		e.column = S("loss_reason");
	} else if (stage->code && stage->code[row]) {
		e.quote = stage->words.keys[stage->code[row] - 1];
		e.column = S("stage");
	} else {
		e.quote = d->id[row];
		e.column = S("deal_id");
	}
	const struct words_column *account = &d->account;
	struct str who = account->code && account->code[row]
				 ? account->words.keys[account->code[row] - 1]
				 : d->id[row];
	const char *how = outcome_name((enum outcome_of_deal)d->outcome[row]);
	if (d->cents && d->cents[row] > 0)
		e.note = arena_fmt(a, "%" PRI_STR ", %s, %" PRI_STR, ARG_STR(who), how,
			ARG_STR(money_short(a, d->cents[row], d->currency)));
	else
		e.note = arena_fmt(a, "%" PRI_STR ", %s", ARG_STR(who), how);
	return e;
}
