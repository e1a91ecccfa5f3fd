#include "model/deals_date.h"

#include <string.h>

static bool is_iso(struct str s)
{
	static const char SHAPE[] = "dddd-dd-dd";
	if (s.len < 10 || (s.len > 10 && s.at[10] != ' ' && s.at[10] != 'T'))
		return false;
	for (size_t i = 0; i < 10; i++)
		if (SHAPE[i] == 'd' ? !byte_is_digit(s.at[i]) : s.at[i] != '-')
			return false;
	return true;
}

static int two(const char *at)
{
	return (at[0] - '0') * 10 + (at[1] - '0');
}

static bool read_iso(struct dates *d, struct str cell, struct date *out)
{
	if (cell.len >= 10 && date_set(d->last_day) && !memcmp(cell.at, d->last, 10) &&
		(cell.len == 10 || cell.at[10] == ' ' || cell.at[10] == 'T')) {
		*out = d->last_day;
		return true;
	}
	if (!is_iso(cell))
		return false;
	*out = date_of(two(cell.at) * 100 + two(cell.at + 2), two(cell.at + 5),
		two(cell.at + 8));
	if (!date_set(*out))
		return false;
	memcpy(d->last, cell.at, 10);
	d->last_day = *out;
	return true;
}

static void remember(
	struct dates *d, struct str *quote, uint32_t *at, struct str cell, uint32_t row)
{
	if (quote->len)
		return;
	*quote = arena_str(d->arena, str_cut(cell, 0, 24));
	*at = row;
}

static void prove(struct dates *d, enum date_order order, struct str cell, uint32_t row)
{
	if (order == DATE_UNSURE)
		return;
	if (!d->proof.len && (!d->told || order == d->order)) {
		d->order = order;
		remember(d, &d->proof, &d->proof_row, cell, row);
	} else if (order != d->order) {
		remember(d, &d->against, &d->against_row, cell, row);
	}
}

static struct date bad(struct dates *d, struct str cell, uint32_t row)
{
	d->bad_count++;
	remember(d, &d->bad, &d->bad_row, cell, row);
	return (struct date){ 0 };
}

// "3/4/2025", "03-04-2025 10:00": three numbers and one separator.
struct numbers {
	int first, second, year;
	char separator;
};

static size_t take_digits(struct str s, size_t at, size_t most, int *value)
{
	size_t n = 0;
	for (*value = 0; n < most && at + n < s.len && byte_is_digit(s.at[at + n]); n++)
		*value = *value * 10 + (s.at[at + n] - '0');
	return n;
}

static bool take_numbers(struct str s, struct numbers *n)
{
	size_t at = take_digits(s, 0, 2, &n->first);
	if (!at || at + 1 >= s.len || (s.at[at] != '/' && s.at[at] != '-'))
		return false;
	n->separator = s.at[at++];
	size_t second = take_digits(s, at, 2, &n->second);
	at += second;
	if (!second || at >= s.len || s.at[at] != n->separator)
		return false;
	at++;
	if (take_digits(s, at, 4, &n->year) != 4)
		return false;
	at += 4;
	return at == s.len || s.at[at] == ' ' || s.at[at] == 'T' || s.at[at] == ',';
}

// Both readings are days: the one with the day first is kept, negated, until all is read.
static struct date either(
	struct dates *d, struct date day_first, struct str cell, uint32_t row)
{
	d->unsure_count++;
	remember(d, &d->unsure, &d->unsure_row, cell, row);
	return (struct date){ -day_first.days };
}

static struct date read_numbers(
	struct dates *d, const struct numbers *n, struct str cell, uint32_t row)
{
	struct date day_first = date_of(n->year, n->second, n->first);
	struct date month_first = date_of(n->year, n->first, n->second);
	if (!date_set(day_first) && !date_set(month_first))
		return bad(d, cell, row);
	if (!date_set(day_first))
		prove(d, DATE_MONTH_FIRST, cell, row);
	else if (!date_set(month_first))
		prove(d, DATE_DAY_FIRST, cell, row);
	else if (n->first != n->second)
		return either(d, day_first, cell, row);
	return date_set(day_first) ? day_first : month_first;
}

struct date dates_read(struct dates *d, struct str cell, uint32_t row)
{
	struct date day = { 0 }, other = { 0 };
	struct numbers n;
	if (!cell.len || read_iso(d, cell, &day))
		return day;
	if (take_numbers(cell, &n))
		return read_numbers(d, &n, cell, row);
	prove(d, date_proves(cell), cell, row);
	if (date_parse(cell, DATE_UNSURE, &day))
		return day;
	if (!date_parse(cell, DATE_MONTH_FIRST, &other) ||
		!date_parse(cell, DATE_DAY_FIRST, &day))
		return bad(d, cell, row);
	return either(d, day, cell, row);
}

bool dates_open(const struct dates *d)
{
	bool contradicted = d->against.len > 0 && !d->told;
	return d->unsure_count && (d->order == DATE_UNSURE || contradicted);
}

void dates_settle(const struct dates *d, struct date *days, size_t count)
{
	bool open = dates_open(d);
	if (!d->unsure_count)
		return;
	for (size_t i = 0; i < count; i++) {
		if (days[i].days >= 0)
			continue;
		struct date day = { -days[i].days };
		int year = 0, month = 0, of_month = 0;
		date_parts(day, &year, &month, &of_month);
		if (d->order == DATE_MONTH_FIRST)
			day = date_of(year, of_month, month);
		days[i] = open ? (struct date){ 0 } : day;
	}
}
