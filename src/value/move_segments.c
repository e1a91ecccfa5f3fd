// Operations or finance to product marketing: where it wins outside the best-fit segment.
#include "stat/stat.h"
#include "value/move_list.h"

static bool is_best_fit(const struct workspace *ws, struct str segment)
{
	for (size_t i = 0; i < ws->config.best_fit.value_count; i++)
		if (str_eq_nocase(ws->config.best_fit.values[i], segment))
			return true;
	return false;
}

struct record_of_deals {
	size_t won, decided;
};

static bool is_decided(uint8_t outcome)
{
	return outcome == DEAL_WON || outcome == DEAL_LOST;
}

static void count(const struct ground *g, struct record_of_deals *by_code,
	struct record_of_deals *all)
{
	const struct deals *d = &g->ws->deals;
	for (size_t i = 0; i < d->count; i++) {
		if (!is_decided(d->outcome[i]) ||
			(d->closed && !ground_recent(g, d->closed[i])))
			continue;
		by_code[d->segment.code[i]].decided++;
		by_code[d->segment.code[i]].won += d->outcome[i] == DEAL_WON;
		all->decided++;
		all->won += d->outcome[i] == DEAL_WON;
	}
}

// Deals of the segment that were won, or are open: the pipeline the table is about.
static void add_deals(const struct move_ask *ask, uint32_t code, struct move_found *out)
{
	const struct ground *g = ask->ground;
	const struct deals *d = &g->ws->deals;
	for (size_t i = 0; i < d->count; i++) {
		if (d->segment.code[i] != code ||
			(d->outcome[i] != DEAL_WON && d->outcome[i] != DEAL_OPEN))
			continue;
		const struct date day = d->closed ? d->closed[i] : (struct date){ 0 };
		const struct said s = { .node = WEB_NONE,
			.deal = (uint32_t)i,
			.date = day,
			.text = str_of(outcome_name((enum outcome_of_deal)d->outcome[i])),
			.source = d->source[i],
			.place = { .kind = PLACE_ROW, .major = d->row[i] },
			.column = "outcome",
			.witness = WITNESS_SELLER };
		if (ground_recent(g, day))
			found_add(ask, out, item_of_deal(ask, MOVE_DEAL, s));
	}
}

static void find(const struct move_ask *ask, struct move_found *out)
{
	const struct workspace *ws = ask->ground->ws;
	const struct deals *d = &ws->deals;
	double most = 0;
	if (!d->segment.code || !d->outcome || !ws->config.best_fit.value_count)
		return;
	struct record_of_deals all = { 0 },
			       *by = ARENA_ARRAY(ask->arena, struct record_of_deals,
				       d->segment.words.count + 1);
	count(ask->ground, by, &all);
	for (uint32_t c = 1; c <= d->segment.words.count; c++) {
		const struct estimate rate = share_wilson(by[c].won, by[c].decided);
		const struct record_of_deals rest = { all.won - by[c].won,
			all.decided - by[c].decided };
		if (!rate.n || !rest.decided ||
			rate.low <= (double)rest.won / (double)rest.decided ||
			is_best_fit(ws, d->segment.words.keys[c - 1]) ||
			move_is_told(ask, d->segment.words.keys[c - 1]))
			continue;
		struct move_found found = { .subject = d->segment.words.keys[c - 1],
			.searched = S("deals.csv") };
		add_deals(ask, c, &found);
		found.answer_note = arena_fmt(ask->arena,
			"%" PRI_STR " of %" PRI_STR
			" decided deals won [%.0f-%.0f %%]; elsewhere %" PRI_STR " of "
			"%" PRI_STR,
			ARG_STR(words_number(ask->arena, by[c].won)),
			ARG_STR(words_number(ask->arena, by[c].decided)), 100 * rate.low,
			100 * rate.high, ARG_STR(words_number(ask->arena, rest.won)),
			ARG_STR(words_number(ask->arena, rest.decided)));
		if (move_score(ask, &found) > most) {
			most = move_score(ask, &found);
			*out = found;
		}
	}
}

static struct str lacks(const struct move_ask *ask)
{
	const struct workspace *ws = ask->ground->ws;
	if (!ws->deals.segment.code)
		return S("deals.csv with a segment (deal_id, account, segment, outcome)");
	return ws->config.best_fit.value_count
		       ? S("")
		       : S("candor.yaml with best_fit: {field: segment, values: [...]}");
}

const struct move_rule move_rule_segments = {
	.id = "wins-outside-the-segment",
	.from = USUAL(OPERATIONS) | USUAL(FINANCE),
	.to = USUAL(PMM),
	.held = "where deals are won outside the best-fit segment",
	.wants = "It wins there more often than elsewhere, and the positioning leaves it "
		 "out",
	.asks = "A yes or a no to this segment in the positioning.",
	.nearest = "The record",
	.lacks = lacks,
	.find = find,
};
