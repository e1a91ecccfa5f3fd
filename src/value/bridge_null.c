// What chance alone would make of topics and functions.
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "value/bridge.h"
#include "web/web.h"

enum { EACH_LEAST = 2, BOTH_LEAST = 5, STRATA = 3, SPREAD_LEAST = 4 };

struct stratum {
	uint32_t *at; // voices, those with topics first
	size_t count, telling;
};

// Requests, exchanges, and records of each function's own (roadmap, deals, calls,
// papers).
static uint8_t stratum_of(const struct said *s)
{
	return s->kind == SAID_REQUEST ? 0 : s->kind == SAID_EXCHANGE ? 1 : 2;
}

static bool is_between(
	const struct said *s, const struct bridge_pair *pairs, size_t count)
{
	for (size_t i = 0; s->kind == SAID_EXCHANGE && i < count; i++)
		if ((pairs[i].a == s->node && pairs[i].b == s->partner) ||
			(pairs[i].b == s->node && pairs[i].a == s->partner))
			return true;
	return false;
}

// What makes two texts one voice: an account within a function; of exchanges, a topic
// of the same two functions within a week, which is one conversation.
struct voice_key {
	uint32_t node, kind, whom, when;
};

static struct voice_key key_of(const struct topics *t, size_t i)
{
	const struct said *s = &t->ground->at[i];
	// Equal words of exchanges were read once and have one place in the topics.
	if (s->kind == SAID_EXCHANGE)
		return (struct voice_key){ s->node, s->partner << 3 | 3, t->of[i].from,
			(uint32_t)(s->date.days / 7) };
	if (s->account != SAID_NOBODY)
		return (struct voice_key){ s->node, stratum_of(s), s->account, 0 };
	if (s->kind == SAID_CALL)
		return (struct voice_key){ s->node, 4, s->record, 0 };
	return (struct voice_key){ s->node, 5, (uint32_t)i, 0 };
}

struct making {
	struct voices *out;
	struct arena *arena;
	struct map keys;
	struct voice_ids {
		uint32_t *at;
		size_t count, room;
	} * ids; // by voice
	size_t ids_room;
};

static void hear(struct making *m, const struct topics *t, size_t i, size_t voice)
{
	while (m->ids_room <= voice)
		m->ids = arena_more(
			m->arena, m->ids, m->ids_room, &m->ids_room, sizeof *m->ids);
	struct voice_ids *ids = &m->ids[voice];
	for (uint32_t k = 0; k < t->of[i].count; k++) {
		ids->at = arena_more(
			m->arena, ids->at, ids->count, &ids->room, sizeof *ids->at);
		ids->at[ids->count++] = t->ids[t->of[i].from + k];
	}
}

static int by_number(const void *left, const void *right)
{
	const uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
	return a < b ? -1 : a > b;
}

static void keep_once(struct voice_ids *ids)
{
	size_t kept = 0;
	if (ids->count > 1)
		qsort(ids->at, ids->count, sizeof *ids->at, by_number);
	for (size_t i = 0; i < ids->count; i++)
		if (!kept || ids->at[kept - 1] != ids->at[i])
			ids->at[kept++] = ids->at[i];
	ids->count = kept;
}

// "release", "ticket": what kind of work it was, which no two functions have to
// themselves.
static bool is_work(const struct kinds *kinds, const struct topic *topic)
{
	return kind_of_topic(kinds, topic->name) != KIND_UNKNOWN;
}

// Only topics that could be a bridge are numbered.
static void number(struct making *m, const struct topics *t)
{
	struct voices *out = m->out;
	struct kinds kinds;
	uint32_t *with = ARENA_ARRAY(m->arena, uint32_t, t->count + 1);
	uint32_t *number_of = ARENA_ARRAY(m->arena, uint32_t, t->count + 1);
	kinds_open(&kinds, NULL, m->arena);
	for (size_t v = 0; m->ids && v < out->count; v++)
		for (size_t k = 0; k < m->ids[v].count; k++)
			with[m->ids[v].at[k]]++;
	out->topic = ARENA_ARRAY(m->arena, uint32_t, t->count + 1);
	for (uint32_t i = 0; i < t->count; i++) {
		number_of[i] = TOPIC_NONE;
		if (with[i] >= BOTH_LEAST && !t->at[i].named && !t->at[i].common &&
			!is_work(&kinds, &t->at[i])) {
			number_of[i] = (uint32_t)out->topic_count;
			out->topic[out->topic_count++] = i;
		}
	}
	for (size_t v = 0; m->ids && v < out->count; v++) {
		out->at[v].from = (uint32_t)out->id_count;
		for (size_t k = 0; k < m->ids[v].count; k++) {
			const uint32_t n = number_of[m->ids[v].at[k]];
			if (n == TOPIC_NONE)
				continue;
			out->ids = arena_more(m->arena, out->ids, out->id_count,
				&out->id_room, sizeof *out->ids);
			out->ids[out->id_count++] = n;
		}
		out->at[v].count = (uint32_t)(out->id_count - out->at[v].from);
	}
}

void voices_of(const struct topics *t, const struct bridge_pair *pairs, size_t pair_count,
	struct arena *a, struct voices *out)
{
	const struct ground *g = t->ground;
	struct making m = { .out = out, .arena = a, .keys.arena = a };
	*out = (struct voices){ 0 };
	for (size_t i = 0; i < g->count; i++) {
		const struct said *s = &g->at[i];
		if (s->again || s->kind == SAID_REVIEW ||
			is_between(s, pairs, pair_count))
			continue; // not the function's own words
		const struct voice_key key = key_of(t, i);
		const size_t voice =
			map_add(&m.keys, (struct str){ (const char *)&key, sizeof key });
		if (voice == out->count) {
			out->at = arena_more(
				a, out->at, out->count, &out->room, sizeof *out->at);
			out->at[out->count++] = (struct voice){ .node = s->node,
				.stratum = stratum_of(s) };
		}
		hear(&m, t, i, voice);
	}
	for (size_t v = 0; m.ids && v < out->count; v++)
		keep_once(&m.ids[v]);
	number(&m, t);
}

/*
 * E = the sum over kinds of text of (voices of the node) x (voices with the topic) / all
 * voices: what the node would say of it if it spoke as the others do in the same kind.
 */
void surplus_of(
	const struct voices *v, size_t nodes, struct arena *a, struct surplus *out)
{
	*out = (struct surplus){ .nodes = nodes, .topics = v->topic_count };
	const size_t cells = nodes * v->topic_count + 1;
	out->counts = ARENA_ARRAY(a, uint32_t, cells);
	out->expected = ARENA_ARRAY(a, double, cells);
	uint32_t *with = ARENA_ARRAY(a, uint32_t, STRATA * v->topic_count + 1);
	double *of_node = ARENA_ARRAY(a, double, STRATA *nodes + 1);
	double all[STRATA] = { 0 };
	out->roots = ARENA_ARRAY(a, double, v->count + 1);
	for (size_t i = 0; i <= v->count; i++)
		out->roots[i] = 2 * sqrt((double)i + .375);
	for (size_t i = 0; i < v->count; i++) {
		const struct voice *x = &v->at[i];
		all[x->stratum]++;
		of_node[x->stratum * nodes + x->node]++;
		for (uint32_t k = 0; k < x->count; k++)
			with[x->stratum * v->topic_count + v->ids[x->from + k]]++;
	}
	out->wide = ARENA_ARRAY(a, bool, v->topic_count + 1);
	for (size_t n = 0; n < nodes; n++) {
		double voices = 0;
		for (size_t s = 0; s < STRATA; s++)
			voices += of_node[s * nodes + n];
		out->speaking += voices > 0;
	}
	for (size_t n = 0; n < nodes; n++)
		for (size_t t = 0; t < v->topic_count; t++) {
			double e = 0;
			for (size_t s = 0; s < STRATA; s++)
				if (all[s] > 0)
					e += of_node[s * nodes + n] *
					     with[s * v->topic_count + t] / all[s];
			out->expected[n * v->topic_count + t] = 2 * sqrt(e + .375);
		}
}

/*
 * What most of the functions that speak at all say, each at least EACH_LEAST times, is
 * the company's word, not a subject that two of them share.  Told for shuffled companies
 * as for the real one, or the choice of words would look like a surplus.
 */
static void find_wide(struct surplus *s)
{
	for (size_t t = 0; t < s->topics; t++) {
		size_t functions = 0;
		for (size_t n = 0; n < s->nodes; n++)
			functions += s->counts[n * s->topics + t] >= EACH_LEAST;
		s->wide[t] = functions >= SPREAD_LEAST && 2 * functions > s->speaking;
	}
}

void surplus_count(const struct voices *v, const uint32_t *labels, struct surplus *s)
{
	memset(s->counts, 0, s->nodes * s->topics * sizeof *s->counts);
	for (size_t i = 0; i < v->count; i++) {
		uint32_t *row = s->counts + (size_t)labels[i] * s->topics;
		for (uint32_t k = 0; k < v->at[i].count; k++)
			row[v->ids[v->at[i].from + k]]++;
	}
	find_wide(s);
}

// 2 (sqrt(n + 3/8) - sqrt(E + 3/8)), Anscombe 1948: about standard normal for counts.
static double surplus_at(const struct surplus *s, uint32_t node, size_t topic)
{
	const size_t at = node * s->topics + topic;
	return s->roots[s->counts[at]] - s->expected[at];
}

double surplus_pair(const struct surplus *s, struct bridge_pair p, size_t topic)
{
	const uint32_t a = s->counts[p.a * s->topics + topic];
	const uint32_t b = s->counts[p.b * s->topics + topic];
	if (s->wide[topic] || a < EACH_LEAST || b < EACH_LEAST || a + b < BOTH_LEAST)
		return -1;
	return fmin(surplus_at(s, p.a, topic), surplus_at(s, p.b, topic));
}

// Fisher and Yates within each kind of text; the labels of voices without a topic of ours
// stand behind and need no drawing.
static void shuffle(
	const struct stratum strata[STRATA], struct random *random, uint32_t *labels)
{
	for (size_t s = 0; s < STRATA; s++)
		for (size_t i = 0; i < strata[s].telling; i++) {
			const size_t k =
				i + (size_t)random_below(random, strata[s].count - i);
			const uint32_t x = strata[s].at[i], y = strata[s].at[k];
			const uint32_t label = labels[x];
			labels[x] = labels[y];
			labels[y] = label;
		}
}

static void fill(const struct voices *v, struct stratum strata[STRATA], struct arena *a)
{
	for (size_t s = 0; s < STRATA; s++)
		strata[s] =
			(struct stratum){ .at = ARENA_ARRAY(a, uint32_t, v->count + 1) };
	for (int telling = 1; telling >= 0; telling--)
		for (uint32_t i = 0; i < v->count; i++) {
			struct stratum *s = &strata[v->at[i].stratum];
			if ((v->at[i].count > 0) != (telling == 1))
				continue;
			s->at[s->count++] = i;
			s->telling += telling == 1;
		}
}

static int by_size(const void *left, const void *right)
{
	const double a = *(const double *)left, b = *(const double *)right;
	return a < b ? -1 : a > b;
}

void surplus_null(const struct voices *v, const struct bridge_pair *pairs,
	size_t pair_count, uint64_t seed, struct surplus *s, struct arena *a,
	double *maxima)
{
	struct random random = { seed };
	uint32_t *labels = ARENA_ARRAY(a, uint32_t, v->count + 1);
	struct stratum strata[STRATA];
	fill(v, strata, a);
	for (uint32_t i = 0; i < v->count; i++)
		labels[i] = v->at[i].node;
	for (size_t n = 0; n < BRIDGE_SHUFFLES; n++) {
		shuffle(strata, &random, labels);
		surplus_count(v, labels, s);
		maxima[n] = 0;
		for (size_t p = 0; p < pair_count; p++)
			for (size_t t = 0; t < s->topics; t++)
				maxima[n] = fmax(maxima[n], surplus_pair(s, pairs[p], t));
	}
	qsort(maxima, BRIDGE_SHUFFLES, sizeof *maxima, by_size);
}
