#include "read/ics_time.h"

enum { DAY_SECONDS = 86400 };

static int32_t epoch(void)
{
	return date_of(1970, 1, 1).days;
}

int32_t ics_day_of(int64_t wall)
{
	int64_t day = wall / DAY_SECONDS;
	return (int32_t)(day - (wall % DAY_SECONDS < 0));
}

int64_t ics_wall_of(struct date day)
{
	return (int64_t)(day.days - epoch()) * DAY_SECONDS;
}

struct date ics_date_of(int32_t days)
{
	return (struct date){ days + epoch() };
}

static bool digits(struct str s, size_t at, size_t n, int *value)
{
	*value = 0;
	if (at + n > s.len)
		return false;
	for (size_t i = at; i < at + n; i++) {
		if (!byte_is_digit(s.at[i]))
			return false;
		*value = *value * 10 + (s.at[i] - '0');
	}
	return true;
}

bool ics_time_read(struct str value, struct str zone, struct ics_time *t)
{
	int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
	value = str_trim(value);
	*t = (struct ics_time){ .zone = zone };
	if (!digits(value, 0, 4, &year) || !digits(value, 4, 2, &month) ||
		!digits(value, 6, 2, &day) || year < 1000)
		return false;
	struct date d = date_of(year, month, day);
	if (!date_set(d))
		return false;
	t->wall = ics_wall_of(d);
	t->set = true;
	t->day = value.len < 15 || value.at[8] != 'T';
	if (t->day) {
		t->zone = (struct str){ 0 };
		return value.len == 8 || str_eq(str_from(value, 8), S("Z"));
	}
	if (!digits(value, 9, 2, &hour) || !digits(value, 11, 2, &minute) ||
		!digits(value, 13, 2, &second) || hour > 23 || minute > 59 || second > 60)
		return false;
	t->wall += (int64_t)(hour * 60 + minute) * 60 + second;
	t->utc = str_eq_nocase(str_from(value, 15), S("Z"));
	if (t->utc)
		t->zone = (struct str){ 0 };
	return t->utc || value.len == 15;
}

// Seconds of a unit; 0 if it is none.
static int64_t unit_of(char c)
{
	switch (byte_lower(c)) {
	case 'w':
		return (int64_t)7 * DAY_SECONDS;
	case 'd':
		return DAY_SECONDS;
	case 'h':
		return 3600;
	case 'm':
		return 60;
	default:
		return byte_lower(c) == 's';
	}
}

// "12H" off the head of s, added to *total, which stays below ten years.
static bool take_span(struct str *s, int64_t *total)
{
	static const int64_t TEN_YEARS = (int64_t)3653 * DAY_SECONDS;
	int64_t number = 0;
	size_t n = 0;
	for (; n < s->len && byte_is_digit(s->at[n]); n++)
		if (number < TEN_YEARS)
			number = number * 10 + (s->at[n] - '0');
	int64_t unit = n && n < s->len ? unit_of(s->at[n]) : 0;
	if (!unit)
		return false;
	*total += number < TEN_YEARS / unit ? number * unit : TEN_YEARS;
	*total = *total < TEN_YEARS ? *total : TEN_YEARS;
	*s = str_from(*s, n + 1);
	return true;
}

bool ics_span_read(struct str value, int64_t *seconds)
{
	value = str_trim(value);
	bool negative = str_starts(value, S("-"));
	if (negative || str_starts(value, S("+")))
		value = str_from(value, 1);
	if (!str_starts_nocase(value, S("P")) || value.len < 3)
		return false;
	int64_t total = 0;
	for (value = str_from(value, 1); value.len;) {
		if (byte_lower(value.at[0]) == 't')
			value = str_from(value, 1);
		if (!take_span(&value, &total))
			return false;
	}
	*seconds = negative ? -total : total;
	return true;
}
