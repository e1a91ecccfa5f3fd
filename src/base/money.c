#include "base/money.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

static const struct {
	struct str sign;
	const char *code;
} SIGNS[] = {
	{ STR_INIT("\xe2\x82\xac"), "EUR" },
	{ STR_INIT("US$"), "USD" },
	{ STR_INIT("A$"), "AUD" },
	{ STR_INIT("C$"), "CAD" },
	{ STR_INIT("$"), "USD" },
	{ STR_INIT("\xc2\xa3"), "GBP" },
	{ STR_INIT("\xc2\xa5"), "JPY" },
};

static const char *const CODES[] = { "EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK",
	"PLN", "CZK", "JPY", "CAD", "AUD", "INR", "BRL", "SGD", "NZD", "ZAR", "CNY",
	"MXN" };

static void drop(
	struct str *s, size_t at, size_t len, struct str *left, struct str *right)
{
	*left = str_trim(str_cut(*s, 0, at));
	*right = str_trim(str_from(*s, at + len));
	*s = left->len ? *left : *right;
}

// Takes a sign or code from either end; one in the middle is not an amount.
static bool take_currency(struct str *s, char currency[4])
{
	struct str left, right;
	currency[0] = '\0';
	for (size_t i = 0; i < sizeof SIGNS / sizeof SIGNS[0] && !currency[0]; i++) {
		size_t at = str_find(*s, SIGNS[i].sign, 0);
		if (at == STR_NONE)
			continue;
		memcpy(currency, SIGNS[i].code, 4);
		drop(s, at, SIGNS[i].sign.len, &left, &right);
		if (left.len && right.len)
			return false;
	}
	for (size_t i = 0; i < sizeof CODES / sizeof CODES[0] && !currency[0]; i++) {
		size_t at = str_find_nocase(*s, str_of(CODES[i]), 0);
		if (at == STR_NONE)
			continue;
		memcpy(currency, CODES[i], 4);
		drop(s, at, 3, &left, &right);
		if (left.len && right.len)
			return false;
	}
	return true;
}

static double take_scale(struct str *s)
{
	static const struct {
		struct str suffix;
		double scale;
	} SCALES[] = { { STR_INIT("bn"), 1e9 }, { STR_INIT("mio"), 1e6 },
		{ STR_INIT("k"), 1e3 }, { STR_INIT("m"), 1e6 }, { STR_INIT("b"), 1e9 } };
	for (size_t i = 0; i < sizeof SCALES / sizeof SCALES[0]; i++)
		if (str_ends_nocase(*s, SCALES[i].suffix)) {
			*s = str_trim(str_cut(*s, 0, s->len - SCALES[i].suffix.len));
			return SCALES[i].scale;
		}
	return 1;
}

// Offset of the decimal separator in "1.200,50", or STR_NONE for whole numbers.
static size_t decimal_at(struct str s)
{
	size_t last = STR_NONE, same = 0, other = 0;
	for (size_t i = s.len; i-- > 0;) {
		if (s.at[i] != '.' && s.at[i] != ',')
			continue;
		if (last == STR_NONE)
			last = i;
		same += s.at[i] == s.at[last];
		other += s.at[i] != s.at[last];
	}
	if (last == STR_NONE || same > 1)
		return STR_NONE;
	bool three = s.len - last - 1 == 3;
	return three && !other && last && last <= 3 && s.at[0] != '0' ? STR_NONE : last;
}

static bool is_grouping(char c)
{
	return c == '.' || c == ',' || c == '\'' || c == ' ' ||
	       (unsigned char)c == 0xc2 || (unsigned char)c == 0xa0;
}

static bool digits(struct str s, double *value)
{
	size_t seen = 0;
	*value = 0;
	for (size_t i = 0; i < s.len; i++) {
		if (byte_is_digit(s.at[i])) {
			*value = *value * 10 + (s.at[i] - '0');
			seen++;
		} else if (!seen || !is_grouping(s.at[i])) {
			return false;
		}
	}
	return seen || !s.len;
}

static bool take_sign(struct str *s)
{
	if (str_starts(*s, S("(")) && str_ends(*s, S(")"))) {
		*s = str_trim(str_cut(*s, 1, s->len - 2));
		return true;
	}
	if (str_starts(*s, S("-"))) {
		*s = str_trim(str_from(*s, 1));
		return true;
	}
	return false;
}

// Plain digits with at most two decimals, which is nearly every cell of an export.
static bool parse_plain(struct str s, struct money *out)
{
	int64_t value = 0;
	size_t i = 0;
	if (!s.len || s.len > 15)
		return false;
	for (; i < s.len && byte_is_digit(s.at[i]); i++)
		value = value * 10 + (s.at[i] - '0');
	if (i == 0)
		return false;
	size_t rest = s.len - i;
	if (rest && (s.at[i] != '.' || rest > 3))
		return false;
	int64_t scale = 100;
	for (i += rest > 0; i < s.len; i++, scale /= 10) {
		if (!byte_is_digit(s.at[i]))
			return false;
		value = value * 10 + (s.at[i] - '0');
	}
	*out = (struct money){ .cents = value * scale };
	return true;
}

bool money_parse(struct str s, struct money *out)
{
	s = str_trim(s);
	if (parse_plain(s, out))
		return true;
	*out = (struct money){ 0 };
	if (str_starts(s, S("'")))
		s = str_from(s,
			1); // spreadsheets put it before a cell that looks like a formula
	bool negative = take_sign(&s);
	if (!take_currency(&s, out->currency))
		return false;
	negative |= take_sign(&s);
	double scale = take_scale(&s);
	if (!s.len || s.len > 40)
		return false;
	size_t point = decimal_at(s);
	double whole = 0, part = 0;
	struct str behind = point == STR_NONE ? S("") : str_from(s, point + 1);
	struct str before = point == STR_NONE ? s : str_cut(s, 0, point);
	if (!digits(before, &whole) || !digits(behind, &part))
		return false;
	double cents = (whole + part / pow(10, (double)behind.len)) * scale * 100;
	if (cents > 9e15)
		return false;
	out->cents = (int64_t)(cents + 0.5) * (negative ? -1 : 1);
	return true;
}

struct str money_short(struct arena *a, int64_t cents, const char *currency)
{
	static const struct {
		double from;
		const char *suffix;
	} STEPS[] = { { 1e9, "bn" }, { 1e6, "M" }, { 1e3, "k" }, { 0, "" } };
	double units = fabs((double)cents / 100);
	const char *sign = cents < 0 ? "-" : "";
	const char *gap = currency[0] ? " " : "";
	for (size_t i = 0; i < sizeof STEPS / sizeof STEPS[0]; i++) {
		double shown = STEPS[i].from > 0 ? units / STEPS[i].from : units;
		if (STEPS[i].from > 0 && shown < 0.9995)
			continue;
		int decimals = STEPS[i].from > 0 && shown < 9.95;
		return arena_fmt(a, "%s%.*f%s%s%s", sign, decimals, shown,
			STEPS[i].suffix, gap, currency);
	}
	return S("0");
}

struct str money_full(struct arena *a, int64_t cents, const char *currency)
{
	char text[32];
	uint64_t units = (cents < 0 ? 0 - (uint64_t)cents : (uint64_t)cents) / 100;
	size_t at = sizeof text;
	for (size_t n = 0; n == 0 || units; n++, units /= 10) {
		if (n && n % 3 == 0)
			text[--at] = ',';
		text[--at] = (char)('0' + units % 10);
	}
	return arena_fmt(a, "%s%.*s%s%s", cents < 0 ? "-" : "", (int)(sizeof text - at),
		text + at, currency[0] ? " " : "", currency);
}
