#include "read/ics_rule.h"

static bool is_weekday(struct str two, unsigned *weekday)
{
	static const char NAMES[] = "MOTUWETHFRSASU";
	for (unsigned i = 0; i < 7; i++)
		if (str_eq_nocase(two, str_cut(str_of(NAMES), (size_t)i * 2, 2))) {
			*weekday = i;
			return true;
		}
	return false;
}

static bool set_bit(uint64_t *bits, int64_t n, int64_t least, int64_t most)
{
	if (n < least || n > most)
		return false;
	bits[n / 64] |= UINT64_C(1) << (n % 64);
	return true;
}

// A number from -most to most without 0: from the front into [0], from the end into [1].
static bool set_signed(uint64_t *front, uint64_t *back, int64_t n, int64_t most)
{
	return n > 0 ? set_bit(front, n, 1, most) : set_bit(back, -n, 1, most);
}

// "TU", "2TU", "-1SU"
static bool take_day(struct ics_rule *r, struct str word)
{
	int64_t n = 0;
	unsigned weekday = 0;
	if (word.len < 2 || !is_weekday(str_from(word, word.len - 2), &weekday))
		return false;
	word.len -= 2;
	if (!word.len) {
		r->weekdays |= 1u << weekday;
		return true;
	}
	return str_to_int(word, &n) &&
	       set_signed(&r->nth[weekday][0], &r->nth[weekday][1], n, 53);
}

static bool take_number(struct ics_rule *r, struct str key, int64_t n)
{
	if (str_eq_nocase(key, S("BYSECOND")))
		return set_bit(&r->seconds, n == 60 ? 59 : n, 0, 59);
	if (str_eq_nocase(key, S("BYMINUTE")))
		return set_bit(&r->minutes, n, 0, 59);
	if (str_eq_nocase(key, S("BYHOUR")))
		return set_bit(&r->hours, n, 0, 23);
	if (str_eq_nocase(key, S("BYMONTH")))
		return set_bit(&r->months, n, 1, 12);
	if (str_eq_nocase(key, S("BYMONTHDAY")))
		return set_signed(&r->month_days[0], &r->month_days[1], n, 31);
	if (str_eq_nocase(key, S("BYYEARDAY")))
		return set_signed(r->year_days[0], r->year_days[1], n, 366);
	if (str_eq_nocase(key, S("BYWEEKNO")))
		return set_signed(&r->weeks[0], &r->weeks[1], n, 53);
	if (!n || n < -366 || n > 366 || r->position_count == ICS_POSITIONS_MAX)
		return false;
	r->positions[r->position_count++] = (int16_t)n;
	return true;
}

static bool take_list(struct ics_rule *r, struct str key, struct str list)
{
	struct str word;
	bool days = str_eq_nocase(key, S("BYDAY"));
	while (str_split(&list, ',', &word)) {
		int64_t n = 0;
		word = str_trim(word);
		if (days ? !take_day(r, word)
			 : !str_to_int(word, &n) || !take_number(r, key, n))
			return false;
	}
	return true;
}

static bool take_freq(struct ics_rule *r, struct str value)
{
	static const struct str NAMES[] = { STR_INIT("SECONDLY"), STR_INIT("MINUTELY"),
		STR_INIT("HOURLY"), STR_INIT("DAILY"), STR_INIT("WEEKLY"),
		STR_INIT("MONTHLY"), STR_INIT("YEARLY") };
	for (unsigned i = 0; i < COUNT(NAMES); i++)
		if (str_eq_nocase(value, NAMES[i])) {
			r->freq = (enum ics_freq)i;
			return true;
		}
	return false;
}

static bool is_list(struct str key)
{
	static const struct str KEYS[] = { STR_INIT("BYSECOND"), STR_INIT("BYMINUTE"),
		STR_INIT("BYHOUR"), STR_INIT("BYDAY"), STR_INIT("BYMONTHDAY"),
		STR_INIT("BYYEARDAY"), STR_INIT("BYWEEKNO"), STR_INIT("BYMONTH"),
		STR_INIT("BYSETPOS") };
	for (size_t i = 0; i < COUNT(KEYS); i++)
		if (str_eq_nocase(key, KEYS[i]))
			return true;
	return false;
}

// One part; parts that RFC 5545 does not know are passed over, calendars but one are not.
static bool take_part(struct ics_rule *r, struct str key, struct str value)
{
	if (is_list(key))
		return take_list(r, key, value);
	if (str_eq_nocase(key, S("INTERVAL")))
		return str_to_int(value, &r->interval) && r->interval > 0 &&
		       r->interval <= INT32_MAX;
	if (str_eq_nocase(key, S("COUNT")))
		return str_to_int(value, &r->count) && r->count > 0;
	if (str_eq_nocase(key, S("UNTIL")))
		return ics_time_read(value, S(""), &r->until);
	if (str_eq_nocase(key, S("WKST")))
		return is_weekday(value, &r->week_start);
	return !str_eq_nocase(key, S("RSCALE")) || str_eq_nocase(value, S("GREGORIAN"));
}

bool ics_rule_read(struct str value, struct ics_rule *r)
{
	struct str part;
	bool has_freq = false;
	*r = (struct ics_rule){ .interval = 1 };
	while (str_split(&value, ';', &part)) {
		size_t equals = str_find_byte(part, '=', 0);
		if (equals == STR_NONE)
			continue;
		struct str key = str_trim(str_cut(part, 0, equals)),
			   word = str_trim(str_from(part, equals + 1));
		if (str_eq_nocase(key, S("FREQ")))
			has_freq = take_freq(r, word);
		else if (!take_part(r, key, word))
			return false;
	}
	return has_freq;
}
