#include "value/move.h"

#include <math.h>

#include "value/move_list.h"

#define X(name) &move_rule_##name,
const struct move_rule *const move_rules[] = { MOVE_RULES(X) NULL };
#undef X

// The part of a review that has the topic; what customers dislike before the rest.
static void quote_review(const struct move_ask *ask, const struct said *s, uint32_t topic,
	struct evidence *out)
{
	const struct review *v = &ask->ground->ws->records.reviews.at[s->record];
	const struct {
		const char *column;
		struct str text;
	} PARTS[] = { { "dislikes", v->dislikes }, { "title", v->title },
		{ "likes", v->likes } };
	for (size_t i = 0; i < COUNT(PARTS); i++) {
		uint32_t *ids;
		const size_t count = topics_read(ask->topics, PARTS[i].text, &ids);
		for (size_t k = 0; k < count; k++)
			if (ids[k] == topic) {
				out->column = str_of(PARTS[i].column);
				out->quote = said_quote(ask->ground, PARTS[i].text);
				return;
			}
	}
	out->quote = said_quote(ask->ground, v->title);
}

struct move_item item_of(const struct move_ask *ask, const struct said *s, uint32_t topic)
{
	struct move_item item = { .account = s->account,
		.deal = s->deal,
		.kind = s->kind,
		.own = s->node == ask->from && s->kind != SAID_LOSS,
		.date = s->date,
		.evidence = said_evidence(ask->ground, s),
		.times = 1 };
	if (s->kind == SAID_REVIEW)
		quote_review(ask, s, topic, &item.evidence);
	return item;
}

struct move_item item_of_deal(const struct move_ask *ask, uint8_t kind, struct said s)
{
	const struct deals *d = &ask->ground->ws->deals;
	const uint32_t code = d->account.code ? d->account.code[s.deal] : 0;
	s.account = code ? ground_account(ask->ground, d->account.words.keys[code - 1])
			 : SAID_NOBODY;
	struct move_item item = item_of(ask, &s, TOPIC_NONE);
	item.kind = kind;
	item.own = false;
	return item;
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

bool found_is_fuller(const struct move_found *a, const struct move_found *b)
{
	return a->count != b->count	    ? a->count > b->count
	       : a->accounts != b->accounts ? a->accounts > b->accounts
					    : a->held > b->held;
}

bool move_fits(const struct move_ask *ask, const struct move_rule *rule)
{
	const unsigned from = ground_usual(ask->ground, ask->from);
	const unsigned to = ground_usual(ask->ground, ask->to);
	return (rule->from == USUAL_ANY || (rule->from >> from & 1)) &&
	       (rule->to == USUAL_ANY || (rule->to >> to & 1));
}

// The best that speaks, and of those that do not the fullest.
struct trying {
	struct move *best;
	const struct move_rule *close_rule;
	struct move_found close;
};

static void try_rule(
	const struct move_ask *ask, const struct move_rule *rule, struct trying *t)
{
	struct move *out = t->best;
	struct move_found found = { 0 };
	if (rule->lacks(ask).len)
		return; // nothing is unanswered where the answers are not there
	if (rule->theme)
		theme_find(ask, rule->theme, &found);
	else
		rule->find(ask, &found);
	if (!found_speaks(&found)) {
		if (found.held && found_is_fuller(&found, &t->close)) {
			t->close = found;
			t->close_rule = rule;
		}
		return;
	}
	const double score = move_score(ask, &found);
	const bool newer = score >= out->score && score <= out->score && out->rule &&
			   found.newest.days > out->found.newest.days;
	if (score <= out->score && !newer)
		return;
	out->rule = rule;
	out->from = ask->from;
	out->to = ask->to;
	out->found = found;
	out->score = score;
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

static struct str aim_of(const struct web *web, size_t link)
{
	for (size_t i = 0; i < web->choice.pick_count; i++)
		if (web->choice.picks[i].link == link)
			return web->aims[web->choice.picks[i].aim].name;
	const struct web_link *l = &web->links[link];
	return l->objective_count ? web->aims[l->objectives[0]].name : S("");
}

// Both ways of a link, neither with a subject that `told` has.
static void ask_both(struct topics *topics, const struct bridges *bridges, size_t link,
	const struct moves *told, struct move_ask ways[2])
{
	const struct ground *g = topics->ground;
	const struct web_link *l = &g->web->links[link];
	ways[0] = (struct move_ask){ .ground = g,
		.topics = topics,
		.bridge = bridge_find(bridges, link),
		.told = told,
		.arena = g->arena,
		.from = l->a,
		.to = l->b };
	ways[1] = ways[0];
	ways[1].from = l->b;
	ways[1].to = l->a;
}

static void try_both(const struct move_ask ways[2], struct trying *t)
{
	for (size_t w = 0; w < 2; w++)
		for (size_t i = 0; move_rules[i]; i++)
			if (move_fits(&ways[w], move_rules[i]))
				try_rule(&ways[w], move_rules[i], t);
}

static void move_beside(struct topics *topics, const struct bridges *bridges, size_t link,
	const struct moves *told, struct move *out)
{
	struct move_ask ways[2];
	struct trying t = { .best = out };
	ask_both(topics, bridges, link, told, ways);
	*out = (struct move){ .link = link, .aim = aim_of(topics->ground->web, link) };
	try_both(ways, &t);
	if (!out->rule && told->count) { // once more, with what is told
		ask_both(topics, bridges, link, NULL, ways);
		t = (struct trying){ .best = out };
		try_both(ways, &t);
	}
	if (!out->rule) {
		move_silence(ways, t.close_rule, &t.close, out);
		return;
	}
	const struct move_ask *way = &ways[out->from != ways[0].from];
	move_sort(way, &out->found);
	out->speaks = true;
	if (move_repeat(way, told, out))
		return;
	move_say(way, out);
	out->path = file_of(way, out);
}

void move_of(struct topics *topics, const struct bridges *bridges, size_t link,
	struct move *out)
{
	move_beside(topics, bridges, link, &(struct moves){ 0 }, out);
}

void moves_of(struct topics *topics, const struct bridges *bridges, struct moves *out)
{
	const struct web *web = topics->ground->web;
	*out = (struct moves){ 0 };
	out->at = ARENA_ARRAY(
		topics->ground->arena, struct move, web->choice.pick_count + 1);
	for (; out->count < web->choice.pick_count; out->count++)
		move_beside(topics, bridges, web->choice.picks[out->count].link, out,
			&out->at[out->count]);
}
