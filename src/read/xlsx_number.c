// Numbers of a sheet: what their format makes of them, and their shortest form.
#include <stdio.h>
#include <stdlib.h>

#include "read/xlsx_book.h"

enum { SECONDS_A_DAY = 86400, LAST_DAY = 2958465 }; // 9999-12-31 counted from 1900

// ECMA-376 part 1, 18.8.30; 27 to 58 are the dates of East Asian versions.
static enum number_kind kind_of_built_in(uint32_t id)
{
	if (id == 22)
		return NUMBER_MOMENT;
	if (id == 46)
		return NUMBER_DURATION;
	if ((id >= 18 && id <= 21) || id == 32 || id == 33 || id == 45 || id == 47)
		return NUMBER_TIME;
	if ((id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
		return NUMBER_DAY;
	return NUMBER_PLAIN;
}

struct letters {
	bool year, month, day, hour, second, elapsed;
};

static void see(struct letters *l, char c)
{
	l->year |= c == 'y';
	l->month |= c == 'm';
	l->day |= c == 'd';
	l->hour |= c == 'h';
	l->second |= c == 's';
}

// "[h]" counts on past a day; "[Red]" and "[$-407]" say nothing about time.
static void see_bracket(struct letters *l, struct str in)
{
	if (!in.len)
		return;
	char c = byte_lower(in.at[0]);
	for (size_t i = 0; i < in.len; i++)
		if (byte_lower(in.at[i]) != c)
			return;
	l->elapsed |= c == 'h' || c == 'm' || c == 's';
}

// The first section of a format, without what it quotes.
static struct letters letters_of(struct str format)
{
	struct letters l = { 0 };
	for (size_t i = 0; i < format.len && format.at[i] != ';'; i++) {
		char c = format.at[i], closing = c == '"' ? '"' : c == '[' ? ']' : 0;
		if (c == '\\' || c == '_' || c == '*') {
			i++;
		} else if (closing) {
			size_t end = str_find_byte(format, closing, i + 1);
			if (end == STR_NONE)
				break;
			if (c == '[')
				see_bracket(&l, str_cut(format, i + 1, end - i - 1));
			i = end;
		} else {
			see(&l, byte_lower(c));
		}
	}
	return l;
}

enum number_kind number_kind_of(uint32_t id, struct str format)
{
	if (!format.len)
		return kind_of_built_in(id);
	struct letters l = letters_of(format);
	bool time = l.hour || l.second;
	bool day = l.year || l.day || (l.month && !time);
	if (l.elapsed)
		return NUMBER_DURATION;
	if (day)
		return time ? NUMBER_MOMENT : NUMBER_DAY;
	return time ? NUMBER_TIME : NUMBER_PLAIN;
}

// Days are counted from 1, and 60 is 29 February 1900, a day that never was.
static struct date day_of(int64_t serial, bool from_1904)
{
	struct date d = date_of(1899, 12, 30);
	if (from_1904)
		d = date_of(1904, 1, 1);
	else if (serial == 60 || serial < 1)
		return (struct date){ 0 };
	else if (serial < 60)
		serial++;
	d.days += (int32_t)serial;
	return d;
}

static struct str clock_text(struct arena *a, int64_t seconds)
{
	return arena_fmt(a, "%02lld:%02lld:%02lld", (long long)(seconds / 3600),
		(long long)(seconds / 60 % 60), (long long)(seconds % 60));
}

// Empty when the number is no date.
static struct str date_text(
	struct arena *a, double value, enum number_kind kind, bool from_1904)
{
	if (!(value >= 0) || value > LAST_DAY + 0.99999)
		return (struct str){ 0 };
	int64_t seconds = (int64_t)(value * SECONDS_A_DAY + 0.5);
	struct date day = day_of(seconds / SECONDS_A_DAY, from_1904);
	struct str time = clock_text(a, seconds % SECONDS_A_DAY);
	if (kind == NUMBER_DURATION)
		return clock_text(a, seconds);
	if (kind == NUMBER_TIME)
		return time;
	struct str text = date_str(a, day);
	if (!text.len || kind == NUMBER_DAY)
		return text;
	return arena_fmt(a, "%" PRI_STR "T%" PRI_STR, ARG_STR(text), ARG_STR(time));
}

// Up to 15 digits, a decimal number that does not end or begin in surplus zeros is its
// own shortest form: every double keeps 15 digits.
static bool is_shortest(struct str s)
{
	size_t digits = 0, point = STR_NONE, from = str_starts(s, S("-"));
	for (size_t i = from; i < s.len; i++) {
		if (s.at[i] == '.' && point == STR_NONE && i > from)
			point = i;
		else if (byte_is_digit(s.at[i]))
			digits++;
		else
			return false;
	}
	if (!digits || digits > 15 || str_eq(s, S("-0")))
		return false;
	bool zero_first = s.at[from] == '0' && s.len > from + 1 && s.at[from + 1] != '.';
	bool zero_last = point != STR_NONE && !(s.at[s.len - 1] > '0');
	return !zero_first && !zero_last;
}

// The fewest digits that read back as the same number, without powers of ten where people
// do not write them.
static struct str shortest(struct arena *a, double value)
{
	char text[32];
	int used = 0;
	for (int digits = 15; digits <= 17; digits++) {
		used = snprintf(text, sizeof text, "%.*e", digits - 1, value); // fits
		if (strtod(text, NULL) == value)
			break;
	}
	struct str whole = { text, (size_t)used };
	size_t e = str_find_byte(whole, 'e', 0);
	struct str digits = str_cut(whole, 0, e);
	int64_t power = 0;
	(void)str_to_int(str_from(whole, e + 1), &power); // printf wrote it
	while (str_ends(digits, S("0")))
		digits.len--;
	digits = str_strip(digits, ".");
	int64_t behind =
		(int64_t)digits.len - 2 - (value < 0); // the point, if there is one
	int64_t places = (behind > 0 ? behind : 0) - power;
	if (power < -7 || power > 20)
		return arena_fmt(
			a, "%" PRI_STR "e%lld", ARG_STR(digits), (long long)power);
	return arena_fmt(a, "%.*f", places > 0 ? (int)places : 0, value);
}

struct str number_text(
	struct arena *a, struct str raw, enum number_kind kind, bool from_1904)
{
	double value = 0;
	raw = str_trim(raw);
	if (kind == NUMBER_PLAIN && is_shortest(raw))
		return arena_str(a, raw);
	if (!str_to_double(raw, &value))
		return arena_str(a, raw);
	if (kind != NUMBER_PLAIN) {
		struct str text = date_text(a, value, kind, from_1904);
		if (text.len)
			return text;
	}
	return shortest(a, value);
}
