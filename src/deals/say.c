// What win rates say, in sentences.  Every figure has its counts, every doubt its words.
#include "deals/grouping.h"

enum { RATE_CASES = 30, PERCENT_CASES = 10 };

static struct str number(struct arena *a, size_t n)
{
	return words_number(a, n);
}

// "27% of decided deals (24 of 89; likely between 19% and 37%)", and only "4 of 12
// decided deals" from a handful; `what` may be empty.
static struct str rate_of(struct arena *a, const struct estimate *e, const char *what)
{
	struct str k = number(a, e->k), n = number(a, e->n);
	const char *gap = what[0] ? " " : "", *of = what[0] ? " of " : "";
	if (e->n < PERCENT_CASES)
		return arena_fmt(a, "%" PRI_STR " of %" PRI_STR "%s%s", ARG_STR(k),
			ARG_STR(n), gap, what);
	struct str range = words_range(a, e);
	if (e->n < RATE_CASES)
		return arena_fmt(a,
			"%" PRI_STR " of %" PRI_STR "%s%s (likely %" PRI_STR ")",
			ARG_STR(k), ARG_STR(n), gap, what, ARG_STR(range));
	return arena_fmt(a,
		"%d%%%s%s (%" PRI_STR " of %" PRI_STR "; likely %" PRI_STR ")",
		words_percent(e->value), of, what, ARG_STR(k), ARG_STR(n),
		ARG_STR(range));
}

static struct str rate(struct arena *a, const struct estimate *e)
{
	return rate_of(a, e, "");
}

static struct str elsewhere(struct arena *a, const struct estimate *rest)
{
	if (rest->n < RATE_CASES)
		return arena_fmt(a, "%zu of %zu", rest->k, rest->n);
	return arena_fmt(a, "%d%%", words_percent(rest->value));
}

static const char *win_word(const struct deals *d, const struct estimate *e)
{
	return d->conversion || e->n < RATE_CASES ? "won" : "win";
}

// "Against Shiftly", "Where the tier is \"gold\",", "Where no competitor is named,"
static struct str where(struct arena *a, const struct grouping *g, struct str key)
{
	if (str_eq(key, g->keys[0]) && str_starts(key, S("(n")) && !g->code)
		return S("Where no competitor is named,");
	if (str_eq(key, g->keys[0]) && str_starts(key, S("(")))
		return arena_fmt(a, "Where the %" PRI_STR " is blank,", ARG_STR(g->noun));
	if (g->before[0])
		return arena_fmt(a, "%s%" PRI_STR, g->before, ARG_STR(key));
	return arena_fmt(a, "Where the %" PRI_STR " is \"%" PRI_STR "\",",
		ARG_STR(g->noun), ARG_STR(key));
}

static struct str verdict(struct arena *a, const struct deal_group *g, size_t compared)
{
	if (g->partial)
		return S(" The record holds only part of it.");
	if (g->rate.n < RATE_CASES && g->verdict <= GROUP_LIKE_REST)
		return S(" Too early to say.");
	if (g->verdict <= GROUP_LIKE_REST)
		return (struct str){ 0 };
	struct str chance = words_chance(a, g->q);
	return arena_fmt(a,
		" There is %" PRI_STR
		" that a gap this large is luck, allowing for the %zu groups compared; "
		"deals were not assigned at random.",
		ARG_STR(chance), compared);
}

static struct str money_lost(const struct workspace *ws, const struct deal_group *g)
{
	struct arena *a = ws->arena;
	if (g->verdict != GROUP_BELOW || g->cents[DEAL_LOST] <= 0)
		return (struct str){ 0 };
	struct str money = money_short(a, g->cents[DEAL_LOST], ws->deals.currency);
	return arena_fmt(a, " %" PRI_STR " were lost there.", ARG_STR(money));
}

static struct str nothing(struct arena *a, const struct deal_group *g)
{
	size_t n = g->counts[DEAL_NO_DECISION];
	if (!n)
		return (struct str){ 0 };
	return arena_fmt(
		a, " %" PRI_STR " more ended in no decision.", ARG_STR(number(a, n)));
}

static struct str joined(struct arena *a, const struct str *parts, size_t count)
{
	struct buf b = { 0 };
	for (size_t i = 0; i < count; i++)
		buf_add(&b, parts[i]);
	struct str out = arena_str(a, buf_str(&b));
	buf_done(&b);
	return out;
}

static void say_reason(struct arena *a, struct deal_group *g)
{
	g->sentence = arena_fmt(a,
		"\"%" PRI_STR "\" is the reason sellers wrote for %" PRI_STR ".",
		ARG_STR(g->key), ARG_STR(rate_of(a, &g->rate, "losses")));
}

// What is known where no rate can be said.
static struct str counts(struct arena *a, struct str place, const struct deal_group *g)
{
	const size_t *n = g->counts;
	if (!n[DEAL_WON] && !n[DEAL_LOST])
		return arena_fmt(a,
			"%" PRI_STR " nothing is decided yet (%" PRI_STR
			" open).%" PRI_STR,
			ARG_STR(place), ARG_STR(number(a, n[DEAL_OPEN])),
			ARG_STR(nothing(a, g)));
	return arena_fmt(a,
		"%" PRI_STR " %" PRI_STR " were won and %" PRI_STR " lost.%" PRI_STR,
		ARG_STR(place), ARG_STR(number(a, n[DEAL_WON])),
		ARG_STR(number(a, n[DEAL_LOST])), ARG_STR(nothing(a, g)));
}

void say_group(const struct workspace *ws, const struct deals_by *by,
	const struct grouping *g, struct deal_group *group, size_t compared)
{
	struct arena *a = ws->arena;
	if (by->kind == DEALS_REASONS) {
		say_reason(a, group);
		return;
	}
	struct str place = where(a, g, group->key);
	const struct estimate *e = &group->rate;
	if (!e->n) {
		group->sentence = counts(a, place, group);
		return;
	}
	const char *win = win_word(&ws->deals, e);
	if (group->verdict == GROUP_TOO_FEW || !group->rest.n) {
		group->sentence =
			arena_fmt(a, "%" PRI_STR " you won %zu of %zu.%" PRI_STR,
				ARG_STR(place), e->k, e->n, ARG_STR(nothing(a, group)));
		return;
	}
	const struct str parts[] = {
		arena_fmt(a, "%" PRI_STR " you %s %" PRI_STR "; elsewhere %" PRI_STR ".",
			ARG_STR(place), win, ARG_STR(rate(a, e)),
			ARG_STR(elsewhere(a, &group->rest))),
		verdict(a, group, compared),
		money_lost(ws, group),
		nothing(a, group),
	};
	group->sentence = joined(a, parts, COUNT(parts));
}

static size_t with_verdict(const struct deals_by *by, enum group_verdict verdict)
{
	size_t count = 0;
	for (size_t i = 0; i < by->group_count; i++)
		count += by->groups[i].verdict == verdict;
	return count;
}

// The lowest and highest rate of the groups that were compared.
static struct str spread(struct arena *a, const struct deals_by *by)
{
	double low = 1, high = 0;
	for (size_t i = 0; i < by->group_count; i++) {
		const struct deal_group *g = &by->groups[i];
		if (g->rate.n < PERCENT_CASES || g->partial)
			continue;
		low = g->rate.value < low ? g->rate.value : low;
		high = g->rate.value > high ? g->rate.value : high;
	}
	if (high < low)
		return S("vary");
	return arena_fmt(
		a, "run from %d%% to %d%%", words_percent(low), words_percent(high));
}

static struct str stand_out(struct arena *a, const struct deals_by *by)
{
	struct str usual = number(a, by->usual);
	if (by->detectable <= 0)
		return (struct str){ 0 };
	if (by->detectable >= 1)
		return arena_fmt(a,
			" A group of the usual size (%" PRI_STR
			" decided deals) could not have stood out at any rate.",
			ARG_STR(usual));
	return arena_fmt(a,
		" A group of the usual size (%" PRI_STR
		" decided deals) would have stood out from %d%% on.",
		ARG_STR(usual), words_percent(by->detectable));
}

static struct str alike(struct arena *a, const struct deals_by *by, size_t named)
{
	const struct str parts[] = {
		arena_fmt(a,
			"No evidence that the %" PRI_STR " %" PRI_STR
			" differ: their win rates %" PRI_STR
			", no further apart than luck alone puts such groups (%.0f of "
			"variation, "
			"where chance gives %.0f).",
			ARG_STR(number(a, named)), ARG_STR(by->nouns),
			ARG_STR(spread(a, by)), by->chi2, by->df),
		stand_out(a, by),
	};
	return joined(a, parts, COUNT(parts));
}

static struct str rhythm(struct arena *a, const struct deals_by *by)
{
	return arena_fmt(a,
		"No evidence of change: the last month of a quarter wins %" PRI_STR
		", the other months %" PRI_STR
		", and months in the same place of their quarter are alike.",
		ARG_STR(rate(a, &by->season)), ARG_STR(rate(a, &by->between)));
}

// "2 win less than the rest and 1 wins more"
static struct str who_differs(struct arena *a, size_t below, size_t above)
{
	const char *less = below == 1 ? "wins" : "win",
		   *more = above == 1 ? "wins" : "win";
	if (below && above)
		return arena_fmt(a, "%zu %s less than the rest and %zu %s more", below,
			less, above, more);
	if (below)
		return arena_fmt(a, "%zu %s less than the rest", below, less);
	return arena_fmt(a, "%zu %s more than the rest", above, more);
}

static struct str differ(struct arena *a, const struct deals_by *by, size_t named)
{
	size_t below = with_verdict(by, GROUP_BELOW),
	       above = with_verdict(by, GROUP_ABOVE);
	struct str chance = words_chance(a, by->p);
	if (!below && !above)
		return arena_fmt(a,
			"The %zu %" PRI_STR " differ as a whole (%" PRI_STR
			" that luck does this), but no single one stands out from the "
			"rest.",
			named, ARG_STR(by->nouns), ARG_STR(chance));
	return arena_fmt(a,
		"The %zu %" PRI_STR " differ (%" PRI_STR
		" that luck does this): %" PRI_STR
		". Deals were not assigned at random, so part of it may be which deals "
		"they are.",
		named, ARG_STR(by->nouns), ARG_STR(chance),
		ARG_STR(who_differs(a, below, above)));
}

static struct str reasons(struct arena *a, const struct deals_by *by)
{
	size_t blank = 0, all = 0;
	for (size_t i = 0; i < by->group_count; i++) {
		all = by->groups[i].rate.n;
		if (str_eq(by->groups[i].key, S("(blank)")))
			blank = by->groups[i].rate.k;
	}
	if (!all)
		return S("No deal is lost, so there is no reason to count.");
	return arena_fmt(a,
		"%" PRI_STR
		" losses give a reason, as sellers wrote it; buyers, when asked, often "
		"give another.",
		ARG_STR(arena_fmt(a, "%" PRI_STR " of %" PRI_STR,
			ARG_STR(number(a, all - blank)), ARG_STR(number(a, all)))));
}

// People are counted only where they are too many to be told apart.
static struct str people(const struct workspace *ws, struct str sentence, size_t compared,
	const struct deals_by *by)
{
	int least = ws->config.min_group > 1 ? ws->config.min_group : 3;
	if (ws->config.name_people || (int64_t)compared >= least)
		return sentence;
	return arena_fmt(ws->arena,
		"Fewer than %d %" PRI_STR " have enough decided deals: nothing is said, "
		"so that nobody can be told apart.",
		least, ARG_STR(by->nouns));
}

static struct str table_sentence(
	const struct workspace *ws, size_t compared, const struct deals_by *by)
{
	struct arena *a = ws->arena;
	size_t named = compared; // without the blank group, which has no name
	for (size_t i = 0; i < by->group_count; i++)
		named -= named && by->groups[i].verdict != GROUP_TOO_FEW &&
			 !by->groups[i].partial && str_starts(by->groups[i].key, S("("));
	if (by->kind == DEALS_REASONS)
		return reasons(a, by);
	if (by->refused.len)
		return arena_fmt(a, "The %" PRI_STR " are not compared: %" PRI_STR ".",
			ARG_STR(by->nouns), ARG_STR(by->refused));
	if (by->df < 1)
		return arena_fmt(a,
			"Nothing to compare: fewer than two %" PRI_STR
			" have %d decided deals.",
			ARG_STR(by->nouns), GROUP_DECIDED_MIN);
	if (by->season.n)
		return rhythm(a, by);
	return by->p < JUDGE_CHANCE ? differ(a, by, named) : alike(a, by, named);
}

void say_table(const struct workspace *ws, const struct grouping *g, size_t compared,
	struct deals_by *by)
{
	by->sentence = table_sentence(ws, compared, by);
	if (g->traits & FIELD_PEOPLE)
		by->sentence = people(ws, by->sentence, compared, by);
}

static void add_apart(struct arena *a, struct buf *b, size_t count, const char *what)
{
	if (!count)
		return;
	buf_fmt(b, "%s%" PRI_STR " %s", b->len ? ", " : "", ARG_STR(number(a, count)),
		what);
}

static struct str rule_of(const struct workspace *ws, const struct deals_overall *o)
{
	struct arena *a = ws->arena;
	struct buf apart = { 0 };
	if (!ws->deals.conversion) {
		add_apart(a, &apart, o->counts[DEAL_NO_DECISION],
			"that ended in no decision");
		add_apart(a, &apart, o->counts[DEAL_OPEN], "open");
	}
	add_apart(a, &apart, o->counts[DEAL_DISQUALIFIED], "disqualified");
	add_apart(a, &apart, o->apart, "renewals and expansions");
	struct str list = arena_str(a, buf_str(&apart));
	buf_done(&apart);
	struct str base =
		ws->deals.conversion
			? S("Rates are won of all leads, because no file says which "
			    "were lost.")
			: S("Rates are won of won and lost.");
	if (!list.len)
		return base;
	return arena_fmt(a, "%" PRI_STR " Counted apart: %" PRI_STR ".", ARG_STR(base),
		ARG_STR(list));
}

// Leads that came before wins were recorded may have been won without a trace.
static struct str floor_only(const struct workspace *ws)
{
	const struct deals *d = &ws->deals;
	if (!d->conversion || !date_set(d->recorded_from))
		return (struct str){ 0 };
	return arena_fmt(ws->arena,
		" Wins are on record only from %" PRI_STR
		" on and many leads are still open, so "
		"that this is a floor.",
		ARG_STR(date_words(ws->arena, d->recorded_from)));
}

static struct str by_money(const struct workspace *ws, const struct deals_overall *o)
{
	struct arena *a = ws->arena;
	if (o->rate.n < RATE_CASES)
		return (struct str){ 0 };
	if (o->value_refused)
		return S(" By money no rate is given: one deal holds more than a quarter "
			 "of it.");
	if (ws->deals.lost_without_money)
		return S(" By money no rate is given: most lost deals have no amount.");
	if (o->value.n < RATE_CASES)
		return (struct str){ 0 };
	return arena_fmt(a, " By money it is %d%% (likely %" PRI_STR ").",
		words_percent(o->value.value), ARG_STR(words_range(a, &o->value)));
}

static struct str in_nothing(struct arena *a, const struct deals_overall *o)
{
	if (!o->no_decision.k)
		return (struct str){ 0 };
	return arena_fmt(a, " Of all that ended, %" PRI_STR " ended in no decision.",
		ARG_STR(rate(a, &o->no_decision)));
}

void say_overall(const struct workspace *ws, struct deals_overall *o)
{
	struct arena *a = ws->arena;
	const struct deals *d = &ws->deals;
	o->rule = d->count ? rule_of(ws, o) : (struct str){ 0 };
	if (d->wins_only) {
		o->sentence =
			S("No win rate can be given: the export holds no lost deals.");
		return;
	}
	if (!o->rate.n) {
		o->sentence =
			d->count ? S("No deal is decided yet, so there is no win rate.")
				 : S("There are no deals.");
		return;
	}
	struct str when = { 0 };
	if (date_set(o->from))
		when = arena_fmt(a, ", %s from %" PRI_STR " to %" PRI_STR,
			d->conversion ? "entered" : "closed",
			ARG_STR(date_words(a, o->from)), ARG_STR(date_words(a, o->to)));
	const struct str parts[] = {
		arena_fmt(a, "You %s %" PRI_STR "%" PRI_STR ".", win_word(d, &o->rate),
			ARG_STR(rate_of(a, &o->rate,
				d->conversion ? "all leads" : "decided deals")),
			ARG_STR(when)),
		floor_only(ws),
		by_money(ws, o),
		in_nothing(a, o),
	};
	o->sentence = joined(a, parts, COUNT(parts));
}
