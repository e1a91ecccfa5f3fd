#include "tests/audit/world.h"

#include "audit/headlines.h"

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

static const struct deals_by *table_of(struct world *w, struct str field)
{
	struct deals_by *by = ARENA_NEW(&w->arena, struct deals_by);
	return deals_by(&w->ws, field, by, NULL) ? by : NULL;
}

// As facts_of, but for the swap test, whose result is made by hand.
static void finish_deals(struct world *w)
{
	struct deals_overall *o = ARENA_NEW(&w->arena, struct deals_overall);
	*o = deals_overall(&w->ws);
	w->facts.overall = o;
	w->facts.competitive = deals_competitive(&w->ws);
	if (w->ws.deals.has_vendors)
		w->facts.by_rival = table_of(w, S("competitor"));
	if (w->ws.deals.segment.words.count)
		w->facts.by_segment = table_of(w, S("segment"));
	if (w->ws.config.best_fit.field.len)
		w->facts.by_fit = table_of(w, w->ws.config.best_fit.field);
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
		s->headline_fail += c->swaps;
	}
	w->facts = (struct facts){ .ws = &w->ws, .have = facts_have(&w->ws) };
	if (w->facts.have & NEEDS(FACT_COPY))
		w->facts.swap = s;
	if (w->facts.have & NEEDS(FACT_DEALS))
		finish_deals(w);
	if (w->facts.swap)
		headlines_settle(&w->facts);
}
