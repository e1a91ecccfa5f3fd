#include "audit/audit.h"

static uint64_t bit(enum fact fact, bool there)
{
	return there ? NEEDS(fact) : 0;
}

// What the kinds of files say by themselves.
static uint64_t have_of_sources(const struct workspace *ws)
{
	static const struct {
		enum role role;
		enum fact fact;
	} ROLES[] = { { ROLE_COPY, FACT_COPY }, { ROLE_RIVAL, FACT_RIVALS },
		{ ROLE_CALL, FACT_CALLS }, { ROLE_REQUEST, FACT_REQUESTS },
		{ ROLE_MAIL, FACT_INTERACTIONS }, { ROLE_CALENDAR, FACT_INTERACTIONS },
		{ ROLE_CHAT, FACT_INTERACTIONS }, { ROLE_TRAFFIC, FACT_INTERACTIONS } };
	uint64_t have = 0;
	for (size_t i = 0; i < ws->source_count; i++)
		for (size_t r = 0; r < COUNT(ROLES); r++)
			have |= bit(ROLES[r].fact,
				ws->sources[i].state == SOURCE_READ &&
					ws->sources[i].role == ROLES[r].role);
	return have;
}

static uint64_t have_of_tables(const struct records *r)
{
	return bit(FACT_LEDGER, r->claims.count) | bit(FACT_MESSAGES, r->pillars.count) |
	       bit(FACT_ROADMAP, r->roadmap.count) | bit(FACT_USAGE, r->usage.count) |
	       bit(FACT_ASSETS, r->assets.count) | bit(FACT_TOUCHES, r->touches.count) |
	       bit(FACT_REQUESTS, r->requests.count) | bit(FACT_PEOPLE, r->people.count) |
	       bit(FACT_INTERACTIONS, r->interactions.count) |
	       bit(FACT_OBJECTIVES, r->objectives.count) |
	       bit(FACT_DECISIONS, r->decisions.count) |
	       bit(FACT_REVIEWS, r->reviews.count) | bit(FACT_SURVEY, r->survey.count) |
	       bit(FACT_HISTORY, r->history.count) | bit(FACT_METRICS, r->metrics.count);
}

static uint64_t have_of_papers(const struct papers *p)
{
	return bit(FACT_INTERVIEWS, p->interview_count) |
	       bit(FACT_BATTLECARDS, p->battlecard_count) |
	       bit(FACT_CANVAS, p->canvas_count) |
	       bit(FACT_VERSIONS, p->canvas_count >= 3) |
	       bit(FACT_LAUNCHES, p->launch_count);
}

static uint64_t have_of_deals(const struct deals *d)
{
	bool open = false, decided = false;
	for (size_t i = 0; d->outcome && i < d->count && !(open && decided); i++) {
		open |= d->outcome[i] == DEAL_OPEN;
		decided |=
			d->outcome[i] != DEAL_OPEN && d->outcome[i] != DEAL_DISQUALIFIED;
	}
	return bit(FACT_OPEN_DEALS, open) | bit(FACT_DEALS, decided);
}

uint64_t facts_have(const struct workspace *ws)
{
	return have_of_sources(ws) | have_of_tables(&ws->records) |
	       have_of_papers(&ws->papers) | have_of_deals(&ws->deals) |
	       bit(FACT_SEGMENT_RULE,
		       ws->config.best_fit.field.len && ws->config.best_fit.value_count);
}
