#include "value/said.h"

#include <string.h>

#include "value/ground.h"
#include "web/web.h"

// Whose node a person of people.csv is in.
static void know_people(struct gathering *g)
{
	const struct records *r = &g->out->ws->records;
	g->people.arena = g->out->arena;
	for (size_t i = 0; i < r->people.count; i++) {
		const struct person *p = &r->people.at[i];
		const uint32_t node = ground_node(g->out, p->function);
		ground_know(g, p->id, node);
		ground_know(g, p->email, node);
		ground_know(g, p->name, node);
	}
}

static void know_nodes(struct ground *g)
{
	g->node_of = ARENA_ARRAY(g->arena, uint32_t, g->traffic->function_count + 1);
	for (size_t i = 0; i < g->traffic->function_count; i++)
		g->node_of[i] = WEB_NONE;
	for (uint32_t i = 0; i < g->web->node_count; i++)
		if (g->web->nodes[i].function != WEB_NONE)
			g->node_of[g->web->nodes[i].function] = i;
}

static void read_requests(struct gathering *g)
{
	const struct records *r = &g->out->ws->records;
	for (size_t i = 0; i < r->requests.count; i++) {
		const struct request *q = &r->requests.at[i];
		uint32_t node = ground_node(g->out, q->function);
		if (node == WEB_NONE)
			node = ground_node_of_person(g->out, q->from);
		// Customers' feedback that names no function is what support hears.
		if (node == WEB_NONE && !q->function.len && q->account.len)
			node = ground_node(g->out, S("support"));
		struct said s = { .node = node,
			.kind = SAID_REQUEST,
			.account = ground_account(g->out, q->account),
			.deal = ground_deal(g->out, q->deal),
			.record = (uint32_t)i,
			.date = q->date,
			.text = q->ask,
			.column = "ask",
			.witness = q->account.len ? WITNESS_BUYER : WITNESS_US };
		if (q->why.len || q->tags.len)
			s.text = arena_fmt(g->out->arena,
				"%" PRI_STR " (%" PRI_STR "%s%" PRI_STR ")",
				ARG_STR(q->ask), ARG_STR(q->why),
				q->why.len && q->tags.len ? "; " : "", ARG_STR(q->tags));
		ground_add_row(g, s, q->at);
	}
}

static uint32_t item_owner(const struct gathering *g, const struct roadmap_item *item)
{
	const uint32_t owner = ground_node_of_person(g->out, item->owner);
	return owner != WEB_NONE ? owner : ground_node(g->out, S("product"));
}

static void read_items(struct gathering *g)
{
	const struct records *r = &g->out->ws->records;
	for (size_t i = 0; i < r->roadmap.count; i++) {
		const struct roadmap_item *item = &r->roadmap.at[i];
		ground_add_row(g,
			(struct said){ .node = item_owner(g, item),
				.kind = SAID_ITEM,
				.account = SAID_NOBODY,
				.deal = SAID_NOBODY,
				.record = (uint32_t)i,
				.text = item->item,
				.column = "item",
				.witness = WITNESS_US },
			item->at);
	}
}

static void read_losses(struct gathering *g)
{
	const struct deals *d = &g->out->ws->deals;
	const uint32_t sales = ground_node(g->out, S("sales"));
	if (!d->loss_reason.code || !d->outcome)
		return;
	for (size_t i = 0; i < d->count; i++) {
		const uint32_t reason = d->loss_reason.code[i];
		if (!reason ||
			(d->outcome[i] != DEAL_LOST && d->outcome[i] != DEAL_NO_DECISION))
			continue;
		ground_add_row(g,
			(struct said){ .node = sales,
				.kind = SAID_LOSS,
				.account = g->account_of[i],
				.deal = (uint32_t)i,
				.record = (uint32_t)i,
				.date = d->closed ? d->closed[i] : (struct date){ 0 },
				.text = d->loss_reason.words.keys[reason - 1],
				.column = "loss_reason",
				.witness = WITNESS_SELLER },
			(struct at){ d->source[i], d->row[i] });
	}
}

static void add_exchange(struct gathering *g, const struct interaction *x, size_t i,
	uint32_t from, uint32_t to)
{
	if (from == to || from == WEB_NONE || to == WEB_NONE)
		return;
	for (size_t end = 0; end < 2; end++)
		ground_add_row(g,
			(struct said){ .node = end ? to : from,
				.partner = end ? from : to,
				.kind = SAID_EXCHANGE,
				.account = SAID_NOBODY,
				.deal = SAID_NOBODY,
				.record = (uint32_t)i,
				.date = x->date,
				.text = records_word(&g->out->ws->records, x->topic),
				.column = "topic",
				.witness = WITNESS_US },
			x->at);
}

static void read_exchanges(struct gathering *g)
{
	const struct records *r = &g->out->ws->records;
	for (size_t i = 0; i < r->interactions.count; i++) {
		const struct interaction *x = &r->interactions.at[i];
		struct str to = records_word(r, x->to), one;
		// With several addressees each other function hears it once at most.
		uint32_t last = WEB_NONE;
		const uint32_t from =
			x->topic ? ground_node_of_person(g->out, records_word(r, x->from))
				 : WEB_NONE;
		while (from != WEB_NONE && str_split(&to, ';', &one)) {
			const uint32_t node = ground_node_of_person(g->out, one);
			if (node != last)
				add_exchange(g, x, i, from, node);
			last = node;
		}
	}
}

void ground_of(const struct workspace *ws, const struct web_traffic *traffic,
	const struct web *web, struct arena *a, struct ground *out)
{
	struct gathering *g = ARENA_NEW(a, struct gathering);
	*out = (struct ground){
		.ws = ws, .traffic = traffic, .web = web, .arena = a, .gathering = g
	};
	g->out = out;
	know_nodes(out);
	ground_know_accounts(g);
	know_people(g);
	read_requests(g);
	read_exchanges(g);
	read_losses(g);
	ground_read_copies(g);
	ground_read_reviews(g);
	read_items(g);
}
