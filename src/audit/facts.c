#include "audit/audit.h"

void facts_of(const struct workspace *ws, size_t threads, struct facts *out)
{
	struct arena *a = ws->arena;
	*out = (struct facts){ .ws = ws, .have = facts_have(ws) };
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
	if (out->overall && ws->deals.has_vendors) {
		struct deals_by *by = ARENA_NEW(a, struct deals_by);
		if (deals_by(ws, S("competitor"), by, NULL))
			out->by_rival = by;
	}
}
