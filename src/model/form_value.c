// One value of each type a key can have.
#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "model/form.h"

static bool one_of(struct str s, const char *list)
{
	struct str rest = str_of(list), word;
	while (str_split(&rest, ';', &word))
		if (str_eq_nocase(s, word))
			return true;
	return false;
}

static bool read_yesno(struct str s, void *at)
{
	bool yes = one_of(s, "yes;true;on;y");
	if (!yes && !one_of(s, "no;false;off;n"))
		return false;
	memcpy(at, &yes, sizeof yes);
	return true;
}

static bool read_choice(const struct form_key *key, struct str s, void *at)
{
	struct str rest = str_of(key->choices), word;
	for (int i = 1; str_split(&rest, ';', &word); i++)
		if (str_eq_nocase(s, word)) {
			memcpy(at, &i, sizeof i);
			return true;
		}
	return false;
}

static bool read_count(const struct form_key *key, struct str s, void *at)
{
	int64_t n = 0;
	if (!str_to_int(s, &n) || (double)n < key->low || (double)n > key->high)
		return false;
	int value = (int)n; // the range of the key fits an int
	memcpy(at, &value, sizeof value);
	return true;
}

static bool read_number(const struct form_key *key, struct str s, void *at)
{
	double value = 0;
	bool percent = key->type == KEY_SHARE && str_ends(s, S("%"));
	if (!str_to_double(str_cut(s, 0, s.len - percent), &value))
		return false;
	if (percent)
		value /= 100;
	if (value < key->low || value > key->high)
		return false;
	memcpy(at, &value, sizeof value);
	return true;
}

static bool read_money(struct str s, void *at)
{
	struct money m;
	if (!money_parse(s, &m) || m.cents < 0)
		return false;
	memcpy(at, &m.cents, sizeof m.cents);
	return true;
}

static bool read_currency(struct str s, void *at)
{
	char code[4] = { 0 };
	if (s.len != 3)
		return false;
	for (size_t i = 0; i < 3; i++) {
		if (s.at[i] < 'A' || s.at[i] > 'Z')
			return false;
		code[i] = s.at[i];
	}
	memcpy(at, code, sizeof code);
	return true;
}

// "60d", "8 weeks", "6m", "1y", "60".  A month is a twelfth of 365 days.  0 where the key
// takes "none".
static bool read_days(const struct form_key *key, struct str s, void *at)
{
	static const struct {
		const char *words;
		int64_t times, over;
	} UNITS[] = {
		{ "d;day;days", 1, 1 },
		{ "w;week;weeks", 7, 1 },
		{ "m;month;months", 365, 12 },
		{ "y;year;years", 365, 1 },
	};
	size_t digits = 0;
	int64_t n = 0;
	if (key->or_none && one_of(s, "none;never;0")) {
		memcpy(at, &(int){ 0 }, sizeof(int));
		return true;
	}
	while (digits < s.len && byte_is_digit(s.at[digits]))
		digits++;
	struct str unit = str_trim(str_from(s, digits));
	if (!str_to_int(str_cut(s, 0, digits), &n) || n > 100000)
		return false;
	for (size_t i = 0; i < COUNT(UNITS); i++) {
		if (unit.len ? !one_of(unit, UNITS[i].words) : i > 0)
			continue;
		int64_t days = (n * UNITS[i].times + UNITS[i].over / 2) / UNITS[i].over;
		if ((double)days < key->low || (double)days > key->high)
			return false;
		int value = (int)days;
		memcpy(at, &value, sizeof value);
		return true;
	}
	return false;
}

static bool read_date(struct str s, void *at)
{
	struct date d;
	if (!date_parse(s, DATE_UNSURE, &d))
		return false;
	memcpy(at, &d, sizeof d);
	return true;
}

static bool read_day(struct str s, void *at)
{
	int64_t month = 0, day = 0;
	struct str first;
	if (!str_split(&s, '-', &first) || !str_to_int(first, &month) ||
		!str_to_int(s, &day) || month < 1 || month > 12 || day < 1 || day > 31)
		return false;
	if (!date_set(date_of(2000, (int)month, (int)day)))
		return false;
	int value[2] = { (int)month, (int)day };
	memcpy(at, value, sizeof value);
	return true;
}

static bool read_text(const struct form_key *key, struct str s, struct arena *a, void *at)
{
	struct str safe = utf8_safe(a, s, 0);
	if (key->type == KEY_NAME) {
		if (!safe.len || safe.len > 80)
			return false;
		for (size_t i = 0; i < safe.len; i++)
			if (!byte_is_word(safe.at[i]) && !strchr("-_.", safe.at[i]))
				return false;
	}
	memcpy(at, &safe, sizeof safe);
	return true;
}

bool key_read(const struct form_key *key, struct str text, struct arena *a, void *at)
{
	struct str s = str_trim(text);
	switch (key->type) {
	case KEY_TEXT:
	case KEY_NAME:
		return read_text(key, s, a, at);
	case KEY_CHOICE:
		return read_choice(key, s, at);
	case KEY_YESNO:
		return read_yesno(s, at);
	case KEY_COUNT:
		return read_count(key, s, at);
	case KEY_NUMBER:
	case KEY_SHARE:
		return read_number(key, s, at);
	case KEY_MONEY:
		return read_money(s, at);
	case KEY_CURRENCY:
		return read_currency(s, at);
	case KEY_DAYS:
		return read_days(key, s, at);
	case KEY_DATE:
		return read_date(s, at);
	case KEY_DAY:
		return read_day(s, at);
	case KEY_GROUP:
	case KEY_TEXTS:
	case KEY_PAIRS:
	case KEY_LIST:
	case KEY_NAMED:
	case KEY_LINE:
	case KEY_TYPES:
		break;
	}
	return false;
}

const char *key_type_words(enum key_type type)
{
	static const char *const WORDS[KEY_TYPES] = {
		[KEY_GROUP] = "a group of keys",
		[KEY_TEXT] = "a text",
		[KEY_NAME] = "a short name without spaces such as status-quo",
		[KEY_CHOICE] = "one of",
		[KEY_YESNO] = "true or false",
		[KEY_COUNT] = "a whole number",
		[KEY_NUMBER] = "a number",
		[KEY_SHARE] = "a share such as 0.3 or 30%",
		[KEY_MONEY] = "an amount such as 60000, 60k or 1.2M",
		[KEY_CURRENCY] = "three capital letters such as EUR",
		[KEY_DAYS] = "a time such as 60d, 8w, 6m or 1y",
		[KEY_DATE] = "a date such as 2026-03-31",
		[KEY_DAY] = "a month and day such as 02-01",
		[KEY_TEXTS] = "a list such as [one, two]",
		[KEY_PAIRS] = "names and values such as {id: \"Opportunity ID\"}",
		[KEY_LIST] = "a list, each element with its keys",
		[KEY_NAMED] = "names, each with its keys",
		[KEY_LINE] = "a line",
	};
	assert(type < KEY_TYPES);
	return WORDS[type];
}

struct str key_expects(struct arena *a, const struct form_key *key)
{
	const char *words = key_type_words(key->type);
	struct buf b = { 0 };
	switch (key->type) {
	case KEY_COUNT:
	case KEY_NUMBER:
		buf_fmt(&b, "%s from %g to %g", words, key->low, key->high);
		break;
	case KEY_SHARE:
		buf_fmt(&b, "%s, from %g to %g", words, key->low, key->high);
		break;
	case KEY_DAYS:
		buf_add(&b, str_of(words));
		if (key->low > 0)
			buf_fmt(&b, ", at least %g days", key->low);
		if (key->or_none)
			buf_add(&b, S(", or none"));
		break;
	case KEY_CHOICE: {
		struct str rest = str_of(key->choices), word;
		for (size_t i = 0; str_split(&rest, ';', &word); i++)
			buf_fmt(&b, "%s%" PRI_STR, i ? rest.len ? ", " : " or " : "",
				ARG_STR(word));
		break;
	}
	case KEY_GROUP:
	case KEY_TEXT:
	case KEY_NAME:
	case KEY_YESNO:
	case KEY_MONEY:
	case KEY_CURRENCY:
	case KEY_DATE:
	case KEY_DAY:
	case KEY_TEXTS:
	case KEY_PAIRS:
	case KEY_LIST:
	case KEY_NAMED:
	case KEY_LINE:
	case KEY_TYPES:
		buf_add(&b, str_of(words));
		break;
	}
	struct str s = arena_str(a, buf_str(&b));
	buf_done(&b);
	return s;
}
