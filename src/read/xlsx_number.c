// Numbers of a sheet, and what their format makes of them.
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

struct str number_text(struct arena *a, struct str raw, enum number_kind kind,
	bool from_1904, struct buf *scratch)
{
	double value = 0;
	raw = str_trim(raw);
	if (kind != NUMBER_PLAIN && str_to_double(raw, &value)) {
		struct str text = date_text(a, value, kind, from_1904);
		if (text.len)
			return text;
	}
	buf_clear(scratch);
	return arena_str(a, number_write(raw, scratch) ? buf_str(scratch) : raw);
}
