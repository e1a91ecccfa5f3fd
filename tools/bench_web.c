/*
 * The web of functions: 14 functions, 5,000 people, 400 resamples.
 *
 *     bench_web [ROWS [THREADS]]     1000000 rows and 2 threads unless said
 *
 * Rows are drawn with a fixed seed: activity of people by Zipf's law, seven in ten rows
 * within their function.  If python3 has numpy (PYTHON names another one), the same ties
 * are given to ../shared/data/web/reference/model.py for some resamples of their
 * strengths, and its numbers must be ours.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "web/boot.h"
#include "web/weave.h"
#include "web/web.h"

#define MODEL "../shared/data/web/reference"
#define TIES_FILE "/tmp/bench_web.ties"

enum { FUNCTIONS = 14, PEOPLE = 5000, REPLICATES = 400, TIMES = 5, THEIRS = 20 };

static const double WITHIN = .7;

static double clock_of(clockid_t clock)
{
	struct timespec t;
	(void)clock_gettime(clock, &t);
	return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static double now(void)
{
	return clock_of(CLOCK_MONOTONIC);
}

// Of all threads: what remains the same on a busy machine.
static double work_done_so_far(void)
{
	return clock_of(CLOCK_PROCESS_CPUTIME_ID);
}

struct cost {
	double wall, cpu; // seconds
};

static uint32_t draw_person(struct random *r, const double *cumulative)
{
	const double u = random_unit(r) * cumulative[PEOPLE - 1];
	uint32_t low = 0, high = PEOPLE - 1;
	while (low < high) {
		const uint32_t middle = low + (high - low) / 2;
		if (cumulative[middle] < u)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static uint32_t function_of(uint32_t person)
{
	return person * 7919u % FUNCTIONS;
}

static void make_people(struct web_traffic *t, struct arena *a)
{
	t->functions = ARENA_ARRAY(a, struct web_function, FUNCTIONS);
	t->function_count = FUNCTIONS;
	t->persons = ARENA_ARRAY(a, struct web_person, PEOPLE);
	t->person_count = PEOPLE;
	t->from = date_of(2026, 1, 1);
	t->to = date_of(2026, 6, 30);
	for (uint32_t f = 0; f < FUNCTIONS; f++) {
		t->functions[f].id = arena_fmt(a, "f%02u", f);
		t->functions[f].has_rows = true;
	}
	for (uint32_t p = 0; p < PEOPLE; p++) {
		t->persons[p] =
			(struct web_person){ .key = p, .function = function_of(p) };
		t->functions[function_of(p)].people++;
	}
}

static void make_rows(struct web_traffic *t, size_t rows, struct arena *a)
{
	struct random r = { 20261123 };
	double *cumulative = ARENA_ARRAY(a, double, PEOPLE);
	for (size_t p = 0; p < PEOPLE; p++)
		cumulative[p] = (p ? cumulative[p - 1] : 0) + 1 / (double)(p + 10);
	t->at = ARENA_ARRAY(a, struct web_interaction, rows);
	t->ends = ARENA_ARRAY(a, struct web_end, rows);
	while (t->count < rows) {
		const uint32_t from = draw_person(&r, cumulative);
		const uint32_t to = draw_person(&r, cumulative);
		const bool within = random_unit(&r) < WITHIN;
		if (from == to || (function_of(from) == function_of(to)) != within)
			continue;
		t->ends[t->end_count] = (struct web_end){ to, function_of(to) };
		t->at[t->count] = (struct web_interaction){
			.day = { t->from.days + (int32_t)(180 * t->count / rows) },
			.channel = (uint8_t)random_below(&r, CHANNEL_COUNT),
			.unit = (uint32_t)t->count,
			.actor = { from, function_of(from) },
			.first = (uint32_t)t->end_count++,
			.count = 1,
			.reached = 1,
			.weight = 1,
		};
		t->count++;
	}
}

static void make_needs(struct web_needs *n, struct arena *a)
{
	enum { OBJECTIVES = 6, LINKS = 5 };
	struct random r = { 5 };
	n->objectives = ARENA_ARRAY(a, struct web_objective, OBJECTIVES);
	n->objective_count = OBJECTIVES;
	for (size_t o = 0; o < OBJECTIVES; o++) {
		struct web_objective *objective = &n->objectives[o];
		*objective = (struct web_objective){ .id = arena_fmt(a, "o%zu", o),
			.name = arena_fmt(a, "Objective %zu", o),
			.value = (double)(10 + 10 * o),
			.owner = (uint32_t)o };
		for (size_t l = 0; l < LINKS; l++)
			web_objective_link(a, objective,
				(struct web_need){ (uint32_t)random_below(&r, FUNCTIONS),
					(uint32_t)random_below(&r, FUNCTIONS),
					(enum web_level)random_below(&r, WEB_LEVELS) });
	}
}

static struct cost time_all(const struct web_traffic *t, const struct web_needs *n,
	const struct web_settings *s)
{
	struct cost best = { INFINITY, INFINITY };
	for (int i = 0; i < TIMES; i++) {
		struct arena a = { 0 };
		struct web web;
		const struct cost start = { now(), work_done_so_far() };
		web_run(t, n, s, &a, &web);
		best.wall = fmin(best.wall, now() - start.wall);
		best.cpu = fmin(best.cpu, work_done_so_far() - start.cpu);
		arena_free(&a);
	}
	return best;
}

static void write_ties(const struct ties *ties)
{
	FILE *f = fopen(TIES_FILE, "w");
	if (!f)
		exit(1);
	for (size_t i = 0; i < ties->count; i++) {
		const struct tie *t = &ties->at[i];
		if (t->forth > 0)
			(void)fprintf(f, "%u %u %.17g\n", t->p, t->q, t->forth);
		if (t->back > 0)
			(void)fprintf(f, "%u %u %.17g\n", t->q, t->p, t->back);
	}
	(void)fclose(f);
}

// Their resamples of the same ties: seconds, and the sum of all strengths.
static const char THEIR_PROGRAM[] =
	"import sys, time; sys.path.insert(0, '" MODEL "')\n"
	"from model import *\n"
	"d = np.loadtxt('" TIES_FILE "'); n, r = %d, %d\n"
	"g = np.array([p * 7919 %% %d for p in range(n)])\n"
	"T = Ties(d[:, 0].astype(int), d[:, 1].astype(int), d[:, 2], g, %d)\n"
	"t = time.process_time(); b = T.bootstrap(n, r, 1); t = time.process_time() - t\n"
	"print(t, b[:, np.triu_indices(%d, 1)[0], np.triu_indices(%d, 1)[1]].sum())\n";

static bool run_theirs(double *seconds, double *sum)
{
	char program[1000], command[1200];
	const char *python = getenv("PYTHON");
	(void)snprintf(program, sizeof program, THEIR_PROGRAM, PEOPLE, THEIRS, FUNCTIONS,
		FUNCTIONS, FUNCTIONS, FUNCTIONS);
	(void)snprintf(command, sizeof command, "%s -c \"%s\" 2>/dev/null",
		python ? python : "python3", program);
	FILE *f = popen(command, "r");
	const bool ok = f && fscanf(f, "%lf %lf", seconds, sum) == 2;
	if (f)
		(void)pclose(f);
	return ok;
}

static void compare(const struct web_traffic *t, struct web_settings *s)
{
	struct arena a = { 0 };
	struct ties ties;
	struct boot boot;
	uint32_t node_of[FUNCTIONS];
	for (uint32_t f = 0; f < FUNCTIONS; f++)
		node_of[f] = f;
	double start = work_done_so_far();
	ties_of(t, node_of, FUNCTIONS, s, &a, &ties);
	printf("ties from rows        %8.3f s   CPU, %zu pairs\n",
		work_done_so_far() - start, ties.count);
	start = work_done_so_far();
	boot_run(&ties, REPLICATES, 1, 1, &a, &boot);
	const double ours = (work_done_so_far() - start) / REPLICATES;
	printf("one resample          %8.5f s   CPU\n", ours);
	double theirs = 0, their_sum = 0, sum = 0;
	for (size_t i = 0; i < THEIRS * ties.links; i++)
		sum += boot.observed[i];
	write_ties(&ties);
	if (!run_theirs(&theirs, &their_sum))
		printf("reference             skipped: no python3 with numpy, or "
		       "no " MODEL "\n");
	else
		printf("reference, numpy      %8.5f s   %.0f x; sums of %d resamples "
		       "%s\n",
			theirs / THEIRS, theirs / THEIRS / ours, THEIRS,
			fabs(sum - their_sum) < 1e-6 * sum ? "agree" : "DIFFER");
	(void)remove(TIES_FILE);
	arena_free(&a);
}

int main(int argc, char **argv)
{
	int64_t rows = 1000000, threads = 2;
	struct arena a = { 0 };
	struct web_traffic t = { 0 };
	struct web_needs n = { 0 };
	struct web_settings s = web_settings_default();
	if ((argc > 1 && !str_to_int(str_of(argv[1]), &rows)) ||
		(argc > 2 && !str_to_int(str_of(argv[2]), &threads)) || rows < 1)
		return 2;
	make_people(&t, &a);
	make_rows(&t, (size_t)rows, &a);
	make_needs(&n, &a);
	s.replicates = REPLICATES;
	s.threads = (size_t)threads;
	const struct cost many = time_all(&t, &n, &s);
	s.threads = 1;
	const struct cost one = time_all(&t, &n, &s);
	struct rusage use;
	(void)getrusage(RUSAGE_SELF, &use);
	printf("rows %lld, people %d, functions %d, resamples %d\n", (long long)rows,
		PEOPLE, FUNCTIONS, REPLICATES);
	printf("whole model           %8.3f s   %.3f s CPU, %lld threads\n", many.wall,
		many.cpu, (long long)threads);
	printf("whole model           %8.3f s   %.3f s CPU, one thread\n", one.wall,
		one.cpu);
	compare(&t, &s);
	printf("resident              %8.0f MB\n", (double)use.ru_maxrss / 1024);
	arena_free(&a);
	return 0;
}
