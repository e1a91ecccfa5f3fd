#include "tests/test.h"

#include "swap/index.h"
#include "swap/null.h"
#include "swap/planes.h"

#include <math.h>
#include <string.h>

// Sentences of few words, so that many share many.
static struct str draw(struct arena *a, struct random *r)
{
	static const char *const WORDS[] = { "signing", "documents", "the", "handover",
		"without", "paper", "plants", "for", "audit", "answers", "minutes", "in",
		"of", "record", "offline", "shift", "machine", "events", "team", "page" };
	struct buf b = { 0 };
	for (uint64_t n = 1 + random_below(r, 9); n > 0; n--) {
		if (b.len)
			buf_byte(&b, ' ');
		buf_add(&b, str_of(WORDS[random_below(r, COUNT(WORDS))]));
	}
	const struct str text = arena_str(a, buf_str(&b));
	buf_done(&b);
	return text;
}

enum { TEXTS = 3000, GROUPS = 3, QUESTIONS = 60 };

// What a search without any pruning finds: floors so low that nothing is deferred.
static void find_all(const struct index *x, struct index_room *room,
	const struct index_query *q, struct index_top *tops)
{
	static const float NOTHING[GROUPS] = { 1e-6F, 1e-6F, 1e-6F };
	index_find(x, room, q, NOTHING, INDEX_TOP, tops);
}

TEST(pruning_never_loses_or_changes_a_hit)
{
	struct arena a = { 0 };
	struct random random = { 3 };
	struct index_text *texts = ARENA_ARRAY(&a, struct index_text, TEXTS);
	for (size_t i = 0; i < TEXTS; i++)
		texts[i] = (struct index_text){ draw(&a, &random),
			(uint32_t)random_below(&random, GROUPS) };
	const struct index_plan plan = {
		.texts = texts, .count = TEXTS, .groups = GROUPS, .threads = 2
	};
	struct index *x = index_open(&plan);
	struct index_room *room = index_room_open(x);
	for (size_t i = 0; i < QUESTIONS; i++) {
		struct index_query q;
		struct index_top all[GROUPS], some[GROUPS];
		const float floors[GROUPS] = { 0.3F, 0.6F, 0.2F };
		index_query_of(x, draw(&a, &random), &a, &q);
		find_all(x, room, &q, all);
		index_find(x, room, &q, floors, INDEX_TOP, some);
		for (size_t g = 0; g < GROUPS; g++) {
			size_t beyond = 0;
			while (beyond < all[g].count &&
				all[g].at[beyond].similarity >= floors[g] + 1e-4F)
				beyond++;
			assert_true(some[g].count >= beyond);
			for (size_t h = 0; h < beyond; h++)
				assert_true(fabsf(some[g].at[h].similarity -
						    all[g].at[h].similarity) < 1e-4F);
		}
	}
	index_room_close(room);
	index_close(x);
	arena_free(&a);
}

// The weights of a text, words and letters each of length one half's root, into `out`
// where it is given; returns their product with `other` where that is given.
static double plain_of(
	struct str text, const double *idf, double *out, const double *other)
{
	struct arena a = { 0 };
	struct feature_bag bag = { .arena = &a };
	double squares[2] = { 0 }, sums[2] = { 0 };
	features_of(&bag, text, tongue_of(text), NULL, 0);
	for (size_t i = 0; i < bag.count; i++) {
		const uint32_t bucket = bag.at[i].bucket;
		const double n = fmin(fabs((double)bag.at[i].count), 15);
		const double w =
			(bag.at[i].count < 0 ? -1 : 1) * (1 + log(n)) * idf[bucket];
		squares[bucket >= FEATURE_LETTERS] += w * w;
		sums[bucket >= FEATURE_LETTERS] += other ? w * other[bucket] : 0;
		if (out)
			out[bucket] = w;
	}
	const double share = squares[0] > 0 && squares[1] > 0 ? sqrt(0.5) : 1;
	double sum = 0;
	for (size_t part = 0; part < 2; part++)
		sum += squares[part] > 0 ? sums[part] * share / sqrt(squares[part]) : 0;
	for (size_t i = 0; out && i < bag.count; i++)
		out[bag.at[i].bucket] *=
			share / sqrt(squares[bag.at[i].bucket >= FEATURE_LETTERS]);
	arena_free(&a);
	return sum;
}

TEST(what_is_found_is_what_a_plain_sum_over_all_texts_finds)
{
	enum { MANY = 2500, ASKED = 12 };
	struct arena a = { 0 };
	struct random random = { 8 };
	struct index_text *texts = ARENA_ARRAY(&a, struct index_text, MANY);
	double *idf = ARENA_ARRAY(&a, double, FEATURE_BUCKETS);
	double *ours = ARENA_ARRAY(&a, double, FEATURE_BUCKETS);
	struct feature_bag bag = { .arena = &a };
	for (size_t i = 0; i < MANY; i++) {
		texts[i] = (struct index_text){ draw(&a, &random), i % 2 };
		features_of(&bag, texts[i].text, tongue_of(texts[i].text), NULL, 0);
		for (size_t k = 0; k < bag.count; k++)
			idf[bag.at[k].bucket]++;
	}
	for (size_t b = 0; b < FEATURE_BUCKETS; b++)
		idf[b] = log((1.0 + MANY) / (1 + idf[b])) + 1;
	const struct index_plan plan = {
		.texts = texts, .count = MANY, .groups = 2, .threads = 2
	};
	struct index *x = index_open(&plan);
	struct index_room *room = index_room_open(x);
	for (size_t q = 0; q < ASKED; q++) {
		const float floors[2] = { 0.1F, 0.4F };
		struct index_query query;
		struct index_top tops[2];
		double want[2][INDEX_TOP] = { 0 };
		const struct str text = draw(&a, &random);
		memset(ours, 0, FEATURE_BUCKETS * sizeof *ours);
		(void)plain_of(text, idf, ours, NULL);
		for (size_t i = 0; i < MANY; i++) {
			const double sum = plain_of(texts[i].text, idf, NULL, ours);
			double *best = want[texts[i].group];
			size_t k = INDEX_TOP;
			for (; k > 0 && best[k - 1] < sum; k--)
				if (k < INDEX_TOP)
					best[k] = best[k - 1];
			if (k < INDEX_TOP)
				best[k] = sum;
		}
		index_query_of(x, text, &a, &query);
		index_find(x, room, &query, floors, INDEX_TOP, tops);
		for (size_t g = 0; g < 2; g++)
			for (size_t h = 0; h < INDEX_TOP; h++) {
				const bool over = want[g][h] >= (double)floors[g] + 1e-5;
				assert_true(h < tops[g].count || !over);
				if (h < tops[g].count)
					assert_true(
						fabs((double)tops[g].at[h].similarity -
							want[g][h]) < 1e-5);
			}
	}
	index_room_close(room);
	index_close(x);
	arena_free(&a);
}

TEST(the_machines_own_adder_adds_as_a_plain_loop_does)
{
	enum { PLANES = 4, MANY = 320 };
	static uint16_t planes[PLANES][MANY];
	struct random random = { 6 };
	for (size_t round = 0; round < 50; round++) {
		int16_t sums[MANY], want[MANY];
		struct plane_term terms[PLANE_BATCH];
		for (size_t p = 0; p < PLANES; p++) {
			for (size_t i = 0; i < MANY; i++)
				planes[p][i] = (uint16_t)random_below(&random, 65536);
			terms[p] = (struct plane_term){ planes[p],
				(uint16_t)(1u << random_below(&random, PLANE_BITS)),
				(int16_t)((int)random_below(&random, 16000) - 8000) };
		}
		for (size_t i = 0; i < MANY; i++) {
			sums[i] = (int16_t)i;
			int sum = (int)i;
			for (size_t p = 0; p < PLANES; p++)
				sum += planes[p][i] & terms[p].bit ? terms[p].weight : 0;
			want[i] = (int16_t)sum;
		}
		planes_adder()(sums, terms, MANY);
		assert_memory_equal(sums, want, sizeof sums);
	}
}

static float similarity(const char *one, const char *other)
{
	struct arena a = { 0 };
	struct index_text *background = NULL;
	const struct index_text text = { str_of(other), 0 };
	const float floor = 1e-6F;
	struct index_plan plan = { .texts = &text, .count = 1, .groups = 1 };
	plan.context_count = null_context(&a, &background);
	plan.context = background;
	struct index *x = index_open(&plan);
	struct index_room *room = index_room_open(x);
	struct index_query q;
	struct index_top top;
	index_query_of(x, str_of(one), &a, &q);
	index_find(x, room, &q, &floor, 1, &top);
	const float s = top.count ? top.at[0].similarity : 0;
	index_room_close(room);
	index_close(x);
	arena_free(&a);
	return s;
}

TEST(similarity_is_a_cosine)
{
	assert_true(
		fabsf(similarity("Signed documents.", "Signed documents.") - 1) < 1e-4F);
	assert_true(similarity("Signed documents.", "Greenhouse vents open.") < 0.05F);
	const float near = similarity("Documents are signed.", "Document signing");
	assert_true(near > 0.3F && near < 1);
}

TEST(an_index_of_nothing_finds_nothing)
{
	const struct index_plan plan = { .groups = 0 };
	struct arena a = { 0 };
	struct index *x = index_open(&plan);
	struct index_room *room = index_room_open(x);
	struct index_query q;
	index_query_of(x, S("Anything at all"), &a, &q);
	index_find(x, room, &q, NULL, 1, NULL);
	assert_int_equal(index_texts(x), 0);
	index_room_close(room);
	index_close(x);
	arena_free(&a);
}

TEST(words_are_counted_by_group)
{
	static const struct index_text TEXTS_OF_TWO[] = {
		{ STR_INIT("Works offline"), 0 },
		{ STR_INIT("Offline and online"), 1 },
		{ STR_INIT("Online only"), 1 },
	};
	const struct index_plan plan = { .texts = TEXTS_OF_TWO, .count = 3, .groups = 2 };
	struct index *x = index_open(&plan);
	size_t texts = 0;
	assert_int_equal(index_spread(x, S("offlin"), &texts), 2);
	assert_int_equal(texts, 2);
	assert_int_equal(index_says(x, S("offlin"), 1), 1);
	assert_int_equal(index_says(x, S("offlin"), 0), 1);
	assert_int_equal(index_spread(x, S("nowhere"), &texts), 0);
	index_close(x);
}

// The background against itself: a claim of one trade finds its echo in another no more
// often than promised.
TEST(chance_keeps_its_promise_on_the_invented_trades)
{
	struct arena a = { 0 };
	struct index_text *texts = NULL;
	const size_t count = null_context(&a, &texts);
	const size_t half = 7 * 15; // seven trades as one competitor
	const struct index_plan plan = { .texts = texts, .count = half, .groups = 1 };
	struct index *x = index_open(&plan);
	struct index_room *room = index_room_open(x);
	const bool german = false;
	struct chance chance;
	null_measure(x, &german, 1, &a, &chance);
	assert_true(chance.known);
	size_t beyond = 0, asked = 0;
	for (size_t i = half; i < 23 * 15 && i < count; i++, asked++) {
		const float floor = 0.05F;
		struct index_query q;
		struct index_top top;
		struct claim_parts parts;
		claim_parts_of(texts[i].text, NULL, 0, &a, &parts);
		index_query_of(x, texts[i].text, &a, &q);
		index_find(x, room, &q, &floor, 1, &top);
		const double s = top.count ? (double)top.at[0].similarity : 0;
		const size_t words = parts.count + parts.numbers.count;
		beyond += s >= null_threshold(&chance, words);
		if (s >= null_threshold(&chance, words))
			assert_true(null_chance(&chance, words, s) <= 0.0101 ||
				    null_threshold(&chance, words) < 0.2001);
	}
	print_message(
		"%zu of %zu unrelated claims beyond the threshold\n", beyond, asked);
	assert_true((double)beyond <= 0.02 * (double)asked);
	index_room_close(room);
	index_close(x);
	arena_free(&a);
}

MAIN(RUN(pruning_never_loses_or_changes_a_hit),
	RUN(the_machines_own_adder_adds_as_a_plain_loop_does),
	RUN(what_is_found_is_what_a_plain_sum_over_all_texts_finds),
	RUN(similarity_is_a_cosine), RUN(an_index_of_nothing_finds_nothing),
	RUN(words_are_counted_by_group),
	RUN(chance_keeps_its_promise_on_the_invented_trades))
