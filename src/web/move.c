#include "web/move.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "web/move_list.h"
#include "web/say.h"

#define X(name) &move_rule_##name,
const struct move_rule *const move_rules[] = { MOVE_RULES(X) NULL };
#undef X

struct move_item item_of(const struct ground *g, const struct said *s)
{
	return (struct move_item){ .account = s->account,
		.deal = s->deal,
		.date = s->date,
		.evidence = said_evidence(g, s) };
}

void found_count(const struct move_ask *ask, struct move_found *f, uint32_t account,
	uint32_t deal, struct date date)
{
	f->accounts += stake_new_account(ask->ground, &f->stake, account);
	f->count++;
	f->held++;
	if (date.days > f->newest.days)
		f->newest = date;
	stake_add_deal(ask->ground, &f->stake, deal);
	stake_add_account(ask->ground, &f->stake, account);
}

void found_add(const struct move_ask *ask, struct move_found *f, struct move_item item)
{
	f->items = arena_more(ask->arena, f->items, f->count, &f->room, sizeof *f->items);
	f->items[f->count] = item;
	found_count(ask, f, item.account, item.deal, item.date);
}

/*
 * Money x unanswered share x recency x confidence.  Without any money each thing counts
 * as one cent, so that counts decide among moves that no deal speaks for.
 */
double move_score(const struct move_ask *ask, const struct move_found *f)
{
	const double money = (double)stake_sum(&f->stake) + (double)f->count;
	const double open = f->held ? (double)f->count / (double)f->held : 0;
	const int32_t age = date_set(f->newest)
				    ? ask->ground->ws->as_of.days - f->newest.days
				    : (int32_t)MOVE_HALF_LIFE;
	const double recency = exp2(-(age > 0 ? age : 0) / MOVE_HALF_LIFE);
	const double confidence =
		(double)f->accounts / ((double)f->accounts + MOVE_ACCOUNTS);
	return money * open * recency * confidence;
}

bool found_speaks(const struct move_found *f)
{
	return f->count >= MOVE_ITEMS && f->accounts >= MOVE_ACCOUNTS;
}

static int newest_first(const void *left, const void *right)
{
	const struct move_item *a = left, *b = right;
	if (a->date.days != b->date.days)
		return a->date.days > b->date.days ? -1 : 1;
	const int path = str_cmp(a->evidence.path, b->evidence.path);
	if (path)
		return path;
	return a->evidence.place.major < b->evidence.place.major   ? -1
	       : a->evidence.place.major > b->evidence.place.major ? 1
								   : 0;
}

static bool fits(const struct move_ask *ask, const struct move_rule *rule)
{
	const unsigned from = ground_usual(ask->ground, ask->from);
	const unsigned to = ground_usual(ask->ground, ask->to);
	return (rule->from == USUAL_ANY || (rule->from >> from & 1)) &&
	       (rule->to == USUAL_ANY || (rule->to >> to & 1));
}

static void try_rule(
	const struct move_ask *ask, const struct move_rule *rule, struct move *out)
{
	struct move_found found = { 0 };
	rule->find(ask, &found);
	const double score = found_speaks(&found) ? move_score(ask, &found) : 0;
	const bool newer = score >= out->score && score <= out->score && out->rule &&
			   found.newest.days > out->found.newest.days;
	if (!found_speaks(&found) || (score <= out->score && !newer))
		return;
	out->rule = rule;
	out->from = ask->from;
	out->to = ask->to;
	out->found = found;
	out->score = score;
}

static bool mentions(struct str list, const char *file)
{
	return str_find(list, str_of(file), 0) != STR_NONE;
}

// What the rules of this link wanted to read and could not.
static struct str missing_files(const struct move_ask *ask, struct str so_far)
{
	for (size_t i = 0; move_rules[i]; i++) {
		const struct move_rule *rule = move_rules[i];
		if (!fits(ask, rule) || rule->can(ask->ground) ||
			mentions(so_far, rule->files))
			continue;
		so_far = arena_fmt(ask->arena, "%" PRI_STR "%s%s", ARG_STR(so_far),
			so_far.len ? ", " : "", rule->files);
	}
	return so_far;
}

static struct str wanted(const struct move_ask *ask, struct str so_far)
{
	for (size_t i = 0; move_rules[i]; i++) {
		const struct move_rule *rule = move_rules[i];
		if (rule->from == USUAL_ANY || !fits(ask, rule) ||
			mentions(so_far, rule->held))
			continue;
		so_far = arena_fmt(ask->arena, "%" PRI_STR "%s%s", ARG_STR(so_far),
			so_far.len ? "; " : "", rule->held);
	}
	return so_far;
}

// Never a tip: what would have to be there.
static void say_nothing(const struct move_ask *ways, struct move *out)
{
	struct arena *a = ways[0].arena;
	struct str files = S(""), held = S("");
	for (size_t i = 0; i < 2; i++) {
		files = missing_files(&ways[i], files);
		held = wanted(&ways[i], held);
	}
	if (files.len)
		out->missing = files;
	else if (held.len)
		out->missing = arena_fmt(a,
			"%d things of %d accounts that nothing answers yet (%" PRI_STR
			")",
			MOVE_ITEMS, MOVE_ACCOUNTS, ARG_STR(held));
	else
		out->missing =
			S("anything that one of the two holds for the other; no rule "
			  "joins what such functions hold");
	out->text = arena_fmt(a,
		"No evidence in the workspace for this link; missing: %" PRI_STR ".",
		ARG_STR(out->missing));
}

static struct str file_of(const struct move_ask *ask, const struct move *m)
{
	int year = 0, month = 0, day = 0;
	const struct web *web = ask->ground->web;
	date_parts(ask->ground->ws->as_of, &year, &month, &day);
	return arena_fmt(ask->arena, "outputs/%" PRI_STR "-to-%" PRI_STR "-%04d-%02d.md",
		ARG_STR(config_id(ask->arena, web->nodes[m->from].id)),
		ARG_STR(config_id(ask->arena, web->nodes[m->to].id)), year, month);
}

static void say(const struct move_ask *ask, struct move *m)
{
	const struct move_found *f = &m->found;
	const struct str money = stake_words(ask->ground, &f->stake);
	m->text = arena_fmt(ask->arena,
		"From %" PRI_STR " to %" PRI_STR ": %s on “%" PRI_STR
		"”: %zu %s of %zu accounts%s%" PRI_STR ", and %s.",
		ARG_STR(say_node(ask->arena, ask->ground->web, m->from)),
		ARG_STR(say_node(ask->arena, ask->ground->web, m->to)), m->rule->bring,
		ARG_STR(f->subject), f->count,
		f->count == f->held ? "entries" : "open entries", f->accounts,
		money.len ? ", " : "", ARG_STR(money), m->rule->wants);
	m->path = file_of(ask, m);
}

static struct str aim_of(const struct web *web, size_t link)
{
	for (size_t i = 0; i < web->choice.pick_count; i++)
		if (web->choice.picks[i].link == link)
			return web->aims[web->choice.picks[i].aim].name;
	const struct web_link *l = &web->links[link];
	return l->objective_count ? web->aims[l->objectives[0]].name : S("");
}

void move_of(struct topics *topics, const struct bridges *bridges, size_t link,
	struct move *out)
{
	const struct ground *g = topics->ground;
	const struct web_link *l = &g->web->links[link];
	struct move_ask ways[2] = { { .ground = g,
		.topics = topics,
		.bridge = bridge_find(bridges, link),
		.arena = g->arena,
		.from = l->a,
		.to = l->b } };
	ways[1] = ways[0];
	ways[1].from = l->b;
	ways[1].to = l->a;
	*out = (struct move){ .link = link, .aim = aim_of(g->web, link) };
	for (size_t w = 0; w < 2; w++)
		for (size_t i = 0; move_rules[i]; i++)
			if (fits(&ways[w], move_rules[i]))
				try_rule(&ways[w], move_rules[i], out);
	if (!out->rule) {
		say_nothing(ways, out);
		return;
	}
	qsort(out->found.items, out->found.count, sizeof *out->found.items, newest_first);
	say(&ways[out->from != ways[0].from], out);
}

void moves_of(struct topics *topics, const struct bridges *bridges, struct moves *out)
{
	const struct web *web = topics->ground->web;
	*out = (struct moves){ .count = web->choice.pick_count };
	out->at = ARENA_ARRAY(topics->ground->arena, struct move, out->count + 1);
	for (size_t i = 0; i < out->count; i++)
		move_of(topics, bridges, web->choice.picks[i].link, &out->at[i]);
}
