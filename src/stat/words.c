#include "stat/words.h"

#include <math.h>

int words_percent(double share)
{
	return (int)floor(share * 100 + 0.5);
}

struct str words_number(struct arena *a, size_t n)
{
	return money_full(a, (int64_t)n * 100, "");
}

struct str words_count(struct arena *a, size_t n)
{
	static const struct str WORDS[] = { STR_INIT("no"), STR_INIT("one"),
		STR_INIT("two"), STR_INIT("three"), STR_INIT("four"), STR_INIT("five"),
		STR_INIT("six"), STR_INIT("seven"), STR_INIT("eight"), STR_INIT("nine"),
		STR_INIT("ten"), STR_INIT("eleven"), STR_INIT("twelve") };
	return n < COUNT(WORDS) ? WORDS[n] : words_number(a, n);
}

struct str words_range(struct arena *a, const struct estimate *e)
{
	return arena_fmt(a, "between %d%% and %d%%", words_percent(e->low),
		words_percent(e->high));
}

struct str words_chance(struct arena *a, double chance)
{
	if (!(chance > 1e-4))
		return S("less than 1 chance in 10,000");
	const double in = 1 / chance;
	if (in < 1.5)
		return S("more than 1 chance in 2");
	const double step = pow(10, floor(log10(in)) - 1);
	const double shown = in < 10 ? floor(in + 0.5) : floor(in / step + 0.5) * step;
	return arena_fmt(a, "about 1 chance in %" PRI_STR,
		ARG_STR(words_number(a, (size_t)(shown + 0.5))));
}
