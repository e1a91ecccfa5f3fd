// The instances of a series: period after period, the days and times that a rule picks.
#include "read/ics_rule.h"

enum { DAYS_MAX = 366 };

static const int64_t WEEKS_BEFORE = 200000; // keeps the number of a week positive

struct walk {
	struct ics_rule rule; // with what it leaves to DTSTART filled in
	struct ics_series series;
	int64_t left; // of COUNT
	struct ics_walls *out;
	struct ics_effort *effort;
	int32_t days[DAYS_MAX]; // picked in the period
	size_t day_count;
	uint64_t hours, minutes, seconds; // times of day in the period
};

static bool has(const uint64_t *bits, int64_t n)
{
	return bits[n / 64] >> (n % 64) & 1;
}

static bool any_nth(const struct ics_rule *r)
{
	for (size_t i = 0; i < 7; i++)
		if (r->nth[i][0] | r->nth[i][1])
			return true;
	return false;
}

static bool any_year_day(const struct ics_rule *r)
{
	uint64_t any = 0;
	for (size_t i = 0; i < 6; i++)
		any |= r->year_days[0][i] | r->year_days[1][i];
	return any != 0;
}

static bool any_month_day(const struct ics_rule *r)
{
	return r->month_days[0] | r->month_days[1];
}

static bool any_week(const struct ics_rule *r)
{
	return r->weeks[0] | r->weeks[1];
}

// What a rule does not say, its first instance says.
static void fill_in(struct walk *w)
{
	struct ics_rule *r = &w->rule;
	int year = 0, month = 0, day = 0;
	struct date first = ics_date_of(ics_day_of(w->series.start));
	date_parts(first, &year, &month, &day);
	bool weekday = r->weekdays || any_nth(r);
	bool silent = !weekday && !any_month_day(r) && !any_year_day(r);
	if (r->freq == ICS_WEEKLY && !weekday)
		r->weekdays = 1u << date_weekday(first);
	if (r->freq == ICS_YEARLY && silent && any_week(r)) {
		r->weekdays = 1u << date_weekday(first);
	} else if (r->freq >= ICS_MONTHLY && silent) {
		r->month_days[0] = UINT64_C(1) << day;
		if (r->freq == ICS_YEARLY && !r->months)
			r->months = UINT64_C(1) << month;
	}
	int64_t time = w->series.start - (int64_t)ics_day_of(w->series.start) * 86400;
	if (!r->hours && r->freq > ICS_HOURLY)
		r->hours = UINT64_C(1) << (time / 3600);
	if (!r->minutes && r->freq > ICS_MINUTELY)
		r->minutes = UINT64_C(1) << (time / 60 % 60);
	if (!r->seconds && r->freq > ICS_SECONDLY)
		r->seconds = UINT64_C(1) << (time % 60);
}

static int32_t first_day(int year, int month)
{
	return ics_day_of(ics_wall_of(date_of(year, month, 1)));
}

// First day of week 1 of a year: the week that has its fourth day.
static int32_t first_week(int year, unsigned week_start)
{
	int32_t fourth = first_day(year, 1) + 3;
	unsigned weekday = (unsigned)date_weekday(ics_date_of(fourth));
	return fourth - (int32_t)((weekday + 7 - week_start) % 7);
}

static bool in_weeks(const struct ics_rule *r, int32_t day, unsigned weekday)
{
	int32_t monday = day - (int32_t)((weekday + 7 - r->week_start) % 7);
	int year = 0, month = 0, ignored = 0;
	date_parts(ics_date_of(monday + 3), &year, &month, &ignored);
	int32_t first = first_week(year, r->week_start);
	int32_t weeks = (first_week(year + 1, r->week_start) - first) / 7;
	int32_t week = (monday - first) / 7 + 1;
	return has(&r->weeks[0], week) || has(&r->weeks[1], weeks - week + 1);
}

// Whether BYDAY picks the day; "2TU" counts in the month or, without one, in the year.
static bool in_weekdays(
	const struct ics_rule *r, unsigned weekday, int32_t from_front, int32_t from_back)
{
	if (r->weekdays >> weekday & 1)
		return true;
	if (r->freq < ICS_MONTHLY || any_week(r)) // numbers mean nothing here
		return r->nth[weekday][0] | r->nth[weekday][1];
	return has(&r->nth[weekday][0], from_front / 7 + 1) ||
	       has(&r->nth[weekday][1], from_back / 7 + 1);
}

static bool picks(
	const struct ics_rule *r, int32_t day, int year, int month, int month_day)
{
	unsigned weekday = (unsigned)date_weekday(ics_date_of(day));
	int32_t month_first = day - month_day + 1, year_first = first_day(year, 1);
	int32_t month_last =
		month < 12 ? first_day(year, month + 1) - 1 : first_day(year + 1, 1) - 1;
	int32_t year_last = first_day(year + 1, 1) - 1;
	if (r->months && !has(&r->months, month))
		return false;
	if (any_month_day(r) && !has(&r->month_days[0], month_day) &&
		!has(&r->month_days[1], month_last - day + 1))
		return false;
	if (any_year_day(r) && !has(r->year_days[0], day - year_first + 1) &&
		!has(r->year_days[1], year_last - day + 1))
		return false;
	if (any_week(r) && r->freq == ICS_YEARLY && !in_weeks(r, day, weekday))
		return false;
	bool by_year = r->freq == ICS_YEARLY && !r->months;
	return (!r->weekdays && !any_nth(r)) ||
	       in_weekdays(r, weekday, day - (by_year ? year_first : month_first),
		       (by_year ? year_last : month_last) - day);
}

// Picks days of [first, last]; whole months that a rule leaves out are passed over.
static void pick_days(struct walk *w, int32_t first, int32_t last)
{
	w->day_count = 0;
	for (int32_t day = first; day <= last && w->effort->left; day++) {
		int year = 0, month = 0, month_day = 0;
		date_parts(ics_date_of(day), &year, &month, &month_day);
		w->effort->left--;
		if (w->rule.months && !has(&w->rule.months, month)) {
			day = (month < 12 ? first_day(year, month + 1)
					  : first_day(year + 1, 1)) -
			      1;
			continue;
		}
		if (picks(&w->rule, day, year, month, month_day))
			w->days[w->day_count++] = day;
	}
}

// Periods are numbered, so that INTERVAL and the way to the window are arithmetic.
static int64_t period_of(const struct ics_rule *r, int64_t wall)
{
	static const int64_t UNITS[] = { 1, 60, 3600, 86400 };
	int year = 0, month = 0, day = 0;
	int32_t days = ics_day_of(wall);
	if (r->freq <= ICS_DAILY) {
		int64_t unit = UNITS[r->freq];
		return wall / unit - (wall % unit < 0);
	}
	if (r->freq == ICS_WEEKLY) // day 0 is a Thursday
		return (days + 3 - (int64_t)r->week_start + WEEKS_BEFORE * 7) / 7;
	date_parts(ics_date_of(days), &year, &month, &day);
	return r->freq == ICS_MONTHLY ? (int64_t)year * 12 + month - 1 : year;
}

static void set_times(struct walk *w, int64_t period)
{
	const struct ics_rule *r = &w->rule;
	const uint64_t all = ~UINT64_C(0);
	uint64_t hours = r->hours ? r->hours : all,
		 minutes = r->minutes ? r->minutes : all,
		 seconds = r->seconds ? r->seconds : all;
	int64_t unit = r->freq == ICS_SECONDLY ? 1 : r->freq == ICS_MINUTELY ? 60 : 3600;
	int64_t wall = period * unit, time = wall - (int64_t)ics_day_of(wall) * 86400;
	w->hours = hours & UINT64_C(0xffffff);
	w->minutes = minutes & (all >> 4);
	w->seconds = seconds & (all >> 4);
	if (r->freq > ICS_HOURLY)
		return;
	w->hours &= UINT64_C(1) << (time / 3600);
	if (r->freq < ICS_HOURLY)
		w->minutes &= UINT64_C(1) << (time / 60 % 60);
	if (r->freq < ICS_MINUTELY)
		w->seconds &= UINT64_C(1) << (time % 60);
}

static void set_period(struct walk *w, int64_t period)
{
	static const int64_t UNITS[] = { 1, 60, 3600, 86400 };
	const struct ics_rule *r = &w->rule;
	int32_t first = 0, last = 0;
	set_times(w, period);
	if (r->freq == ICS_YEARLY) {
		first = first_day((int)period, 1);
		last = first_day((int)period + 1, 1) - 1;
	} else if (r->freq == ICS_MONTHLY) {
		first = first_day((int)(period / 12), (int)(period % 12) + 1);
		period++;
		last = first_day((int)(period / 12), (int)(period % 12) + 1) - 1;
	} else if (r->freq == ICS_WEEKLY) {
		first = (int32_t)((period - WEEKS_BEFORE) * 7 - 3 + r->week_start);
		last = first + 6;
	} else {
		first = last = ics_day_of(period * UNITS[r->freq]);
	}
	pick_days(w, first, last);
}

// False when nothing later can be in the series or the window.
static bool emit(struct walk *w, int64_t wall)
{
	if (wall <= w->series.start)
		return true;
	if (wall > w->series.until || wall >= w->series.to ||
		(w->rule.count && w->left <= 0))
		return false;
	w->left--;
	if (wall < w->series.from)
		return true;
	if (w->out->count == w->out->room) {
		w->effort->cut = true;
		return false;
	}
	w->out->at[w->out->count++] = wall;
	return true;
}

// The n-th set bit, from 0.
static int nth_bit(uint64_t bits, size_t n)
{
	while (n--)
		bits &= bits - 1;
	return __builtin_ctzll(bits);
}

// Instance number n of the period, in order of time.
static int64_t instance(const struct walk *w, size_t n)
{
	size_t seconds = (size_t)__builtin_popcountll(w->seconds),
	       minutes = (size_t)__builtin_popcountll(w->minutes),
	       hours = (size_t)__builtin_popcountll(w->hours);
	int second = nth_bit(w->seconds, n % seconds);
	n /= seconds;
	int minute = nth_bit(w->minutes, n % minutes);
	n /= minutes;
	int hour = nth_bit(w->hours, n % hours);
	return ((int64_t)w->days[n / hours] * 24 + hour) * 3600 + (int64_t)minute * 60 +
	       second;
}

static size_t instances(const struct walk *w)
{
	return w->day_count * (size_t)__builtin_popcountll(w->seconds) *
	       (size_t)__builtin_popcountll(w->minutes) *
	       (size_t)__builtin_popcountll(w->hours);
}

// BYSETPOS: the positions of the period that count, ascending and each once.
static size_t positions(const struct walk *w, size_t total, size_t *at)
{
	size_t count = 0;
	for (size_t i = 0; i < w->rule.position_count; i++) {
		int64_t n = w->rule.positions[i];
		n = n > 0 ? n - 1 : (int64_t)total + n;
		if (n < 0 || n >= (int64_t)total)
			continue;
		size_t j = count;
		while (j && at[j - 1] > (size_t)n)
			j--;
		if (j && at[j - 1] == (size_t)n)
			continue;
		for (size_t k = count++; k > j; k--)
			at[k] = at[k - 1];
		at[j] = (size_t)n;
	}
	return count;
}

static bool emit_period(struct walk *w)
{
	size_t total = instances(w), at[ICS_POSITIONS_MAX];
	if (w->rule.position_count) {
		size_t count = positions(w, total, at);
		for (size_t i = 0; i < count; i++)
			if (!emit(w, instance(w, at[i])))
				return false;
		return true;
	}
	for (size_t i = 0; i < total; i++) {
		if (!w->effort->left)
			return false;
		w->effort->left--;
		if (!emit(w, instance(w, i)))
			return false;
	}
	return true;
}

void ics_rule_expand(const struct ics_rule *r, const struct ics_series *series,
	struct ics_walls *out, struct ics_effort *effort)
{
	struct walk w = { .rule = *r,
		.series = *series,
		.left = r->count - 1,
		.out = out,
		.effort = effort };
	out->count = 0;
	fill_in(&w);
	int64_t period = period_of(r, series->start);
	int64_t wanted = period_of(r, series->from), last = period_of(r, series->to);
	if (!r->count && wanted > period)
		period += (wanted - period) / r->interval * r->interval;
	for (; period <= last && effort->left; period += r->interval) {
		effort->left--;
		set_period(&w, period);
		if (!emit_period(&w))
			break;
	}
	effort->cut |= !effort->left;
}
