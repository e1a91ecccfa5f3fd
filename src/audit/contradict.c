#include "audit/contradict.h"

enum { WORDS_MAX = 64, BYTES_MAX = 400, NEAR = 4 };

// A sentence in lower-case words; numbers keep their point and lose their thousands.
struct words {
	struct str at[WORDS_MAX];
	size_t count;
};

static bool is_part(struct str s, size_t i)
{
	const char c = s.at[i];
	if (byte_is_word(c) || c == '%' || c == '$')
		return true;
	return (c == '.' || c == ',') && i && i + 1 < s.len &&
	       byte_is_digit(s.at[i - 1]) && byte_is_digit(s.at[i + 1]);
}

static const struct str NUMBERS[] = { STR_INIT("zero"), STR_INIT("one"), STR_INIT("two"),
	STR_INIT("three"), STR_INIT("four"), STR_INIT("five"), STR_INIT("six"),
	STR_INIT("seven"), STR_INIT("eight"), STR_INIT("nine"), STR_INIT("ten"),
	STR_INIT("eleven"), STR_INIT("twelve") };

// The value of "twelve", or COUNT(NUMBERS).  "one" is more often a pronoun.
static size_t number_word(struct str w)
{
	for (size_t i = 2; i < COUNT(NUMBERS); i++)
		if (str_eq_nocase(w, NUMBERS[i]))
			return i;
	return COUNT(NUMBERS);
}

static bool is_number(struct str w)
{
	return (w.len && byte_is_digit(w.at[0])) || number_word(w) < COUNT(NUMBERS);
}

static const struct str MONEY[] = { STR_INIT("eur"), STR_INIT("usd"), STR_INIT("gbp"),
	STR_INIT("chf"), STR_INIT("€"), STR_INIT("£"), STR_INIT("$") };

// "40%", "9eur" and "€9" are a number and its unit.
static void add_word(struct words *w, struct str word)
{
	size_t digits = 0;
	for (size_t i = 0; i < COUNT(MONEY) && w->count < WORDS_MAX; i++)
		if (str_starts_nocase(word, MONEY[i]) && word.len > MONEY[i].len &&
			byte_is_digit(word.at[MONEY[i].len])) {
			w->at[w->count++] = str_cut(word, 0, MONEY[i].len);
			word = str_from(word, MONEY[i].len);
		}
	while (digits < word.len &&
		(byte_is_digit(word.at[digits]) || word.at[digits] == '.' ||
			word.at[digits] == ','))
		digits++;
	if (digits && digits < word.len && w->count < WORDS_MAX) {
		w->at[w->count++] = str_cut(word, 0, digits);
		word = str_from(word, digits);
	}
	if (word.len && w->count < WORDS_MAX)
		w->at[w->count++] = word;
}

static void cut_words(struct str s, struct words *w)
{
	s = str_cut(s, 0, BYTES_MAX);
	w->count = 0;
	for (size_t from = 0; from < s.len;) {
		size_t to = from;
		while (to < s.len && is_part(s, to))
			to++;
		if (to > from)
			add_word(w, str_cut(s, from, to - from));
		from = to + 1;
	}
}

// The word behind the number, else a currency before it.
static struct str unit_of(const struct words *w, size_t number)
{
	for (size_t i = 0; number && i < COUNT(MONEY); i++)
		if (str_eq_nocase(w->at[number - 1], MONEY[i]))
			return MONEY[i];
	if (number + 1 < w->count && !is_number(w->at[number + 1]))
		return w->at[number + 1];
	return (struct str){ 0 };
}

static bool same_word(struct str a, struct str b)
{
	if (str_eq_nocase(a, b))
		return true;
	// "user" and "users"
	const struct str shorter = a.len < b.len ? a : b, longer = a.len < b.len ? b : a;
	return shorter.len >= 4 && longer.len == shorter.len + 1 &&
	       byte_lower(longer.at[shorter.len]) == 's' &&
	       str_starts_nocase(longer, shorter);
}

static bool says(const struct words *w, struct str word, size_t from, size_t to)
{
	for (size_t i = from; i < to && i < w->count; i++)
		if (same_word(w->at[i], word))
			return true;
	return false;
}

// Words that both sentences have: everywhere, and near the two numbers.
static bool same_thing(const struct words *l, size_t ln, const struct words *r, size_t rn,
	struct str unit)
{
	size_t shared = 0;
	bool near = false;
	for (size_t i = 0; i < l->count; i++) {
		const struct str w = l->at[i];
		const size_t gap = i < ln ? ln - i : i - ln;
		if (w.len < 4 || is_number(w) || same_word(w, unit))
			continue;
		if (!says(r, w, 0, r->count))
			continue;
		shared++;
		const size_t from = rn > NEAR ? rn - NEAR : 0;
		near |= gap <= NEAR && says(r, w, from, rn + NEAR + 1);
	}
	return shared >= 2 && near;
}

static bool value_of(struct str w, double *out)
{
	char plain[40];
	size_t len = 0;
	const size_t word = number_word(w);
	*out = (double)word;
	if (word < COUNT(NUMBERS))
		return true;
	for (size_t i = 0; i < w.len && len < sizeof plain; i++) {
		const bool thousands = w.at[i] == ',' && w.len - i == 4;
		if (!thousands)
			plain[len++] = w.at[i] == ',' ? '.' : w.at[i];
	}
	return str_to_double((struct str){ plain, len }, out);
}

static struct str as_written(const struct words *w, size_t number, struct str unit)
{
	// Both are slices of one sentence: what lies between them is as written.
	const struct str n = w->at[number];
	const bool behind = number + 1 < w->count && same_word(w->at[number + 1], unit);
	const struct str first = behind || !number ? n : w->at[number - 1];
	const struct str last = behind ? w->at[number + 1] : n;
	return (struct str){ first.at, (size_t)(last.at + last.len - first.at) };
}

static enum agreement number_agrees(const struct words *l, size_t ln,
	const struct words *r, struct contradiction *out)
{
	const struct str unit = unit_of(l, ln);
	double ours = 0, theirs = 0;
	enum agreement said = SAYS_NOTHING;
	if (!unit.len || !value_of(l->at[ln], &ours))
		return SAYS_NOTHING;
	for (size_t i = 0; i < r->count; i++) {
		if (!is_number(r->at[i]) || !same_word(unit_of(r, i), unit) ||
			!value_of(r->at[i], &theirs))
			continue;
		if (ours == theirs)
			return SAYS_SAME;
		if (said == SAYS_NOTHING && same_thing(l, ln, r, i, unit)) {
			said = SAYS_OTHER;
			out->left = as_written(l, ln, unit);
			out->right = as_written(r, i, unit);
		}
	}
	return said;
}

static bool any_number(const struct words *w)
{
	for (size_t i = 0; i < w->count; i++)
		if (is_number(w->at[i]))
			return true;
	return false;
}

bool has_number(struct str sentence)
{
	struct words w;
	cut_words(sentence, &w);
	return any_number(&w);
}

enum agreement numbers_agree(struct str left, struct str right, struct contradiction *out)
{
	struct words l, r;
	enum agreement said = SAYS_NOTHING;
	cut_words(right, &r);
	if (!any_number(&r))
		return SAYS_NOTHING;
	cut_words(left, &l);
	for (size_t i = 0; i < l.count && said != SAYS_SAME; i++) {
		struct contradiction numbers;
		const enum agreement one = is_number(l.at[i])
						   ? number_agrees(&l, i, &r, &numbers)
						   : SAYS_NOTHING;
		if (one == SAYS_OTHER && said == SAYS_NOTHING)
			*out = numbers;
		said = one == SAYS_NOTHING ? said : one;
	}
	return said;
}

static bool is_negation(struct str w)
{
	static const struct str WORDS[] = { STR_INIT("no"), STR_INIT("not"),
		STR_INIT("never"), STR_INIT("without"), STR_INIT("cannot"),
		STR_INIT("kein"), STR_INIT("keine"), STR_INIT("ohne"),
		STR_INIT("nicht") };
	for (size_t i = 0; i < COUNT(WORDS); i++)
		if (str_eq_nocase(w, WORDS[i]))
			return true;
	return false;
}

bool denied_and_offered(struct str denied, struct str offered)
{
	struct words l, r;
	size_t content = 0;
	cut_words(denied, &l);
	if (l.count < 3 || !str_eq_nocase(l.at[0], S("no")))
		return false;
	cut_words(offered, &r);
	for (size_t i = 1; i < l.count; i++) {
		const bool carries = l.at[i].len >= 4;
		if (is_negation(l.at[i]) || !says(&r, l.at[i], 0, r.count))
			return false;
		content += carries;
	}
	for (size_t i = 0; i < r.count; i++)
		if (is_negation(r.at[i]))
			return false;
	return content >= 2;
}
