// Another program in its cage: whatever it does, it ends, and we know why.
#include "test.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "read/child.h"

static struct buf out;
static struct child_result result;

static const char *const SHELL[] = { "/bin/sh", NULL };

static const struct child CAGE = {
	.program = SHELL,
	.cpu_seconds = 5,
	.seconds = 10,
	.memory_bytes = (size_t)256 << 20,
	.output_bytes = 1 << 20,
};

// What a script printed; how it ended is in `result`.
static struct str run(const struct child *cage, const char *script, struct str input)
{
	const char *const args[] = { "sh", "-c", script, NULL };
	struct child c = *cage;
	struct error err = { 0 };
	c.args = args;
	c.input = input;
	buf_done(&out);
	assert_true(child_run(&c, &out, &result, &err));
	return buf_str(&out);
}

TEST(a_program_reads_what_it_is_given_and_is_heard)
{
	assert_true(str_eq(
		run(&CAGE, "cat; echo oops >&2; echo more >&2; exit 3", S("hello")),
		S("hello")));
	assert_int_equal(result.end, CHILD_EXITED);
	assert_int_equal(result.code, 3);
	assert_string_equal(result.said, "oops");
	assert_true(str_eq(run(&CAGE, "cat", S("")), S("")));
	assert_int_equal(result.code, 0);
}

TEST(much_input_and_much_talk_do_not_block)
{
	struct buf input = { 0 };
	buf_repeat(&input, S("0123456789abcdef"), 60000);
	struct str got =
		run(&CAGE, "yes complaint | head -c 300000 >&2; cat", buf_str(&input));
	assert_true(str_eq(got, buf_str(&input)));
	assert_string_equal(result.said, "complaint");
	buf_done(&input);
}

TEST(it_gets_no_environment_and_no_files)
{
	// The shell adds PWD by itself.
	struct str got =
		run(&CAGE, "/usr/bin/env | grep -v '^PWD='; ls /proc/self/fd", S(""));
	// ls itself opens the fourth.
	assert_true(str_eq(got, S("LC_ALL=C.UTF-8\n0\n1\n2\n3\n")));
	(void)run(&CAGE, "echo x >/tmp/candor-must-not-exist", S(""));
	assert_false(result.end == CHILD_EXITED && result.code == 0);
	(void)unlink("/tmp/candor-must-not-exist"); // the name may come, words may not
}

TEST(who_takes_too_long_is_stopped)
{
	struct child c = CAGE;
	c.seconds = 1;
	(void)run(&c, "echo begun; sleep 60", S(""));
	assert_int_equal(result.end, CHILD_LATE);
	assert_true(str_eq(buf_str(&out), S("begun\n")));
	(void)run(&c, "exec >&- 2>&-; sleep 60", S("")); // closes its output and stays
	assert_int_equal(result.end, CHILD_LATE);
}

TEST(who_computes_too_long_is_stopped)
{
	struct child c = CAGE;
	c.cpu_seconds = 1;
	(void)run(&c, "while :; do :; done", S(""));
	assert_int_equal(result.end, CHILD_KILLED);
	assert_true(result.code == SIGXCPU || result.code == SIGKILL);
}

TEST(who_talks_too_much_is_stopped)
{
	(void)run(&CAGE, "yes", S(""));
	assert_int_equal(result.end, CHILD_LOUD);
	assert_int_equal(out.len, 1 << 20);
}

TEST(memory_has_a_limit)
{
	struct child c = CAGE;
	c.memory_bytes = (size_t)32 << 20;
	(void)run(&c, "x=$(head -c 60000000 /dev/zero | tr '\\0' a); echo fits", S(""));
	assert_false(str_eq(buf_str(&out), S("fits\n")));
}

// A killed orphan may stay a zombie until the first process of the system reaps it.
static bool is_running(int64_t pid)
{
	char path[64], letter = 'Z';
	(void)snprintf(path, sizeof path, "/proc/%d/stat", (int)pid); // fits
	FILE *f = fopen(path, "r");
	if (f && fscanf(f, "%*d %*s %c", &letter) != 1)
		letter = 'Z';
	if (f)
		fclose(f);
	return letter != 'Z';
}

TEST(nobody_is_left_behind)
{
	int64_t pid = 0;
	struct str got = run(&CAGE, "sleep 60 >/dev/null 2>&1 & echo $!", S(""));
	assert_int_equal(result.end, CHILD_EXITED);
	assert_true(str_to_int(got, &pid));
	for (int i = 0; i < 200 && is_running(pid); i++)
		usleep(10000); // the kernel may take a moment
	assert_false(is_running(pid));
}

TEST(a_signal_is_told)
{
	(void)run(&CAGE, "kill -SEGV $$", S(""));
	assert_int_equal(result.end, CHILD_KILLED);
	assert_int_equal(result.code, SIGSEGV);
}

TEST(a_missing_program_is_told)
{
	static const char *const NOWHERE[] = { "/nowhere/a", "/nowhere/b", NULL };
	struct child c = CAGE;
	c.program = NOWHERE;
	(void)run(&c, "true", S(""));
	assert_int_equal(result.end, CHILD_MISSING);
	static const char *const SECOND[] = { "/nowhere/a", "/bin/sh", NULL };
	c.program = SECOND;
	assert_true(str_eq(run(&c, "echo here", S("")), S("here\n")));
	buf_done(&out);
}

MAIN(RUN(a_program_reads_what_it_is_given_and_is_heard),
	RUN(much_input_and_much_talk_do_not_block),
	RUN(it_gets_no_environment_and_no_files), RUN(who_takes_too_long_is_stopped),
	RUN(who_computes_too_long_is_stopped), RUN(who_talks_too_much_is_stopped),
	RUN(memory_has_a_limit), RUN(nobody_is_left_behind), RUN(a_signal_is_told),
	RUN(a_missing_program_is_told))
