#include "swap/embed.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "swap/embed_inner.h"
#include "swap/null.h"
#include "swap/phrase.h"

// Which text of the list each sentence is; several sentences may be one text.
struct looking {
	const struct material *m;
	struct embed_list list;
	uint32_t *ours, *theirs, *background;
	size_t background_count, their_count;
	float *norms;  // by text
	float *best;   // by background claim, then group: its best cosine there
	float *floors; // by group
	struct meaning *out;
};

const struct embed_top *embed_top_at(const struct meaning *m, size_t claim, size_t group)
{
	return m ? &m->tops[claim * m->groups + group] : NULL;
}

bool embed_dims(struct embed_list *l, size_t dims)
{
	if (l->dims)
		return l->dims == dims;
	l->dims = dims;
	l->vectors = ARENA_ARRAY(l->arena, int8_t, l->texts.count * dims);
	return true;
}

// Names are masked: it is what they say that is compared, not who says it.
static uint32_t add_text(struct looking *k, struct str text)
{
	struct arena scratch = { 0 };
	struct side side;
	side_of(text, k->m->names, k->m->seen, &scratch, &side);
	struct str masked = phrase_masked(&scratch, &side);
	if (masked.len > EMBED_TEXT_MAX) {
		masked.len = EMBED_TEXT_MAX;
		while (masked.len &&
			((unsigned char)masked.at[masked.len] & 0xc0) == 0x80)
			masked.len--; // not within a character
	}
	const size_t at = map_add(&k->list.texts, masked);
	arena_free(&scratch);
	return (uint32_t)at;
}

static void add_texts(struct looking *k)
{
	struct arena *a = k->list.arena;
	struct index_text *context = NULL;
	const size_t all = null_context(a, &context);
	const size_t most = all < EMBED_BACKGROUND ? all : EMBED_BACKGROUND;
	k->ours = ARENA_ARRAY(a, uint32_t, k->m->our_count + 1);
	k->theirs = ARENA_ARRAY(a, uint32_t, k->m->their_count + 1);
	k->background = ARENA_ARRAY(a, uint32_t, most + 1);
	for (size_t i = 0; i < k->m->our_count; i++)
		k->ours[i] = add_text(k, k->m->ours[i].sentence->text);
	for (size_t i = 0; i < most; i++)
		k->background[i] = add_text(k, context[i * all / most].text);
	k->background_count = most;
	while (k->their_count < k->m->their_count &&
		k->list.texts.count < EMBED_TEXTS_MAX) {
		const size_t i = k->their_count++;
		k->theirs[i] = add_text(k, k->m->texts[i].text);
	}
	k->out->left_out = k->m->their_count - k->their_count;
}

static void make_keys(struct embed_list *l)
{
	l->keys = ARENA_ARRAY(l->arena, struct embed_key, l->texts.count + 1);
	l->have = ARENA_ARRAY(l->arena, bool, l->texts.count + 1);
	for (size_t i = 0; i < l->texts.count; i++)
		l->keys[i] = (struct embed_key){ str_hash(l->texts.keys[i], 1),
			str_hash(l->texts.keys[i], 2) };
}

static int32_t dot(const int8_t *x, const int8_t *y, size_t dims)
{
	int32_t sum = 0; // 4096 x 127 x 127 fits
	for (size_t i = 0; i < dims; i++)
		sum += x[i] * y[i];
	return sum;
}

static float cosine(const struct looking *k, uint32_t x, uint32_t y)
{
	const struct embed_list *l = &k->list;
	return (float)dot(embed_vector(l, x), embed_vector(l, y), l->dims) /
	       (k->norms[x] * k->norms[y]);
}

static void measure_norms(struct looking *k)
{
	const struct embed_list *l = &k->list;
	k->norms = ARENA_ARRAY(l->arena, float, l->texts.count + 1);
	for (size_t i = 0; i < l->texts.count; i++)
		k->norms[i] = sqrtf(
			(float)dot(embed_vector(l, i), embed_vector(l, i), l->dims));
}

// The best of every competitor for one unrelated claim.
static void ask_background(void *context, size_t i, size_t worker)
{
	(void)worker; // every job writes its own row
	const struct looking *k = context;
	float *best = &k->best[i * k->m->groups];
	for (size_t j = 0; j < k->their_count; j++) {
		const float now = cosine(k, k->background[i], k->theirs[j]);
		const uint32_t group = k->m->texts[j].group;
		if (now > best[group])
			best[group] = now;
	}
}

static int by_value(const void *a, const void *b)
{
	const float x = *(const float *)a, y = *(const float *)b;
	return (x > y) - (x < y);
}

// What one unrelated claim in a hundred reaches.
static void measure_floors(struct looking *k, size_t threads)
{
	struct arena *a = k->list.arena;
	const size_t groups = k->m->groups, n = k->background_count;
	k->best = ARENA_ARRAY(a, float, n *groups + 1);
	k->floors = ARENA_ARRAY(a, float, groups + 1);
	const struct work work = {
		.count = n, .threads = threads, .context = k, .job = ask_background
	};
	(void)work_run(&work); // without a done callback it always finishes
	float *one = ARENA_ARRAY(a, float, n + 1);
	for (size_t g = 0; g < groups; g++) {
		for (size_t i = 0; i < n; i++)
			one[i] = k->best[i * groups + g];
		qsort(one, n, sizeof *one, by_value);
		k->floors[g] = n ? one[(n * 99 - 1) / 100] : 1;
	}
}

static void put_hit(struct embed_top *top, struct embed_hit hit)
{
	size_t at = top->count;
	while (at > 0 && hit.cosine > top->at[at - 1].cosine)
		at--;
	if (at == EMBED_TOP)
		return;
	const size_t last = top->count < EMBED_TOP ? top->count : EMBED_TOP - 1;
	memmove(&top->at[at + 1], &top->at[at], (last - at) * sizeof hit);
	top->at[at] = hit;
	top->count = last + 1;
}

static void find_tops(void *context, size_t i, size_t worker)
{
	(void)worker; // every job writes its own row
	const struct looking *k = context;
	struct embed_top *tops = &k->out->tops[i * k->m->groups];
	for (size_t j = 0; j < k->their_count; j++) {
		const uint32_t group = k->m->texts[j].group;
		const float now = cosine(k, k->ours[i], k->theirs[j]);
		if (now > k->floors[group])
			put_hit(&tops[group], (struct embed_hit){ (uint32_t)j, now });
	}
}

static void find_all(struct looking *k, size_t threads, struct arena *a)
{
	const struct work work = { .count = k->m->our_count,
		.threads = threads,
		.context = k,
		.job = find_tops };
	k->out->groups = k->m->groups;
	k->out->tops =
		ARENA_ARRAY(a, struct embed_top, k->m->our_count * k->m->groups + 1);
	measure_norms(k);
	measure_floors(k, threads);
	(void)work_run(&work); // without a done callback it always finishes
}

bool embed_neighbours(const struct material *m, const struct swap_meaning *ask,
	size_t threads, struct arena *a, struct meaning *out, struct error *err)
{
	struct arena scratch = { 0 };
	struct looking k = { .m = m,
		.list = { .arena = &scratch, .ask = ask, .texts = { .arena = &scratch } },
		.out = out };
	struct error unkept = { 0 }; // costs a request more next time, and no answer
	*out = (struct meaning){ 0 };
	if (!m->our_count || !m->groups)
		return error_set(err, ERROR_USAGE, "there is nothing to compare");
	add_texts(&k);
	make_keys(&k.list);
	embed_recall(&k.list, m->ws->kept);
	const bool ok = embed_ask(&k.list, err);
	if (k.list.sent)
		(void)embed_keep(&k.list, m->ws->kept, &unkept);
	if (ok)
		find_all(&k, threads, a);
	out->sent = k.list.sent;
	out->kept = k.list.kept;
	arena_free(&scratch);
	return ok;
}
