// All deals together, and which of them a rate is made of.
#include "deals/grouping.h"

bool deal_is_won(const struct deals *d, size_t i)
{
	return d->outcome[i] == DEAL_WON;
}

bool deal_counts(const struct deals *d, size_t i)
{
	if (d->conversion)
		return d->outcome[i] != DEAL_DISQUALIFIED;
	return d->outcome[i] == DEAL_WON || d->outcome[i] == DEAL_LOST;
}

// New business, or business with those who are customers already; 0 if the word says
// neither.
static int type_side(struct arena *a, struct str word)
{
	static const struct str EXISTING[] = { STR_INIT("renew"), STR_INIT("existing"),
		STR_INIT("expan"), STR_INIT("upsell"), STR_INIT("cross"),
		STR_INIT("upgrade"), STR_INIT("addon"), STR_INIT("downgrade"),
		STR_INIT("replacement"), STR_INIT("verlänger"), STR_INIT("bestand"),
		STR_INIT("erweiter") };
	static const struct str NEW[] = { STR_INIT("new"), STR_INIT("neu"),
		STR_INIT("first") };
	struct str key = header_key(a, word);
	for (size_t i = 0; i < COUNT(EXISTING); i++)
		if (str_find(key, EXISTING[i], 0) != STR_NONE)
			return -1;
	for (size_t i = 0; i < COUNT(NEW); i++)
		if (str_starts(key, NEW[i]))
			return 1;
	return 0;
}

bool *apart_types(const struct deals *d, struct arena *a)
{
	const struct map *words = &d->type.words;
	bool fresh = false, existing = false;
	if (!d->type.code)
		return NULL;
	bool *apart = ARENA_ARRAY(a, bool, words->count + 1);
	for (size_t i = 0; i < words->count; i++) {
		int side = type_side(a, words->keys[i]);
		apart[i + 1] = side < 0;
		existing |= side < 0;
		fresh |= side > 0;
	}
	return fresh && existing ? apart : NULL;
}

// Close dates of what was counted; of leads without an ending, the day they came.
static void see_day(const struct deals *d, size_t i, struct deals_overall *o)
{
	const struct date *days = d->conversion ? d->created : d->closed;
	if (!days || !date_set(days[i]) || d->outcome[i] == DEAL_DISQUALIFIED)
		return;
	if (!date_set(o->from) || days[i].days < o->from.days)
		o->from = days[i];
	if (days[i].days > o->to.days)
		o->to = days[i];
}

static void count_all(const struct workspace *ws, struct deals_overall *o,
	struct value_sum *value, struct tally *rate)
{
	const struct deals *d = &ws->deals;
	struct arena scratch = { 0 };
	const bool *apart = apart_types(d, &scratch);
	for (size_t i = 0; i < d->count; i++) {
		if (apart && apart[d->type.code[i]]) {
			o->apart++;
			continue;
		}
		enum outcome_of_deal outcome = (enum outcome_of_deal)d->outcome[i];
		o->counts[outcome]++;
		o->cents[outcome] += d->cents && d->cents[i] > 0 ? d->cents[i] : 0;
		see_day(d, i, o);
		if (!deal_counts(d, i))
			continue;
		rate->n++;
		rate->k += deal_is_won(d, i);
		if (d->cents && d->cents[i] > 0)
			value_add(value, (double)d->cents[i], deal_is_won(d, i));
	}
	arena_free(&scratch);
}

struct deals_overall deals_overall(const struct workspace *ws)
{
	const struct deals *d = &ws->deals;
	struct deals_overall o = { 0 };
	struct value_sum value = { 0 };
	struct tally rate = { 0 };
	count_all(ws, &o, &value, &rate);
	o.rate = share_wilson(d->wins_only ? 0 : rate.k, d->wins_only ? 0 : rate.n);
	o.value = value_share(&value, &o.value_refused);
	if (d->wins_only || d->lost_without_money || d->conversion)
		o.value.n = 0;
	size_t nothing = o.counts[DEAL_NO_DECISION];
	o.no_decision =
		share_wilson(nothing, o.counts[DEAL_WON] + o.counts[DEAL_LOST] + nothing);
	say_overall(ws, &o);
	return o;
}

static bool meets_rival(const struct workspace *ws, size_t row)
{
	const struct deals *d = &ws->deals;
	for (uint32_t v = d->vendors_from[row]; v < d->vendors_from[row + 1]; v++)
		if (ws->vendors.at[d->vendor_list[v]].kind == VENDOR_RIVAL)
			return true;
	return false;
}

struct estimate deals_competitive(const struct workspace *ws)
{
	const struct deals *d = &ws->deals;
	struct arena scratch = { 0 };
	const bool *apart = apart_types(d, &scratch);
	size_t won = 0, all = 0;
	for (size_t i = 0; d->has_vendors && !d->wins_only && i < d->count; i++) {
		if ((apart && apart[d->type.code[i]]) || !deal_counts(d, i) ||
			!meets_rival(ws, i))
			continue;
		all++;
		won += deal_is_won(d, i);
	}
	arena_free(&scratch);
	return share_wilson(won, all);
}
