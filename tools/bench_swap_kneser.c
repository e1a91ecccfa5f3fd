// The other model that could tell who would word it so: interpolated Kneser-Ney over
// characters (Chen and Goodman 1999), on the same claims, documents and amounts of text.
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "claim/filter.h"
#include "swap/voice.h"
#include "tools/bench_swap.h"
#include "tools/bench_swap_gold.h"

enum { ORDER = 6, ALPHABET = 64, SLOTS = 1 << 18, DRAWS = 3, VENDORS = 16 };

// Counts by hash of an n-gram; never full for what is put in.
struct table {
	uint64_t *keys;
	uint32_t *counts;
};

struct kneser {
	struct table grams[ORDER], totals[ORDER], kinds[ORDER];
	double discounts[ORDER];
};

static uint32_t *slot_of(const struct table *t, uint64_t key)
{
	size_t at = (size_t)(key >> 20) & (SLOTS - 1);
	while (t->keys[at] && t->keys[at] != key)
		at = (at + 1) & (SLOTS - 1);
	t->keys[at] = key;
	return &t->counts[at];
}

static uint64_t key_of(const char *at, size_t length)
{
	return str_hash((struct str){ at, length }, length) | 1;
}

// Counts the n-gram that ends behind `at`; of lower orders only how many different
// characters stood before.
static void count_gram(struct kneser *k, size_t order, const char *end)
{
	for (size_t o = order; o-- > 0;) {
		const size_t length = o + 1;
		uint32_t *count = slot_of(&k->grams[o], key_of(end - length, length));
		const uint64_t context = key_of(end - length, o);
		*slot_of(&k->totals[o], context) += 1;
		if ((*count)++)
			return;
		*slot_of(&k->kinds[o], context) += 1;
	}
}

static void learn(struct kneser *k, struct str text)
{
	for (size_t at = ORDER; at <= text.len; at++)
		count_gram(k, ORDER, text.at + at);
}

static void settle(struct kneser *k)
{
	for (size_t o = 0; o < ORDER; o++) {
		double once = 0, twice = 0;
		for (size_t i = 0; i < SLOTS; i++) {
			once += k->grams[o].counts[i] == 1;
			twice += k->grams[o].counts[i] == 2;
		}
		k->discounts[o] = once > 0 ? once / (once + 2 * twice) : 0.5;
	}
}

static double log_of(const struct kneser *k, struct str text)
{
	double sum = 0;
	for (size_t at = ORDER; at <= text.len; at++) {
		double p = 1.0 / ALPHABET;
		for (size_t o = 0; o < ORDER; o++) {
			const char *from = text.at + at - o - 1;
			const uint64_t context = key_of(from, o);
			const double total = *slot_of(&k->totals[o], context);
			if (total <= 0)
				break;
			const double count = *slot_of(&k->grams[o], key_of(from, o + 1));
			const double kinds = *slot_of(&k->kinds[o], context);
			const double d = k->discounts[o];
			p = (count > d ? count - d : 0) / total + d * kinds / total * p;
		}
		sum += log(p);
	}
	return sum;
}

static void table_clear(struct table *t, struct arena *a)
{
	if (!t->keys) {
		t->keys = ARENA_ARRAY(a, uint64_t, SLOTS);
		t->counts = ARENA_ARRAY(a, uint32_t, SLOTS);
	}
	memset(t->keys, 0, SLOTS * sizeof *t->keys);
	memset(t->counts, 0, SLOTS * sizeof *t->counts);
}

static void clear(struct kneser *k, struct arena *a)
{
	for (size_t o = 0; o < ORDER; o++) {
		table_clear(&k->grams[o], a);
		table_clear(&k->totals[o], a);
		table_clear(&k->kinds[o], a);
	}
}

// A claim in lower case without names, with room before it for the first context.
struct spoken {
	struct str text, source;
	size_t vendor;
};

struct market {
	struct spoken *claims;
	size_t count, vendors;
	size_t right, asked;
	struct arena arena;
	struct random random;
};

static struct str plain_of(struct market *m, const struct aliases *names, struct str text)
{
	struct mentions found = { .arena = &m->arena };
	char *out = arena_alloc(&m->arena, text.len + ORDER + 2, 1);
	size_t n = 0, next = 0;
	aliases_find(names, text, &found);
	while (n < ORDER - 1)
		out[n++] = '\1';
	for (size_t i = 0; i < text.len; i++) {
		while (next < found.count && found.at[next].span.to <= i)
			next++;
		if (next >= found.count || i < found.at[next].span.from)
			out[n++] = byte_lower(text.at[i]);
	}
	out[n++] = '\2';
	return (struct str){ out, n };
}

static bool is_out(const struct spoken *s, size_t vendor, struct str source)
{
	return s->vendor == vendor && str_eq(s->source, source);
}

// Trains one vendor on `budget` characters of its claims, in random order.
static void train(struct market *m, struct kneser *k, size_t vendor, size_t out_vendor,
	struct str source, size_t budget)
{
	struct arena scratch = { 0 };
	size_t *order = ARENA_ARRAY(&scratch, size_t, m->count + 1), n = 0, used = 0;
	for (size_t i = 0; i < m->count; i++)
		if (m->claims[i].vendor == vendor &&
			!is_out(&m->claims[i], out_vendor, source))
			order[n++] = i;
	clear(k, &m->arena);
	for (size_t i = 0; i < n && used < budget; i++) {
		const size_t j = i + (size_t)random_below(&m->random, n - i);
		const size_t drawn = order[j];
		order[j] = order[i];
		learn(k, m->claims[drawn].text);
		used += m->claims[drawn].text.len;
	}
	settle(k);
	arena_free(&scratch);
}

// The characters of the smallest vendor, a document left out; 0 if it has too few claims.
static size_t budget_of(const struct market *m, size_t vendor, struct str source)
{
	size_t least = SIZE_MAX;
	for (size_t v = 0; v < m->vendors; v++) {
		size_t claims = 0, left = 0, bytes = 0;
		for (size_t i = 0; i < m->count; i++) {
			if (m->claims[i].vendor != v)
				continue;
			const bool out = is_out(&m->claims[i], vendor, source);
			claims++;
			left += !out;
			bytes += out ? 0 : m->claims[i].text.len;
		}
		if (claims >= VOICE_FEWEST && left < VOICE_FEWEST)
			return 0;
		if (claims >= VOICE_FEWEST && bytes < least)
			least = bytes;
	}
	return least;
}

static bool speaks(const struct market *m, size_t vendor)
{
	size_t n = 0;
	for (size_t i = 0; i < m->count; i++)
		n += m->claims[i].vendor == vendor;
	return n >= VOICE_FEWEST;
}

// Which vendor's model likes a claim best.
static size_t best_of(const struct market *m, const double *scores, size_t own)
{
	size_t best = own;
	for (size_t v = 0; v < m->vendors; v++)
		if (speaks(m, v) && scores[v] > scores[best])
			best = v;
	return best;
}

static void add_scores(struct market *m, struct kneser *k, size_t vendor,
	struct str source, size_t by, double *scores)
{
	const size_t budget = budget_of(m, vendor, source);
	for (size_t r = 0; r < DRAWS; r++) {
		train(m, k, by, vendor, source, budget);
		for (size_t i = 0; i < m->count; i++)
			if (is_out(&m->claims[i], vendor, source))
				scores[i * VENDORS + by] += log_of(k, m->claims[i].text);
	}
}

static void hold_out(struct market *m, struct kneser *k, size_t vendor, struct str source)
{
	struct arena scratch = { 0 };
	double *scores = ARENA_ARRAY(&scratch, double, m->count *VENDORS + 1);
	const bool enough = budget_of(m, vendor, source) > 0;
	for (size_t v = 0; enough && v < m->vendors; v++)
		if (speaks(m, v))
			add_scores(m, k, vendor, source, v, scores);
	for (size_t i = 0; enough && i < m->count; i++) {
		if (!is_out(&m->claims[i], vendor, source))
			continue;
		m->asked++;
		m->right += best_of(m, scores + i * VENDORS, vendor) == vendor;
	}
	arena_free(&scratch);
}

static void read_market(struct market *m, const struct corpus *c, struct str category,
	const struct lexicon *words)
{
	struct alias *names =
		ARENA_ARRAY(&m->arena, struct alias, c->vendor_count * 16 + 1);
	struct map vendors = { .arena = &m->arena };
	size_t n = 0;
	for (size_t v = 0; v < c->vendor_count; v++)
		for (size_t i = 0; i < c->vendors[v].name_count; i++)
			names[n++] = (struct alias){ c->vendors[v].names[i], (uint32_t)v,
				alias_case_of(c->vendors[v].names[i]) };
	const struct aliases *aliases = aliases_build(&m->arena, names, n);
	const struct block block = { .kind = BLOCK_TEXT };
	m->claims = ARENA_ARRAY(&m->arena, struct spoken, c->claim_count + 1);
	for (size_t i = 0; i < c->claim_count; i++) {
		const struct corpus_claim *claim = &c->claims[i];
		if (str_eq(claim->category, category) &&
			filter_sort(words, &block, claim->text) == IS_CLAIM)
			m->claims[m->count++] =
				(struct spoken){ plain_of(m, aliases, claim->text),
					claim->source, map_add(&vendors, claim->vendor) };
	}
	m->vendors = vendors.count < VENDORS ? vendors.count : VENDORS;
}

void bench_kneser(const struct corpus *c)
{
	struct arena a = { 0 };
	const struct lexicon *words = filter_words(&a);
	size_t right = 0, asked = 0;
	for (size_t k = 0; k < c->category_count; k++) {
		struct market m = { .random = { 20261129u } };
		struct kneser model = { 0 };
		struct map seen = { .arena = &m.arena };
		read_market(&m, c, c->categories[k], words);
		size_t speaking = 0;
		for (size_t v = 0; v < m.vendors; v++)
			speaking += speaks(&m, v);
		for (size_t i = 0; speaking > 1 && i < m.count; i++) {
			const struct spoken *s = &m.claims[i];
			const size_t before = seen.count;
			(void)map_add(&seen, s->source);
			if (seen.count > before && speaks(&m, s->vendor))
				hold_out(&m, &model, s->vendor, s->source);
		}
		right += m.right;
		asked += m.asked;
		arena_free(&m.arena);
	}
	if (asked)
		printf("  Kneser-Ney over characters instead, whole document held out: "
		       "%zu of %zu (%.3f)\n",
			right, asked, (double)right / (double)asked);
	arena_free(&a);
}
