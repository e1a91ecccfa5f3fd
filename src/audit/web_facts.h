// web_facts: the web of functions as truths see it, measured once a run.
#ifndef AUDIT_WEB_FACTS_H
#define AUDIT_WEB_FACTS_H

#include "audit/audit.h"
#include "value/value.h"

struct web_facts {
	struct web_traffic traffic;
	struct web_needs needs;
	struct web web;
	struct ground ground;
	struct topics topics;
	struct bridges bridges;
	struct moves moves; // one for each chosen link
};

// In the workspace's arena.  The same choice as `candor web`.
const struct web_facts *web_facts_of(const struct workspace *ws, size_t threads);

enum { TALK_DAYS = 90 };
// What two nodes had with each other in the last TALK_DAYS days.
struct talk_between {
	size_t exchanges; // threads, meetings, tickets
	size_t pairs;	  // of people
	struct at newest; // row of the newest of them
};
struct talk_between talk_between(const struct web_facts *w, uint32_t a, uint32_t b);

#endif
