#include "web/standing.h"

#include <math.h>
#include <stdlib.h>

const char *const STANDING_ASSUMED =
	"A straight way from baseline to target is an assumption.";

const char *standing_name(enum standing_kind kind)
{
	static const char *const NAMES[STANDING_KINDS] = {
		[STANDING_NO_VALUE] = "no value",
		[STANDING_OLD] = "too old to say",
		[STANDING_NO_ENDS] = "no way to measure",
		[STANDING_UNLIKE] = "not comparable",
		[STANDING_REACHED] = "reached",
		[STANDING_NO_PERIOD] = "no plan",
		[STANDING_EARLY] = "before the period",
		[STANDING_ON] = "on plan",
		[STANDING_BEHIND] = "behind plan",
	};
	return NAMES[kind];
}

const struct objective *standing_objective(const struct workspace *ws, struct str aim)
{
	for (size_t i = 0; i < ws->records.objectives.count; i++) {
		const struct objective *o = &ws->records.objectives.at[i];
		if (str_eq(o->id.len ? o->id : o->objective, aim))
			return o;
	}
	return NULL;
}

struct str standing_measure(struct arena *a, const struct objective *o)
{
	const struct str name = utf8_safe(a, o->metric, 60);
	// Not "iNPS".
	const bool word = name.len > 1 && byte_is_alpha(name.at[0]) &&
			  byte_lower(name.at[0]) == name.at[0] &&
			  byte_lower(name.at[1]) == name.at[1];
	if (!word)
		return name.len ? name : S("It");
	return arena_fmt(
		a, "%c%" PRI_STR, name.at[0] - 'a' + 'A', ARG_STR(str_from(name, 1)));
}

// By day, then as the files have them.
static int by_day(const void *left, const void *right)
{
	const struct metric *a = *(const struct metric *const *)left;
	const struct metric *b = *(const struct metric *const *)right;
	if (a->date.days != b->date.days)
		return a->date.days < b->date.days ? -1 : 1;
	if (a->at.source != b->at.source)
		return a->at.source < b->at.source ? -1 : 1;
	return (a->at.row > b->at.row) - (a->at.row < b->at.row);
}

static struct readings readings_of(
	const struct workspace *ws, const struct objective *o, struct arena *a)
{
	const struct records *r = &ws->records;
	const struct metric **at = NULL;
	size_t count = 0, kept = 0, room = 0;
	for (size_t i = 0; i < r->metrics.count; i++) {
		const struct metric *m = &r->metrics.at[i];
		if (m->date.days > ws->as_of.days || !date_set(m->date) ||
			!metric_is_of(m, o))
			continue;
		at = arena_more(a, at, count, &room, sizeof *at);
		at[count++] = m;
	}
	if (count > 1)
		qsort(at, count, sizeof *at, by_day);
	for (size_t i = 0; i < count; i++)
		if (i + 1 == count || at[i + 1]->date.days != at[i]->date.days)
			at[kept++] = at[i];
	return (struct readings){ at, kept };
}

// Whether x is between half the smaller and twice the larger of two numbers.
static bool is_near(double x, double a, double b)
{
	return fabs(x) >= fmin(fabs(a), fabs(b)) / 2 &&
	       fabs(x) <= fmax(fabs(a), fabs(b)) * 2;
}

// 31 where the objective says .31 to .40, or .31 where it says 31 to 40.
static bool is_unlike(double value, double baseline, double target)
{
	return !is_near(value, baseline, target) &&
	       (is_near(value / 100, baseline, target) ||
		       is_near(value * 100, baseline, target)) &&
	       fabs(value) > 0;
}

// As many places as any of the numbers has, and enough to tell a fifth of the way.
static struct figure how_of(const struct metric *m, const struct objective *o)
{
	struct figure how = m->value;
	const double scale = how.percent ? 100 : 1;
	const double ends[] = { o->baseline, o->target };
	for (size_t i = 0; i < COUNT(ends); i++) {
		const struct figure plain = figure_plain(ends[i] * scale);
		if (isfinite(ends[i]) && plain.places > how.places)
			how.places = plain.places;
	}
	const double way = fabs(o->target - o->baseline) * scale;
	while (way > 0 && how.places < FIGURE_PLACES &&
		pow(10, -(double)how.places) > way / 5)
		how.places++;
	return how;
}

// How both ends are written, whatever the values are written like.
static struct figure ends_of(const struct objective *o)
{
	const struct figure a = figure_plain(o->baseline), b = figure_plain(o->target);
	return a.places > b.places ? a : b;
}

static bool prints_the_same(double a, double b, struct figure how)
{
	const double unit = pow(10, -(double)how.places) / (how.percent ? 100 : 1);
	return fabs(round(a / unit) - round(b / unit)) < 0.5;
}

static void find_period(const struct workspace *ws, struct standing *s)
{
	const struct objective *o = s->objective;
	if (!period_parse(o->period, &ws->config, &s->period))
		return;
	// The day by which it should be reached is more exact than the period's name.
	if (o->until.days > s->period.from.days)
		s->period.to = o->until;
}

static void find_plan(struct standing *s)
{
	const struct objective *o = s->objective;
	const int32_t length = s->period.to.days - s->period.from.days;
	const int32_t passed = s->newest->date.days - s->period.from.days;
	s->time = fmin(1, (double)passed / (double)length);
	s->plan = o->baseline + (o->target - o->baseline) * s->time;
}

static enum standing_kind judge(const struct workspace *ws, struct standing *s)
{
	const struct objective *o = s->objective;
	if (!s->newest)
		return STANDING_NO_VALUE;
	const double value = s->newest->value.value;
	if (ws->as_of.days - s->newest->date.days > STANDING_DAYS)
		return STANDING_OLD;
	if (!isfinite(o->baseline) || !isfinite(o->target) ||
		!(fabs(o->target - o->baseline) > 0))
		return STANDING_NO_ENDS;
	if (is_unlike(value, o->baseline, o->target))
		return STANDING_UNLIKE;
	s->way = (value - o->baseline) / (o->target - o->baseline);
	if (s->way >= 1)
		return STANDING_REACHED;
	if (!date_set(s->period.from) || s->period.to.days <= s->period.from.days)
		return STANDING_NO_PERIOD;
	if (s->newest->date.days < s->period.from.days)
		return STANDING_EARLY;
	find_plan(s);
	return s->way < s->time && !prints_the_same(value, s->plan, s->how)
		       ? STANDING_BEHIND
		       : STANDING_ON;
}

static struct str number(struct arena *a, const struct standing *s, double value)
{
	return figure_words(a, value, s->how);
}

// "the straight way from 1.04 to 1.12"
static struct str way_words(struct arena *a, const struct standing *s)
{
	return arena_fmt(a, "the straight way from %" PRI_STR " to %" PRI_STR,
		ARG_STR(number(a, s, s->objective->baseline)),
		ARG_STR(number(a, s, s->objective->target)));
}

static struct str why_no_ends(struct arena *a, const struct standing *s)
{
	const struct objective *o = s->objective;
	if (isfinite(o->baseline) && isfinite(o->target))
		return arena_fmt(a,
			"baseline and target are both %" PRI_STR
			", so there is no way to measure",
			ARG_STR(number(a, s, o->target)));
	return arena_fmt(a, "objectives.csv has no %s for it",
		isfinite(o->target)	? "baseline"
		: isfinite(o->baseline) ? "target"
					: "baseline and no target");
}

static struct str plan_words(struct arena *a, const struct standing *s)
{
	const struct objective *o = s->objective;
	switch (s->kind) {
	case STANDING_OLD:
		return arena_fmt(
			a, ": more than %d days ago, too old to say", STANDING_DAYS);
	case STANDING_NO_ENDS:
		return arena_fmt(a, "; %" PRI_STR, ARG_STR(why_no_ends(a, s)));
	case STANDING_UNLIKE:
		return arena_fmt(a,
			", which cannot be laid beside %" PRI_STR " to %" PRI_STR
			": one of them seems to be in percent without its sign",
			ARG_STR(figure_words(a, o->baseline, ends_of(o))),
			ARG_STR(figure_words(a, o->target, ends_of(o))));
	case STANDING_REACHED:
		return arena_fmt(a, ", target %" PRI_STR ": reached",
			ARG_STR(number(a, s, o->target)));
	case STANDING_NO_PERIOD:
		return o->period.len
			       ? arena_fmt(a,
					 "; its period “%" PRI_STR
					 "” says no days, so there is no plan to lay it "
					 "against",
					 ARG_STR(utf8_safe(a, o->period, 40)))
			       : S("; it has no period, so there is no plan to lay it "
				   "against");
	case STANDING_EARLY:
		return arena_fmt(a, ", before its period begins on %" PRI_STR,
			ARG_STR(date_words(a, s->period.from)));
	case STANDING_ON:
	case STANDING_BEHIND:
		return arena_fmt(a, ", where %" PRI_STR " stands at %" PRI_STR ": %s",
			ARG_STR(way_words(a, s)), ARG_STR(number(a, s, s->plan)),
			standing_name(s->kind));
	case STANDING_NO_VALUE:
	case STANDING_KINDS:
		break;
	}
	return S("");
}

void standing_of(const struct workspace *ws, const struct objective *o, struct arena *a,
	struct standing *out)
{
	*out = (struct standing){ .objective = o, .plan = NAN, .way = NAN, .time = NAN };
	out->values = readings_of(ws, o, a);
	if (out->values.count) {
		out->newest = out->values.at[out->values.count - 1];
		out->how = how_of(out->newest, o);
	}
	find_period(ws, out);
	out->kind = judge(ws, out);
	if (!out->newest) {
		out->words = S("metrics.csv has no value of it");
		return;
	}
	out->words = arena_fmt(a, "%" PRI_STR " on %" PRI_STR "%" PRI_STR,
		ARG_STR(figure_words(a, out->newest->value.value,
			out->kind == STANDING_UNLIKE ? out->newest->value : out->how)),
		ARG_STR(date_words(a, out->newest->date)), ARG_STR(plan_words(a, out)));
}
