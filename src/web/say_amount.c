// Amounts in words, against what the traffic of both predicts.
#include <math.h>

#include "web/say.h"

struct amount {
	double ratio;
	const char *words; // before "the traffic of both predicts"
};

static const struct amount AMOUNTS[] = {
	{ .05, "a twentieth of what" },
	{ 1. / 12, "a twelfth of what" },
	{ .1, "a tenth of what" },
	{ .125, "an eighth of what" },
	{ 1. / 6, "a sixth of what" },
	{ .2, "a fifth of what" },
	{ .25, "a quarter of what" },
	{ 1. / 3, "a third of what" },
	{ .4, "two fifths of what" },
	{ .5, "half of what" },
	{ .6, "three fifths of what" },
	{ 2. / 3, "two thirds of what" },
	{ .75, "three quarters of what" },
	{ .8, "four fifths of what" },
	{ .9, "nine tenths of what" },
	{ 1, "as much as" },
	{ 1.1, "a tenth more than" },
	{ 1.25, "a quarter more than" },
	{ 1.5, "one and a half times what" },
	{ 2, "twice what" },
	{ 2.5, "two and a half times what" },
	{ 3, "three times what" },
	{ 4, "four times what" },
	{ 5, "five times what" },
	{ 6, "six times what" },
	{ 8, "eight times what" },
	{ 10, "ten times what" },
};

static const double LEAST = .045, MOST = 11;

static const struct amount *nearest(double ratio)
{
	const struct amount *best = &AMOUNTS[0];
	for (size_t i = 1; i < COUNT(AMOUNTS); i++)
		if (fabs(log(ratio / AMOUNTS[i].ratio)) < fabs(log(ratio / best->ratio)))
			best = &AMOUNTS[i];
	return best;
}

double say_amount_ratio(double ratio)
{
	return ratio > 0 && isfinite(ratio) ? nearest(ratio)->ratio : ratio;
}

struct str say_amount(struct arena *a, double ratio)
{
	if (ratio < LEAST)
		return S("less than a twentieth of what");
	if (ratio > MOST)
		return S("more than ten times what");
	return arena_fmt(a, "about %s", nearest(ratio)->words);
}

struct str say_level(double needed)
{
	return str_of(nearest(needed / (1 - needed))->words);
}
