// bench_swap: how good the swap test is on real vendors, and how fast.
//   bench_swap [corpus]          evidence E, echo pairs, claim filter, checkability Z
//   bench_swap fit               print src/swap/odds_table.c
//   bench_swap rows              the labelled claims with their signs, tab-separated
//   bench_swap speed [N]         index N synthetic sentences (1,000,000), ask 300 claims
//   bench_swap sentences [N]     print them, to measure another program on the same
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "swap/null.h"
#include "text/text.h"
#include "tools/bench_swap.h"
#include "tools/bench_swap_fit.h"

enum { QUESTIONS = 300, VENDORS = 5 };

// Processor seconds of all threads: this machine may be shared.
static double seconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double wall(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double resident_mb(void)
{
	struct rusage usage;
	getrusage(RUSAGE_SELF, &usage);
	return (double)usage.ru_maxrss / 1024;
}

/* Synthetic sentences: words of the invented vendors for the head of the vocabulary and
 * pseudo-words for its tail, drawn by Zipf's law, six to twenty-two words a sentence. */
struct generator {
	struct arena arena;
	struct str *words;
	double *sums;
	size_t count;
	struct random random;
};

static size_t add_real_words(struct generator *g, struct map *known)
{
	for (size_t i = 0; i < background_english_count; i++) {
		struct word w;
		const struct str text = str_of(background_english[i]);
		for (size_t at = 0; word_next(text, &at, &w);)
			(void)map_add(known, utf8_lower(&g->arena, word_cut(text, w)));
	}
	return known->count;
}

static void add_pseudo_words(struct generator *g, struct map *known, size_t most)
{
	static const char *const PARTS[] = { "ka", "lo", "mi", "ren", "tos", "vel", "dar",
		"pin", "sor", "ge", "nal", "tru", "fex", "qui", "bor", "zan" };
	while (known->count < most) {
		struct buf b = { 0 };
		for (uint64_t n = 2 + random_below(&g->random, 3); n > 0; n--)
			buf_add(&b,
				str_of(PARTS[random_below(&g->random, COUNT(PARTS))]));
		(void)map_add(known, buf_str(&b));
		buf_done(&b);
	}
}

static void generator_open(struct generator *g)
{
	*g = (struct generator){ .random = { 42 } };
	struct map known = { .arena = &g->arena };
	(void)add_real_words(g, &known);
	add_pseudo_words(g, &known, 60000);
	g->count = known.count;
	g->words = known.keys;
	g->sums = ARENA_ARRAY(&g->arena, double, g->count);
	double sum = 0;
	for (size_t i = 0; i < g->count; i++)
		g->sums[i] = sum += 1 / (double)(i + 2);
}

static struct str draw_word(struct generator *g)
{
	const double x = random_unit(&g->random) * g->sums[g->count - 1];
	size_t low = 0, high = g->count - 1;
	while (low < high) {
		const size_t middle = low + (high - low) / 2;
		if (g->sums[middle] < x)
			low = middle + 1;
		else
			high = middle;
	}
	return g->words[low];
}

static struct str draw_sentence(struct generator *g)
{
	struct buf b = { 0 };
	const uint64_t words = 6 + random_below(&g->random, 17);
	for (uint64_t i = 0; i < words; i++) {
		if (i)
			buf_byte(&b, ' ');
		buf_add(&b, draw_word(g));
	}
	buf_byte(&b, '.');
	const struct str text = arena_str(&g->arena, buf_str(&b));
	buf_done(&b);
	return text;
}

static int print_sentences(size_t count)
{
	struct generator g;
	generator_open(&g);
	for (size_t i = 0; i < count + QUESTIONS; i++) {
		const struct str s = draw_sentence(&g);
		printf("%.*s\n", (int)s.len, s.at);
	}
	arena_free(&g.arena);
	return 0;
}

struct asking {
	const struct index *x;
	const struct str *questions;
	struct index_room *rooms[64];
	const float *floors;
	size_t found[QUESTIONS];
};

static void ask(void *context, size_t i, size_t worker)
{
	struct asking *a = context;
	struct arena scratch = { 0 };
	struct index_query q;
	struct index_top tops[VENDORS];
	index_query_of(a->x, a->questions[i], &scratch, &q);
	index_find(a->x, a->rooms[worker], &q, a->floors, INDEX_TOP, tops);
	for (size_t v = 0; v < VENDORS; v++)
		a->found[i] += tops[v].count;
	arena_free(&scratch);
}

static void ask_all(struct asking *a, size_t threads)
{
	const struct work work = {
		.count = QUESTIONS, .threads = threads, .context = a, .job = ask
	};
	memset(a->found, 0, sizeof a->found);
	for (size_t i = 0; i < threads; i++)
		a->rooms[i] = index_room_open(a->x);
	const double start = seconds(), begin = wall();
	(void)work_run(&work); // without a done callback it always finishes
	const double used = seconds() - start, waited = wall() - begin;
	size_t found = 0;
	for (size_t i = 0; i < QUESTIONS; i++)
		found += a->found[i];
	printf("  %d claims, %zu %s: %.2f s of processor, %.2f s waited, %zu found\n",
		QUESTIONS, threads, threads == 1 ? "thread" : "threads", used, waited,
		found);
	for (size_t i = 0; i < threads; i++)
		index_room_close(a->rooms[i]);
}

static int speed(size_t count)
{
	struct generator g;
	generator_open(&g);
	struct index_text *texts = ARENA_ARRAY(&g.arena, struct index_text, count);
	for (size_t i = 0; i < count; i++)
		texts[i] = (struct index_text){ draw_sentence(&g),
			(uint32_t)(i * VENDORS / count) };
	struct str questions[QUESTIONS];
	for (size_t i = 0; i < QUESTIONS; i++)
		questions[i] = draw_sentence(&g);
	const struct index_plan plan = {
		.texts = texts, .count = count, .groups = VENDORS, .threads = 2
	};
	const double before = resident_mb(), start = seconds();
	struct index *x = index_open(&plan);
	const double indexed = seconds() - start;
	printf("  %zu sentences: indexed in %.2f s of processor, %.0f a second\n", count,
		indexed, (double)count / indexed);
	const bool german[VENDORS] = { 0 };
	struct chance chances[VENDORS];
	const double null = seconds();
	null_measure(x, german, 2, &g.arena, chances);
	printf("  chance measured in %.2f s of processor\n", seconds() - null);
	float floors[VENDORS];
	for (size_t v = 0; v < VENDORS; v++)
		floors[v] = (float)(0.6 * null_threshold(&chances[v], 8));
	struct asking a = { .x = x, .questions = questions, .floors = floors };
	ask_all(&a, 1);
	ask_all(&a, 2);
	printf("  peak %.0f MB, of which %.0f MB were the sentences themselves\n",
		resident_mb(), before);
	index_close(x);
	arena_free(&g.arena);
	return 0;
}

int main(int argc, char **argv)
{
	const char *what = argc > 1 ? argv[1] : "corpus";
	const size_t count = argc > 2 ? (size_t)strtoull(argv[2], NULL, 10) : 1000000;
	if (!strcmp(what, "speed"))
		return speed(count);
	if (!strcmp(what, "sentences"))
		return print_sentences(count);
	if (!strcmp(what, "fit"))
		return bench_fit();
	if (!strcmp(what, "rows"))
		return bench_rows();
	return bench_corpus();
}
