#include "cli/run.h"

#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

// A signal handler can only reach a global; this is the only one that changes.
static volatile sig_atomic_t interrupted;

static struct ingest
	*opened; // closed after the output was written: texts are borrowed from it

struct watch {
	bool shows;
	int64_t started_ms, shown_ms;
	size_t done, total;
	bool drawn;
};

static void on_interrupt(int number)
{
	(void)number; // only SIGINT is caught
	interrupted = 1;
}

static int64_t now_ms(void)
{
	struct timespec t;
	(void)clock_gettime(CLOCK_MONOTONIC, &t); // cannot fail for this clock
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int64_t now_ns(void)
{
	struct timespec t;
	(void)clock_gettime(CLOCK_REALTIME, &t); // cannot fail for this clock
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

// One line on standard error, after half a second, at most ten times a second.
static void draw(struct watch *w, size_t done, size_t total)
{
	int64_t now = now_ms(), spent = now - w->started_ms;
	if (!w->shows || spent < 500 || (w->drawn && now - w->shown_ms < 100) || !done)
		return;
	double left = (double)spent * (double)(total - done) / (double)done / 1000;
	fprintf(stderr, "\r\033[K%zu of %zu files, %.0f seconds left", done, total, left);
	w->shown_ms = now;
	w->drawn = true;
}

static bool watch(void *context, size_t done, size_t total)
{
	struct watch *w = context;
	w->done = done;
	w->total = total;
	draw(w, done, total);
	return !interrupted;
}

bool run_interrupted(void)
{
	return interrupted;
}

void run_close(void)
{
	ingest_close(opened);
	opened = NULL;
}

// The nearest folder upward that has a candor.yaml, else the current one.
static bool find_root(struct arena *a, const char **root, struct error *err)
{
	char here[PATH_MAX];
	if (!getcwd(here, sizeof here))
		return error_set(err, ERROR_SYSTEM, "the current folder cannot be read");
	for (struct str at = str_of(here); at.len; at = path_folder(at)) {
		const char *config =
			arena_fmt(a, "%" PRI_STR "/candor.yaml", ARG_STR(at)).at;
		if (access(config, F_OK) == 0) {
			*root = arena_cstr(a, at);
			return true;
		}
	}
	*root = ".";
	return true;
}

static size_t default_threads(void)
{
	long n = sysconf(_SC_NPROCESSORS_ONLN);
	return n < 1 ? 1 : n > 16 ? 16 : (size_t)n;
}

size_t cli_threads(const struct cli *cli)
{
	int64_t threads = 1;
	struct error ignored = { 0 }; // cli_workspace has refused what is no number
	(void)cli_number(
		cli, "threads", 1, 256, (int64_t)default_threads(), &threads, &ignored);
	return (size_t)threads;
}

bool cli_workspace(
	struct cli *cli, uint64_t roles, struct workspace *ws, struct error *err)
{
	int64_t threads = 0;
	struct ingest_options options = {
		.root = cli->folder ? cli->folder : cli_value(cli, "directory"),
		.as_of = cli->today,
		.wants = roles,
		.keep_index = true,
		.progress = watch,
	};
	struct watch w = { .shows = isatty(STDERR_FILENO) && !cli_value(cli, "quiet"),
		.started_ms = now_ms() };
	if (!cli_number(
		    cli, "threads", 1, 256, (int64_t)default_threads(), &threads, err))
		return false;
	if (!options.root && !find_root(cli->arena, &options.root, err))
		return false;
	options.threads = (size_t)threads;
	options.now_ns = now_ns();
	options.context = &w;
	struct sigaction action = { .sa_handler = on_interrupt,
		.sa_flags = (int)SA_RESETHAND };
	(void)sigaction(
		SIGINT, &action, NULL); // without it Ctrl-C still ends the program
	bool ok = ingest_open(&options, cli->arena, &opened, ws, err);
	if (w.drawn)
		fputs("\r\033[K", stderr);
	if (!ok && interrupted)
		error_set(err, ERROR_SYSTEM,
			"interrupted; %zu of %zu files were read and stay indexed",
			w.done, w.total);
	return ok;
}

bool cli_doc(size_t source, struct arena *a, struct doc *out, struct error *err)
{
	return ingest_doc(opened, source, a, out, err);
}
