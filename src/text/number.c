#include "text/number.h"

#include <math.h>
#include <string.h>

#include "text/number_unit.h"
#include "text/stem.h"

enum { NOUN_WORDS = 3, GAP_MAX = 2 };

// The words of one text, with a place to stand among them.
struct reader_of_words {
	struct str text;
	enum tongue tongue;
	struct word w;	    // the one looked at
	struct word before; // the one before it; empty at the beginning
	size_t at;	    // behind w
	size_t taken;	    // end of the last quantity: a currency belongs to one only
};

static struct str folded_word(const struct reader_of_words *r, char room[WORD_MAX])
{
	return word_fold(word_cut(r->text, r->w), room);
}

// Digits with separators, up to the first other byte.  *end is where they stop; false
// for what is no number: "6.2.1".
static bool parse_digits(struct str s, enum tongue tongue, double *value, size_t *end)
{
	size_t points = 0, commas = 0, last = 0, i = 0;
	double digits = 0;
	for (; i < s.len && (byte_is_digit(s.at[i]) || s.at[i] == '.' || s.at[i] == ',');
		i++) {
		if (byte_is_digit(s.at[i])) {
			digits = digits * 10 + (s.at[i] - '0');
			continue;
		}
		points += s.at[i] == '.';
		commas += s.at[i] == ',';
		last = i;
	}
	*end = i;
	*value = digits;
	if (!points && !commas)
		return i > 0;
	const size_t behind = i - last - 1;
	const bool both = points && commas;
	const bool decimal_sign =
		(s.at[last] == (tongue == TONGUE_GERMAN ? ',' : '.')) || both;
	const bool groups = behind == 3 && !decimal_sign;
	if (points + commas > 1 && !both && behind != 3)
		return false;
	const bool decimal = !groups && (both || points + commas == 1);
	if (decimal)
		*value = digits / pow(10, (double)behind);
	return true;
}

static bool char_is(struct str text, size_t at, uint32_t c)
{
	return at < text.len && utf8_next(text, &at) == c;
}

// What stands right behind the digits without being a word: %, or the sign of times.
static bool take_sign(struct str text, size_t *at, struct quantity *q)
{
	size_t here = *at;
	while (here < text.len && (text.at[here] == ' ' || char_is(text, here, 0xa0) ||
					  char_is(text, here, 0x202f)))
		(void)utf8_next(text, &here);
	if (here >= text.len)
		return false;
	const uint32_t c = utf8_next(text, &here);
	if (c != '%' && c != 0xd7 && c != 0x20ac && c != 0xa3)
		return false;
	q->measure = c == '%'	 ? MEASURE_PERCENT
		     : c == 0xd7 ? MEASURE_TIMES
				 : MEASURE_MONEY;
	if (q->measure == MEASURE_MONEY)
		memcpy(q->currency, c == 0xa3 ? "GBP" : "EUR", 4);
	*at = here;
	return true;
}

static void scale_by(struct quantity *q, double factor)
{
	q->low *= factor;
	q->high *= factor;
}

static void set_unit(struct quantity *q, const struct unit *u, struct str folded)
{
	q->measure = u->measure;
	scale_by(q, u->scale);
	const char *code = u->measure == MEASURE_MONEY ? currency_of(folded) : NULL;
	if (code)
		memcpy(q->currency, code, 4);
}

// Letters that stand right behind the digits: "72h", "1.2M", "10x".  False if the word is
// a name after all: "3D", "2FA".
static bool take_suffix(struct str suffix, struct quantity *q)
{
	char room[WORD_MAX];
	while (suffix.len && (suffix.at[0] == '+' || suffix.at[0] == '-'))
		suffix = str_from(suffix, 1);
	while (suffix.len && suffix.at[suffix.len - 1] == '+')
		suffix.len--;
	if (!suffix.len)
		return true;
	const bool capital = str_eq(suffix, S("M")) || str_eq(suffix, S("B"));
	const struct str folded = word_fold(suffix, room);
	const struct unit *u = capital ? NULL : unit_of(folded);
	if (u) {
		set_unit(q, u, folded);
		return true;
	}
	const double scale = scale_of(str_eq(suffix, S("B")) ? S("bn") : folded);
	if (scale <= 0)
		return false;
	scale_by(q, scale);
	return true;
}

// The next word if it follows at once: only spaces or one hyphen between.
static bool peek(const struct reader_of_words *r, size_t at, struct word *out)
{
	size_t behind = at;
	if (!word_next(r->text, &behind, out) || out->span.from > at + GAP_MAX)
		return false;
	for (size_t i = at; i < out->span.from; i++)
		if (r->text.at[i] != ' ' && r->text.at[i] != '-')
			return false;
	return true;
}

static bool take_unit_word(
	const struct reader_of_words *r, size_t *at, struct quantity *q)
{
	char room[WORD_MAX];
	struct word w;
	if (!peek(r, *at, &w))
		return false;
	const struct str folded = word_fold(word_cut(r->text, w), room);
	const double scale = folded.len > 1 ? scale_of(folded) : 0;
	if (scale > 0) {
		scale_by(q, scale);
		*at = w.span.to + (str_starts(str_from(r->text, w.span.to), S(". ")));
		(void)(take_sign(r->text, at, q) ||
			take_unit_word(r, at, q)); // "5 million EUR", or it counts
		return true;
	}
	const struct unit *u = unit_of(folded);
	if (!u || (folded.len == 1 && u->measure != MEASURE_SECONDS &&
			  u->measure != MEASURE_TIMES))
		return false;
	set_unit(q, u, folded);
	*at = w.span.to;
	return true;
}

// Up to three words behind the number that may be what it counts.
static void take_noun(const struct reader_of_words *r, size_t at, struct quantity *q)
{
	char room[WORD_MAX];
	struct word w;
	q->noun = (struct span){ (uint32_t)at, (uint32_t)at };
	for (size_t n = 0; n < NOUN_WORDS && peek(r, at, &w); n++) {
		const struct str folded = word_fold(word_cut(r->text, w), room);
		const bool of = n == 0 && q->vague && str_eq(folded, S("of"));
		if (!of && (stop_of(folded) || (w.flags & WORD_DIGIT)))
			break;
		if (!of && q->noun.to == q->noun.from)
			q->noun.from = w.span.from;
		if (!of)
			q->noun.to = w.span.to;
		n -= of;
		at = w.span.to;
	}
	if (q->noun.to > q->noun.from)
		q->span.to = q->noun.to;
}

static bool is_between_numbers(struct str text, size_t from, size_t to)
{
	const struct str gap = str_trim(str_cut(text, from, to - from));
	return str_eq(gap, S("-")) || str_eq(gap, S("\xe2\x80\x93")) ||
	       str_eq(gap, S("\xe2\x80\x94"));
}

// The upper end of a range: "150-2,000", "5 to 10", "5 bis 10".
static void take_range(const struct reader_of_words *r, size_t *at, struct quantity *q)
{
	size_t behind = *at, end = 0;
	struct word w;
	double value = 0;
	char room[WORD_MAX];
	if (!word_next(r->text, &behind, &w))
		return;
	bool range = is_between_numbers(r->text, *at, w.span.from);
	const struct str folded = word_fold(word_cut(r->text, w), room);
	if (str_eq(folded, S("to")) || str_eq(folded, S("bis"))) {
		range = w.span.from <= *at + 1;
		if (!word_next(r->text, &behind, &w))
			return;
	}
	const struct str token = word_cut(r->text, w);
	if (!range || !parse_digits(token, r->tongue, &value, &end) || value <= q->low)
		return;
	q->high = value;
	*at = w.span.to;
	(void)take_suffix(str_from(token, end), q); // "5-10x"
}

static bool is_year(const struct quantity *q, struct str token)
{
	return token.len == 4 && q->low >= 1900 && q->low < 2100 && q->low >= q->high;
}

// Whether the number belongs to the name before it: SOC 2, Fortune 500, Python 3.
static bool belongs_to_name(const struct reader_of_words *r)
{
	char room[WORD_MAX];
	if (r->before.span.to == r->before.span.from ||
		r->w.span.from > r->before.span.to + 1 || r->before.span.to == 0)
		return false;
	const struct str before = word_cut(r->text, r->before);
	if (stop_of(word_fold(before, room)))
		return false;
	if (r->before.flags & (WORD_SHOUT | WORD_CAMEL))
		return !currency_of(word_fold(before, room));
	return r->tongue == TONGUE_ENGLISH && (r->before.flags & WORD_CAPITAL) &&
	       r->before.span.from > 0;
}

// Times, dates, phone numbers, addresses: digits that lean on other signs.
static bool leans(struct str text, struct span span)
{
	const char before = span.from ? text.at[span.from - 1] : ' ';
	const char after = span.to < text.len ? text.at[span.to] : ' ';
	const char beyond = span.to + 1 < text.len ? text.at[span.to + 1] : ' ';
	return before == '/' || before == ':' || before == '.' || before == '@' ||
	       ((after == '/' || after == ':') && byte_is_digit(beyond));
}

static bool is_rank(struct str text, size_t from)
{
	return from && text.at[from - 1] == '#';
}

// A currency before the number: "$9", "EUR 9".  Moves the span back over it.
static void take_currency_before(const struct reader_of_words *r, struct quantity *q)
{
	static const struct str SIGNS[] = { STR_INIT("US$"), STR_INIT("$"), STR_INIT("€"),
		STR_INIT("£") };
	struct str head = str_cut(r->text, 0, q->span.from);
	while (head.len && head.at[head.len - 1] == ' ')
		head.len--;
	const char *code = NULL;
	for (size_t i = 0; i < COUNT(SIGNS) && !code; i++)
		if (str_ends(head, SIGNS[i])) {
			code = currency_of(SIGNS[i].at[0] == 'U' ? S("$") : SIGNS[i]);
			q->span.from = (uint32_t)(head.len - SIGNS[i].len);
		}
	char room[WORD_MAX];
	const struct str before = word_cut(r->text, r->before);
	if (!code && r->before.span.to == head.len && (r->before.flags & WORD_SHOUT)) {
		code = currency_of(word_fold(before, room));
		q->span.from = code ? r->before.span.from : q->span.from;
	}
	if (q->span.from < r->taken) {
		q->span.from = r->w.span.from;
		code = NULL;
	}
	if (code) {
		q->measure = MEASURE_MONEY;
		memcpy(q->currency, code, 4);
	}
}

// What follows the digits: a range, a sign, a unit or a noun.
static void take_rest(const struct reader_of_words *r, size_t at, struct quantity *q)
{
	take_range(r, &at, q);
	q->span.to = (uint32_t)at;
	take_currency_before(r, q);
	if (take_sign(r->text, &at, q) || take_unit_word(r, &at, q))
		q->span.to = (uint32_t)at;
	if (q->measure == MEASURE_COUNT)
		take_noun(r, at, q);
}

// "72-hour", "150-2,000", "3-shift": one word that begins with a number.
static bool take_hyphened(
	const struct reader_of_words *r, struct str rest, struct quantity *q)
{
	char room[WORD_MAX];
	size_t end = 0;
	double value = 0;
	const struct str tail = str_from(rest, 1);
	if (parse_digits(tail, r->tongue, &value, &end) && end && value > q->low) {
		q->high = value;
		return take_suffix(str_from(tail, end), q);
	}
	const struct str folded = word_fold(tail, room);
	const struct unit *u = unit_of(folded);
	if (u)
		set_unit(q, u, folded);
	else
		q->noun =
			(struct span){ r->w.span.to - (uint32_t)tail.len, r->w.span.to };
	return true;
}

static bool read_digits(const struct reader_of_words *r, struct quantity *q)
{
	const struct str token = word_cut(r->text, r->w);
	size_t end = 0;
	if (!byte_is_digit(token.at[0]) ||
		!parse_digits(token, r->tongue, &q->low, &end) ||
		leans(r->text, r->w.span))
		return false;
	q->high = q->low;
	q->span = r->w.span;
	if (is_rank(r->text, q->span.from)) {
		q->measure = MEASURE_RANK;
		q->span.from--;
		return end == token.len;
	}
	const struct str rest = str_from(token, end);
	if (rest.len && rest.at[0] == '-') {
		if (!take_hyphened(r, rest, q))
			return false;
	} else if (!take_suffix(rest, q)) {
		return false;
	}
	const bool settled = q->measure != MEASURE_COUNT || q->noun.to > q->noun.from;
	if (!settled)
		take_rest(r, r->w.span.to, q);
	else if (q->measure == MEASURE_MONEY)
		take_currency_before(r, q);
	const bool bare = q->measure == MEASURE_COUNT;
	if (bare && is_year(q, token) && q->noun.to == q->noun.from)
		q->measure = MEASURE_YEAR;
	return !(bare && belongs_to_name(r));
}

static bool read_words(const struct reader_of_words *r, struct quantity *q)
{
	char room[WORD_MAX];
	q->low = q->high = number_word(folded_word(r, room), &q->vague);
	if (q->low <= 0)
		return false;
	q->span = r->w.span;
	size_t at = r->w.span.to;
	if (!q->vague && take_unit_word(r, &at, q))
		q->span.to = (uint32_t)at;
	if (q->measure == MEASURE_COUNT)
		take_noun(r, at, q);
	return q->measure != MEASURE_COUNT || q->noun.to > q->noun.from;
}

void quantities_of(struct str text, enum tongue tongue, struct quantities *out)
{
	struct reader_of_words r = { .text = text, .tongue = tongue };
	out->count = 0;
	while (word_next(text, &r.at, &r.w)) {
		struct quantity q = { 0 };
		const bool digits = (r.w.flags & WORD_DIGIT) != 0;
		if (digits ? read_digits(&r, &q) : read_words(&r, &q)) {
			out->at = arena_more(out->arena, out->at, out->count, &out->room,
				sizeof *out->at);
			out->at[out->count++] = q;
			r.at = r.taken = q.span.to > r.at ? q.span.to : r.at;
		}
		r.before = r.w;
	}
}

static bool shares_word(struct str a, struct str b)
{
	struct word w, v;
	char room_a[WORD_MAX], room_b[WORD_MAX];
	for (size_t i = 0; word_next(a, &i, &w);) {
		struct str stem = stem_of(
			room_a, word_fold(word_cut(a, w), room_a), TONGUE_ENGLISH);
		for (size_t j = 0; word_next(b, &j, &v);)
			if (str_eq(stem,
				    stem_of(room_b, word_fold(word_cut(b, v), room_b),
					    TONGUE_ENGLISH)))
				return true;
	}
	return false;
}

bool quantity_comparable(struct str text_a, const struct quantity *a, struct str text_b,
	const struct quantity *b)
{
	if (a->measure != b->measure || strncmp(a->currency, b->currency, 4) != 0)
		return false;
	if (a->measure != MEASURE_COUNT)
		return true;
	const struct str noun_a =
		str_cut(text_a, a->noun.from, a->noun.to - a->noun.from);
	const struct str noun_b =
		str_cut(text_b, b->noun.from, b->noun.to - b->noun.from);
	return !noun_a.len || !noun_b.len || shares_word(noun_a, noun_b);
}

static bool near_equal(double a, double b)
{
	return fabs(a - b) <= 1e-9 * fmax(fabs(a), fabs(b));
}

bool quantity_equal(const struct quantity *a, const struct quantity *b)
{
	return near_equal(a->low, b->low) && near_equal(a->high, b->high);
}

bool quantity_overlap(const struct quantity *a, const struct quantity *b)
{
	return quantity_equal(a, b) || (a->low <= b->high && b->low <= a->high);
}

struct str quantity_words(struct str text, const struct quantity *q)
{
	return str_cut(text, q->span.from, q->span.to - q->span.from);
}
