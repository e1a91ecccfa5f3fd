#include "audit/headlines.h"

// The message house as a document: its messages are headline claims, wherever else they
// are said.
static struct copy *house_of(const struct workspace *ws)
{
	const struct records *r = &ws->records;
	struct copy *house = ARENA_NEW(ws->arena, struct copy);
	struct sentences *s = &house->sentences;
	s->at = ARENA_ARRAY(ws->arena, struct sentence, r->pillars.count + 1);
	for (size_t i = 0; i < r->pillars.count; i++) {
		const struct pillar *p = &r->pillars.at[i];
		const struct str text = p->message.len ? p->message : p->pillar;
		if (!text.len || p->at.source != r->pillars.at[0].at.source)
			continue;
		s->at[s->count++] = (struct sentence){ .place = { .kind = PLACE_ROW,
							       .major = p->at.row },
			.text = text,
			.section = (uint32_t)i + 1,
			.sort = IS_CLAIM,
			.level = LEVEL_HEADLINE };
	}
	if (s->count)
		house->source = &ws->sources[r->pillars.at[0].at.source];
	return s->count ? house : NULL;
}

static void run_swap(const struct workspace *ws, size_t threads, struct swap_result *swap)
{
	const struct copy **ours =
		ARENA_ARRAY(ws->arena, const struct copy *, ws->copy_count + 1);
	const struct copy *house = house_of(ws);
	size_t count = 0;
	for (size_t i = 0; i < ws->copy_count; i++)
		if (ws->copies[i].source->role == ROLE_COPY)
			ours[count++] = &ws->copies[i];
	if (house)
		ours[count++] = house;
	const struct swap_options options = {
		.drafts = ours, .draft_count = count, .threads = threads
	};
	swap_run(ws, &options, swap);
}

static const struct deals_by *table_of(const struct workspace *ws, struct str field)
{
	struct deals_by *by = ARENA_NEW(ws->arena, struct deals_by);
	return deals_by(ws, field, by, NULL) ? by : NULL;
}

void facts_of(const struct workspace *ws, size_t threads, struct facts *out)
{
	struct arena *a = ws->arena;
	*out = (struct facts){ .ws = ws, .have = facts_have(ws) };
	if (out->have & NEEDS(FACT_COPY)) {
		struct swap_result *swap = ARENA_NEW(a, struct swap_result);
		run_swap(ws, threads, swap);
		out->swap = swap;
	}
	if (out->have & NEEDS(FACT_DEALS)) {
		struct deals_overall *overall = ARENA_NEW(a, struct deals_overall);
		*overall = deals_overall(ws);
		out->overall = overall;
	}
	if (out->overall && ws->deals.has_vendors)
		out->by_rival = table_of(ws, S("competitor"));
	if (out->overall && ws->deals.segment.code)
		out->by_segment = table_of(ws, S("segment"));
	if (out->overall && (out->have & NEEDS(FACT_SEGMENT_RULE)))
		out->by_fit = table_of(ws, ws->config.best_fit.field);
	if (out->overall)
		out->competitive = deals_competitive(ws);
	if (out->swap)
		headlines_settle(out);
}
