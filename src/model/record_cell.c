#include "model/record_cell.h"

#include <assert.h>
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

static void *member(const struct record_field *f, void *row)
{
	return (char *)row + f->offset;
}

static void put(const struct record_field *f, void *row, const void *value, size_t size)
{
	assert(size == f->width);
	memcpy(member(f, row), value, size);
}

static void put_double(const struct record_field *f, void *row, double value)
{
	put(f, row, &value, sizeof value);
}

static void put_figure(const struct record_field *f, void *row, struct figure value)
{
	put(f, row, &value, sizeof value);
}

static double get_double(const struct record_field *f, const void *row)
{
	double value;
	memcpy(&value, (const char *)row + f->offset, sizeof value);
	return value;
}

static int64_t get_int(const struct record_field *f, const void *row)
{
	int64_t wide = 0;
	int32_t narrow = 0;
	const char *at = (const char *)row + f->offset;
	if (f->width == sizeof wide) {
		memcpy(&wide, at, sizeof wide);
		return wide;
	}
	memcpy(&narrow, at, sizeof narrow); // int, enum and struct date alike
	return narrow;
}

static bool is_word(const struct record_field *f) // of records_word()
{
	return f->width == sizeof(uint32_t);
}

static struct str get_text(const struct record_field *f, const void *row)
{
	struct str s;
	memcpy(&s, (const char *)row + f->offset, sizeof s);
	return s;
}

void record_cell_clear(const struct record_field *f, void *row)
{
	static const int64_t NO_CENTS = -1;
	static const int32_t NOT_SAID = -1;
	switch (f->type) {
	case CELL_MONEY:
		put(f, row, &NO_CENTS, sizeof NO_CENTS);
		return;
	case CELL_YESNO:
		put(f, row, &NOT_SAID, sizeof NOT_SAID);
		return;
	case CELL_COUNT:
	case CELL_NUMBER:
	case CELL_SCORE:
		put_double(f, row, -1);
		return;
	case CELL_SIGNED:
		put_double(f, row, NAN);
		return;
	case CELL_FIGURE:
		memset(member(f, row), 0, f->width);
		put_figure(f, row, (struct figure){ .value = NAN });
		return;
	case CELL_TEXT:
	case CELL_WORD:
	case CELL_STATUS:
	case CELL_DATE:
	case CELL_UNTIL:
	case CELL_TYPES:
		memset(member(f, row), 0, f->width);
		return;
	}
}

bool record_cell_is_blank(const struct record_field *f, const void *row)
{
	switch (f->type) {
	case CELL_TEXT:
	case CELL_WORD:
		return is_word(f) ? !get_int(f, row) : !get_text(f, row).len;
	case CELL_DATE:
	case CELL_UNTIL:
		return !get_int(f, row);
	case CELL_MONEY:
	case CELL_YESNO:
		return get_int(f, row) < 0;
	case CELL_COUNT:
	case CELL_NUMBER:
	case CELL_SCORE:
		return get_double(f, row) < 0;
	case CELL_SIGNED:
	case CELL_FIGURE: // the number comes first
		return isnan(get_double(f, row));
	case CELL_STATUS:
	case CELL_TYPES:
		break;
	}
	return false;
}

static bool one_of(struct str s, const char *list)
{
	struct str rest = str_of(list), word;
	while (str_split(&rest, ';', &word))
		if (str_eq_nocase(s, word))
			return true;
	return false;
}

// What people write where they have nothing to write.
static bool is_nothing(struct str s)
{
	enum { LONGEST = 10 };
	if (s.len > LONGEST || (s.len && byte_is_digit(s.at[0])))
		return false; // nearly every cell
	return !s.len ||
	       one_of(s, "-;--;\xe2\x80\x93;\xe2\x80\x94;n/a;na;#n/a;none;null;nil;"
			 "tbd;?;k.a.;k. a.;keine;entf\xc3\xa4llt;unknown;unbekannt");
}

static bool read_yesno(struct str s, int32_t *out)
{
	*out = one_of(s, "1;yes;y;true;t;x;ja;j;wahr;\xe2\x9c\x93;1.0");
	return *out || one_of(s, "0;no;n;false;f;nein;falsch;0.0");
}

static bool read_status(const struct record_field *f, struct str s, int32_t *out)
{
	for (int32_t i = 0; f->words[i].word; i++)
		if (str_eq_nocase(s, str_of(f->words[i].word)) ||
			one_of(s, f->words[i].also)) {
			*out = i;
			return true;
		}
	return false;
}

// "12", "1.5", "1,5", "1,200", "85%" as 0.85.  One comma with three digits behind it
// parts thousands; any other single comma is a decimal point.
static bool read_number(struct str s, double *out)
{
	char text[40];
	bool percent = str_ends(s, S("%"));
	s = str_trim(str_cut(s, 0, s.len - percent));
	if (!str_to_double(s, out)) {
		size_t comma = str_find_byte(s, ',', 0);
		bool lone = comma != STR_NONE &&
			    str_find_byte(s, ',', comma + 1) == STR_NONE &&
			    str_find_byte(s, '.', 0) == STR_NONE && s.len < sizeof text;
		if (lone && s.len - comma - 1 != 3) {
			memcpy(text, s.at, s.len);
			text[comma] = '.';
			if (!str_to_double((struct str){ text, s.len }, out))
				return false;
		} else {
			struct money m;
			if (!money_parse(s, &m) || m.currency[0])
				return false;
			*out = (double)m.cents / 100;
		}
	}
	if (percent)
		*out /= 100;
	return true;
}

// The same number, and how many places it is written with: "1.040" and "104,0%".
static bool read_figure(struct str s, struct figure *out)
{
	const bool percent = str_ends(s, S("%"));
	double value = 0;
	if (!read_number(s, &value) || !(fabs(value) <= FIGURE_MAX))
		return false;
	*out = (struct figure){ .value = value, .percent = percent };
	const struct str text = str_trim(str_cut(s, 0, s.len - percent));
	size_t point = STR_NONE;
	for (size_t i = 0; i < text.len; i++)
		if (text.at[i] == '.' || text.at[i] == ',')
			point = i;
	size_t places = 0;
	for (size_t i = point; point != STR_NONE && ++i < text.len;)
		places += byte_is_digit(text.at[i]);
	// Whole thousands have a mark, and no place behind it.
	const double shown = percent ? value * 100 : value;
	if (places == 3 && fabs(shown) >= 1000)
		places = 0;
	out->places = (uint8_t)(places < FIGURE_PLACES ? places : FIGURE_PLACES);
	return true;
}

static bool read_count(struct str s, double *out)
{
	struct money m;
	if (!money_parse(s, &m) || m.currency[0] || m.cents < 0 || m.cents % 100)
		return false;
	int64_t whole = m.cents / 100;
	*out = (double)whole;
	return true;
}

// "4", "4.5", "4/5", "4 out of 5", "4 von 5", "86%" as 86.
static bool read_score(struct str s, double *out)
{
	static const struct str OF[] = { STR_INIT("/"), STR_INIT(" out of "),
		STR_INIT(" of "), STR_INIT(" von ") };
	for (size_t i = 0; i < COUNT(OF); i++) {
		size_t at = str_find_nocase(s, OF[i], 0);
		double all = 0;
		if (at == STR_NONE)
			continue;
		if (!read_number(str_from(s, at + OF[i].len), &all) || all <= 0)
			return false;
		return read_number(str_trim(str_cut(s, 0, at)), out) && *out >= 0 &&
		       *out <= all;
	}
	bool percent = str_ends(s, S("%"));
	return read_number(str_cut(s, 0, s.len - percent), out) && *out >= 0;
}

// Milliseconds or seconds since 1970, as some systems export them.
static bool read_epoch(struct str s, struct date *out)
{
	int64_t n = 0;
	if ((s.len != 13 && s.len != 10) || !str_to_int(s, &n) || n < 0)
		return false;
	int64_t days = n / (s.len == 13 ? 1000 : 1) / 86400;
	*out = date_of(1970, 1, 1);
	out->days += (int32_t)days;
	return true;
}

// The day before the first of the month `months` later.
static struct date end_of(struct date first, int months)
{
	struct date next = date_month(first, months);
	return (struct date){ next.days - 1 };
}

static bool four_digits(struct str s, int *year)
{
	int64_t n = 0;
	if (s.len != 4 || !str_to_int(s, &n) || n < 1970 || n > 2100)
		return false;
	*year = (int)n;
	return true;
}

// "11", "Nov", "November": the first day of that month.
static bool read_month(struct str s, int year, struct date *out)
{
	char text[40];
	int64_t month = 0;
	if (s.len > 20)
		return false;
	if (str_to_int(s, &month)) {
		*out = month >= 1 && month <= 12 ? date_of(year, (int)month, 1)
						 : (struct date){ 0 };
		return date_set(*out);
	}
	int len = snprintf(text, sizeof text, "1 %" PRI_STR " %d", ARG_STR(s), year);
	return len > 0 &&
	       date_parse((struct str){ text, (size_t)len }, DATE_DAY_FIRST, out);
}

// "2025-11", "Nov 2025", "Q4 2025", "2025-Q4", "2025 Q4": its first day, or its last.
static bool read_stretch(struct str s, bool until, struct date *out)
{
	struct str rest = s, a, b;
	int year = 0, months = 1;
	char separator = str_find_byte(s, ' ', 0) != STR_NONE ? ' ' : '-';
	if (!str_split(&rest, separator, &a) || !str_split(&rest, separator, &b) ||
		rest.len)
		return false;
	bool year_first = four_digits(a, &year);
	if (!year_first && !four_digits(b, &year))
		return false;
	struct str part = year_first ? b : a;
	if (part.len == 2 && byte_lower(part.at[0]) == 'q' && part.at[1] >= '1' &&
		part.at[1] <= '4') {
		*out = date_of(year, (part.at[1] - '1') * 3 + 1, 1);
		months = 3;
	} else if (!read_month(part, year, out)) {
		return false;
	}
	if (until)
		*out = end_of(*out, months);
	return true;
}

static enum cell_answer read_date(
	struct str s, bool until, struct cell_reading *r, struct date *out)
{
	if (date_parse(s, r->order, out) || read_stretch(s, until, out) ||
		read_epoch(s, out))
		return CELL_FINE;
	if (date_parse(s, DATE_DAY_FIRST, &r->day_first) &&
		date_parse(s, DATE_MONTH_FIRST, &r->month_first))
		return CELL_AMBIGUOUS;
	return CELL_BAD;
}

enum cell_answer record_cell_read(const struct record_field *f, struct str cell,
	struct cell_reading *reading, void *row)
{
	struct str s = str_trim(cell);
	int32_t word = 0;
	double number = 0;
	struct money money;
	struct figure figure;
	struct date date;
	bool fine = false;
	if (is_nothing(s))
		return CELL_BLANK;
	switch (f->type) {
	case CELL_STATUS:
	case CELL_YESNO:
		fine = f->type == CELL_STATUS ? read_status(f, s, &word)
					      : read_yesno(s, &word);
		if (fine)
			put(f, row, &word, sizeof word);
		break;
	case CELL_DATE:
	case CELL_UNTIL: {
		enum cell_answer answer =
			read_date(s, f->type == CELL_UNTIL, reading, &date);
		if (answer == CELL_FINE)
			put(f, row, &date, sizeof date);
		return answer;
	}
	case CELL_MONEY:
		fine = money_parse(s, &money) && money.cents >= 0;
		if (fine)
			put(f, row, &money.cents, sizeof money.cents);
		break;
	case CELL_COUNT:
		fine = read_count(s, &number);
		break;
	case CELL_NUMBER:
		fine = read_number(s, &number) && number >= 0;
		break;
	case CELL_SCORE:
		fine = read_score(s, &number);
		break;
	case CELL_SIGNED:
		fine = read_number(s, &number);
		break;
	case CELL_FIGURE:
		fine = read_figure(s, &figure);
		if (fine)
			put_figure(f, row, figure);
		return fine ? CELL_FINE : CELL_BAD;
	case CELL_TEXT:
	case CELL_WORD:
	case CELL_TYPES:
		return CELL_BAD; // text is kept by record_cell_text
	}
	if (fine && f->type >= CELL_COUNT)
		put_double(f, row, number);
	return fine ? CELL_FINE : CELL_BAD;
}

// A spreadsheet puts an apostrophe before what it must not take for a formula.
static struct str without_guard(struct str s)
{
	bool guarded = s.len > 1 && s.at[0] == '\'' && strchr("=+-@", s.at[1]);
	return guarded ? str_from(s, 1) : s;
}

struct str record_cell_text(const struct record_field *f, struct str cell)
{
	struct str s = without_guard(str_trim(cell));
	for (const struct cell_word *w = f->words; f->type == CELL_WORD && w->word; w++)
		if (str_eq_nocase(s, str_of(w->word)) || one_of(s, w->also))
			return str_of(w->word);
	return s;
}

void record_cell_print(const struct record_field *f, const void *row, struct buf *out)
{
	switch (f->type) {
	case CELL_TEXT:
	case CELL_WORD:
		if (is_word(f))
			buf_fmt(out, "%" PRId64 ";", get_int(f, row));
		else
			buf_add(out, get_text(f, row));
		break;
	case CELL_STATUS:
	case CELL_YESNO:
	case CELL_DATE:
	case CELL_UNTIL:
	case CELL_MONEY:
		buf_fmt(out, "%" PRId64, get_int(f, row));
		break;
	case CELL_COUNT:
	case CELL_NUMBER:
	case CELL_SCORE:
	case CELL_SIGNED:
	case CELL_FIGURE:
		json_number(out, get_double(f, row));
		break;
	case CELL_TYPES:
		break;
	}
	buf_byte(out, '\x1f');
}

const char *record_cell_type_words(enum cell_type type)
{
	static const char *const WORDS[CELL_TYPES] = {
		[CELL_TEXT] = "text",
		[CELL_WORD] = "a word",
		[CELL_STATUS] = "one of the known words",
		[CELL_YESNO] = "yes or no",
		[CELL_DATE] = "a date",
		[CELL_UNTIL] = "a date",
		[CELL_MONEY] = "an amount",
		[CELL_COUNT] = "a whole number",
		[CELL_NUMBER] = "a number",
		[CELL_SCORE] = "a score",
		[CELL_SIGNED] = "a number",
		[CELL_FIGURE] = "a number",
	};
	assert(type < CELL_TYPES);
	return WORDS[type];
}
