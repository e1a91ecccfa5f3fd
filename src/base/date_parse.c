// The ways in which exports write a day.
#include "base/date.h"

#include <string.h>

// Up to three fields, each a number or a month's name.
struct fields {
	int value[3];
	size_t width[3];
	size_t count;
	size_t month_at; // which field was a name; 3 if none
};

static const struct {
	struct str name;
	int month;
} NAMES[] = {
	{ STR_INIT("jan"), 1 },
	{ STR_INIT("feb"), 2 },
	{ STR_INIT("mar"), 3 },
	{ STR_INIT("m\xc3\xa4r"), 3 },
	{ STR_INIT("mrz"), 3 },
	{ STR_INIT("apr"), 4 },
	{ STR_INIT("may"), 5 },
	{ STR_INIT("mai"), 5 },
	{ STR_INIT("jun"), 6 },
	{ STR_INIT("jul"), 7 },
	{ STR_INIT("aug"), 8 },
	{ STR_INIT("sep"), 9 },
	{ STR_INIT("oct"), 10 },
	{ STR_INIT("okt"), 10 },
	{ STR_INIT("nov"), 11 },
	{ STR_INIT("dec"), 12 },
	{ STR_INIT("dez"), 12 },
};

static int month_named(struct str word)
{
	for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++)
		if (str_starts_nocase(word, NAMES[i].name))
			return NAMES[i].month;
	return 0;
}

static bool is_separator(char c)
{
	return c == '-' || c == '/' || c == '.' || c == ' ' || c == ',';
}

static bool take_number(struct str *s, struct fields *f)
{
	size_t n = 0;
	int value = 0;
	for (; n < s->len && byte_is_digit(s->at[n]); n++) {
		if (n == 8)
			return false;
		value = value * 10 + (s->at[n] - '0');
	}
	f->value[f->count] = value;
	f->width[f->count++] = n;
	*s = str_from(*s, n);
	return true;
}

static bool take_name(struct str *s, struct fields *f)
{
	size_t n = 0;
	while (n < s->len && byte_is_word(s->at[n]) && !byte_is_digit(s->at[n]))
		n++;
	int month = month_named(str_cut(*s, 0, n));
	if (!month || f->month_at != 3)
		return false;
	f->month_at = f->count;
	f->value[f->count] = month;
	f->width[f->count++] = 2;
	*s = str_from(*s, n);
	return true;
}

// Cuts "2025-11-30T10:00Z" or "Nov 30, 2025 10:00" into its first three fields.
static bool take_fields(struct str s, struct fields *f)
{
	*f = (struct fields){ .month_at = 3 };
	s = str_trim(s);
	if (str_starts(s, S("'")))
		s = str_from(s, 1);
	while (s.len && f->count < 3) {
		if (f->count && f->width[0] == 8)
			break; // 20251130 is the whole date
		bool ok = byte_is_digit(s.at[0]) ? take_number(&s, f) : take_name(&s, f);
		if (!ok)
			return false;
		size_t before = s.len;
		while (f->count < 3 && s.len && is_separator(s.at[0]))
			s = str_from(s, 1);
		if (f->count < 3 && s.len && before == s.len && f->width[0] != 8)
			return false;
	}
	// Behind the date only a time may follow.
	return f->count && (!s.len || strchr("T ,t", s.at[0]));
}

static int full_year(int value, size_t width)
{
	if (width == 4)
		return value;
	return width == 2 ? value + (value < 70 ? 2000 : 1900) : 0;
}

static bool from_parts(int year, int month, int day, struct date *out)
{
	*out = date_of(year, month, day);
	return date_set(*out);
}

static bool from_named(const struct fields *f, struct date *out)
{
	size_t day = f->month_at == 0 ? 1 : 0;
	size_t year = f->month_at == 2 ? 1 : 2;
	if (f->width[day] == 4 && f->month_at == 1)
		return from_parts(f->value[0], f->value[1], f->value[2], out);
	return from_parts(full_year(f->value[year], f->width[year]),
		f->value[f->month_at], f->value[day], out);
}

bool date_parse(struct str s, enum date_order order, struct date *out)
{
	struct fields f;
	if (!take_fields(s, &f))
		return false;
	if (f.count == 1 && f.width[0] == 8)
		return from_parts(f.value[0] / 10000, f.value[0] / 100 % 100,
			f.value[0] % 100, out);
	if (f.count != 3)
		return false;
	if (f.month_at != 3)
		return from_named(&f, out);
	if (f.width[0] == 4)
		return from_parts(f.value[0], f.value[1], f.value[2], out);
	int year = full_year(f.value[2], f.width[2]);
	if (memchr(s.at, '.', s.len < 6 ? s.len : 6))
		order = DATE_DAY_FIRST; // dots are written day first wherever they are
					// used
	if (f.value[0] > 12)
		order = DATE_DAY_FIRST;
	else if (f.value[1] > 12)
		order = DATE_MONTH_FIRST;
	if (order == DATE_UNSURE && f.value[0] != f.value[1])
		return false;
	bool day_first = order == DATE_DAY_FIRST;
	return from_parts(year, f.value[day_first], f.value[!day_first], out);
}

enum date_order date_proves(struct str s)
{
	struct fields f;
	if (!take_fields(s, &f) || f.count != 3 || f.month_at != 3 || f.width[0] == 4)
		return DATE_UNSURE;
	if (f.value[0] > 12 && f.value[1] <= 12)
		return DATE_DAY_FIRST;
	if (f.value[1] > 12 && f.value[0] <= 12)
		return DATE_MONTH_FIRST;
	return DATE_UNSURE;
}

static bool digits_at(struct str s, size_t at, size_t n, int *value)
{
	if (at + n > s.len)
		return false;
	*value = 0;
	for (size_t i = at; i < at + n; i++) {
		if (!byte_is_digit(s.at[i]))
			return false;
		*value = *value * 10 + (s.at[i] - '0');
	}
	return true;
}

static struct date name_date_at(struct str name, size_t at)
{
	int year = 0, month = 0, day = 0;
	if (!digits_at(name, at, 4, &year) || year < 1970 || year > 2100)
		return (struct date){ 0 };
	if (digits_at(name, at + 4, 2, &month) && digits_at(name, at + 6, 2, &day))
		return date_of(year, month, day);
	if (at + 7 > name.len || (name.at[at + 4] != '-' && name.at[at + 4] != '_') ||
		!digits_at(name, at + 5, 2, &month))
		return (struct date){ 0 };
	bool has_day = at + 10 <= name.len && name.at[at + 7] == name.at[at + 4] &&
		       digits_at(name, at + 8, 2, &day);
	return date_of(year, month, has_day ? day : 1);
}

struct date date_in_name(struct str name)
{
	for (size_t i = 0; i < name.len; i++) {
		if (i && byte_is_digit(name.at[i - 1]))
			continue;
		struct date d = name_date_at(name, i);
		if (date_set(d))
			return d;
	}
	return (struct date){ 0 };
}
