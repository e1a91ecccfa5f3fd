/*
 * How fast files are read: bench_read [FILE|FOLDER...]  prints, for each reader that
 * takes some of them, the bytes and MB/s of user time, best of five.  Without names it
 * reads the example and the real texts beside the repository.
 */
#include <stdio.h>
#include <sys/resource.h>

#include "read/read.h"

enum { TIMES = 5, PASSES_MAX = 10000 };

static const double SECONDS_MIN = 0.2;

static const size_t BYTES_MAX = (size_t)1 << 30;

struct sample {
	const char *path;
	struct str bytes;
	const struct reader *reader;
	bool refused;
};

static double user_seconds(void)
{
	struct rusage use, child;	    // pdftotext runs as a child
	(void)getrusage(RUSAGE_SELF, &use); // cannot fail for ourselves
	(void)getrusage(RUSAGE_CHILDREN, &child);
	return (double)(use.ru_utime.tv_sec + child.ru_utime.tv_sec) +
	       (double)(use.ru_utime.tv_usec + child.ru_utime.tv_usec) / 1e6;
}

static void read_one(struct sample *sample)
{
	static const struct read_how HOW = { .mail_bodies = true };
	struct arena a = { 0 };
	struct doc doc = { .arena = &a, .path = str_of(sample->path) };
	struct error err = { 0 };
	if (!sample->reader->read(sample->bytes, &HOW, &doc, &err)) {
		fprintf(stderr, "%s: %s\n", sample->path, err.text);
		sample->refused = true;
	}
	arena_free(&a);
}

// Seconds for one pass over the samples; small sets are read until the clock has moved.
static double pass(struct sample *samples, size_t count, const struct reader *reader)
{
	double start = user_seconds(), spent = 0;
	size_t passes = 0;
	do {
		for (size_t i = 0; i < count; i++)
			if (samples[i].reader == reader && !samples[i].refused)
				read_one(&samples[i]);
		passes++;
		spent = user_seconds() - start;
	} while (spent < SECONDS_MIN && passes < PASSES_MAX);
	return spent / (double)passes;
}

static void bench(struct sample *samples, size_t count, const struct reader *reader)
{
	double best = 0, bytes = 0;
	size_t files = 0;
	for (size_t i = 0; i < count; i++)
		files += samples[i].reader == reader;
	for (int i = 0; i < TIMES && files; i++) {
		double spent = pass(samples, count, reader);
		if (!i || spent < best)
			best = spent;
	}
	for (size_t i = 0; i < count; i++)
		if (samples[i].reader == reader && !samples[i].refused)
			bytes += (double)samples[i].bytes.len;
	if (files)
		printf("%-12s %6zu files %8.2f MB %8.1f MB/s\n", reader->name, files,
			bytes / 1e6, best > 0 ? bytes / 1e6 / best : 0);
}

struct samples {
	struct sample *at;
	size_t count, room;
};

static void add_file(struct arena *a, struct samples *all, struct str path)
{
	struct file f;
	struct error err = { 0 };
	const char *name = arena_cstr(a, path);
	if (!file_open(name, BYTES_MAX, &f, &err)) {
		fprintf(stderr, "%s: %s\n", name, err.text);
		return;
	}
	struct str bytes = arena_str(a, f.bytes); // in memory before the clock runs
	file_close(&f);
	all->at = arena_more(a, all->at, all->count, &all->room, sizeof *all->at);
	all->at[all->count++] = (struct sample){
		.path = name,
		.bytes = bytes,
		.reader = reader_find(path, bytes),
	};
}

// A file, or all files of a folder; nothing when it is not there.
static void add(struct arena *a, struct samples *all, const char *path)
{
	struct file_list list = { 0 };
	struct error err = { 0 };
	if (!file_walk(path, 100000, a, &list, &err)) {
		add_file(a, all, str_of(path));
		return;
	}
	for (size_t i = 0; i < list.count; i++)
		add_file(a, all, path_join(a, str_of(path), list.at[i].path));
}

int main(int argc, char **argv)
{
	static const char *const USUAL[] = { "examples", "../shared/data/swap/corpus",
		"../shared/data/drift", "../shared/data/guard", "../shared/data/web" };
	struct arena a = { 0 };
	struct samples all = { 0 };
	struct file_stat there;
	struct error ignored = { 0 };
	for (int i = 1; i < argc; i++)
		add(&a, &all, argv[i]);
	for (size_t i = 0; i < COUNT(USUAL) && argc < 2; i++)
		if (file_stat_of(USUAL[i], &there, &ignored))
			add(&a, &all, USUAL[i]);
	for (const struct reader *const *r = readers; *r; r++)
		bench(all.at, all.count, *r);
	arena_free(&a);
	return all.count ? 0 : 1;
}
