#include "swap/swap.h"

const char *drift_name(enum drift_way w)
{
	static const char *const NAMES[] = { "too-few", "none", "toward", "away" };
	return NAMES[w];
}
