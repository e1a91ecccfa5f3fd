#include "tests/audit/world.h"

#include <math.h>
#include <string.h>

enum { DEALS_MAX = 4096 };

static uint32_t code_of(struct words_column *column, const char *word)
{
	if (!column->code)
		column->code = ARENA_ARRAY(column->words.arena, uint32_t, DEALS_MAX);
	return word && *word ? (uint32_t)map_add(&column->words, str_of(word)) + 1 : 0;
}

static void make_room(struct world *w)
{
	struct deals *d = &w->ws.deals;
	struct arena *a = &w->arena;
	if (d->source)
		return;
	d->source = ARENA_ARRAY(a, uint32_t, DEALS_MAX);
	d->row = ARENA_ARRAY(a, uint32_t, DEALS_MAX);
	d->id = ARENA_ARRAY(a, struct str, DEALS_MAX);
	d->outcome = ARENA_ARRAY(a, uint8_t, DEALS_MAX);
	d->cents = ARENA_ARRAY(a, int64_t, DEALS_MAX);
	d->created = ARENA_ARRAY(a, struct date, DEALS_MAX);
	d->closed = ARENA_ARRAY(a, struct date, DEALS_MAX);
	d->vendors_from = ARENA_ARRAY(a, uint32_t, DEALS_MAX + 1);
	d->vendor_list = ARENA_ARRAY(a, uint16_t, (size_t)DEALS_MAX * 4);
}

void world_deal(struct world *w, size_t source, const struct deal_row *row)
{
	struct deals *d = &w->ws.deals;
	make_room(w);
	const size_t i = d->count++;
	d->source[i] = (uint32_t)source;
	d->row[i] = (uint32_t)i + 2;
	d->id[i] = arena_str(&w->arena, str_of(row->id));
	d->outcome[i] = (uint8_t)row->outcome;
	d->cents[i] = row->amount ? row->amount * 100 : -1;
	d->created[i] = world_day(row->created);
	d->closed[i] = world_day(row->closed);
	if (row->account)
		(void)code_of(&d->account, row->account); // makes the column
	const uint32_t account = code_of(&d->account, row->account);
	const uint32_t segment = code_of(&d->segment, row->segment);
	const uint32_t reason = code_of(&d->loss_reason, row->reason);
	d->account.code[i] = account;
	d->segment.code[i] = segment;
	d->loss_reason.code[i] = reason;
	uint32_t at = d->vendors_from[i];
	for (size_t v = 0; v < COUNT(row->vendors) && row->vendors[v]; v++)
		d->vendor_list[at++] = (uint16_t)(row->vendors[v] - 1);
	d->has_vendors |= at > d->vendors_from[i];
	d->vendors_from[i + 1] = at;
	if (d->closed[i].days > d->extract.days)
		d->extract = d->closed[i];
	if (!date_set(d->first) || d->created[i].days < d->first.days)
		d->first = d->created[i];
}

void world_deals(struct world *w, size_t source, size_t count, const char *segment,
	const char *reason, enum outcome_of_deal outcome, int64_t amount, size_t vendor,
	const char *to, int every)
{
	struct arena *a = &w->arena;
	for (size_t i = 0; i < count; i++) {
		struct date closed = world_day(to);
		closed.days -= (int32_t)i * every;
		const struct date created = { closed.days - 80 };
		struct deal_row row = { .segment = segment,
			.reason = reason,
			.outcome = outcome,
			.amount = amount };
		row.id = arena_fmt(a, "D-%zu", 1000 + w->ws.deals.count).at;
		row.account = arena_fmt(a, "Account %zu", w->ws.deals.count % 97 + 1).at;
		row.created = date_str(a, created).at;
		row.closed = outcome == DEAL_OPEN ? NULL : date_str(a, closed).at;
		row.vendors[0] = (uint16_t)(vendor + 1);
		world_deal(w, source, &row);
	}
}

static void count(struct deal_group *g, const struct deals *d, size_t i)
{
	g->counts[d->outcome[i]]++;
	g->cents[d->outcome[i]] += d->cents[i] > 0 ? d->cents[i] : 0;
}

// The same figures as the deals topic, from its sources in stat, without its reading of
// fields.
static void finish_groups(struct world *w, struct deals_by *by)
{
	const struct deals_overall *all = w->facts.overall;
	const size_t won = all->counts[DEAL_WON], n = won + all->counts[DEAL_LOST];
	double *p = ARENA_ARRAY(&w->arena, double, by->group_count + 1);
	double *q = ARENA_ARRAY(&w->arena, double, by->group_count + 1);
	for (size_t i = 0; i < by->group_count; i++) {
		struct deal_group *g = &by->groups[i];
		const size_t k = g->counts[DEAL_WON], of = k + g->counts[DEAL_LOST];
		g->rate = share_wilson(k, of);
		g->rest = share_wilson(won - k, n - of);
		g->difference = share_difference(k, of, won - k, n - of);
		g->p = p[i] = compare_p(
			(struct tally){ k, of }, (struct tally){ won - k, n - of });
	}
	compare_adjust(p, by->group_count, q, &w->arena);
	for (size_t i = 0; i < by->group_count; i++)
		by->groups[i].q = q[i];
}

static void add_example(struct world *w, struct deal_group *g, size_t row)
{
	const struct deals *d = &w->ws.deals;
	if (!g->examples)
		g->examples = ARENA_ARRAY(&w->arena, struct evidence, 3);
	if (g->example_count == 3 || d->outcome[row] != DEAL_LOST)
		return;
	g->examples[g->example_count++] =
		(struct evidence){ .path = w->ws.sources[d->source[row]].path,
			.place = { PLACE_ROW, d->row[row], 0 },
			.quote = arena_fmt(&w->arena, "%" PRI_STR ", %" PRI_STR,
				ARG_STR(d->id[row]),
				ARG_STR(d->account.words.keys[d->account.code[row] - 1])),
			.note = money_short(&w->arena, d->cents[row], "EUR"),
			.date = d->closed[row],
			.witness = WITNESS_SELLER };
}

static const struct deals_by *by_rival(struct world *w)
{
	const struct deals *d = &w->ws.deals;
	struct deals_by *by = ARENA_NEW(&w->arena, struct deals_by);
	by->groups = ARENA_ARRAY(&w->arena, struct deal_group, w->ws.vendors.count + 1);
	for (size_t v = 0; v < w->ws.vendors.count; v++) {
		struct deal_group *g = &by->groups[by->group_count];
		size_t named = 0;
		g->key = w->ws.vendors.at[v].name;
		for (size_t i = 0; i < d->count; i++)
			for (uint32_t at = d->vendors_from[i];
				at < d->vendors_from[i + 1]; at++)
				if (d->vendor_list[at] == v) {
					count(g, d, i);
					add_example(w, g, i);
					named++;
				}
		by->group_count += named > 0;
		if (!named)
			*g = (struct deal_group){ 0 };
	}
	by->field = S("competitor");
	by->many_to_one = true;
	finish_groups(w, by);
	return by;
}

static const struct deals_by *by_segment(struct world *w)
{
	const struct deals *d = &w->ws.deals;
	const struct map *words = &d->segment.words;
	struct deals_by *by = ARENA_NEW(&w->arena, struct deals_by);
	by->groups = ARENA_ARRAY(&w->arena, struct deal_group, words->count + 1);
	by->group_count = words->count;
	by->field = S("segment");
	for (size_t i = 0; i < words->count; i++)
		by->groups[i].key = words->keys[i];
	for (size_t i = 0; i < d->count; i++)
		if (d->segment.code[i])
			count(&by->groups[d->segment.code[i] - 1], d, i);
	finish_groups(w, by);
	return by;
}

static void finish_deals(struct world *w)
{
	const struct deals *d = &w->ws.deals;
	struct deals_overall *o = ARENA_NEW(&w->arena, struct deals_overall);
	for (size_t i = 0; i < d->count; i++) {
		o->counts[d->outcome[i]]++;
		o->cents[d->outcome[i]] += d->cents[i] > 0 ? d->cents[i] : 0;
		if (date_set(d->closed[i]) &&
			(!date_set(o->from) || d->closed[i].days < o->from.days))
			o->from = d->closed[i];
		if (d->closed[i].days > o->to.days)
			o->to = d->closed[i];
	}
	const size_t decided = o->counts[DEAL_WON] + o->counts[DEAL_LOST];
	o->rate = share_wilson(o->counts[DEAL_WON], decided);
	o->no_decision = share_wilson(
		o->counts[DEAL_NO_DECISION], decided + o->counts[DEAL_NO_DECISION]);
	w->facts.overall = o;
	if (d->has_vendors)
		w->facts.by_rival = by_rival(w);
	if (d->segment.words.count)
		w->facts.by_segment = by_segment(w);
}

void world_finish(struct world *w)
{
	struct swap_result *s = &w->swap;
	for (size_t i = 0; i < s->claim_count; i++) {
		const struct swapped_claim *c = &s->claims[i];
		if (c->sentence->level != LEVEL_HEADLINE || c->copied_elsewhere ||
			c->verdict == VERDICT_NOT_A_CLAIM)
			continue;
		s->headline_count++;
		s->headline_fail +=
			c->verdict == VERDICT_SHARED || c->verdict == VERDICT_CONTESTED ||
			c->verdict == VERDICT_FILLER || c->verdict == VERDICT_SWAPPABLE;
	}
	w->facts = (struct facts){ .ws = &w->ws, .have = facts_have(&w->ws) };
	if (w->facts.have & NEEDS(FACT_COPY))
		w->facts.swap = s;
	if (w->facts.have & NEEDS(FACT_DEALS))
		finish_deals(w);
}
