#include "model/period.h"

#include <stdio.h>

enum { PERIOD_MAX = 60, YEAR_FIRST = 1970, YEAR_LAST = 2100, YEAR_MONTHS = 12 };

static bool is_year(int64_t n)
{
	return n >= YEAR_FIRST && n <= YEAR_LAST;
}

// "2025", or "25" where two digits are enough.
static bool read_year(struct str s, bool short_too, int *year)
{
	int64_t n = 0;
	for (size_t i = 0; i < s.len; i++)
		if (!byte_is_digit(s.at[i]))
			return false;
	if (!str_to_int(s, &n))
		return false;
	if (s.len == 2 && short_too)
		n += 2000;
	else if (s.len != 4)
		return false;
	*year = (int)n;
	return is_year(n);
}

static struct date day_before(struct date d)
{
	return (struct date){ d.days - 1 };
}

// The first day of the month `months` after the given one, on the fiscal year's day.
static struct date fiscal_day(const struct config *c, int year, int months)
{
	const int starts = c->fiscal_starts[0] > 0 ? c->fiscal_starts[0] : 1;
	const int day = c->fiscal_starts[1] > 0 ? c->fiscal_starts[1] : 1;
	const int month = year * YEAR_MONTHS + starts - 1 + months;
	const struct date d = date_of(month / YEAR_MONTHS, month % YEAR_MONTHS + 1, day);
	// The 31st of a shorter month is its last day.
	return date_set(d) ? d
			   : day_before(date_month(date_of(month / YEAR_MONTHS,
							   month % YEAR_MONTHS + 1, 1),
				     1));
}

static bool is_fiscal(const struct config *c)
{
	return c->fiscal_starts[0] > 1 || c->fiscal_starts[1] > 1;
}

// A part of a year: `from` months into it, `months` long.
struct part {
	int from, months;
};

static bool read_part(struct str s, struct part *out)
{
	if (s.len != 2 || !byte_is_digit(s.at[1]))
		return false;
	const int n = s.at[1] - '0';
	const char kind = byte_lower(s.at[0]);
	const int months = kind == 'q' ? 3 : kind == 'h' ? 6 : 0;
	if (!months || n < 1 || n > YEAR_MONTHS / months)
		return false;
	*out = (struct part){ (n - 1) * months, months };
	return true;
}

static void fiscal_period(
	const struct config *c, int ends, struct part part, struct period *out)
{
	const int begins = is_fiscal(c) ? ends - 1 : ends;
	out->from = fiscal_day(c, begins, part.from);
	out->to = day_before(fiscal_day(c, begins, part.from + part.months));
}

static void calendar_period(int year, struct part part, struct period *out)
{
	out->from = date_of(year, part.from + 1, 1);
	out->to = day_before(date_month(out->from, part.months));
}

// "FY26", "FY2026", "FY25/26", "FY2025/26": the year in which it ends.
static bool read_fiscal_year(struct str s, const struct config *c, int *ends)
{
	const bool said = str_starts_nocase(s, S("FY"));
	struct str rest = str_trim(str_from(s, said ? 2 : 0));
	const size_t slash = str_find_byte(rest, '/', 0);
	int first = 0;
	if (slash == STR_NONE)
		return said && read_year(rest, true, ends);
	if (!said && (!is_fiscal(c) || slash != 4))
		return false;
	return read_year(str_cut(rest, 0, slash), true, &first) &&
	       read_year(str_from(rest, slash + 1), true, ends) && *ends == first + 1;
}

// A whole year, fiscal or not, with the part that stands beside it.
static bool read_year_part(
	struct str year, struct part part, const struct config *c, struct period *out)
{
	int n = 0;
	if (read_fiscal_year(year, c, &n))
		fiscal_period(c, n, part, out);
	else if (read_year(year, false, &n))
		calendar_period(n, part, out);
	else
		return false;
	return date_set(out->from) && date_set(out->to);
}

// "Q3 2025", "2025-Q3", "FY26 H1": in either order, with a space or a dash between.
static bool read_parted(struct str s, const struct config *c, struct period *out)
{
	static const char BETWEEN[] = " -";
	struct part part = { 0, YEAR_MONTHS };
	if (read_year_part(s, part, c, out))
		return true;
	for (size_t i = 0; i + 1 < sizeof BETWEEN; i++) {
		const size_t at = str_find_byte(s, BETWEEN[i], 0);
		if (at == STR_NONE)
			continue;
		const struct str a = str_trim(str_cut(s, 0, at));
		const struct str b = str_trim(str_from(s, at + 1));
		if (read_part(a, &part) && read_year_part(b, part, c, out))
			return true;
		if (read_part(b, &part) && read_year_part(a, part, c, out))
			return true;
	}
	// "FY 26 Q1": the last word is the part.
	for (size_t at = s.len; at > 0; at--)
		if (s.at[at - 1] == ' ' && read_part(str_from(s, at), &part))
			return read_year_part(
				str_trim(str_cut(s, 0, at - 1)), part, c, out);
	return false;
}

// "2025-07", "July 2025".
static bool read_month(struct str s, struct period *out)
{
	char text[PERIOD_MAX + 8];
	struct date first;
	const bool iso = s.len == 7 && s.at[4] == '-';
	const int len = iso ? snprintf(text, sizeof text, "%" PRI_STR "-01", ARG_STR(s))
			    : snprintf(text, sizeof text, "1 %" PRI_STR, ARG_STR(s));
	if (len <= 0 ||
		!date_parse((struct str){ text, (size_t)len }, DATE_DAY_FIRST, &first))
		return false;
	int year = 0, month = 0, day = 0;
	date_parts(first, &year, &month, &day);
	if (!is_year(year) || day != 1)
		return false;
	*out = (struct period){ first, day_before(date_month(first, 1)) };
	return true;
}

static bool read_end(struct str s, struct period *out)
{
	struct date d;
	if (date_parse(s, DATE_UNSURE, &d)) {
		*out = (struct period){ d, d };
		return true;
	}
	return read_month(s, out);
}

// Two days or months: the first day of the one to the last day of the other.
static bool read_range(struct str s, struct period *out)
{
	static const struct str BETWEEN[] = { STR_INIT(" to "), STR_INIT(" until "),
		STR_INIT(" bis "), STR_INIT(".."), STR_INIT("/"), STR_INIT("–"),
		STR_INIT("—"), STR_INIT(" - ") };
	for (size_t i = 0; i < COUNT(BETWEEN); i++) {
		struct period a, b;
		const size_t at = str_find_nocase(s, BETWEEN[i], 0);
		if (at == STR_NONE || !read_end(str_trim(str_cut(s, 0, at)), &a) ||
			!read_end(str_trim(str_from(s, at + BETWEEN[i].len)), &b))
			continue;
		*out = (struct period){ a.from, b.to };
		return a.from.days < b.to.days;
	}
	return false;
}

bool period_parse(struct str s, const struct config *c, struct period *out)
{
	const struct str text = str_trim(s);
	*out = (struct period){ 0 };
	if (!text.len || text.len > PERIOD_MAX)
		return false;
	if (read_parted(text, c, out) || read_month(text, out) || read_range(text, out))
		return true;
	*out = (struct period){ 0 };
	return false;
}
