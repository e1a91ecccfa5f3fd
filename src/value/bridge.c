#include "value/bridge.h"

#include <math.h>
#include <stdlib.h>

#include "web/web.h"

static bool is_missing(const struct web *web, const struct web_link *l)
{
	if (web->nodes[l->a].function == WEB_NONE ||
		web->nodes[l->b].function == WEB_NONE)
		return false;
	return l->verdict == WEB_GAP ||
	       (!l->withheld && !l->pairs && web->nodes[l->a].has_rows &&
		       web->nodes[l->b].has_rows);
}

static size_t pairs_of(const struct web *web, struct bridge_pair *out)
{
	size_t count = 0;
	// Needed ones first: with very many functions only so many are looked at.
	for (int needed = 1; needed >= 0; needed--)
		for (size_t i = 0; i < web->link_count && count < BRIDGE_PAIRS_MAX; i++) {
			const struct web_link *l = &web->links[i];
			if ((l->needed > 0) == (needed == 1) && is_missing(web, l))
				out[count++] = (struct bridge_pair){ i, l->a, l->b };
		}
	return count;
}

static bool bridges_said(const struct said *s, const struct web_link *l)
{
	return (s->node == l->a || s->node == l->b) && !s->again &&
	       s->kind != SAID_REVIEW &&
	       (s->partner == WEB_NONE || (s->partner != l->a && s->partner != l->b));
}

struct telling {
	struct topics *topics;
	const struct ground *g;
	struct bridge *bridge;
	bool *accounts;
};

static void add_account(struct telling *t, uint32_t account)
{
	if (account == SAID_NOBODY || t->accounts[account])
		return;
	t->accounts[account] = true;
	t->bridge->accounts++;
}

// Accounts and deals that the topic stands in; lost deals whoever noted them.
static void add_money(struct telling *t, size_t i, bool ours)
{
	const struct said *s = &t->g->at[i];
	if (!ours && s->kind != SAID_LOSS)
		return;
	add_account(t, s->account);
	stake_add_deal(t->g, &t->bridge->stake, s->deal);
	stake_add_account(t->g, &t->bridge->stake, s->account);
}

static void gather(struct telling *t, const struct web_link *l)
{
	for (size_t i = 0; i < t->g->count; i++) {
		const struct said *s = &t->g->at[i];
		if (!topics_has(t->topics, i, t->bridge->topic))
			continue;
		const bool ours = bridges_said(s, l);
		add_money(t, i, ours);
		if (ours)
			t->bridge->counts[s->node == l->b][s->kind]++;
	}
}

// The newest of an end that is not yet shown; rows beat exchanges.
static const struct said *next_of(
	const struct telling *t, const struct web_link *l, uint32_t node, bool *used)
{
	const struct said *best = NULL;
	for (size_t i = 0; i < t->g->count; i++) {
		const struct said *s = &t->g->at[i];
		if (used[i] || s->node != node || !bridges_said(s, l) ||
			!topics_has(t->topics, i, t->bridge->topic))
			continue;
		const bool plainer = s->kind == SAID_EXCHANGE;
		const bool best_plainer = best && best->kind == SAID_EXCHANGE;
		if (!best || (plainer != best_plainer ? !plainer
						      : s->date.days > best->date.days))
			best = s;
	}
	if (best)
		used[best - t->g->at] = true;
	return best;
}

static void cite(struct telling *t, const struct web_link *l)
{
	struct bridge *b = t->bridge;
	bool *used = ARENA_ARRAY(t->g->arena, bool, t->g->count + 1);
	b->evidence = ARENA_ARRAY(t->g->arena, struct evidence, BRIDGE_SHOWN);
	for (size_t i = 0; i < BRIDGE_SHOWN; i++) {
		const struct said *s = next_of(t, l, i % 2 ? l->b : l->a, used);
		if (s)
			b->evidence[b->evidence_count++] = said_evidence(t->g, s);
	}
}

static struct str said_words(const struct ground *g, const uint32_t counts[SAID_KINDS])
{
	struct str out = S("");
	for (size_t k = 0; k < SAID_KINDS; k++)
		if (counts[k])
			out = arena_fmt(g->arena, "%" PRI_STR "%s%" PRI_STR " %s",
				ARG_STR(out), out.len ? ", " : "",
				ARG_STR(words_number(g->arena, counts[k])),
				said_name((enum said_kind)k, counts[k]));
	return out;
}

static struct str accounts_words(const struct ground *g, const struct bridge *b)
{
	const struct str money = stake_words(g, &b->stake);
	struct str out = S("");
	if (b->accounts)
		out = arena_fmt(g->arena, "; %" PRI_STR " account%s%s%" PRI_STR,
			ARG_STR(words_number(g->arena, b->accounts)),
			b->accounts == 1 ? "" : "s", money.len ? ", " : "",
			ARG_STR(money));
	return out;
}

static void say(const struct telling *t, const struct web_link *l)
{
	const struct ground *g = t->g;
	struct bridge *b = t->bridge;
	b->sentence = arena_fmt(g->arena,
		"%" PRI_STR " (%" PRI_STR ") and %" PRI_STR " (%" PRI_STR
		") both write about “%" PRI_STR "”, and %s%" PRI_STR
		". Texts dealt out at random show one like it in %s%.0f of %d "
		"tries.",
		ARG_STR(say_node(g->arena, g->web, l->a)),
		ARG_STR(said_words(g, b->counts[0])),
		ARG_STR(say_node(g->arena, g->web, l->b)),
		ARG_STR(said_words(g, b->counts[1])),
		ARG_STR(t->topics->at[b->topic].name),
		l->pairs || l->withheld ? "hardly with each other"
					: "not with each other",
		ARG_STR(accounts_words(g, b)),
		b->chance * (BRIDGE_SHUFFLES + 1) < 1.5 ? "less than " : "",
		b->chance * (BRIDGE_SHUFFLES + 1), BRIDGE_SHUFFLES + 1);
}

static void tell(struct topics *topics, struct bridge *b)
{
	const struct ground *g = topics->ground;
	const struct web_link *l = &g->web->links[b->link];
	struct telling t = { .topics = topics,
		.g = g,
		.bridge = b,
		.accounts = ARENA_ARRAY(g->arena, bool, g->accounts.count + 1) };
	gather(&t, l);
	cite(&t, l);
	say(&t, l);
}

static int by_worth(const void *left, const void *right)
{
	const struct bridge *a = left, *b = right;
	const int64_t x = stake_sum(&a->stake), y = stake_sum(&b->stake);
	if (x != y)
		return x > y ? -1 : 1;
	if (a->strength > b->strength || a->strength < b->strength)
		return a->strength > b->strength ? -1 : 1;
	return a->link < b->link ? -1 : a->link > b->link;
}

static double chance_of(const double *maxima, double strength)
{
	size_t as_large = 0;
	for (size_t i = 0; i < BRIDGE_SHUFFLES; i++)
		as_large += maxima[i] >= strength;
	return (double)(as_large + 1) / (BRIDGE_SHUFFLES + 1);
}

static void find(struct topics *topics, const struct bridge_pair *pairs,
	const struct web_settings *settings, struct arena *scratch, struct bridges *out)
{
	const struct ground *g = topics->ground;
	struct voices v;
	struct surplus s;
	double maxima[BRIDGE_SHUFFLES];
	voices_of(topics, pairs, out->pairs, scratch, &v);
	surplus_of(&v, g->web->node_count, scratch, &s);
	out->topics = v.topic_count;
	surplus_null(&v, pairs, out->pairs, settings->seed, &s, scratch, maxima);
	// One in twenty: the fifth largest of 99.
	out->threshold =
		maxima[BRIDGE_SHUFFLES - (size_t)(BRIDGE_CHANCE * (BRIDGE_SHUFFLES + 1))];
	uint32_t *labels = ARENA_ARRAY(scratch, uint32_t, v.count + 1);
	for (size_t i = 0; i < v.count; i++)
		labels[i] = v.at[i].node;
	surplus_count(&v, labels, &s);
	for (size_t p = 0; p < out->pairs; p++) {
		double most = 0;
		size_t best = 0;
		for (size_t t = 0; t < v.topic_count; t++)
			if (surplus_pair(&s, pairs[p], t) > most) {
				most = surplus_pair(&s, pairs[p], t);
				best = t;
			}
		const double chance = chance_of(maxima, most);
		if (most > 0 && chance <= BRIDGE_CHANCE)
			out->at[out->count++] = (struct bridge){ .link = pairs[p].link,
				.topic = v.topic[best],
				.strength = most,
				.chance = chance };
	}
}

void bridges_of(
	struct topics *topics, const struct web_settings *settings, struct bridges *out)
{
	const struct ground *g = topics->ground;
	struct bridge_pair pairs[BRIDGE_PAIRS_MAX] = { 0 };
	struct arena scratch = { 0 };
	*out = (struct bridges){ .pairs = pairs_of(g->web, pairs) };
	out->at = ARENA_ARRAY(g->arena, struct bridge, out->pairs + 1);
	if (out->pairs && g->count)
		find(topics, pairs, settings, &scratch, out);
	for (size_t i = 0; i < out->count; i++)
		tell(topics, &out->at[i]);
	if (out->count > 1)
		qsort(out->at, out->count, sizeof *out->at, by_worth);
	if (!out->count)
		out->none =
			!out->pairs ? S("No two functions with rows lack a tie.")
			: !g->count
				? S("No request, roadmap, deal or call says what "
				    "functions write about.")
				: arena_fmt(g->arena,
					  "None: of %" PRI_STR
					  " topics no one is shared by "
					  "two functions without a tie more than "
					  "chance would have it.",
					  ARG_STR(words_number(g->arena, out->topics)));
	arena_free(&scratch);
}

const struct bridge *bridge_find(const struct bridges *b, size_t link)
{
	for (size_t i = 0; i < b->count; i++)
		if (b->at[i].link == link)
			return &b->at[i];
	return NULL;
}
