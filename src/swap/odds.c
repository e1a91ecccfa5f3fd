#include "swap/odds.h"

#include <math.h>
#include <stdlib.h>

static const double ECHO_SCALE = 5; // an echo is some tenths beyond the threshold

void odds_scaled(const struct swap_signs *s, double scaled[ODDS_SIGNS])
{
	scaled[0] = s->check;
	scaled[1] = s->echo * ECHO_SCALE;
	scaled[2] = s->said;
}

double odds_by(const double weights[ODDS_SIGNS + 1], const double scaled[ODDS_SIGNS])
{
	double sum = weights[0];
	for (size_t i = 0; i < ODDS_SIGNS; i++)
		sum += weights[i + 1] * scaled[i];
	return 1 / (1 + exp(-sum));
}

static int ascending(const void *a, const void *b)
{
	const double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

struct swap_chance odds_of(const struct swap_signs *s)
{
	double scaled[ODDS_SIGNS], drawn[ODDS_DRAWS];
	odds_scaled(s, scaled);
	for (size_t i = 0; i < ODDS_DRAWS; i++)
		drawn[i] = odds_by(odds_weights[i + 1], scaled);
	qsort(drawn, ODDS_DRAWS, sizeof *drawn, ascending);
	const size_t tail = ODDS_DRAWS / 40;
	struct swap_chance chance = { .known = true,
		.value = odds_by(odds_weights[0], scaled),
		.low = drawn[tail],
		.high = drawn[ODDS_DRAWS - 1 - tail] };
	chance.abstains = chance.low < 0.5 && chance.high > 0.5;
	return chance;
}
