#include "market/null.h"

enum { STEPS = 6, ONE_IN = 20 };
static const double STEP = 0.05;

static void add_topics(struct elements *e, const struct market_words *words,
	const char *const *topics, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct str rest = str_of(topics[i]), line;
		while (str_line(&rest, &line))
			elements_other(e, words, line);
	}
}

struct null_needs null_add(struct elements *e, const struct market_words *words)
{
	struct null_needs null = { .from = (uint32_t)e->need_map.count };
	add_topics(e, words, background_english, background_english_count);
	add_topics(e, words, background_software, background_software_count);
	add_topics(e, words, background_german, background_german_count);
	null.count = (uint32_t)e->need_map.count - null.from;
	return null;
}

struct market_null null_settle(const struct heard *heard, const struct elements *elements,
	struct null_needs null, const struct echoes_of_needs *echoes, struct arena *a,
	struct meant *meant)
{
	struct market_null out = { .tried = null.count };
	uint8_t *seen = ARENA_ARRAY(a, uint8_t, heard->accounts.count + 1);
	for (int step = 0; step < STEPS; step++) {
		out.share = NULL_LOWEST + step * STEP;
		out.found = 0;
		meant_of(heard, elements->need, elements->need_map.count, echoes,
			out.share, a, meant);
		for (uint32_t i = 0; i < null.count; i++)
			out.found += meant_recent(heard, meant, null.from + i, seen) >=
				     MARKET_FEW;
		if (out.found * ONE_IN <= out.tried)
			break;
	}
	return out;
}
