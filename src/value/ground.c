// Accounts, deals and people by name, and the money of deals.
#include "value/ground.h"

#include <string.h>

#include "text/text.h"
#include "web/web.h"

static struct str folded(struct arena *a, struct str name)
{
	return utf8_lower(a, str_trim(name));
}

static void count_deals(struct gathering *g)
{
	struct ground *out = g->out;
	const struct deals *d = &out->ws->deals;
	out->account_count = out->accounts.count;
	out->deal_from = ARENA_ARRAY(out->arena, uint32_t, out->account_count + 2);
	out->deal_list = ARENA_ARRAY(out->arena, uint32_t, d->count + 1);
	for (size_t i = 0; i < d->count; i++)
		if (g->account_of[i] != SAID_NOBODY)
			out->deal_from[g->account_of[i] + 2]++;
	for (size_t i = 2; i < out->account_count + 2; i++)
		out->deal_from[i] += out->deal_from[i - 1];
	for (size_t i = 0; i < d->count; i++)
		if (g->account_of[i] != SAID_NOBODY)
			out->deal_list[out->deal_from[g->account_of[i] + 1]++] =
				(uint32_t)i;
}

// Who won a deal with us, or has somebody who uses what we sell.
static void know_customers(struct gathering *g)
{
	struct ground *out = g->out;
	const struct deals *d = &out->ws->deals;
	const struct records *r = &out->ws->records;
	out->customer = ARENA_ARRAY(out->arena, bool, out->accounts.count + 1);
	for (size_t i = 0; d->outcome && i < d->count; i++)
		if (d->outcome[i] == DEAL_WON && g->account_of[i] != SAID_NOBODY)
			out->customer[g->account_of[i]] = true;
	for (size_t i = 0; i < r->usage.count; i++) {
		const uint32_t account = ground_account(out, r->usage.at[i].account);
		if (account != SAID_NOBODY && r->usage.at[i].active > 0)
			out->customer[account] = true;
	}
}

// Account names of words everybody uses are not looked for in texts.
static void build_names(struct gathering *g)
{
	const struct ground *out = g->out;
	struct alias *names =
		ARENA_ARRAY(out->arena, struct alias, out->accounts.count + 1);
	size_t count = 0;
	for (size_t i = 0; i < out->accounts.count; i++) {
		const struct str key = out->accounts.keys[i];
		if (key.len >= 5 && !common_word(key))
			names[count++] = (struct alias){ key, (uint32_t)i, ALIAS_ANY };
	}
	g->names = aliases_build(out->arena, names, count);
}

// Its number, old or new; the first writing is kept.
static uint32_t know_account(struct ground *g, struct str name)
{
	const size_t before = g->accounts.count;
	const size_t at = map_add(&g->accounts, folded(g->arena, name));
	if (g->accounts.count != before) {
		g->account_names = arena_more(g->arena, g->account_names, at,
			&g->account_name_room, sizeof *g->account_names);
		g->account_names[at] = str_trim(name);
	}
	return (uint32_t)at;
}

void ground_know_accounts(struct gathering *g)
{
	struct ground *out = g->out;
	const struct workspace *ws = out->ws;
	const struct deals *d = &ws->deals;
	out->accounts.arena = out->deal_ids.arena = out->arena;
	g->found.arena = out->arena;
	g->account_of = ARENA_ARRAY(out->arena, uint32_t, d->count + 1);
	out->deal_row = ARENA_ARRAY(out->arena, uint32_t, d->count + 1);
	const uint32_t none = SAID_NOBODY;
	uint32_t *by_code = ARENA_ARRAY(out->arena, uint32_t, d->account.words.count + 1);
	for (size_t i = 0; i < d->account.words.count; i++)
		by_code[i + 1] = know_account(out, d->account.words.keys[i]);
	for (size_t i = 0; i < d->count; i++) {
		const uint32_t code = d->account.code ? d->account.code[i] : 0;
		g->account_of[i] = code ? by_code[code] : none;
		const size_t id =
			d->id && d->id[i].len
				? map_add(&out->deal_ids, folded(out->arena, d->id[i]))
				: MAP_NONE;
		if (id != MAP_NONE)
			out->deal_row[id] = (uint32_t)i;
	}
	// Accounts that only tickets or usage know have no deals.
	for (size_t i = 0; i < ws->records.requests.count; i++)
		if (ws->records.requests.at[i].account.len)
			(void)know_account(out, ws->records.requests.at[i].account);
	for (size_t i = 0; i < ws->records.usage.count; i++)
		(void)know_account(out, ws->records.usage.at[i].account);
	count_deals(g);
	know_customers(g);
	build_names(g);
	g->deal_mark = ARENA_ARRAY(out->arena, uint32_t, d->count + 1);
	g->account_mark = ARENA_ARRAY(out->arena, uint32_t, out->accounts.count + 1);
}

void ground_know(struct gathering *g, struct str person, uint32_t node)
{
	if (!str_trim(person).len)
		return;
	const size_t at = map_add(&g->people, folded(g->out->arena, person));
	while (g->person_room <= at) {
		g->person_node = arena_more(g->out->arena, g->person_node, g->person_room,
			&g->person_room, sizeof *g->person_node);
	}
	g->person_node[at] = node;
}

uint32_t ground_node(const struct ground *g, struct str function)
{
	const uint32_t f = function_find(g->traffic, function);
	return f == UINT32_MAX ? WEB_NONE : g->node_of[f];
}

// Where a name stands in a map of folded ones.  Names of usual length need no memory:
// every row of every table asks.
static size_t find_folded(const struct map *map, struct str name)
{
	char room[400];
	struct str text = str_trim(name);
	if (text.len * 3 > sizeof room) {
		struct arena scratch = { 0 };
		const size_t found = map_find(map, folded(&scratch, text));
		arena_free(&scratch);
		return found;
	}
	size_t used = 0;
	for (size_t at = 0; at < text.len;)
		used += utf8_put(utf8_fold(utf8_next(text, &at)), room + used);
	return map_find(map, (struct str){ room, used });
}

uint32_t ground_node_of_person(const struct ground *g, struct str person)
{
	const size_t at = find_folded(&g->gathering->people, person);
	return at == MAP_NONE ? WEB_NONE : g->gathering->person_node[at];
}

unsigned ground_usual(const struct ground *g, uint32_t node)
{
	return usual_of(g->web->nodes[node].id);
}

static uint32_t find_in(const struct map *map, struct str name)
{
	const size_t at = name.len ? find_folded(map, name) : MAP_NONE;
	return at == MAP_NONE ? SAID_NOBODY : (uint32_t)at;
}

uint32_t ground_account(const struct ground *g, struct str name)
{
	return find_in(&g->accounts, name);
}

uint32_t ground_deal(const struct ground *g, struct str id)
{
	const uint32_t at = find_in(&g->deal_ids, id);
	return at == SAID_NOBODY ? at : g->deal_row[at];
}

bool ground_recent(const struct ground *g, struct date day)
{
	return !date_set(day) || (day.days <= g->ws->as_of.days &&
					 day.days > g->ws->as_of.days - SAID_DAYS);
}

static uint32_t mentioned(struct gathering *g, struct str text)
{
	aliases_find(g->names, text, &g->found);
	return g->found.count ? g->found.at[0].owner : SAID_NOBODY;
}

void ground_add(struct gathering *g, struct said s)
{
	struct ground *out = g->out;
	if (s.node == WEB_NONE || !str_trim(s.text).len || !ground_recent(out, s.date))
		return;
	if (out->count == SAID_MAX) {
		out->cut = true;
		return;
	}
	if (s.kind != SAID_EXCHANGE)
		s.partner = WEB_NONE;
	if (s.account == SAID_NOBODY && s.deal != SAID_NOBODY)
		s.account = g->account_of[s.deal];
	if (s.account == SAID_NOBODY && s.kind == SAID_REQUEST)
		s.account = mentioned(g, s.text);
	out->at =
		arena_more(out->arena, out->at, out->count, &out->room, sizeof *out->at);
	out->at[out->count++] = s;
}

void ground_add_row(struct gathering *g, struct said s, struct at at)
{
	s.source = at.source;
	s.place = (struct place){ .kind = PLACE_ROW, .major = at.row };
	ground_add(g, s);
}

// Whether this stake had it; now it has.
static bool marked(const struct ground *g, struct stake *s, uint32_t *mark)
{
	if (!s->mark)
		s->mark = ++g->gathering->mark;
	const bool had = *mark == s->mark;
	*mark = s->mark;
	return had;
}

bool stake_new_account(const struct ground *g, struct stake *s, uint32_t account)
{
	return account != SAID_NOBODY &&
	       !marked(g, s, &g->gathering->account_mark[account]);
}

void stake_add_deal(const struct ground *g, struct stake *s, uint32_t deal)
{
	const struct deals *d = &g->ws->deals;
	if (deal == SAID_NOBODY || marked(g, s, &g->gathering->deal_mark[deal]))
		return;
	const int64_t cents = d->cents && d->cents[deal] > 0 ? d->cents[deal] : 0;
	const uint32_t type = d->type.code ? d->type.code[deal] : 0;
	const bool renews = type && str_find_nocase(d->type.words.keys[type - 1],
					    S("renew"), 0) != STR_NONE;
	const uint8_t outcome = d->outcome ? d->outcome[deal] : DEAL_DISQUALIFIED;
	if (outcome == DEAL_OPEN && renews) {
		s->renewing += cents;
		s->renewing_deals++;
	} else if (outcome == DEAL_OPEN) {
		s->open += cents;
		s->open_deals++;
	} else if (outcome == DEAL_LOST || outcome == DEAL_NO_DECISION) {
		s->lost += cents;
		s->lost_deals++;
	}
}

void stake_add_account(const struct ground *g, struct stake *s, uint32_t account)
{
	const struct deals *d = &g->ws->deals;
	if (account == SAID_NOBODY || account >= g->account_count || !d->outcome)
		return;
	for (uint32_t i = g->deal_from[account]; i < g->deal_from[account + 1]; i++)
		if (d->outcome[g->deal_list[i]] == DEAL_OPEN)
			stake_add_deal(g, s, g->deal_list[i]);
}

int64_t stake_sum(const struct stake *s)
{
	return s->lost + s->open + s->renewing;
}

struct str stake_words(const struct ground *g, const struct stake *s)
{
	const struct {
		int64_t cents;
		const char *words;
	} PARTS[] = { { s->lost, "lost" }, { s->open, "open" },
		{ s->renewing, "renewing" } };
	const char *currency = g->ws->config.currency[0] ? g->ws->config.currency
							 : g->ws->deals.currency;
	struct str out = S("");
	for (size_t i = 0; i < COUNT(PARTS); i++)
		if (PARTS[i].cents)
			out = arena_fmt(g->arena, "%" PRI_STR "%s%" PRI_STR " %s",
				ARG_STR(out), out.len ? ", " : "",
				ARG_STR(money_short(g->arena, PARTS[i].cents, currency)),
				PARTS[i].words);
	return out;
}
