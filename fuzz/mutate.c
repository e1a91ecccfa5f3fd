/*
 * Runs a fuzz target over changed copies of saved inputs, the same ones every time.
 *
 *     mutate FOLDER [ROUNDS [SEED [FIRST]]]
 *
 * An input that takes more than two seconds of processor time, or twenty of any, is a
 * failure, as is a crash.  Both leave the input in mutate-failure.bin and its round on
 * standard error; FIRST starts there.
 */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/base.h"

enum { INPUT_MAX = 64 * 1024, SECONDS_MAX = 2, SECONDS_WAITED_MAX = 20 };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

struct input {
	char *at;
	size_t len;
};

// What breaks parsers: ends, nests, quotes, numbers at their limits, half characters.
static const struct str PIECES[] = { STR_INIT("\""), STR_INIT("\"\""), STR_INIT("\r"),
	STR_INIT("\r\n"), STR_INIT("\n\n"), STR_INIT(","), STR_INIT(";"), STR_INIT("\t"),
	STR_INIT("{"), STR_INIT("}"), STR_INIT("[["), STR_INIT("]"), STR_INIT(":"),
	STR_INIT("\\"), STR_INIT("\\ud83d"), STR_INIT("\\u0000"), STR_INIT("\xff"),
	STR_INIT("\xc3"), STR_INIT("\xef\xbb\xbf"), STR_INIT("\xff\xfe"), STR_INIT("\0"),
	STR_INIT("-1"), STR_INIT("99999999999999999999"), STR_INIT("1e999"),
	STR_INIT("sep=;\n"), STR_INIT("Total"), STR_INIT("Copyright (c)\n"),
	STR_INIT("From a@b Fri Feb  7 18:35:25 2003\n"), STR_INIT("=?utf-8?q?=?="),
	STR_INIT("\n "), STR_INIT("BEGIN:VEVENT\n"), STR_INIT("END:VEVENT\n"),
	STR_INIT("RRULE:FREQ=SECONDLY\n"), STR_INIT("INTERVAL=4294967295"),
	STR_INIT("--x\n"), STR_INIT("<"), STR_INIT("("), STR_INIT("<!--"),
	STR_INIT("-->"), STR_INIT("<svg>"), STR_INIT("</p>"), STR_INIT("<table><td>"),
	STR_INIT("<a href="), STR_INIT("<script>"), STR_INIT("<header><h1>"),
	STR_INIT("&#x"), STR_INIT("&amp;"), STR_INIT("&nbsp"), STR_INIT("\n---\n"),
	STR_INIT("```\n"), STR_INIT("> "), STR_INIT("- "), STR_INIT("    "),
	STR_INIT("|"), STR_INIT("\n|-|-|\n"), STR_INIT("**"), STR_INIT("_"),
	STR_INIT("`"), STR_INIT("!["), STR_INIT("]("), STR_INIT("[^1]"),
	STR_INIT("WEBVTT\n"), STR_INIT("\nNOTE "), STR_INIT("<v A B>"),
	STR_INIT("\n00:00:01.000 --> 00:00:02.000\n"), STR_INIT("Dana Cole: "),
	STR_INIT("\xc2\xa0"), STR_INIT("\xe2\x80\x8b"), STR_INIT("\xed\xa0\x80") };

static size_t below(struct random *r, size_t n)
{
	return n ? random_next(r) % n : 0;
}

// One change: a byte, a piece put in, a stretch taken out, doubled, or from another file.
static void change(struct random *r, struct input *in, const struct input *other)
{
	size_t at = below(r, in->len), span = 1 + below(r, 64);
	struct str piece = PIECES[below(r, COUNT(PIECES))];
	switch (below(r, 6)) {
	case 0:
		if (in->len)
			in->at[at] = (char)random_next(r);
		return;
	case 1:
		break;
	case 2:
		span = span < in->len - at ? span : in->len - at;
		memmove(in->at + at, in->at + at + span, in->len - at - span);
		in->len -= span;
		return;
	case 3:
		piece = str_cut((struct str){ in->at, in->len }, below(r, in->len), span);
		break;
	case 4:
		piece = str_cut((struct str){ other->at, other->len },
			below(r, other->len), span);
		break;
	default:
		in->len -= in->len ? below(r, in->len) / 4 : 0; // cut short
		return;
	}
	char copy[64];
	if (!piece.len || piece.len > sizeof copy || in->len + piece.len > INPUT_MAX)
		return;
	memcpy(copy, piece.at, piece.len);
	memmove(in->at + at + piece.len, in->at + at, in->len - at);
	memcpy(in->at + at, copy, piece.len);
	in->len += piece.len;
}

static int by_name(const void *a, const void *b)
{
	return str_cmp(
		((const struct file_stat *)a)->path, ((const struct file_stat *)b)->path);
}

static size_t load(const char *folder, struct arena *a, struct input **inputs)
{
	struct file_list list = { 0 };
	struct error err = { 0 };
	if (!file_walk(folder, 10000, a, &list, &err)) {
		fprintf(stderr, "%s: %s\n", folder, err.text);
		return 0;
	}
	qsort(list.at, list.count, sizeof *list.at, by_name);
	*inputs = ARENA_ARRAY(a, struct input, list.count);
	size_t count = 0;
	for (size_t i = 0; i < list.count; i++) {
		struct str path = path_join(a, str_of(folder), list.at[i].path);
		struct file f;
		if (!file_open(arena_cstr(a, path), INPUT_MAX, &f, &err))
			continue; // larger inputs are replayed only
		(*inputs)[count++] =
			(struct input){ (char *)(uintptr_t)arena_str(a, f.bytes).at,
				f.bytes.len };
		file_close(&f);
	}
	return count;
}

// What is being read, for the handler of a failure.
static const char *volatile now_at;
static volatile size_t now_len;
static volatile int64_t now_round;

static void say(const char *text)
{
	if (write(STDERR_FILENO, text, strlen(text)) < 0)
		_exit(3);
}

static void on_failure(int number)
{
	char digits[24], *at = digits + sizeof digits - 1;
	*at = '\0';
	int64_t round = now_round;
	do
		*--at = (char)('0' + round % 10);
	while (round /= 10);
	say(number == SIGPROF || number == SIGALRM ? "too slow" : "crashed");
	say(" in round ");
	say(at);
	say("; the input is in mutate-failure.bin\n");
	int file = open("mutate-failure.bin", O_WRONLY | O_CREAT | O_TRUNC, 0644);
	if (file >= 0 && write(file, now_at, now_len) < 0)
		say("and could not be written\n");
	_exit(1);
}

static void watch(void)
{
	static const int SIGNALS[] = { SIGPROF, SIGALRM, SIGABRT, SIGSEGV, SIGBUS, SIGFPE,
		SIGILL };
	static char stack[64 * 1024];
	stack_t other = { .ss_sp = stack, .ss_size = sizeof stack };
	struct sigaction action = { .sa_handler = on_failure, .sa_flags = SA_ONSTACK };
	(void)sigaltstack(&other, NULL); // without it only a full stack goes unseen
	for (size_t i = 0; i < COUNT(SIGNALS); i++)
		(void)sigaction(SIGNALS[i], &action, NULL); // a default would end us too
}

static void run(const char *bytes, size_t len)
{
	struct itimerval slow = { .it_value.tv_sec = SECONDS_MAX };
	struct itimerval stuck = { .it_value.tv_sec = SECONDS_WAITED_MAX };
	// An exact copy, so that a sanitizer sees the first byte behind it.
	char *exact = heap_resize(NULL, len);
	memcpy(exact, bytes, len);
	now_at = exact;
	now_len = len;
	(void)setitimer(ITIMER_PROF, &slow, NULL);
	(void)setitimer(ITIMER_REAL, &stuck, NULL);
	LLVMFuzzerTestOneInput((const uint8_t *)exact, len);
	heap_free(exact);
}

int main(int argc, char **argv)
{
	struct arena a = { 0 };
	struct input *inputs = NULL;
	size_t count = argc > 1 ? load(argv[1], &a, &inputs) : 0;
	int64_t rounds = 10000, first = 0;
	if (argc > 2 && !str_to_int(str_of(argv[2]), &rounds))
		return 2;
	if (argc > 4 && !str_to_int(str_of(argv[4]), &first))
		return 2;
	if (!count)
		return 1; // nothing to change is no test
	uint64_t seed = argc > 3 ? str_hash(str_of(argv[3]), 0) : 1;
	char *bytes = ARENA_ARRAY(&a, char, INPUT_MAX);
	watch();
	for (now_round = first; now_round < first + rounds; now_round++) {
		struct random r = { seed + (uint64_t)now_round * 0x9e3779b97f4a7c15u };
		const struct input *from = &inputs[below(&r, count)];
		struct input now = { bytes, from->len };
		memcpy(bytes, from->at, from->len);
		for (size_t n = 1 + below(&r, 8); n > 0; n--)
			change(&r, &now, &inputs[below(&r, count)]);
		run(now.at, now.len);
	}
	printf("%lld changed inputs of %zu files\n", (long long)rounds, count);
	arena_free(&a);
	return 0;
}
