// Numbers in their shortest form: the fewest digits that read back as the same number.
#include <stdio.h>

#include "read/xlsx_book.h"

enum { DIGITS_MAX = 17, EXACT_DIGITS = 15, POWER_MAX = 400 };

// 0.DIGITS times ten to the power; without zeros at either end.
struct decimal {
	bool negative;
	char digits[DIGITS_MAX + 1];
	int count;
	int64_t power;
};

static void trim(struct decimal *d)
{
	while (d->count && d->digits[d->count - 1] == '0')
		d->count--;
}

// Takes one digit; zeros in front only move the point.  False when there are too many.
static bool take_digit(struct decimal *d, char digit, bool behind_point)
{
	if (!d->count && digit == '0') {
		d->power -= behind_point;
		return true;
	}
	if (d->count == DIGITS_MAX)
		return false;
	d->digits[d->count++] = digit;
	d->power += !behind_point;
	return true;
}

// "-12.50", "1.5E-3"; false when it is no number or has too many digits.
static bool decimal_read(struct str s, struct decimal *d)
{
	int64_t exponent = 0;
	size_t e = str_find_byte(s, 'E', 0), any = 0;
	bool behind_point = false;
	*d = (struct decimal){ .negative = str_starts(s, S("-")) };
	if (e == STR_NONE)
		e = str_find_byte(s, 'e', 0);
	if (e != STR_NONE && !str_to_int(str_from(s, e + 1), &exponent))
		return false;
	for (size_t i = d->negative; i < s.len && i < e; i++) {
		if (s.at[i] == '.' && !behind_point)
			behind_point = true;
		else if (!byte_is_digit(s.at[i]) || !take_digit(d, s.at[i], behind_point))
			return false;
		else
			any++;
	}
	trim(d);
	d->power = d->count ? d->power + exponent : 0;
	return any && exponent < POWER_MAX && exponent > -POWER_MAX;
}

// To `count` digits, the last one as it is or one up; 9.99 may become 10.
static struct decimal decimal_round(const struct decimal *d, int count, bool up)
{
	struct decimal r = *d;
	r.count = count;
	while (up && r.count) {
		up = r.digits[r.count - 1] == '9';
		if (up)
			r.count--;
		else
			r.digits[r.count - 1]++;
	}
	if (up) {
		r.digits[r.count++] = '1';
		r.power++;
	}
	trim(&r);
	return r;
}

// Without powers of ten, unless nobody would write it out.
static void decimal_write(const struct decimal *d, struct buf *out)
{
	enum { POWER_LEAST = -6, POWER_MOST = 21 };
	bool scaled = d->power < POWER_LEAST || d->power > POWER_MOST;
	int64_t point = scaled ? 1 : d->power;
	struct str digits = { d->digits, (size_t)d->count };
	if (d->negative && d->count)
		buf_byte(out, '-');
	if (point <= 0) {
		buf_add(out, d->count ? S("0.") : S("0"));
		buf_repeat(out, S("0"), (size_t)-point);
		buf_add(out, digits);
		return;
	}
	buf_add(out, str_cut(digits, 0, (size_t)point));
	if (point > d->count)
		buf_repeat(out, S("0"), (size_t)(point - d->count));
	if (point < d->count)
		buf_byte(out, '.');
	buf_add(out, str_from(digits, (size_t)point));
	if (scaled)
		buf_fmt(out, "e%lld", (long long)d->power - 1);
}

// A number that is written with more digits than it has.
static bool reread(double value, struct decimal *d)
{
	char text[32];
	int used = snprintf(text, sizeof text, "%.*e", DIGITS_MAX - 1, value); // fits
	return decimal_read((struct str){ text, (size_t)used }, d);
}

// Whether fewer digits are the same number; then they are written.
static bool is_same(
	const struct decimal *d, int digits, bool up, double value, struct buf *out)
{
	double again = 0;
	size_t from = out->len;
	struct decimal shorter = decimal_round(d, digits, up);
	decimal_write(&shorter, out);
	if (str_to_double(str_from(buf_str(out), from), &again) && again == value)
		return true;
	out->len = from;
	return false;
}

bool number_write(struct str raw, struct buf *out)
{
	struct decimal d;
	double value = 0;
	bool read = decimal_read(raw, &d);
	// A double keeps every decimal of 15 digits, so these are as short as can be.
	if (read && d.count <= EXACT_DIGITS) {
		decimal_write(&d, out);
		return true;
	}
	if (!str_to_double(raw, &value) || (!read && !reread(value, &d)))
		return false;
	for (int digits = EXACT_DIGITS; digits < d.count; digits++) {
		bool up = d.digits[digits] >= '5';
		if (is_same(&d, digits, up, value, out) ||
			is_same(&d, digits, !up, value, out))
			return true;
	}
	decimal_write(&d, out);
	return true;
}
