// office: a company of six functions made by hand, in which customer success and product
// never meet; with or without a subject that both write about.
#ifndef TESTS_WEB_OFFICE_H
#define TESTS_WEB_OFFICE_H

#include "../traffic/folder.h"
#include "value/gift.h"
#include "value/move.h"

struct office {
	struct folder folder;
	struct web_needs needs;
	struct web_settings settings;
	struct web web;
	struct ground ground;
	struct topics topics;
	struct bridges bridges;
	struct moves moves;
};

enum { OFFICE_FUNCTIONS = 6, OFFICE_PEOPLE = 6, OFFICE_WEEKS = 20 };
static const char *const OFFICE[OFFICE_FUNCTIONS] = { "sales", "customer-success",
	"product", "support", "engineering", "product-marketing" };

static inline void office_people(struct office *o)
{
	struct buf out = { 0 };
	buf_fmt(&out, "person,name,function,email\n");
	for (size_t f = 0; f < OFFICE_FUNCTIONS; f++)
		for (size_t p = 0; p < OFFICE_PEOPLE; p++)
			buf_fmt(&out,
				"p%zu%zu,Quentin%zu%zu "
				"Xhosa%zu%zu,%s,p%zu%zu@acme.example\n",
				f, p, f, p, f, p, OFFICE[f], f, p);
	put_bytes(&o->folder, "people.csv", buf_str(&out));
	buf_done(&out);
}

// Everybody meets everybody about the same few things, but success and product nobody.
static inline void office_traffic(struct office *o)
{
	static const char *const TOPICS[] = { "quarterly planning", "hiring", "travel",
		"budget", "training" };
	struct buf out = { 0 };
	buf_fmt(&out, "date,from,to,channel,topic\n");
	for (int w = 0; w < OFFICE_WEEKS; w++)
		for (size_t a = 0; a < OFFICE_FUNCTIONS; a++)
			for (size_t b = 0; b < OFFICE_FUNCTIONS; b++) {
				if (a == b || a + b == 3)
					continue;
				const struct date day = { date_of(2025, 11, 28).days -
							  7 * w };
				const size_t i = (size_t)w;
				buf_fmt(&out, "%s,p%zu%zu,p%zu%zu,mail,%s\n",
					date_str(&o->folder.arena, day).at, a,
					(i + b) % OFFICE_PEOPLE, b,
					(i * 5 + a) % OFFICE_PEOPLE,
					TOPICS[(i + a + b) % COUNT(TOPICS)]);
			}
	put_bytes(&o->folder, "interactions.csv", buf_str(&out));
	buf_done(&out);
}

// What each function asks; `planted` gives two of them the same subject.
static inline void office_requests(struct office *o, bool planted)
{
	static const char *const ASKS[OFFICE_FUNCTIONS] = { "Discount table for tenders",
		"Turnstile export breaks every night", "Torque wrench pairing study",
		"Printer driver instructions", "Firmware signing checklist",
		"Brochure photographs" };
	struct buf out = { 0 };
	buf_fmt(&out, "request_id,date,from,function,ask,account,status\n");
	for (size_t f = 0, id = 1; f < OFFICE_FUNCTIONS; f++)
		for (size_t i = 0; i < 8; i++, id++) {
			const bool same = planted && f == 2;
			buf_fmt(&out, "R-%zu,2025-%02zu-1%zu,p%zu%zu,%s,%s,", id, 4 + i,
				f, f, i % OFFICE_PEOPLE, OFFICE[f],
				same ? "Pilot of the turnstile export" : ASKS[f]);
			if (f == 1)
				buf_fmt(&out, "Account%zu Mills", i);
			buf_fmt(&out, ",done\n");
		}
	put_bytes(&o->folder, "requests.csv", buf_str(&out));
	buf_done(&out);
}

// Account 0 and 1 lost a deal, 2 has one open, 3 renews; one deal stands twice in words.
#define OFFICE_DEALS                                                                     \
	"deal_id,account,created,closed,outcome,amount,type,loss_reason\n"               \
	"D-1,Account0 Mills,2025-01-01,2025-06-01,lost,10000,new,turnstile export\n"     \
	"D-2,Account1 Mills,2025-01-01,2025-06-01,lost,20000,new,no turnstile export\n"  \
	"D-3,Account2 Mills,2025-08-01,,open,40000,new,\n"                               \
	"D-4,Account3 Mills,2025-08-01,,open,80000,renewal,\n"                           \
	"D-5,Other Works,2025-01-01,2025-06-01,won,900000,new,\n"

#define OFFICE_OBJECTIVES                                                                \
	"objective_id,objective,metric,baseline,target,owner_function,depends_on\n"      \
	"O-1,Keep the plants,NRR,1.04,1.12,customer-success,product\n"

static inline void office_make(struct office *o, bool planted)
{
	*o = (struct office){ 0 };
	folder_make(&o->folder);
	office_people(o);
	office_traffic(o);
	office_requests(o, planted);
	put(&o->folder, "deals.csv", OFFICE_DEALS);
	put(&o->folder, "objectives.csv", OFFICE_OBJECTIVES);
}

static inline void office_run(struct office *o)
{
	struct arena *a = &o->folder.arena;
	gather(&o->folder);
	const struct workspace *ws = &o->folder.ws;
	o->settings = web_settings_of(ws, &o->folder.t, 2);
	web_needs_of(ws, &o->folder.t, a, &o->needs);
	web_run(&o->folder.t, &o->needs, &o->settings, a, &o->web);
	ground_of(ws, &o->folder.t, &o->web, a, &o->ground);
	topics_of(&o->ground, &o->topics);
	bridges_of(&o->topics, &o->settings, &o->bridges);
	moves_of(&o->topics, &o->bridges, &o->moves);
}

static inline void office_done(struct office *o)
{
	folder_remove(&o->folder);
}

static inline bool office_says(struct str text, const char *part)
{
	return str_find(text, str_of(part), 0) != STR_NONE;
}

// The move of two functions, whether they are chosen or not.
static inline struct move office_move(struct office *o, const char *a, const char *b)
{
	struct move m;
	const size_t link = web_link_index(&o->web, web_node_find(&o->web, str_of(a)),
		web_node_find(&o->web, str_of(b)));
	move_of(&o->topics, &o->bridges, link, &m);
	return m;
}

#endif
