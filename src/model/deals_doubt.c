// What looks wrong in the deals, each as one sentence with its counts.
#include "model/deals_intake.h"

enum { ENOUGH = 20 };

struct doubter {
	struct intake *in;
	struct deals *d;
	size_t outcomes[DEAL_OUTCOMES];
};

static bool is_loss(uint8_t outcome)
{
	return outcome == DEAL_LOST || outcome == DEAL_NO_DECISION;
}

static struct str words(struct doubter *w, struct date day)
{
	return date_words(&w->in->scratch, day);
}

// "deals.csv, row 14"
static struct str where(struct doubter *w, size_t i)
{
	return arena_fmt(&w->in->scratch, "%" PRI_STR ", row %u",
		ARG_STR(w->in->ws->sources[w->d->source[i]].path), w->d->row[i]);
}

static void doubt_order(struct doubter *w)
{
	struct deals *d = w->d;
	size_t count = 0, first = 0, future = 0;
	if (!d->closed)
		return;
	for (size_t i = 0; i < d->count; i++) {
		bool both =
			d->created && date_set(d->created[i]) && date_set(d->closed[i]);
		if (both && d->closed[i].days < d->created[i].days && !count++)
			first = i;
		future += date_set(w->in->ws->as_of) &&
			  d->closed[i].days > w->in->ws->as_of.days;
	}
	if (count)
		notes_add(&d->notes,
			"%zu %s (the first: %" PRI_STR
			"); won or lost still counts, the time between does not",
			count,
			plural(count, "deal is closed before it was created",
				"deals are closed before they were created"),
			ARG_STR(where(w, first)));
	if (future)
		notes_add(&d->notes,
			"%zu %s a close date after %" PRI_STR ", which is still to come",
			future, plural(future, "decided deal has", "decided deals have"),
			ARG_STR(words(w, w->in->ws->as_of)));
}

static void doubt_open(struct doubter *w)
{
	struct deals *d = w->d;
	size_t aged = 0, dead = 0, overdue = 0;
	int64_t cents = 0;
	for (size_t i = 0; i < d->count; i++) {
		if (d->outcome[i] != DEAL_OPEN)
			continue;
		overdue += d->expected && date_set(d->expected[i]) &&
			   d->expected[i].days < d->extract.days;
		if (!d->created || !date_set(d->created[i]))
			continue;
		aged++;
		if (d->usual_days < 0 ||
			d->extract.days - d->created[i].days <= d->longest_days)
			continue;
		dead++;
		cents += d->cents && d->cents[i] > 0 ? d->cents[i] : 0;
	}
	if (dead && !d->conversion) {
		struct str money = cents ? arena_fmt(&w->in->scratch, " (%" PRI_STR ")",
						   ARG_STR(money_short(&w->in->scratch,
							   cents, d->currency)))
					 : S("");
		notes_add(&d->notes,
			"%zu of %zu open deals%" PRI_STR
			" %s older than the longest deal that ever closed (%d days)",
			dead, aged, ARG_STR(money), plural(dead, "is", "are"),
			d->longest_days);
	}
	if (overdue)
		notes_add(&d->notes,
			"%zu %s a close date that has passed; close dates of open deals "
			"are read as "
			"forecasts",
			overdue, plural(overdue, "open deal has", "open deals have"));
}

static void doubt_record(struct doubter *w)
{
	struct deals *d = w->d;
	if (date_set(d->extract) && w->outcomes[DEAL_OPEN])
		notes_add(&d->notes,
			"open deals are cut off at %" PRI_STR
			", the latest date in the exports, because none says when it was "
			"made",
			ARG_STR(words(w, d->extract)));
	if (!date_set(d->recorded_from))
		return;
	notes_add(&d->notes,
		"deals were entered from %" PRI_STR
		" on, but the first %s is from %" PRI_STR
		", later than nine of ten deals take (%d days): what ended before is "
		"missing, so "
		"earlier and later periods cannot be compared",
		ARG_STR(words(w, d->first)), d->conversion ? "win" : "ending",
		ARG_STR(words(w, d->recorded_from)), d->usual_days);
}

static void doubt_money(struct doubter *w)
{
	struct deals *d = w->d;
	size_t won = 0, lost = 0, losses = 0;
	if (!d->cents)
		return;
	for (size_t i = 0; i < d->count; i++) {
		won += d->outcome[i] == DEAL_WON && d->cents[i] > 0;
		lost += is_loss(d->outcome[i]) && d->cents[i] > 0;
		losses += is_loss(d->outcome[i]);
	}
	// A lost deal without an amount is a zero in the denominator of money won.
	size_t wins = w->outcomes[DEAL_WON];
	if (!losses || !won || lost * wins * 2 >= won * losses)
		return;
	d->lost_without_money = true;
	notes_add(&d->notes,
		"%zu of %zu lost deals have no amount or an amount of 0, so no win rate "
		"by money "
		"is given; export the amount the deal had while it was open",
		losses - lost, losses);
}

static void doubt_column(struct doubter *w, struct words_column *column, const char *name)
{
	size_t won = 0, lost = 0;
	size_t wins = w->outcomes[DEAL_WON];
	size_t losses = w->outcomes[DEAL_LOST] + w->outcomes[DEAL_NO_DECISION];
	if (!column->code || wins < ENOUGH || losses < ENOUGH)
		return;
	for (size_t i = 0; i < w->d->count; i++) {
		bool filled = column->code[i] > 0;
		won += filled && w->d->outcome[i] == DEAL_WON;
		lost += filled && is_loss(w->d->outcome[i]);
	}
	if (won * 2 < wins || lost * 5 * wins > won * losses)
		return;
	column->late = true;
	notes_add(&w->d->notes,
		"'%s' is filled for %zu of %zu won deals and %zu of %zu lost ones: it is "
		"written on "
		"the way to a win, and grouping by it would explain the win with itself",
		name, won, wins, lost, losses);
}

static void doubt_columns(struct doubter *w)
{
	struct deals *d = w->d;
	doubt_column(w, &d->segment, "segment");
	doubt_column(w, &d->owner, "owner");
	doubt_column(w, &d->product, "product");
	doubt_column(w, &d->origin, "origin");
	doubt_column(w, &d->type, "type");
	doubt_column(w, &d->region, "region");
	doubt_column(w, &d->account, "account");
	for (size_t i = 0; i < d->extra_count; i++) {
		const char *name = arena_cstr(&w->in->scratch, d->extras[i].name);
		doubt_column(w, &d->extras[i].words, name);
	}
}

// Whether two people hold most of the decided deals.
static void doubt_owners(struct doubter *w)
{
	enum { OWNERS_MIN = 5 };
	const struct words_column *owner = &w->d->owner;
	size_t owners = owner->words.count, decided = 0, first = 0, second = 0, used = 0;
	if (!owner->code || owners < OWNERS_MIN)
		return;
	size_t *deals = ARENA_ARRAY(&w->in->scratch, size_t, owners + 1);
	for (size_t i = 0; i < w->d->count; i++)
		if (w->d->outcome[i] == DEAL_WON || is_loss(w->d->outcome[i]))
			deals[owner->code[i]]++;
	for (size_t i = 1; i <= owners; i++) {
		decided += deals[i];
		used += deals[i] > 0;
		if (deals[i] > first)
			second = first, first = deals[i];
		else if (deals[i] > second)
			second = deals[i];
	}
	if (used < OWNERS_MIN || decided < ENOUGH || (first + second) * 2 < decided)
		return;
	notes_add(&w->d->notes,
		"two of %zu owners hold %zu of %zu decided deals; what differs between "
		"groups may be "
		"what differs between those two",
		used, first + second, decided);
}

static void doubt_outcomes(struct doubter *w)
{
	struct deals *d = w->d;
	struct intake *in = w->in;
	if (in->reasons_no_decision)
		notes_add(&d->notes,
			"%zu lost %s no decision as the reason and count as no decision",
			in->reasons_no_decision,
			plural(in->reasons_no_decision, "deal gives", "deals give"));
	size_t losses = w->outcomes[DEAL_LOST] + w->outcomes[DEAL_NO_DECISION];
	d->wins_only = !d->conversion && w->outcomes[DEAL_WON] && !losses;
	if (d->wins_only)
		notes_add(&d->notes,
			"%zu %s won and none is lost: the export is filtered or losses "
			"are not "
			"recorded, so no win rate is given; export the closed-lost deals "
			"too",
			w->outcomes[DEAL_WON],
			plural(w->outcomes[DEAL_WON], "deal is", "deals are"));
}

static void doubt_wins(struct doubter *w)
{
	struct intake *in = w->in;
	size_t missing = 0;
	for (size_t i = 0; i < in->wins.count; i++)
		missing += !in->win_entries[i].met;
	if (!w->d->conversion)
		return;
	notes_add(&w->d->notes,
		"a lead counts as won when '%" PRI_STR
		"' has its id; no file says which leads were lost, so the rest counts as "
		"undecided "
		"and rates are won of all leads",
		ARG_STR(in->wins_path));
	if (missing)
		notes_add(&w->d->notes, "%zu %s to no lead and left out", missing,
			plural(missing, "win belongs", "wins belong"));
}

void intake_doubt(struct intake *in)
{
	struct doubter w = { .in = in, .d = in->deals };
	for (size_t i = 0; i < in->deals->count; i++)
		w.outcomes[in->deals->outcome[i]]++;
	doubt_outcomes(&w);
	doubt_wins(&w);
	doubt_order(&w);
	doubt_record(&w);
	doubt_open(&w);
	doubt_money(&w);
	doubt_columns(&w);
	doubt_owners(&w);
}
