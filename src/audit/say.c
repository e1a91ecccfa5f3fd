#include "audit/say.h"

#include <math.h>
#include <string.h>

struct str say_number(struct arena *a, size_t n)
{
	return words_count(a, n);
}

static struct str capital(struct arena *a, struct str s)
{
	char *copy = arena_alloc(a, s.len + 1, 1);
	if (!s.len)
		return s;
	memcpy(copy, s.at, s.len);
	if (copy[0] >= 'a' && copy[0] <= 'z')
		copy[0] = (char)(copy[0] - 'a' + 'A');
	return (struct str){ copy, s.len };
}

struct str say_of(struct arena *a, size_t k, const char *between, size_t n)
{
	if (n > 12)
		return arena_fmt(a, "%" PRI_STR " %s %" PRI_STR,
			ARG_STR(words_number(a, k)), between,
			ARG_STR(money_full(a, (int64_t)n * 100, "")));
	return arena_fmt(a, "%" PRI_STR " %s %" PRI_STR, ARG_STR(say_number(a, k)),
		between, ARG_STR(say_number(a, n)));
}

struct str say_of_first(struct arena *a, size_t k, const char *between, size_t n)
{
	return capital(a, say_of(a, k, between, n));
}

const char *say_plural(size_t n, const char *one, const char *many)
{
	return n == 1 ? one : many;
}

struct str say_ratio(struct arena *a, size_t k, size_t n, const char *what)
{
	return arena_fmt(a, "%" PRI_STR " of %" PRI_STR "%s", ARG_STR(words_number(a, k)),
		ARG_STR(words_number(a, n)), what);
}

struct str say_counts(struct arena *a, const struct estimate *e, const char *what)
{
	const struct str ratio = say_ratio(a, e->k, e->n, what);
	if (e->n < 30)
		return ratio;
	return arena_fmt(
		a, "%" PRI_STR " (%d%%)", ARG_STR(ratio), words_percent(e->value));
}

struct str say_between(struct arena *a, const struct estimate *e)
{
	return arena_fmt(a, "%" PRI_STR " (%" PRI_STR ")", ARG_STR(words_range(a, e)),
		ARG_STR(say_ratio(a, e->k, e->n, "")));
}

struct str say_day(struct arena *a, struct date d, struct date as_of)
{
	int year = 0, now = 0, month = 0, day = 0;
	if (!date_set(d))
		return S("an unknown day");
	date_parts(d, &year, &month, &day);
	date_parts(as_of, &now, &month, &day);
	const struct str words = date_words(a, d);
	return year == now ? str_cut(words, 0, words.len - 5) : words;
}

struct str say_name(struct arena *a, struct str name)
{
	return utf8_safe(a, name, 60);
}

struct str say_quote(struct arena *a, struct str words, size_t max)
{
	struct str safe = utf8_safe(a, words, max);
	if (str_ends(safe, S("…"))) {
		size_t cut = safe.len - S("…").len; // back to the end of a word
		while (cut > safe.len / 2 && safe.at[cut - 1] != ' ')
			cut--;
		safe = arena_fmt(
			a, "%" PRI_STR "…", ARG_STR(str_trim(str_cut(safe, 0, cut))));
	}
	while (safe.len && strchr(".,;:!", safe.at[safe.len - 1]))
		safe.len--;
	return arena_fmt(a, "“%" PRI_STR "”", ARG_STR(safe));
}

struct str say_list(struct arena *a, const struct str *words, size_t count, size_t most)
{
	struct buf out = { 0 };
	const size_t shown = count > most ? most : count;
	for (size_t i = 0; i < shown; i++) {
		const bool last = i + 1 == shown && shown == count;
		if (i)
			buf_add(&out, last ? S(" and ") : S(", "));
		buf_add(&out, words[i]);
	}
	if (shown < count)
		buf_fmt(&out, "%s%zu more", shown ? " and " : "", count - shown);
	struct str text = arena_str(a, buf_str(&out));
	buf_done(&out);
	return text;
}

struct str say_money(struct arena *a, const struct facts *f, int64_t cents)
{
	const char *own = f->ws->deals.currency;
	return money_short(a, cents, own[0] ? own : f->ws->config.currency);
}

struct str say_doubt(struct arena *a, enum certainty c, struct str reason)
{
	return arena_fmt(a, "%s: %" PRI_STR, certainty_words(c), ARG_STR(reason));
}
