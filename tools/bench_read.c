/*
 * How fast files are read: bench_read FILE...  prints, for each reader that takes some of
 * them, the bytes and MB/s of user time, best of five.
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
	struct rusage use;
	(void)getrusage(RUSAGE_SELF, &use); // cannot fail for ourselves
	return (double)use.ru_utime.tv_sec + (double)use.ru_utime.tv_usec / 1e6;
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
		printf("%-12s %6zu files %8.1f MB %8.1f MB/s\n", reader->name, files,
			bytes / 1e6, best > 0 ? bytes / 1e6 / best : 0);
}

int main(int argc, char **argv)
{
	struct arena a = { 0 };
	struct sample *samples = ARENA_ARRAY(&a, struct sample, (size_t)argc);
	size_t count = 0;
	for (int i = 1; i < argc; i++) {
		struct file f;
		struct error err = { 0 };
		if (!file_open(argv[i], BYTES_MAX, &f, &err)) {
			fprintf(stderr, "%s: %s\n", argv[i], err.text);
			continue;
		}
		struct str bytes =
			arena_str(&a, f.bytes); // in memory before the clock runs
		file_close(&f);
		samples[count++] = (struct sample){ .path = argv[i],
			.bytes = bytes,
			.reader = reader_find(str_of(argv[i]), bytes) };
	}
	for (const struct reader *const *r = readers; *r; r++)
		bench(samples, count, *r);
	arena_free(&a);
	return count ? 0 : 1;
}
