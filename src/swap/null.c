#include "swap/null.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "text/text.h"

/*
 * EXCEEDED of the background is beyond `start`.  LEVEL is the share of it that may pass
 * the threshold.  Real vendors of different trades share more words than the invented
 * ones do, so more of theirs pass (docs/methods.md); what is beyond the threshold must
 * still say the same before it is called shared.  Short claims are alike by chance more
 * easily: similarity is compared after division by (USUAL / words) to the power
 * SHORTNESS.
 */
static const double EXCEEDED = 0.1, LEVEL = 0.01, NEAR_LEVEL = 0.05, LEAST = 0.2;
static const double USUAL = 8, SHORTNESS = 0.18;
enum { TOPICS_LEFT_OUT = 2, FEWEST = 20 };
// HOPED is what the first search asks for; NOBODY is that near.
static const float FLOOR = 0.01F, HOPED = 0.15F, NOBODY = 2;

struct question {
	struct str text;
	size_t topic;
	bool german;
	double length_factor;
};

struct asking {
	const struct index *x;
	struct question *questions;
	size_t count, topics, groups;
	float *best;		   // by question, then group
	struct index_room **rooms; // by worker
	bool indexed;		   // the questions are the head of the index's context
};

static double length_factor(size_t words)
{
	const double n = words ? (double)words : 1;
	return pow(n / USUAL, SHORTNESS);
}

static size_t lines_of(const char *const *topics, size_t count)
{
	size_t n = 0;
	for (size_t i = 0; i < count; i++)
		for (const char *at = topics[i]; *at; at++)
			n += *at == '\n';
	return n;
}

static void add_topics(
	struct asking *ask, const char *const *topics, size_t count, bool german)
{
	for (size_t i = 0; i < count; i++, ask->topics++) {
		struct str rest = str_of(topics[i]), line;
		while (str_line(&rest, &line))
			ask->questions[ask->count++] =
				(struct question){ line, ask->topics, german, 1 };
	}
}

static size_t all_lines(void)
{
	return lines_of(background_english, background_english_count) +
	       lines_of(background_software, background_software_count) +
	       lines_of(background_german, background_german_count);
}

static void take_questions(struct asking *ask, struct arena *a)
{
	ask->questions = ARENA_ARRAY(a, struct question, all_lines());
	add_topics(ask, background_english, background_english_count, false);
	add_topics(ask, background_software, background_software_count, false);
	add_topics(ask, background_german, background_german_count, true);
}

uint8_t null_mark(struct str text)
{
	struct arena a = { 0 };
	struct claim_parts parts;
	claim_parts_of(text, NULL, 0, &a, &parts);
	const size_t words = parts.count + parts.numbers.count;
	arena_free(&a);
	return words > UINT8_MAX ? UINT8_MAX : (uint8_t)words;
}

static void weigh_questions(struct asking *ask)
{
	for (size_t i = 0; i < ask->count; i++) {
		struct question *q = &ask->questions[i];
		q->length_factor = length_factor(
			ask->indexed ? index_mark_of(ask->x, index_texts(ask->x) + i)
				     : null_mark(q->text));
	}
}

size_t null_context(struct arena *a, struct index_text **out)
{
	struct asking ask = { 0 };
	take_questions(&ask, a);
	*out = ARENA_ARRAY(a, struct index_text, ask.count);
	for (size_t i = 0; i < ask.count; i++)
		(*out)[i] = (struct index_text){ ask.questions[i].text, 0 };
	return ask.count;
}

/*
 * The best of every group.  Most competitors have something that is HOPED near, and a
 * search for that passes over nearly everything; only for the others it is done again.
 */
static void find_best(const struct asking *ask, const struct index_query *q,
	struct index_room *room, struct arena *a, float *best)
{
	float *floors = ARENA_ARRAY(a, float, ask->groups + 1);
	struct index_top *tops = ARENA_ARRAY(a, struct index_top, ask->groups + 1);
	size_t missing = 0;
	for (size_t g = 0; g < ask->groups; g++)
		floors[g] = HOPED;
	index_find(ask->x, room, q, floors, 1, tops);
	for (size_t g = 0; g < ask->groups; g++) {
		best[g] = tops[g].count ? tops[g].at[0].similarity : 0;
		floors[g] = tops[g].count ? NOBODY : FLOOR;
		missing += !tops[g].count;
	}
	if (!missing)
		return;
	index_find(ask->x, room, q, floors, 1, tops);
	for (size_t g = 0; g < ask->groups; g++)
		if (tops[g].count)
			best[g] = tops[g].at[0].similarity;
}

static void ask_one(void *context, size_t i, size_t worker)
{
	const struct asking *ask = context;
	struct arena a = { 0 };
	struct index_query q;
	if (ask->indexed)
		index_query_at(ask->x, index_texts(ask->x) + i, &a, &q);
	else
		index_query_of(ask->x, ask->questions[i].text, &a, &q);
	find_best(ask, &q, ask->rooms[worker], &a, &ask->best[i * ask->groups]);
	arena_free(&a);
}

// Topics that may be the competitors' own trade: nearest on average over all groups.
static void leave_out(const struct asking *ask, bool *left_out, struct arena *a)
{
	double *sum = ARENA_ARRAY(a, double, ask->topics);
	size_t *count = ARENA_ARRAY(a, size_t, ask->topics);
	for (size_t i = 0; i < ask->count; i++)
		for (size_t g = 0; g < ask->groups; g++) {
			sum[ask->questions[i].topic] +=
				(double)ask->best[i * ask->groups + g];
			count[ask->questions[i].topic]++;
		}
	for (size_t n = 0; n < TOPICS_LEFT_OUT; n++) {
		size_t nearest = 0;
		double most = -1;
		for (size_t t = 0; t < ask->topics; t++)
			if (!left_out[t] && count[t] &&
				sum[t] / (double)count[t] > most) {
				most = sum[t] / (double)count[t];
				nearest = t;
			}
		left_out[nearest] = true;
	}
}

static int ascending(const void *a, const void *b)
{
	const double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static struct chance fit(double *values, size_t n)
{
	if (n < FEWEST)
		return (struct chance){ 0 };
	qsort(values, n, sizeof *values, ascending);
	const size_t beyond = (size_t)((double)n * EXCEEDED);
	const double start = values[n - beyond - 1];
	double excess = 0;
	for (size_t i = n - beyond; i < n; i++)
		excess += values[i] - start;
	return (struct chance){ start, excess / (double)beyond, true };
}

static void fit_groups(const struct asking *ask, const bool *german, const bool *left_out,
	struct arena *a, struct chance *out)
{
	double *values = ARENA_ARRAY(a, double, ask->count);
	for (size_t g = 0; g < ask->groups; g++) {
		size_t n = 0;
		for (size_t i = 0; i < ask->count; i++) {
			const struct question *q = &ask->questions[i];
			if (q->german == german[g] && !left_out[q->topic])
				values[n++] = (double)ask->best[i * ask->groups + g] *
					      q->length_factor;
		}
		out[g] = fit(values, n);
	}
}

void null_measure(const struct index *x, const bool *german, size_t threads,
	struct arena *a, struct chance *out)
{
	struct asking ask = { .x = x, .groups = index_groups(x) };
	const size_t workers = threads ? threads : 1;
	take_questions(&ask, a);
	ask.indexed = index_background(x) == ask.count;
	weigh_questions(&ask);
	ask.best = ARENA_ARRAY(a, float, ask.count *ask.groups);
	ask.rooms = ARENA_ARRAY(a, struct index_room *, workers);
	for (size_t i = 0; i < workers; i++)
		ask.rooms[i] = index_room_open(x);
	const struct work work = {
		.count = ask.count, .threads = workers, .context = &ask, .job = ask_one
	};
	(void)work_run(&work); // without a done callback it always finishes
	for (size_t i = 0; i < workers; i++)
		index_room_close(ask.rooms[i]);
	bool *left_out = ARENA_ARRAY(a, bool, ask.topics);
	leave_out(&ask, left_out, a);
	fit_groups(&ask, german, left_out, a, out);
}

static double threshold_at(const struct chance *c, size_t words, double level)
{
	const double plain = c->start + c->scale * log(EXCEEDED / level);
	const double threshold = plain / length_factor(words);
	return c->known && threshold > LEAST ? threshold : LEAST;
}

double null_threshold(const struct chance *c, size_t words)
{
	return threshold_at(c, words, LEVEL);
}

double null_near(const struct chance *c, size_t words)
{
	return threshold_at(c, words, NEAR_LEVEL);
}

double null_chance(const struct chance *c, size_t words, double similarity)
{
	const double beyond = similarity * length_factor(words) - c->start;
	if (!c->known || c->scale <= 0)
		return 1;
	return beyond <= 0 ? EXCEEDED : EXCEEDED * exp(-beyond / c->scale);
}
