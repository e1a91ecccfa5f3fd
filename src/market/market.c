#include "market/market.h"

#include "market/null.h"

const char *backing_kind_name(enum backing_kind kind)
{
	static const char *const NAMES[BACKING_KINDS] = { "element", "pillar", "claim",
		"pain" };
	return NAMES[kind];
}

static void say_what_was_heard(const struct heard *h, struct market *out)
{
	out->calls = h->counts[HEARD_CALL];
	out->interviews = h->counts[HEARD_INTERVIEW];
	out->reviews = h->counts[HEARD_REVIEW];
	out->tickets = h->counts[HEARD_TICKET];
	out->calls_recent = h->recent[HEARD_CALL];
	out->interviews_recent = h->recent[HEARD_INTERVIEW];
	out->buyers = h->buyers;
	out->buyers_recent = h->buyers_recent;
	out->sentences = h->line_count;
	out->calls_unknown = h->calls_unknown;
	out->unknown_sentences = h->unknown_lines;
	out->calls_without_deal = h->calls_without_deal;
}

void market_run(const struct workspace *ws, struct market *out)
{
	struct arena *a = ws->arena;
	struct market_words *words = ARENA_NEW(a, struct market_words);
	struct heard *heard = ARENA_NEW(a, struct heard);
	struct elements elements;
	struct echoes_of_needs echoes;
	struct meant meant;
	*out = (struct market){ 0 };
	*words = market_words_build(a);
	heard_of(ws, words, a, heard);
	say_what_was_heard(heard, out);
	elements_of(ws, words, a, &elements);
	out->claims_left_out = elements.claims_left_out;
	const struct null_needs null = null_add(&elements, words);
	const size_t count = elements.need_map.count;
	needs_weigh(elements.need, count, null.count, &heard->terms);
	listen(&heard->terms, heard->lines, heard->line_count, elements.need, count,
		NULL_LOWEST, a, &echoes);
	out->null = null_settle(heard, &elements, null, &echoes, a, &meant);
	count_backings(ws, heard, &meant, &elements);
	out->heard = heard;
	out->backings = elements.at;
	out->backing_count = elements.count;
}

size_t market_top_pains(const struct market *m, size_t most, const struct backing **out)
{
	size_t count = 0;
	for (size_t i = 0; i < m->backing_count; i++) {
		const struct backing *b = &m->backings[i];
		if (b->kind != BACKING_PAIN || !b->recent)
			continue;
		size_t at = count < most ? count++ : most;
		for (; at > 0 && b->recent > out[at - 1]->recent; at--)
			if (at < most)
				out[at] = out[at - 1];
		if (at < most)
			out[at] = b;
	}
	return count;
}
