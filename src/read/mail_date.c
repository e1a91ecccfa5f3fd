#include "read/mail_date.h"

enum { VALUE_MAX = 200 };

struct moment {
	int year, month, day, hour, minute, second, zone_minutes;
	bool has_year, has_month, has_day, has_time, afternoon, forenoon;
};

static int number(struct str s)
{
	int value = 0;
	for (size_t i = 0; i < s.len && i < 6; i++)
		value = value * 10 + (s.at[i] - '0');
	return value;
}

static bool is_digits(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!byte_is_digit(s.at[i]))
			return false;
	return s.len > 0;
}

// Which of the names of three letters the word begins with, from 1; 0 if none.
static int name_of(struct str word, const char *names, size_t count)
{
	if (word.len < 3)
		return 0;
	const char a = byte_lower(word.at[0]), b = byte_lower(word.at[1]),
		   c = byte_lower(word.at[2]);
	for (size_t i = 0; i < count; i++, names += 3)
		if (names[0] == a && names[1] == b && names[2] == c)
			return (int)i + 1;
	return 0;
}

static int month_of(struct str word)
{
	return name_of(word, "janfebmaraprmayjunjulaugsepoctnovdec", 12);
}

static bool is_weekday(struct str word)
{
	return name_of(word, "montuewedthufrisatsun", 7) != 0;
}

// "18:35", "18:35:25", "18:35:25.123"
static bool take_time(struct str word, struct moment *m)
{
	struct str rest = word, part;
	int *const fields[] = { &m->hour, &m->minute, &m->second };
	size_t n = 0;
	while (n < COUNT(fields) && str_split(&rest, ':', &part)) {
		part = str_cut(part, 0, str_find_byte(part, '.', 0));
		if (!is_digits(part) || part.len > 2)
			return false;
		*fields[n++] = number(part);
	}
	m->has_time = n > 1;
	return m->has_time;
}

// "+0200", "-05:00"
static bool take_offset(struct str word, struct moment *m)
{
	int sign = word.at[0] == '-' ? -1 : 1;
	struct str hours = str_cut(word, 1, 2), minutes = str_from(word, 3);
	if (str_starts(minutes, S(":")))
		minutes = str_from(minutes, 1);
	if (!is_digits(hours) || (minutes.len && !is_digits(minutes)) || minutes.len > 2)
		return false;
	m->zone_minutes = sign * (number(hours) * 60 + number(minutes));
	return true;
}

static void take_zone_name(struct str word, struct moment *m)
{
	static const struct {
		struct str name;
		int hours;
	} ZONES[] = { { STR_INIT("EST"), -5 }, { STR_INIT("EDT"), -4 },
		{ STR_INIT("CST"), -6 }, { STR_INIT("CDT"), -5 }, { STR_INIT("MST"), -7 },
		{ STR_INIT("MDT"), -6 }, { STR_INIT("PST"), -8 }, { STR_INIT("PDT"), -7 },
		{ STR_INIT("CET"), 1 }, { STR_INIT("CEST"), 2 }, { STR_INIT("MET"), 1 },
		{ STR_INIT("BST"), 1 }, { STR_INIT("JST"), 9 } };
	for (size_t i = 0; i < COUNT(ZONES); i++)
		if (str_eq_nocase(word, ZONES[i].name))
			m->zone_minutes = ZONES[i].hours * 60;
	m->afternoon |= str_eq_nocase(word, S("PM"));
	m->forenoon |= str_eq_nocase(word, S("AM"));
}

static void take_number(struct str word, struct moment *m)
{
	int value = number(word);
	if (!m->has_day && word.len <= 2) {
		m->day = value;
		m->has_day = true;
	} else if (!m->has_year && word.len <= 4) {
		if (word.len == 2)
			value += value < 50 ? 2000 : 1900;
		m->year = value + (word.len == 3 ? 1900 : 0);
		m->has_year = true;
	}
}

// "2003-02-07", "07-Feb-2003"
static void take_dashed(struct str word, struct moment *m)
{
	struct str part[3] = { 0 };
	for (size_t n = 0; n < 3; n++)
		if (!str_split(&word, '-', &part[n]))
			return;
	bool iso = part[0].len == 4;
	struct str year = part[iso ? 0 : 2], day = part[iso ? 2 : 0];
	int month = is_digits(part[1]) ? number(part[1]) : month_of(part[1]);
	if (!is_digits(year) || !is_digits(day) || !month || m->has_day)
		return;
	take_number(day, m);
	take_number(year, m);
	m->month = month;
	m->has_month = true;
}

static void take_word(struct str word, struct moment *m)
{
	char first = word.at[0];
	if (str_find_byte(word, ':', 0) != STR_NONE && byte_is_digit(first)) {
		size_t zone = 0; // "10:00:00+0200", "10:00Z"
		while (zone < word.len && word.at[zone] != '+' && word.at[zone] != '-' &&
			!byte_is_alpha(word.at[zone]))
			zone++;
		bool ok = !m->has_time && take_time(str_cut(word, 0, zone), m);
		if (ok && zone < word.len)
			take_word(str_from(word, zone), m);
	} else if ((first == '+' || first == '-') && word.len > 2) {
		(void)take_offset(word, m); // a zone that is none leaves UTC
	} else if (is_digits(word)) {
		take_number(word, m);
	} else if (byte_is_digit(first)) {
		take_dashed(word, m);
	} else if (!m->has_month && month_of(word)) {
		m->month = month_of(word);
		m->has_month = true;
	} else {
		take_zone_name(word, m);
	}
}

// Words are what stands between spaces, commas, and the T of ISO 8601, outside comments.
static void take_words(struct str value, struct moment *m)
{
	size_t from = 0, depth = 0;
	value = str_cut(value, 0, VALUE_MAX);
	for (size_t i = 0; i <= value.len; i++) {
		char c = i < value.len ? value.at[i] : ' ';
		bool t = (c == 'T' || c == 't') && i && i + 1 < value.len &&
			 byte_is_digit(value.at[i - 1]) && byte_is_digit(value.at[i + 1]);
		bool cut = byte_is_space(c) || c == ',' || c == '(' || c == ')' || t;
		if (cut) {
			if (!depth && i > from)
				take_word(str_cut(value, from, i - from), m);
			from = i + 1;
		}
		depth += c == '(';
		depth -= c == ')' && depth;
	}
}

// So many digits, and nothing but digits.
static bool take_digits(struct str *rest, size_t count, int *out)
{
	struct str piece = str_cut(*rest, 0, count);
	*out = number(piece);
	*rest = str_from(*rest, count);
	return piece.len == count && is_digits(piece);
}

static bool take_byte(struct str *rest, char byte)
{
	if (!rest->len || rest->at[0] != byte)
		return false;
	*rest = str_from(*rest, 1);
	return true;
}

// "Fri, 7 Feb 2003 18:35:25 +0200": what nearly every program writes, read in one go.
// False for everything else, which take_words() reads.
static bool take_usual(struct str value, struct moment *m)
{
	int hours = 0, minutes = 0;
	struct str rest = value;
	if (value.len > 5 && value.at[3] == ',' && value.at[4] == ' ' &&
		is_weekday(value))
		rest = str_from(value, 5);
	const bool two = rest.len > 1 && byte_is_digit(rest.at[1]);
	if (!take_digits(&rest, two ? 2 : 1, &m->day) || !take_byte(&rest, ' '))
		return false;
	m->month = month_of(str_cut(rest, 0, 3));
	rest = str_from(rest, 3);
	bool ok = m->month && take_byte(&rest, ' ') && take_digits(&rest, 4, &m->year) &&
		  take_byte(&rest, ' ') && take_digits(&rest, 2, &m->hour) &&
		  take_byte(&rest, ':') && take_digits(&rest, 2, &m->minute) &&
		  take_byte(&rest, ':') && take_digits(&rest, 2, &m->second) &&
		  take_byte(&rest, ' ');
	const int sign = rest.len && rest.at[0] == '-' ? -1 : 1;
	ok = ok && (take_byte(&rest, '+') || take_byte(&rest, '-')) &&
	     take_digits(&rest, 2, &hours) && take_digits(&rest, 2, &minutes) &&
	     !rest.len;
	m->zone_minutes = sign * (hours * 60 + minutes);
	m->has_day = m->has_month = m->has_year = ok;
	return ok;
}

bool mail_date(struct str value, int64_t *time_ms)
{
	struct moment m = { 0 };
	if (!take_usual(value, &m)) {
		m = (struct moment){ 0 };
		take_words(value, &m);
	}
	if (!m.has_day || !m.has_month || !m.has_year || m.year < 1980 || m.year > 2100)
		return false;
	if (m.afternoon && m.hour < 12)
		m.hour += 12;
	if (m.forenoon && m.hour == 12)
		m.hour = 0;
	struct date day = date_of(m.year, m.month, m.day);
	if (!date_set(day) || m.hour > 23 || m.minute > 59 || m.second > 60 ||
		m.zone_minutes > 24 * 60 || m.zone_minutes < -24 * 60)
		return false;
	int64_t days = day.days - date_of(1970, 1, 1).days;
	int64_t minutes = (days * 24 + m.hour) * 60 + m.minute - m.zone_minutes;
	*time_ms = (minutes * 60 + m.second) * 1000;
	return true;
}
