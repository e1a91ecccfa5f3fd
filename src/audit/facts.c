#include "audit/headlines.h"
#include "audit/web_facts.h"

static const struct deals_by *table_of(const struct workspace *ws, struct str field)
{
	struct deals_by *by = ARENA_NEW(ws->arena, struct deals_by);
	return deals_by(ws, field, by, NULL) ? by : NULL;
}

// What buyers could back, and where they speak.
#define SAID (NEEDS(FACT_CANVAS) | NEEDS(FACT_MESSAGES) | NEEDS(FACT_LEDGER))
#define HEARD                                                                            \
	(NEEDS(FACT_CALLS) | NEEDS(FACT_INTERVIEWS) | NEEDS(FACT_REVIEWS) |              \
		NEEDS(FACT_REQUESTS))

#define WEB (NEEDS(FACT_PEOPLE) | NEEDS(FACT_INTERACTIONS) | NEEDS(FACT_OBJECTIVES))

// What the company says, sells and hears.
static void gather_market(const struct workspace *ws, size_t threads, struct facts *out)
{
	struct arena *a = ws->arena;
	if (out->have & NEEDS(FACT_COPY)) {
		struct swap_result *swap = ARENA_NEW(a, struct swap_result);
		swap_run(ws, &(struct swap_options){ .threads = threads }, swap);
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
	if ((out->have & SAID) && (out->have & HEARD)) {
		struct market *market = ARENA_NEW(a, struct market);
		market_run(ws, market);
		out->market = market;
	}
}

// Two halves that share nothing but the workspace, which neither changes.
struct halves {
	const struct workspace *ws, *aside; // the same with an arena of its own
	size_t threads;
	struct facts *out;
};

static void gather(void *context, size_t half, size_t worker)
{
	const struct halves *h = context;
	(void)worker; // each half has its own arena
	if (!half)
		gather_market(h->ws, h->threads, h->out);
	else if ((h->out->have & WEB) == WEB)
		h->out->web = web_facts_of(h->aside, h->threads);
}

void facts_of(const struct workspace *ws, size_t threads, struct facts *out)
{
	struct workspace *aside = ARENA_NEW(ws->arena, struct workspace);
	*out = (struct facts){ .ws = ws,
		.have = facts_have(ws),
		.aside = ARENA_NEW(ws->arena, struct arena) };
	*aside = *ws;
	aside->arena = out->aside;
	struct halves halves = { ws, aside, threads, out };
	(void)work_run(&(struct work){ .count = 2,
		.threads = threads < 2 ? threads : 2,
		.context = &halves,
		.job = gather }); // without `done` nothing can stop it
	if (out->swap)
		headlines_settle(out);
}

void facts_done(struct facts *facts)
{
	if (facts->aside)
		arena_free(facts->aside);
	*facts = (struct facts){ 0 };
}
