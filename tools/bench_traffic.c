/*
 * How fast a workspace becomes traffic:
 *
 *     bench_traffic [ROWS]
 *
 * Writes a workspace of 5,000 people, then ROWS rows of interactions.csv, the same as a
 * bare edge list, and the same as one mailbox, each into a folder of its own, and prints
 * user time and rows a second of opening it (ingest) and of web_traffic_of().
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "ingest/ingest.h"
#include "traffic/traffic.h"

enum { PEOPLE = 5000, FUNCTIONS = 14, DAYS = 180 };

typedef void write_fn(FILE *to, size_t rows, struct random *random);

static double user_seconds(void)
{
	struct rusage use;
	getrusage(RUSAGE_SELF, &use);
	return (double)use.ru_utime.tv_sec + (double)use.ru_utime.tv_usec / 1e6;
}

static unsigned below(struct random *random, unsigned n)
{
	return (unsigned)random_below(random, n);
}

static struct date day_of(struct random *random)
{
	struct date day = date_of(2025, 11, 30);
	day.days -= (int32_t)below(random, DAYS);
	return day;
}

static void write_people(FILE *to)
{
	fputs("person,name,function,email\n", to);
	for (unsigned i = 0; i < PEOPLE; i++)
		fprintf(to, "p%u,Name%u Last%u,function-%u,p%u@acme.example\n", i, i, i,
			i % FUNCTIONS, i);
}

static void write_rows(FILE *to, size_t rows, struct random *random)
{
	static const char *const CHANNELS[] = { "mail", "meeting", "chat" };
	fputs("date,from,to,channel,topic,initiated_by,minutes\n", to);
	for (size_t i = 0; i < rows; i++) {
		struct arena a = { 0 };
		unsigned c = below(random, 3), from = below(random, PEOPLE);
		fprintf(to, "%s,p%u@acme.example,p%u@acme.example,%s,,,%s\n",
			date_str(&a, day_of(random)).at, from, below(random, PEOPLE),
			CHANNELS[c], c == 1 ? "30" : "");
		arena_free(&a);
	}
}

static void write_bare(FILE *to, size_t rows, struct random *random)
{
	for (size_t i = 0; i < rows; i++) {
		unsigned from = below(random, PEOPLE);
		fprintf(to, "p%u@acme.example p%u@acme.example\n", from,
			below(random, PEOPLE));
	}
}

static void write_mails(FILE *to, size_t rows, struct random *random)
{
	for (size_t i = 0; i < rows; i++) {
		int year, month, day;
		unsigned from = below(random, PEOPLE);
		date_parts(day_of(random), &year, &month, &day);
		fprintf(to,
			"From p%u@acme.example Fri Feb  7 18:35:25 2025\n"
			"From: Name <p%u@acme.example>\nTo: p%u@acme.example\n"
			"Date: %d %s %d 10:00:00 +0000\nMessage-ID: <%zu@acme.example>\n"
			"Subject: nothing\n\nSome words of a body.\n\n",
			from, from, below(random, PEOPLE), day,
			&"Jan\0Feb\0Mar\0Apr\0May\0Jun\0Jul\0Aug\0Sep\0Oct\0Nov\0Dec"
				[(month - 1) * 4],
			year, i);
	}
}

static void must(bool ok, const char *what)
{
	if (ok)
		return;
	fprintf(stderr, "bench_traffic: %s\n", what);
	exit(1);
}

static void measure(const char *folder, const char *name, size_t rows)
{
	struct arena a = { 0 };
	struct ingest *in = NULL;
	struct workspace ws;
	struct error err = { 0 };
	struct web_traffic t;
	struct rusage use;
	struct ingest_options o = {
		.root = folder, .as_of = date_of(2025, 11, 30), .threads = 1
	};
	double start = user_seconds();
	must(ingest_open(&o, &a, &in, &ws, &err), err.text);
	double opened = user_seconds();
	web_traffic_of(&ws, &(struct web_options){ 0 }, &t);
	double done = user_seconds();
	getrusage(RUSAGE_SELF, &use);
	printf("%-18s %9zu rows  open %.2f s  traffic %.2f s  %.1f M rows/s  %ld MB  %zu "
	       "interactions\n",
		name, rows, opened - start, done - opened,
		(double)rows / (done - opened) / 1e6, use.ru_maxrss / 1024, t.count);
	ingest_close(in);
	arena_free(&a);
}

static void run(const char *name, size_t rows, write_fn *write)
{
	struct arena a = { 0 };
	char folder[] = "/tmp/candor-bench-XXXXXX";
	struct random random = { .state = 1 };
	must(mkdtemp(folder) != NULL, "no temporary folder");
	FILE *people = fopen(arena_fmt(&a, "%s/people.csv", folder).at, "w");
	FILE *to = fopen(arena_fmt(&a, "%s/%s", folder, name).at, "w");
	must(people && to, "cannot write");
	write_people(people);
	write(to, rows, &random);
	must(!fclose(people) && !fclose(to), "cannot write");
	pid_t child = fork(); // its own high-water mark of memory
	if (!child) {
		measure(folder, name, rows);
		fflush(stdout);
		_exit(0);
	}
	(void)waitpid(child, NULL, 0);
	(void)remove(arena_fmt(&a, "%s/people.csv", folder).at);
	(void)remove(arena_fmt(&a, "%s/%s", folder, name).at);
	(void)rmdir(folder);
	arena_free(&a);
}

int main(int argc, char **argv)
{
	size_t rows = argc > 1 ? strtoul(argv[1], NULL, 10) : 1000 * 1000;
	run("interactions.csv", rows, write_rows);
	run("edges.txt", rows, write_bare);
	run("all.mbox", rows, write_mails);
	return 0;
}
