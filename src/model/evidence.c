#include "model/evidence.h"

#include <assert.h>

const char *witness_name(enum witness w)
{
	static const char *const NAMES[WITNESS_COUNT] = { "buyer", "third-party",
		"seller", "us" };
	assert(w < WITNESS_COUNT);
	return NAMES[w];
}

struct str evidence_where(struct arena *a, const struct evidence *e)
{
	const char *gap = e->column.len ? " " : "";
	return arena_fmt(a, "%" PRI_STR ":%" PRI_STR "%s%" PRI_STR, ARG_STR(e->path),
		ARG_STR(place_str(a, e->place)), gap, ARG_STR(e->column));
}
