// A folder becomes a workspace, and what did not change is not read again.
#include "test.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ingest/ingest.h"

static const int64_t SECOND = 1000000000;

struct folder {
	struct arena arena;
	char path[40];
	int64_t now_ns;
	size_t looked_at; // files that the last opening had to open
};

static int make_folder(void **state)
{
	static struct folder f;
	f = (struct folder){ .path = "/tmp/candor-ws-XXXXXX",
		.now_ns = SECOND * 4000000000 };
	*state = &f;
	return mkdtemp(f.path) ? 0 : 1;
}

static int remove_folder(void **state)
{
	struct folder *f = *state;
	int status = system(arena_fmt(&f->arena, "rm -r %s", f->path).at);
	arena_free(&f->arena);
	return status;
}

static void put(struct folder *f, const char *name, struct str text)
{
	struct error err = { 0 };
	const char *path = arena_fmt(&f->arena, "%s/%s", f->path, name).at;
	const char *folder = arena_cstr(&f->arena, path_folder(str_of(path)));
	assert_true(file_make_folder(folder, &err));
	assert_true(file_write(path, text, &err));
}

static bool count(void *context, size_t done, size_t total)
{
	(void)done;
	((struct folder *)context)->looked_at = total;
	return true;
}

static struct ingest *open_with(struct folder *f, struct workspace *ws, size_t threads)
{
	struct ingest *in = NULL;
	struct error err = { 0 };
	struct ingest_options options = { .root = f->path,
		.as_of = date_of(2025, 11, 30),
		.now_ns = f->now_ns,
		.threads = threads,
		.wants = UINT64_MAX,
		.keep_index = true,
		.progress = count,
		.context = f };
	f->looked_at = 0;
	if (!ingest_open(&options, &f->arena, &in, ws, &err))
		fail_msg("%s", err.text);
	return in;
}

static const struct source *source_of(const struct workspace *ws, const char *path)
{
	for (size_t i = 0; i < ws->source_count; i++)
		if (str_eq(ws->sources[i].path, str_of(path)))
			return &ws->sources[i];
	fail_msg("no source %s", path);
	return &ws->sources[0];
}

static void fill(struct folder *f)
{
	put(f, "candor.yaml", S("company: Fernhollow\n"));
	put(f, "site/home.md",
		S("# Nothing is lost between shifts\n\nOne page, written by the "
		  "line.\n"));
	put(f, "competitors/opsgrid/2025-11-home.html",
		S("<h1>Nothing gets lost between shifts</h1>"));
	put(f, "deals.csv",
		S("deal_id,created,closed,outcome,amount,competitors\nD-1,2025-01-02,"
		  "2025-03-04,won,100,opsgrid\n"
		  "D-2,2025-01-05,2025-04-04,lost,200,opsgrid; "
		  "paper\nD-3,2025-10-05,,open,300,None\n"));
	put(f, "calls/a.vtt",
		S("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Petra>We looked at OpsGrid.\n"));
	put(f, "broken.docx", S("PK\003\004 this is not a document"));
	put(f, "photo.png", S("\211PNG"));
}

TEST(files_get_their_roles_and_damage_stays_alone)
{
	struct folder *f = *state;
	struct workspace ws;
	fill(f);
	struct ingest *in = open_with(f, &ws, 2);
	assert_int_equal(source_of(&ws, "site/home.md")->role, ROLE_COPY);
	assert_int_equal(source_of(&ws, "competitors/opsgrid/2025-11-home.html")->role,
		ROLE_RIVAL);
	assert_true(str_eq(source_of(&ws, "competitors/opsgrid/2025-11-home.html")->rival,
		S("opsgrid")));
	assert_int_equal(source_of(&ws, "calls/a.vtt")->role, ROLE_CALL);
	assert_string_equal(source_of(&ws, "deals.csv")->kind, "deals");
	assert_int_equal(source_of(&ws, "broken.docx")->state, SOURCE_SKIPPED);
	assert_true(source_of(&ws, "broken.docx")->reason.len > 10);
	assert_true(source_of(&ws, "broken.docx")->repair.len > 10);
	assert_int_equal(source_of(&ws, "photo.png")->state, SOURCE_UNUSED);
	assert_int_equal(ws.deals.count, 3);
	assert_true(vendors_find(&ws.vendors, S("OpsGrid")) != MAP_NONE);
	assert_int_equal(ws.copy_count, 3);
	const struct copy *home = &ws.copies[2];
	assert_true(
		str_eq(home->sentences.at[0].text, S("Nothing is lost between shifts")));
	assert_int_equal(home->sentences.at[0].place.major, 1);
	assert_int_equal(home->sentences.at[0].place.minor, 3);
	ingest_close(in);
}

TEST(unchanged_files_are_not_opened)
{
	struct folder *f = *state;
	struct workspace ws;
	ingest_close(open_with(f, &ws, 1));
	assert_int_equal(f->looked_at, 0);
	put(f, "site/home.md", S("# Nothing is ever lost\n"));
	ingest_close(open_with(f, &ws, 1));
	assert_int_equal(f->looked_at, 1);
	assert_true(str_eq(ws.copies[2].sentences.at[0].text, S("Nothing is ever lost")));
}

// A change that keeps size and time, made within the grain of the clock, is found by its
// content.
TEST(changes_within_one_tick_are_found)
{
	struct folder *f = *state;
	struct workspace ws;
	struct stat st;
	const char *path = arena_fmt(&f->arena, "%s/site/home.md", f->path).at;
	put(f, "site/home.md", S("# Nothing is lost, A\n"));
	assert_int_equal(stat(path, &st), 0);
	int64_t later = f->now_ns;
	f->now_ns = (int64_t)st.st_mtim.tv_sec * SECOND + st.st_mtim.tv_nsec + 1000;
	ingest_close(open_with(f, &ws, 1));
	f->now_ns = later;
	struct timespec times[2] = { st.st_atim, st.st_mtim };
	FILE *out = fopen(path, "r+");
	assert_non_null(out);
	assert_true(fputs("# Nothing is lost, B\n", out) >= 0);
	assert_int_equal(fclose(out), 0);
	assert_int_equal(utimensat(0, path, times, 0), 0);
	ingest_close(open_with(f, &ws, 1));
	assert_true(str_eq(ws.copies[2].sentences.at[0].text, S("Nothing is lost, B")));
}

TEST(what_is_gone_is_forgotten)
{
	struct folder *f = *state;
	struct workspace ws;
	assert_int_equal(unlink(arena_fmt(&f->arena, "%s/calls/a.vtt", f->path).at), 0);
	ingest_close(open_with(f, &ws, 2));
	assert_int_equal(ws.copy_count, 2);
	for (size_t i = 0; i < ws.source_count; i++)
		assert_false(str_eq(ws.sources[i].path, S("calls/a.vtt")));
}

static bool stop_at_two(void *context, size_t done, size_t total)
{
	(void)context, (void)total;
	return done != 2;
}

TEST(an_interruption_keeps_what_was_read)
{
	struct folder *f = *state;
	struct workspace ws;
	struct ingest *in = NULL;
	struct error err = { 0 };
	assert_int_equal(system(arena_fmt(&f->arena, "rm -r %s/.candor", f->path).at), 0);
	struct ingest_options options = { .root = f->path,
		.now_ns = f->now_ns,
		.threads = 1,
		.keep_index = true,
		.progress = stop_at_two };
	assert_false(ingest_open(&options, &f->arena, &in, &ws, &err));
	ingest_close(in);
	ingest_close(open_with(f, &ws, 1));
	assert_int_equal(f->looked_at, ws.source_count - 2);
}

TEST(a_wrong_configuration_says_where)
{
	struct folder *f = *state;
	struct workspace ws;
	struct ingest *in = NULL;
	struct error err = { 0 };
	put(f, "candor.yaml", S("company: Fernhollow\ncompetitor: [x]\n"));
	struct ingest_options options = { .root = f->path, .threads = 1 };
	assert_false(ingest_open(&options, &f->arena, &in, &ws, &err));
	ingest_close(in);
	assert_true(str_starts(str_of(err.text), S("candor.yaml:2: ")));
	assert_true(str_find(str_of(err.text), S("did you mean 'competitors'?"), 0) !=
		    STR_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		RUN(files_get_their_roles_and_damage_stays_alone),
		RUN(unchanged_files_are_not_opened),
		RUN(changes_within_one_tick_are_found),
		RUN(what_is_gone_is_forgotten),
		RUN(an_interruption_keeps_what_was_read),
		RUN(a_wrong_configuration_says_where),
	};
	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
