#include "swap/index.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "swap/index_inner.h"

enum { CHUNK = 2048, COUNT_MAX = 15, KEY_BITS = 20, SLICES = 8 };

// The features of up to CHUNK texts, one after the other.
struct chunk {
	uint32_t *keys; // bucket, and the code above it
	uint32_t *ends; // by text: where its keys end
	size_t count, room;
};

struct worker {
	struct arena arena;
	struct feature_bag bag;
	struct mentions names;
};

struct build {
	const struct index_plan *plan;
	struct index *index;
	struct chunk *chunks;
	size_t chunk_count;
	struct worker *workers;
	uint32_t *counts; // by bucket: texts that have it, context included
};

static void *heap_array(size_t count, size_t size)
{
	void *at = heap_resize(NULL, count * size + 1);
	memset(at, 0, count * size);
	return at;
}

static size_t all_texts(const struct index_plan *plan)
{
	return plan->count + plan->context_count;
}

static const struct index_text *text_at(const struct index_plan *plan, size_t i)
{
	return i < plan->count ? &plan->texts[i] : &plan->context[i - plan->count];
}

static uint32_t code_of(int32_t count)
{
	const int32_t size = count < 0 ? -count : count;
	const int32_t kept = size > COUNT_MAX ? COUNT_MAX : size;
	return (uint32_t)(kept << 1 | (count < 0));
}

static void keep_features(struct chunk *c, const struct feature_bag *bag)
{
	if (c->count + bag->count > c->room) {
		c->room = (c->count + bag->count) * 2;
		c->keys = heap_resize(c->keys, c->room * sizeof *c->keys);
	}
	for (size_t i = 0; i < bag->count; i++)
		c->keys[c->count++] = bag->at[i].bucket | code_of(bag->at[i].count)
								  << KEY_BITS;
}

static void bag_of(struct worker *w, const struct aliases *names, struct str text)
{
	w->names.arena = &w->arena;
	w->bag.arena = &w->arena;
	w->names.count = 0;
	if (names)
		aliases_find(names, text, &w->names);
	features_of(&w->bag, text, tongue_of(text), w->names.spans, w->names.count);
}

static void read_chunk(void *context, size_t i, size_t worker)
{
	struct build *b = context;
	struct chunk *c = &b->chunks[i];
	const size_t from = i * CHUNK, all = all_texts(b->plan);
	const size_t to = from + CHUNK < all ? from + CHUNK : all;
	c->ends = heap_array(to - from, sizeof *c->ends);
	for (size_t t = from; t < to; t++) {
		struct worker *w = &b->workers[worker];
		bag_of(w, b->plan->names, text_at(b->plan, t)->text);
		keep_features(c, &w->bag);
		c->ends[t - from] = (uint32_t)c->count;
	}
}

static void run(struct build *b, size_t jobs, work_job *job)
{
	const struct work work = { .count = jobs,
		.threads = b->plan->threads ? b->plan->threads : 1,
		.context = b,
		.job = job };
	(void)work_run(&work); // without a done callback it always finishes
}

static void count_features(struct build *b)
{
	for (size_t i = 0; i < b->chunk_count; i++)
		for (size_t k = 0; k < b->chunks[i].count; k++)
			b->counts[b->chunks[i].keys[k] & (FEATURE_BUCKETS - 1)]++;
	struct index *x = b->index;
	for (size_t bucket = 0; bucket < FEATURE_BUCKETS; bucket++)
		x->idf[bucket] = (float)(log((1.0 + (double)x->all) /
						 (1.0 + (double)b->counts[bucket])) +
					 1);
}

static void measure_chunk(void *context, size_t i, size_t worker)
{
	(void)worker; // every job writes its own texts only
	const struct build *b = context;
	const struct chunk *c = &b->chunks[i];
	struct index *x = b->index;
	size_t k = 0;
	for (size_t t = i * CHUNK; t < x->texts && t < (i + 1) * CHUNK; t++) {
		double squares[2] = { 0 };
		for (; k < c->ends[t - i * CHUNK]; k++) {
			const uint32_t bucket = c->keys[k] & (FEATURE_BUCKETS - 1);
			const double w = (double)x->code_weight[c->keys[k] >> KEY_BITS] *
					 (double)x->idf[bucket];
			squares[bucket_part(bucket)] += w * w;
		}
		for (size_t part = 0; part < 2; part++)
			x->lengths[part][t] =
				squares[part] > 0 ? (float)(1 / sqrt(squares[part])) : 0;
	}
}

// The number of texts of the chunk that are searched, and where their keys end.
static size_t searched_keys(const struct build *b, size_t chunk, size_t *texts)
{
	const size_t from = chunk * CHUNK;
	const size_t left = b->index->texts > from ? b->index->texts - from : 0;
	*texts = left < CHUNK ? left : CHUNK;
	return *texts ? b->chunks[chunk].ends[*texts - 1] : 0;
}

static void find_starts(struct build *b)
{
	uint64_t *starts = b->index->starts;
	size_t texts = 0;
	for (size_t i = 0; i < b->chunk_count; i++) {
		const size_t keys = searched_keys(b, i, &texts);
		for (size_t k = 0; k < keys; k++)
			starts[(b->chunks[i].keys[k] & (FEATURE_BUCKETS - 1)) + 1]++;
	}
	for (size_t bucket = 0; bucket < FEATURE_BUCKETS; bucket++)
		starts[bucket + 1] += starts[bucket];
}

// Fills the postings of one slice of the buckets, texts in order; slices never meet.
static void fill_slice(void *context, size_t slice, size_t worker)
{
	(void)worker; // every job writes its own buckets only
	const struct build *b = context;
	const struct index *x = b->index;
	const uint32_t width = FEATURE_BUCKETS / SLICES;
	const uint32_t first = (uint32_t)slice * width;
	uint64_t *next = heap_array(width, sizeof *next);
	memcpy(next, x->starts + first, width * sizeof *next);
	for (size_t i = 0; i < b->chunk_count; i++) {
		const struct chunk *c = &b->chunks[i];
		size_t texts = 0, k = 0;
		(void)searched_keys(b, i, &texts);
		for (size_t t = 0; t < texts; t++)
			for (; k < c->ends[t]; k++) {
				const uint32_t bucket =
					(c->keys[k] & (FEATURE_BUCKETS - 1)) - first;
				if (bucket >= width)
					continue;
				x->postings[next[bucket]++] = (uint32_t)(i * CHUNK + t)
								      << CODE_BITS |
							      c->keys[k] >> KEY_BITS;
			}
	}
	heap_free(next);
}

static struct index *index_new(const struct index_plan *plan)
{
	struct index *x = heap_array(1, sizeof *x);
	x->texts = plan->count;
	x->groups = plan->groups;
	x->all = all_texts(plan);
	x->names = plan->names;
	x->starts = heap_array(FEATURE_BUCKETS + 1, sizeof *x->starts);
	x->idf = heap_array(FEATURE_BUCKETS, sizeof *x->idf);
	for (size_t part = 0; part < 2; part++)
		x->lengths[part] = heap_array(plan->count, sizeof(float));
	x->group = heap_array(plan->count, sizeof *x->group);
	for (size_t t = 0; t < plan->count; t++)
		x->group[t] = plan->texts[t].group;
	for (size_t code = 2; code < CODES; code++) {
		const float size = (float)(1 + log((double)(code >> 1)));
		x->code_weight[code] = code & 1 ? -size : size;
	}
	return x;
}

static void build_done(struct build *b, size_t workers)
{
	for (size_t i = 0; i < b->chunk_count; i++) {
		heap_free(b->chunks[i].keys);
		heap_free(b->chunks[i].ends);
	}
	for (size_t i = 0; i < workers; i++)
		arena_free(&b->workers[i].arena);
	heap_free(b->chunks);
	heap_free(b->workers);
	heap_free(b->counts);
}

struct index *index_open(const struct index_plan *plan)
{
	assert(plan->count <= INDEX_TEXTS_MAX);
	const size_t workers = plan->threads ? plan->threads : 1;
	struct build b = { .plan = plan, .index = index_new(plan) };
	b.chunk_count = (all_texts(plan) + CHUNK - 1) / CHUNK;
	b.chunks = heap_array(b.chunk_count, sizeof *b.chunks);
	b.workers = heap_array(workers, sizeof *b.workers);
	b.counts = heap_array(FEATURE_BUCKETS, sizeof *b.counts);
	run(&b, b.chunk_count, read_chunk);
	count_features(&b);
	run(&b, b.chunk_count, measure_chunk);
	find_starts(&b);
	b.index->postings =
		heap_array(b.index->starts[FEATURE_BUCKETS], sizeof *b.index->postings);
	run(&b, SLICES, fill_slice);
	build_done(&b, workers);
	return b.index;
}

void index_close(struct index *x)
{
	if (!x)
		return;
	heap_free(x->starts);
	heap_free(x->postings);
	heap_free(x->idf);
	heap_free(x->lengths[0]);
	heap_free(x->lengths[1]);
	heap_free(x->group);
	heap_free(x);
}

size_t index_texts(const struct index *x)
{
	return x->texts;
}

size_t index_groups(const struct index *x)
{
	return x->groups;
}

void index_query_of(
	const struct index *x, struct str text, struct arena *a, struct index_query *out)
{
	struct worker w = { 0 };
	double squares[2] = { 0 };
	bag_of(&w, x->names, text);
	out->count = w.bag.count;
	out->terms = ARENA_ARRAY(a, struct index_term, out->count + 1);
	for (size_t i = 0; i < out->count; i++) {
		const uint32_t bucket = w.bag.at[i].bucket;
		const float weight =
			x->code_weight[code_of(w.bag.at[i].count)] * x->idf[bucket];
		out->terms[i] = (struct index_term){ bucket, weight };
		squares[bucket_part(bucket)] += (double)weight * (double)weight;
	}
	// Half for the words and half for the letters, or all for the only one there is.
	const double share = squares[0] > 0 && squares[1] > 0 ? 0.5 : 1;
	for (size_t i = 0; i < out->count; i++) {
		const size_t part = bucket_part(out->terms[i].bucket);
		out->terms[i].weight *= (float)(share / sqrt(squares[part]));
	}
	arena_free(&w.arena);
}
