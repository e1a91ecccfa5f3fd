#include "swap/voice.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/*
 * PRIOR words of everybody are mixed into every model; measured on real vendors together
 * with the choice of the model itself, see docs/methods.md.  Two claims that share half
 * of all their words and pairs are nearly the same.
 */
static const double PRIOR = 1000, NEARLY = 0.5, HALF = 0.5;
#define NOT_HERE UINT32_MAX

struct term {
	uint32_t bucket, count;
};

// A claim in the models.
struct voiced {
	uint32_t vendor, document;
	uint32_t first, count; // its terms
	uint32_t words;	       // their sum
	uint8_t draws;	       // bit r: it is in draw r, as things are left out now
};

struct posting {
	uint32_t bucket, claim, count;
};

struct voices {
	struct arena *arena;
	const struct aliases *names;
	size_t vendors;
	struct voiced *claims; // in order of vendor
	size_t claim_count, claim_room;
	struct term *terms;
	size_t term_count, term_room;
	struct posting *postings; // by bucket, then claim
	uint32_t *starts;	  // by bucket rank: first posting
	uint32_t *buckets;	  // by rank, ascending
	double *common;		  // by rank: share of all words
	size_t ranks;
	double unseen;			// share of a word nobody has
	uint32_t *orders[VOICE_DRAWS];	// claims of each vendor in the order of a draw
	uint32_t *starts_of;		// by vendor: its first claim; vendors + 1
	size_t *documents;		// by vendor
	const struct voice_text *texts; // of the plan
	uint32_t *claim_of; // by text: its claim, or the one that has its words
	bool *has;	    // by text
	double totals[VOICE_VENDORS][VOICE_DRAWS];
	// Scratch of a question.
	uint32_t *overlap, *touched;
	size_t touched_count;
	struct feature_bag bag;
	struct mentions found;
	struct arena scratch;
};
_Static_assert(VOICE_DRAWS <= 8, "a byte holds the draws of a claim");

// The words of a text as terms, behind those that are there.  Returns their sum.
static uint32_t take_terms(struct voices *v, struct str text)
{
	uint32_t words = 0;
	v->found.count = 0;
	if (v->names)
		aliases_find(v->names, text, &v->found);
	features_of(&v->bag, text, tongue_of(text), v->found.spans, v->found.count);
	for (size_t i = 0; i < v->bag.count; i++) {
		const struct feature *f = &v->bag.at[i];
		if (f->bucket >= FEATURE_LETTERS)
			break;
		const uint32_t count = (uint32_t)abs(f->count);
		v->terms = arena_more(v->arena, v->terms, v->term_count, &v->term_room,
			sizeof *v->terms);
		v->terms[v->term_count++] = (struct term){ f->bucket, count };
		words += count;
	}
	return words;
}

/*
 * Whether a claim is taken when its vendor has `all`: by a hash of its words, so that
 * copies stand or fall together and no order matters.
 */
static bool is_drawn(struct str text, size_t all, size_t room)
{
	return all <= room || str_hash(text, 11) / (UINT64_MAX / all) < room;
}

// The number of the claim, or of the one that has the same words; NOT_HERE without words.
static uint32_t add_claim(
	struct voices *v, const struct voice_text *text, struct map *known)
{
	const size_t first = v->term_count;
	const uint32_t words = take_terms(v, text->text);
	const struct str print = { (const char *)(v->terms + first),
		(v->term_count - first) * sizeof *v->terms };
	const size_t before = known->count;
	const size_t i = words ? map_add(known, print) : 0;
	if (known->count == before) {
		v->term_count = first;
		return words ? v->starts_of[text->vendor] + (uint32_t)i : NOT_HERE;
	}
	v->claims = arena_more(
		v->arena, v->claims, v->claim_count, &v->claim_room, sizeof *v->claims);
	v->claims[v->claim_count++] = (struct voiced){ .vendor = text->vendor,
		.document = text->document,
		.first = (uint32_t)first,
		.count = (uint32_t)(v->term_count - first),
		.words = words };
	return (uint32_t)v->claim_count - 1;
}

static void take_vendor(struct voices *v, const struct voice_plan *plan, uint32_t vendor,
	const size_t *all, bool *seen)
{
	struct arena scratch = { 0 };
	struct map known = { .arena = &scratch };
	const size_t room = VOICE_MOST / (plan->vendors + 1) + VOICE_FEWEST;
	v->starts_of[vendor] = (uint32_t)v->claim_count;
	for (size_t i = 0; i < plan->count; i++) {
		const struct voice_text *t = &plan->texts[i];
		if (t->vendor != vendor)
			continue;
		v->claim_of[i] = NOT_HERE;
		if (!is_drawn(t->text, all[vendor], room))
			continue;
		const size_t before = v->claim_count;
		v->claim_of[i] = add_claim(v, t, &known);
		if (v->claim_count == before)
			continue;
		v->has[i] = true;
		v->documents[vendor] += !seen[t->document];
		seen[t->document] = true;
	}
	arena_free(&scratch);
}

static int by_bucket(const void *a, const void *b)
{
	const struct posting *x = a, *y = b;
	if (x->bucket != y->bucket)
		return x->bucket < y->bucket ? -1 : 1;
	return (x->claim > y->claim) - (x->claim < y->claim);
}

static void index_terms(struct voices *v)
{
	struct arena *a = v->arena;
	size_t n = 0;
	double all = 0;
	v->postings = ARENA_ARRAY(a, struct posting, v->term_count + 1);
	for (uint32_t c = 0; c < v->claim_count; c++)
		for (size_t t = 0; t < v->claims[c].count; t++, n++) {
			const struct term *term = &v->terms[v->claims[c].first + t];
			v->postings[n] = (struct posting){ term->bucket, c, term->count };
			all += (double)term->count;
		}
	if (n)
		qsort(v->postings, n, sizeof *v->postings, by_bucket);
	v->starts = ARENA_ARRAY(a, uint32_t, n + 1);
	v->buckets = ARENA_ARRAY(a, uint32_t, n + 1);
	v->common = ARENA_ARRAY(a, double, n + 1);
	for (size_t i = 0; i < n; i++) {
		if (!i || v->postings[i].bucket != v->postings[i - 1].bucket) {
			v->starts[v->ranks] = (uint32_t)i;
			v->buckets[v->ranks++] = v->postings[i].bucket;
		}
		v->common[v->ranks - 1] += (double)v->postings[i].count;
	}
	v->starts[v->ranks] = (uint32_t)n;
	const double sum = all + HALF * (double)(v->ranks + 1);
	for (size_t r = 0; r < v->ranks; r++)
		v->common[r] = (v->common[r] + HALF) / sum;
	v->unseen = HALF / sum;
}

struct lot {
	uint64_t number;
	uint32_t claim;
};

static int by_lot(const void *a, const void *b)
{
	const struct lot *x = a, *y = b;
	if (x->number != y->number)
		return x->number < y->number ? -1 : 1;
	return (x->claim > y->claim) - (x->claim < y->claim);
}

// The order in which a draw takes claims depends on their words alone.
static void draw_lots(struct voices *v)
{
	struct lot *lots = ARENA_ARRAY(&v->scratch, struct lot, v->claim_count + 1);
	for (size_t r = 0; r < VOICE_DRAWS; r++) {
		v->orders[r] = ARENA_ARRAY(v->arena, uint32_t, v->claim_count + 1);
		for (size_t u = 0; u < v->vendors; u++) {
			const size_t from = v->starts_of[u],
				     n = v->starts_of[u + 1] - from;
			for (size_t i = 0; i < n; i++) {
				const struct voiced *c = &v->claims[from + i];
				const struct str print = { (const char *)(v->terms +
									  c->first),
					c->count * sizeof *v->terms };
				lots[i] = (struct lot){ str_hash(print, 100 + r),
					(uint32_t)(from + i) };
			}
			if (n)
				qsort(lots, n, sizeof *lots, by_lot);
			for (size_t i = 0; i < n; i++)
				v->orders[r][from + i] = lots[i].claim;
		}
	}
	arena_free(&v->scratch);
}

struct voices *voices_open(const struct voice_plan *plan, struct arena *a)
{
	struct voices *v = ARENA_NEW(a, struct voices);
	*v = (struct voices){ .arena = a, .names = plan->names };
	v->vendors = plan->vendors < VOICE_VENDORS ? plan->vendors : VOICE_VENDORS;
	v->bag.arena = v->found.arena = a;
	v->texts = plan->texts;
	v->has = ARENA_ARRAY(a, bool, plan->count + 1);
	v->claim_of = ARENA_ARRAY(a, uint32_t, plan->count + 1);
	v->documents = ARENA_ARRAY(a, size_t, v->vendors + 1);
	v->starts_of = ARENA_ARRAY(a, uint32_t, v->vendors + 1);
	size_t *all = ARENA_ARRAY(&v->scratch, size_t, plan->vendors + 1);
	bool *seen = ARENA_ARRAY(&v->scratch, bool, plan->documents + 1);
	for (size_t i = 0; i < plan->count; i++)
		all[plan->texts[i].vendor]++;
	for (uint32_t u = 0; u < v->vendors; u++)
		take_vendor(v, plan, u, all, seen);
	v->starts_of[v->vendors] = (uint32_t)v->claim_count;
	arena_free(&v->scratch);
	index_terms(v);
	draw_lots(v);
	v->overlap = ARENA_ARRAY(a, uint32_t, v->claim_count + 1);
	v->touched = ARENA_ARRAY(a, uint32_t, v->claim_count + 1);
	return v;
}

size_t voices_claims(const struct voices *v, size_t vendor)
{
	return vendor < v->vendors ? v->starts_of[vendor + 1] - v->starts_of[vendor] : 0;
}

size_t voices_documents(const struct voices *v, size_t vendor)
{
	return vendor < v->vendors ? v->documents[vendor] : 0;
}

bool voices_speaks(const struct voices *v, size_t vendor)
{
	return voices_claims(v, vendor) >= VOICE_FEWEST;
}

bool voices_has(const struct voices *v, size_t i)
{
	return v->has[i];
}

// The words of the smallest vendor that speaks, one document left out; 0 if nothing can
// be compared then.
static uint64_t budget_without(const struct voices *v, uint32_t document)
{
	uint64_t least = UINT64_MAX;
	size_t speaking = 0;
	for (size_t u = 0; u < v->vendors; u++) {
		uint64_t words = 0;
		size_t left = 0;
		if (!voices_speaks(v, u))
			continue;
		for (uint32_t c = v->starts_of[u]; c < v->starts_of[u + 1]; c++) {
			const bool out = v->claims[c].document == document;
			words += out ? 0 : v->claims[c].words;
			left += !out;
		}
		if (left < VOICE_FEWEST)
			return 0;
		least = words < least ? words : least;
		speaking++;
	}
	return speaking < 2 ? 0 : least;
}

bool voices_leave_out(struct voices *v, uint32_t document)
{
	const uint64_t budget = budget_without(v, document);
	if (!budget)
		return false;
	for (size_t c = 0; c < v->claim_count; c++)
		v->claims[c].draws = 0;
	for (size_t u = 0; u < v->vendors; u++)
		for (size_t r = 0; voices_speaks(v, u) && r < VOICE_DRAWS; r++) {
			uint64_t words = 0;
			for (size_t i = v->starts_of[u];
				i < v->starts_of[u + 1] && words < budget; i++) {
				struct voiced *c = &v->claims[v->orders[r][i]];
				if (c->document == document)
					continue;
				c->draws |= (uint8_t)(1u << r);
				words += c->words;
			}
			v->totals[u][r] = (double)words;
		}
	return true;
}

static uint32_t rank_of(const struct voices *v, uint32_t bucket)
{
	size_t low = 0, high = v->ranks;
	while (low < high) {
		const size_t middle = low + (high - low) / 2;
		if (v->buckets[middle] < bucket)
			low = middle + 1;
		else
			high = middle;
	}
	return low < v->ranks && v->buckets[low] == bucket ? (uint32_t)low : NOT_HERE;
}

// How many words every claim has in common with the question.
static void find_overlaps(
	struct voices *v, const struct term *asked, const uint32_t *ranks, size_t count)
{
	v->touched_count = 0;
	for (size_t t = 0; t < count; t++) {
		if (ranks[t] == NOT_HERE)
			continue;
		for (uint32_t p = v->starts[ranks[t]]; p < v->starts[ranks[t] + 1]; p++) {
			const struct posting *post = &v->postings[p];
			if (!v->overlap[post->claim])
				v->touched[v->touched_count++] = post->claim;
			v->overlap[post->claim] += post->count < asked[t].count
							   ? post->count
							   : asked[t].count;
		}
	}
}

// Marks claims that are nearly the question, and takes their words off the totals.
static void drop_near(struct voices *v, uint32_t words,
	double totals[VOICE_VENDORS][VOICE_DRAWS], uint8_t *dropped)
{
	for (size_t i = 0; i < v->touched_count; i++) {
		const struct voiced *c = &v->claims[v->touched[i]];
		const uint32_t both = v->overlap[v->touched[i]];
		v->overlap[v->touched[i]] = 0;
		if ((double)both < NEARLY * (double)(words + c->words - both))
			continue;
		dropped[v->touched[i]] = 1;
		for (size_t r = 0; r < VOICE_DRAWS; r++)
			if (c->draws >> r & 1)
				totals[c->vendor][r] -= (double)c->words;
	}
}

// How often one word stands in each vendor's draws.
static void count_word(const struct voices *v, uint32_t rank, const uint8_t *dropped,
	double counts[VOICE_VENDORS][VOICE_DRAWS])
{
	memset(counts, 0, v->vendors * sizeof counts[0]);
	if (rank == NOT_HERE)
		return;
	for (uint32_t p = v->starts[rank]; p < v->starts[rank + 1]; p++) {
		const struct posting *post = &v->postings[p];
		const struct voiced *c = &v->claims[post->claim];
		if (dropped[post->claim])
			continue;
		for (unsigned draws = c->draws; draws; draws &= draws - 1)
			counts[c->vendor][__builtin_ctz(draws)] += (double)post->count;
	}
}

static void add_word(const struct voices *v, double common, double times,
	double counts[VOICE_VENDORS][VOICE_DRAWS], double *scores)
{
	for (size_t u = 0; u < v->vendors; u++)
		for (size_t r = 0; r < VOICE_DRAWS; r++)
			if (counts[u][r] > 0)
				scores[u] += times *
					     log(1 + counts[u][r] / (PRIOR * common)) /
					     VOICE_DRAWS;
}

// The terms of a text of the plan; those of one that was not drawn are only borrowed.
static const struct term *terms_of(
	struct voices *v, size_t text, size_t *count, uint32_t *words)
{
	const uint32_t claim = v->claim_of[text];
	if (claim != NOT_HERE) {
		*count = v->claims[claim].count;
		*words = v->claims[claim].words;
		return v->terms + v->claims[claim].first;
	}
	const size_t first = v->term_count;
	*words = take_terms(v, v->texts[text].text);
	*count = v->term_count - first;
	v->term_count = first;
	return v->terms + first;
}

// What a word that nobody says costs, and the mean a word.
static void settle_scores(const struct voices *v, uint32_t words,
	double totals[VOICE_VENDORS][VOICE_DRAWS], double *scores)
{
	for (size_t u = 0; u < v->vendors; u++) {
		double none = 0;
		for (size_t r = 0; r < VOICE_DRAWS; r++)
			none += log(PRIOR / (PRIOR + totals[u][r])) / VOICE_DRAWS;
		scores[u] = voices_speaks(v, u) ? scores[u] / (double)words + none : 0;
	}
}

bool voices_ask(struct voices *v, size_t i, double *scores)
{
	double totals[VOICE_VENDORS][VOICE_DRAWS], counts[VOICE_VENDORS][VOICE_DRAWS];
	uint32_t words = 0;
	size_t count = 0;
	const struct term *asked = terms_of(v, i, &count, &words);
	memset(scores, 0, v->vendors * sizeof *scores);
	if (!words)
		return false;
	uint32_t *ranks = ARENA_ARRAY(&v->scratch, uint32_t, count);
	uint8_t *dropped = ARENA_ARRAY(&v->scratch, uint8_t, v->claim_count + 1);
	for (size_t t = 0; t < count; t++)
		ranks[t] = rank_of(v, asked[t].bucket);
	memcpy(totals, v->totals, sizeof totals);
	find_overlaps(v, asked, ranks, count);
	drop_near(v, words, totals, dropped);
	for (size_t t = 0; t < count; t++) {
		count_word(v, ranks[t], dropped, counts);
		add_word(v, ranks[t] == NOT_HERE ? v->unseen : v->common[ranks[t]],
			(double)asked[t].count, counts, scores);
	}
	settle_scores(v, words, totals, scores);
	arena_free(&v->scratch);
	return true;
}
