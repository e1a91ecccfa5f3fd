// The other function's own measures: where they stood before the first thing given, and
// after.
#include <math.h>

#include "value/gift.h"

enum { SINCE_MIN = 4 }; // values after, below which nothing is said of them

static struct str value_words(struct arena *a, const struct gift_measure *m, double value)
{
	return figure_words(a, value, m->standing.how);
}

static struct str on_day(
	struct arena *a, const struct gift_measure *m, const struct metric *at)
{
	return arena_fmt(a, "%" PRI_STR " on %" PRI_STR,
		ARG_STR(value_words(a, m, at->value.value)),
		ARG_STR(date_words(a, at->date)));
}

// The least and the most of some values.
struct span_of_values {
	double low, high;
};

static struct span_of_values span_of_readings(
	const struct metric *const *at, size_t count)
{
	struct span_of_values s = { INFINITY, -INFINITY };
	for (size_t i = 0; i < count; i++) {
		s.low = fmin(s.low, at[i]->value.value);
		s.high = fmax(s.high, at[i]->value.value);
	}
	return s;
}

static struct str span_words(
	struct arena *a, const struct gift_measure *m, struct span_of_values s)
{
	const struct str low = value_words(a, m, s.low), high = value_words(a, m, s.high);
	return str_eq(low, high) ? low
				 : arena_fmt(a, "between %" PRI_STR " and %" PRI_STR,
					   ARG_STR(low), ARG_STR(high));
}

// Whether the values before had come the same way already.
static bool went_before(const struct gift_measure *m, bool above)
{
	const struct metric *const *at = m->standing.values.at;
	const double way = at[m->before_count - 1]->value.value - at[0]->value.value;
	return m->before_count > 1 && (above ? way > 0 : way < 0);
}

// What four and more values after say beside those before: whether they overlap.
static struct str compare(struct arena *a, const struct gift_measure *m)
{
	const struct metric *const *at = m->standing.values.at;
	const struct span_of_values before = span_of_readings(at, m->before_count);
	const struct span_of_values since =
		span_of_readings(at + m->before_count, m->since_count);
	const bool above = since.low > before.high, below = since.high < before.low;
	const struct str spans = arena_fmt(a, "%" PRI_STR " before, %" PRI_STR " since",
		ARG_STR(span_words(a, m, before)), ARG_STR(span_words(a, m, since)));
	if (!above && !below)
		return arena_fmt(a,
			"%" PRI_STR ": they overlap, so no move can be told from their "
			"ups and downs",
			ARG_STR(spans));
	const double way = m->objective->target - m->objective->baseline;
	const char *whither = !(fabs(way) > 0)	   ? ""
			      : (way > 0) == above ? ", toward the target"
						   : ", away from the target";
	return arena_fmt(a, "%" PRI_STR ": all %s%s%s", ARG_STR(spans),
		above ? "higher" : "lower", whither,
		went_before(m, above) ? "; it went that way before, too" : "");
}

static struct str moved_words(struct arena *a, const struct gift_measure *m)
{
	const struct str first = arena_fmt(a, "the first thing given on %" PRI_STR,
		ARG_STR(date_words(a, m->given)));
	if (!m->since && !m->before)
		return m->standing.words;
	if (!m->since)
		return arena_fmt(a, "%" PRI_STR "; no value since %" PRI_STR,
			ARG_STR(on_day(a, m, m->before)), ARG_STR(first));
	const struct str since = arena_fmt(a, "%" PRI_STR ", after %" PRI_STR,
		ARG_STR(on_day(a, m, m->since)), ARG_STR(first));
	if (!m->before)
		return arena_fmt(a,
			"%" PRI_STR ": no value before, so nothing to compare",
			ARG_STR(since));
	const struct str both = arena_fmt(a,
		"%" PRI_STR ", %" PRI_STR ": %" PRI_STR " value%s before and %" PRI_STR
		" since",
		ARG_STR(on_day(a, m, m->before)), ARG_STR(since),
		ARG_STR(words_count(a, m->before_count)), m->before_count == 1 ? "" : "s",
		ARG_STR(words_count(a, m->since_count)));
	if (m->since_count < SINCE_MIN)
		return arena_fmt(a, "%" PRI_STR ", too early to say", ARG_STR(both));
	return arena_fmt(
		a, "%" PRI_STR "; %" PRI_STR, ARG_STR(both), ARG_STR(compare(a, m)));
}

static struct str plain_words(struct arena *a, double value)
{
	return isfinite(value) ? figure_words(a, value, figure_plain(value))
			       : S("not said");
}

static struct str end_words(struct arena *a, const struct gift_measure *m, double value)
{
	return m->standing.newest && isfinite(value) &&
			       m->standing.kind != STANDING_UNLIKE
		       ? value_words(a, m, value)
		       : plain_words(a, value);
}

// Where the straight way stands on the day of the newest value.
static struct str plan_words(struct arena *a, const struct gift_measure *m)
{
	const struct standing *s = &m->standing;
	switch (s->kind) {
	case STANDING_REACHED:
		return arena_fmt(a, " The target of %" PRI_STR " is reached.",
			ARG_STR(value_words(a, m, m->objective->target)));
	case STANDING_ON:
	case STANDING_BEHIND:
		return arena_fmt(a,
			" %s: the straight way from %" PRI_STR " to %" PRI_STR
			" stands at %" PRI_STR ".",
			s->kind == STANDING_ON ? "On plan" : "Behind plan",
			ARG_STR(value_words(a, m, m->objective->baseline)),
			ARG_STR(value_words(a, m, m->objective->target)),
			ARG_STR(value_words(a, m, s->plan)));
	case STANDING_OLD:
		return arena_fmt(a,
			" The newest value is more than %d days old: too old to say "
			"whether it is behind plan.",
			STANDING_DAYS);
	case STANDING_NO_VALUE:
	case STANDING_NO_ENDS:
	case STANDING_UNLIKE:
	case STANDING_NO_PERIOD:
	case STANDING_EARLY:
	case STANDING_KINDS:
		break;
	}
	return S("");
}

// "NRR FY26"
static struct str name_of(struct arena *a, const struct objective *o)
{
	return arena_fmt(a, "%" PRI_STR "%s%" PRI_STR, ARG_STR(standing_measure(a, o)),
		o->period.len ? " " : "", ARG_STR(utf8_safe(a, o->period, 40)));
}

static void say_measure(const struct ground *g, struct gift_measure *m)
{
	struct arena *a = g->arena;
	const struct objective *o = m->objective;
	const struct str name = name_of(a, o);
	m->aim = arena_fmt(a, "%" PRI_STR ": baseline %" PRI_STR ", target %" PRI_STR,
		ARG_STR(name), ARG_STR(end_words(a, m, o->baseline)),
		ARG_STR(end_words(a, m, o->target)));
	const bool moved = date_set(m->given) && m->standing.newest &&
			   m->standing.kind != STANDING_UNLIKE;
	m->sentence = arena_fmt(a, "%" PRI_STR ": %" PRI_STR ".%" PRI_STR, ARG_STR(name),
		ARG_STR(moved ? moved_words(a, m) : m->standing.words),
		ARG_STR(moved ? plan_words(a, m) : S("")));
}

static struct evidence row_of(
	const struct ground *g, const struct metric *m, struct figure how)
{
	return (struct evidence){ .path = g->ws->sources[m->at.source].path,
		.place = { .kind = PLACE_ROW, .major = m->at.row },
		.column = S("value"),
		.quote = figure_words(g->arena, m->value.value, how),
		.date = m->date,
		.witness = WITNESS_US };
}

void gift_measure_of(const struct ground *g, const struct objective *o, struct date given,
	struct gift_measure *out)
{
	*out = (struct gift_measure){ .objective = o, .given = given };
	standing_of(g->ws, o, g->arena, &out->standing);
	const struct readings *r = &out->standing.values;
	for (size_t i = 0; i < r->count && date_set(given); i++) {
		const bool before = r->at[i]->date.days <= given.days;
		out->before_count += before;
		out->since_count += !before;
		*(before ? &out->before : &out->since) = r->at[i];
	}
	if (out->before)
		out->evidence[out->evidence_count++] =
			row_of(g, out->before, out->before->value);
	const struct metric *newest = out->standing.newest;
	if (newest && newest != out->before)
		out->evidence[out->evidence_count++] = row_of(g, newest, newest->value);
	say_measure(g, out);
}
