// What the dates say of the record itself: how long deals take, from when it is whole.
#include "model/deals_intake.h"

enum { DAYS_MAX = 20000 };

struct spans {
	uint32_t *of_days; // decided deals by days from created to closed
	size_t count;
};

static bool is_decided(const struct deals *d, size_t i)
{
	return d->outcome[i] != DEAL_OPEN && d->outcome[i] != DEAL_DISQUALIFIED;
}

// Days from created to closed, or -1.
static int32_t span_of(const struct deals *d, size_t i)
{
	if (!is_decided(d, i) || !date_set(d->created[i]) || !date_set(d->closed[i]))
		return -1;
	int32_t days = d->closed[i].days - d->created[i].days;
	return days > DAYS_MAX ? DAYS_MAX : days;
}

static int32_t quantile(const struct spans *s, double share)
{
	size_t want = (size_t)((double)s->count * share), seen = 0;
	for (int32_t days = 0; days <= DAYS_MAX; days++) {
		seen += s->of_days[days];
		if (seen > want)
			return days;
	}
	return DAYS_MAX;
}

static void see_days(struct deals *d, struct date as_of, const struct date *days)
{
	const int32_t latest = date_set(as_of) ? as_of.days : INT32_MAX;
	int32_t first = INT32_MAX, last = d->extract.days;
	for (size_t i = 0; days && i < d->count; i++) {
		const int32_t day = days[i].days;
		first = day > 0 && day < first ? day : first;
		last = day > last && day <= latest ? day : last;
	}
	if (first != INT32_MAX && (!date_set(d->first) || first < d->first.days))
		d->first = (struct date){ first };
	d->extract = (struct date){ last };
}

// Both begin: when the first deal was entered, and when the first one ended.
static void see_record(struct deals *d)
{
	struct date entered = { 0 }, ended = { 0 };
	for (size_t i = 0; i < d->count; i++) {
		if (date_set(d->created[i]) &&
			(!date_set(entered) || d->created[i].days < entered.days))
			entered = d->created[i];
		if (is_decided(d, i) && date_set(d->closed[i]) &&
			(!date_set(ended) || d->closed[i].days < ended.days))
			ended = d->closed[i];
	}
	// Nine of ten deals end sooner than the first one did: earlier endings are
	// missing.
	if (date_set(entered) && date_set(ended) &&
		ended.days - entered.days > d->usual_days)
		d->recorded_from = ended;
}

void intake_times(struct intake *in)
{
	enum { SPANS_MIN = 20 };
	struct deals *d = in->deals;
	struct spans s = { .of_days = ARENA_ARRAY(&in->scratch, uint32_t, DAYS_MAX + 1) };
	see_days(d, in->ws->as_of, d->created);
	see_days(d, in->ws->as_of, d->closed);
	see_days(d, in->ws->as_of, in->modified);
	d->longest_days = d->usual_days = -1;
	if (!d->created || !d->closed)
		return;
	for (size_t i = 0; i < d->count; i++) {
		int32_t days = span_of(d, i);
		if (days < 0)
			continue;
		s.of_days[days]++;
		s.count++;
		d->longest_days = days > d->longest_days ? days : d->longest_days;
	}
	if (s.count < SPANS_MIN)
		return;
	d->usual_days = quantile(&s, 0.9);
	see_record(d);
}
