#include "market/count.h"

#include <stdlib.h>
#include <string.h>

#include "market/refs.h"

void meant_of(const struct heard *heard, const struct need *needs, size_t need_count,
	const struct echoes_of_needs *echoes, double share, struct arena *a,
	struct meant *out)
{
	bool *keep = ARENA_ARRAY(a, bool, echoes->count + 1);
	*out = (struct meant){ .at = ARENA_ARRAY(
				       a, struct echo_of_need, echoes->count + 1),
		.from = ARENA_ARRAY(a, uint32_t, need_count + 2) };
	for (size_t i = 0; i < echoes->count; i++) {
		const struct echo_of_need *e = &echoes->at[i];
		keep[i] =
			(needs[e->need].kind >= NEED_NAME || e->absent ||
				(double)e->share >= share) &&
			listen_means(heard->words, &heard->terms, heard->lines, needs, e);
		out->from[e->need + 2] += keep[i];
	}
	for (size_t n = 0; n < need_count; n++)
		out->from[n + 2] += out->from[n + 1];
	for (size_t i = 0; i < echoes->count; i++) // from[n + 1] ends where n's begin
		if (keep[i])
			out->at[out->from[echoes->at[i].need + 1]++] = echoes->at[i];
}

size_t meant_recent(const struct heard *heard, const struct meant *meant, uint32_t need,
	uint8_t *seen)
{
	size_t count = 0;
	for (int pass = 0; pass < 2; pass++)
		for (uint32_t i = meant->from[need]; i < meant->from[need + 1]; i++) {
			const struct talk *t =
				&heard->talks[heard->lines[meant->at[i].line].talk];
			count += !pass && t->recent && !seen[t->account];
			seen[t->account] = !pass && (seen[t->account] || t->recent);
		}
	return count;
}

// A buyer's word for one backing: a sentence, or a reference of our own file.
struct vote {
	uint32_t account;
	struct date date;
	bool recent, declared;
	float share;
	uint32_t line; // of a sentence
	struct evidence evidence;
};

struct votes {
	struct arena *arena;
	const struct market_refs *refs;
	struct vote *at;
	size_t count, room;
};

static struct vote *add_vote(struct votes *v)
{
	v->at = arena_more(v->arena, v->at, v->count, &v->room, sizeof *v->at);
	v->at[v->count] = (struct vote){ 0 };
	return &v->at[v->count++];
}

static void vote_by_words(const struct workspace *ws, const struct heard *heard,
	const struct meant *meant, uint32_t need, struct votes *votes)
{
	for (uint32_t i = meant->from[need]; i < meant->from[need + 1]; i++) {
		const struct echo_of_need *e = &meant->at[i];
		const struct spoken *line = &heard->lines[e->line];
		const struct spoken *first = e->two ? line - 1 : line;
		const struct talk *t = &heard->talks[line->talk];
		struct vote *v = add_vote(votes);
		v->account = t->account;
		v->date = t->date;
		v->recent = t->recent;
		v->share = e->share;
		v->line = e->line;
		v->evidence = (struct evidence){ .path = ws->sources[t->source].path,
			.place = first->place,
			.quote =
				e->two ? arena_fmt(votes->arena, "%" PRI_STR " %" PRI_STR,
						 ARG_STR(first->text),
						 ARG_STR(line->text))
				       : line->text,
			.date = t->date,
			.witness = WITNESS_BUYER };
	}
}

// How many of the words of the needs of a backing a sentence has.
static float nearness(const struct heard *heard, const struct elements *e,
	const struct element_needs *n, const struct spoken *line)
{
	float sum = 0;
	for (size_t k = 0; k < n->count; k++) {
		const struct need *need = &e->need[n->need[k]];
		for (size_t w = 0; w < need->count; w++)
			for (uint32_t i = 0; i < line->terms.count; i++) {
				const uint32_t id =
					heard->terms.ids[line->terms.from + i];
				const struct term *t = &heard->terms.at[TERM_NUMBER(id)];
				sum += need->at[w].weight *
				       need_match(&need->at[w], t->concept, t->kin);
			}
	}
	return sum;
}

// The words in a talk that come closest; its first ones where nothing does.
static void find_words(const struct heard *heard, const struct elements *e,
	size_t backing, uint32_t talk, struct evidence *out)
{
	float best = -1;
	const size_t from = heard->talks[talk].from;
	for (size_t i = from; i < heard->line_count && heard->lines[i].talk == talk;
		i++) {
		const float near =
			nearness(heard, e, &e->needs[backing], &heard->lines[i]);
		if (near <= best)
			continue;
		best = near;
		out->place = heard->lines[i].place;
		out->quote = near > 0 ? heard->lines[i].text : (struct str){ 0 };
	}
}

static void take_reference(const struct heard *heard, struct elements *e, size_t backing,
	struct str value, struct votes *votes)
{
	struct backing *b = &e->at[backing];
	const struct market_ref ref = market_ref_of(votes->refs, value);
	if (ref.witness == WITNESS_BUYER && !ref.found) {
		b->unresolved++;
		return;
	}
	b->by_witness[ref.witness]++;
	if (!ref.found)
		return;
	const struct talk *t = &heard->talks[ref.talk];
	struct vote *v = add_vote(votes);
	*v = (struct vote){ .account = t->account,
		.date = t->date,
		.recent = t->recent,
		.declared = true,
		.share = 1,
		.evidence = ref.evidence };
	if (v->evidence.place.kind != PLACE_TIME)
		find_words(heard, e, backing, ref.talk, &v->evidence);
}

static void vote_by_reference(const struct heard *heard, struct elements *e,
	size_t backing, struct votes *votes)
{
	const struct paper_line *line = e->needs[backing].line;
	struct backing *b = &e->at[backing];
	for (size_t i = 0; line && i < line->reference_count; i++)
		if (str_eq(line->keys[i], S("evidence")) ||
			str_eq(line->keys[i], S("source")) ||
			str_eq(line->keys[i], S("beleg")))
			take_reference(heard, e, backing, line->values[i], votes);
	for (size_t i = 0; i < b->pain_count; i++) {
		const size_t before = b->by_witness[WITNESS_US];
		if (str_trim(b->pains[i]->source).len)
			take_reference(heard, e, backing, b->pains[i]->source, votes);
		if (b->by_witness[WITNESS_US] > before && !b->assumed.len)
			b->assumed = b->pains[i]->source;
	}
}

// By account, the best of each first: newest, then closest, then first said.
static int by_account(const void *left, const void *right)
{
	const struct vote *a = left, *b = right;
	if (a->account != b->account)
		return a->account < b->account ? -1 : 1;
	if (a->date.days != b->date.days)
		return a->date.days > b->date.days ? -1 : 1;
	if (a->share > b->share || a->share < b->share)
		return a->share > b->share ? -1 : 1;
	return a->line < b->line ? -1 : a->line > b->line;
}

// What is shown first: what is closest to our words, then newest.
static int by_worth(const void *left, const void *right)
{
	const struct vote *a = left, *b = right;
	if (a->recent != b->recent)
		return a->recent ? -1 : 1;
	if (a->share > b->share || a->share < b->share)
		return a->share > b->share ? -1 : 1;
	if (a->date.days != b->date.days)
		return a->date.days > b->date.days ? -1 : 1;
	return a->account < b->account ? -1 : a->account > b->account;
}

// One vote an account: its best one, with what any of them said.
static size_t one_each(struct votes *votes, struct backing *b)
{
	size_t kept = 0;
	if (votes->count)
		qsort(votes->at, votes->count, sizeof *votes->at, by_account);
	for (size_t i = 0; i < votes->count;) {
		const uint32_t account = votes->at[i].account;
		struct vote best = votes->at[i];
		bool declared = false, recent = false;
		for (; i < votes->count && votes->at[i].account == account; i++) {
			declared |= votes->at[i].declared;
			recent |= votes->at[i].recent;
			if (votes->at[i].recent == best.recent &&
				votes->at[i].share > best.share)
				best = votes->at[i];
		}
		b->declared += declared;
		b->recent += recent;
		if (best.date.days > b->newest.days)
			b->newest = best.date;
		votes->at[kept++] = best;
	}
	b->buyers = kept;
	return kept;
}

static void settle(struct votes *votes, struct backing *b)
{
	struct date newest = { 0 };
	for (size_t i = 0; i < votes->count; i++)
		if (votes->at[i].date.days > newest.days)
			newest = votes->at[i].date;
	const size_t kept = one_each(votes, b);
	b->newest = newest;
	if (kept)
		qsort(votes->at, kept, sizeof *votes->at, by_worth);
	for (size_t i = 0; i < kept && i < BACKING_QUOTES; i++)
		b->quotes[b->quote_count++] = (struct backing_quote){
			.evidence = votes->at[i].evidence,
			.account = votes->at[i].account,
			.declared = votes->at[i].declared,
			.share = votes->at[i].share,
		};
}

void count_backings(const struct workspace *ws, const struct heard *heard,
	const struct meant *meant, struct elements *elements)
{
	struct votes votes = { .arena = elements->arena,
		.refs = market_refs_of(ws, heard, elements->arena) };
	for (size_t i = 0; i < elements->count; i++) {
		struct backing *b = &elements->at[i];
		const struct element_needs *n = &elements->needs[i];
		votes.count = 0;
		for (size_t k = 0; k < n->count; k++)
			vote_by_words(ws, heard, meant, n->need[k], &votes);
		vote_by_reference(heard, elements, i, &votes);
		settle(&votes, b);
	}
}
