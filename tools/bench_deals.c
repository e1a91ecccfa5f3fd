/*
 * Deals against other programs on the same file in the same run:
 *
 *     bench_deals [ROWS...]        1000000 unless said
 *
 * The file is made by ../shared/data/deals/bench/synth.awk from a public set.  Each
 * program groups decided deals by owner and product; the figures are those of its own
 * process, best of three.  mawk cuts at every comma and is no CSV parser; sqlite3
 * imports, then groups.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "deals/deals.h"
#include "read/read.h"

#define SET "../shared/data/deals/sets/maven_crm/sales_pipeline.csv"
#define SYNTH "../shared/data/deals/bench/synth.awk"

enum { TIMES = 3 };

static const size_t BYTES_MAX = (size_t)1 << 34;

struct use {
	double user;
	double megabytes; // at most, resident
};

struct contender {
	const char *name;
	void (*run)(const char *path); // in a process of its own; ends by exit or exec
};

static struct file opened(const char *path)
{
	struct file f;
	struct error err = { 0 };
	if (!file_open(path, BYTES_MAX, &f, &err)) {
		(void)fprintf(stderr, "%s: %s\n", path, err.text); // the status tells too
		exit(1);
	}
	return f;
}

static void scan(const char *path)
{
	struct file f = opened(path);
	size_t commas = 0, lines = 0, quotes = 0;
	for (size_t i = 0; i < f.bytes.len; i++) {
		commas += f.bytes.at[i] == ',';
		lines += f.bytes.at[i] == '\n';
		quotes += f.bytes.at[i] == '"';
	}
	printf("%zu %zu %zu\n", commas, lines, quotes);
}

static void cells(const char *path)
{
	struct file f = opened(path);
	struct arena a = { 0 };
	struct table *t = NULL;
	struct row row;
	struct error err = { 0 };
	size_t rows = 0, bytes = 0;
	if (!table_open(S("deals.csv"), f.bytes, 0, &a, &t, &err))
		exit(1);
	for (; table_next(t, &row); rows++)
		bytes += row.cells[0].len;
	printf("%zu %zu\n", rows, bytes);
}

static void candor(const char *path)
{
	static struct arena a;
	static struct file f;
	struct source source = { .path = S("deals.csv"), .role = ROLE_TABLE };
	struct workspace ws = { .arena = &a, .sources = &source, .source_count = 1 };
	struct deals_by by;
	struct error err = { 0 };
	f = opened(path);
	ws.config.name_people = true;
	vendors_init(&ws.vendors, &a, &ws.config);
	const struct deals_file deals = { 0, DEALS_ROWS, &f, 0 };
	deals_load(&ws, &deals, 1);
	if (!deals_by(&ws, S("owner,product"), &by, &err))
		exit(1);
	for (size_t i = 0; i < by.group_count; i++)
		if (by.groups[i].rate.n)
			printf("%.*s,%zu,%zu,%lld\n", ARG_STR(by.groups[i].key),
				by.groups[i].rate.n, by.groups[i].rate.k,
				(long long)by.groups[i].cents[DEAL_WON] / 100);
}

static void mawk(const char *path)
{
	(void)execlp("mawk", "mawk",
		"BEGIN{FS=\",\"}NR>1&&($5==\"Won\"||$5==\"Lost\"){k=$2\", \"$3;n[k]++;"
		"if($5==\"Won\"){w[k]++;v[k]+=$8}}END{for(k in n)print "
		"k\",\"n[k]\",\"w[k]+0"
		"\",\"v[k]+0}",
		path, (char *)NULL);
	exit(1); // not installed
}

static void sqlite(const char *path)
{
	char import[600];
	(void)snprintf(import, sizeof import, ".import %s p", path); // our own short path
	(void)execlp("sqlite3", "sqlite3", ":memory:", ".mode csv", import,
		"SELECT sales_agent||', '||product,count(*),sum(deal_stage='Won'),"
		"sum(CASE WHEN deal_stage='Won' THEN close_value ELSE 0 END) FROM p "
		"WHERE deal_stage "
		"IN('Won','Lost') GROUP BY sales_agent,product",
		(char *)NULL);
	exit(1); // not installed
}

static const struct contender CONTENDERS[] = { { "byte scan", scan },
	{ "csv cells", cells }, { "candor", candor }, { "mawk", mawk },
	{ "sqlite3", sqlite } };

// Runs one of them with its output in `out`; false if it is not there.
static bool measure(
	const struct contender *c, const char *path, const char *out, struct use *use)
{
	struct rusage spent;
	int status = 0;
	(void)fflush(stdout); // or the child prints it again
	pid_t child = fork();
	if (child < 0)
		return false;
	if (!child) {
		int to = open(out, O_WRONLY | O_CREAT | O_TRUNC, 0600);
		if (to < 0 || dup2(to, 1) < 0)
			exit(1);
		c->run(path);
		exit(0);
	}
	if (wait4(child, &status, 0, &spent) < 0 || status)
		return false;
	*use = (struct use){ (double)spent.ru_utime.tv_sec +
				     (double)spent.ru_utime.tv_usec / 1e6,
		(double)spent.ru_maxrss / 1024 };
	return true;
}

// What an answer amounts to, so that answers in another order can be compared.
struct grouped {
	size_t groups, deals, won;
	long long value;
};

static struct grouped answer_of(const char *out)
{
	struct grouped a = { 0 };
	struct file f = opened(out);
	struct str rest = f.bytes, line;
	while (str_line(&rest, &line)) {
		int64_t number[3] = { 0 };
		for (int i = 2; i >= 0; i--) {
			size_t at = line.len;
			while (at && line.at[at - 1] != ',')
				at--;
			(void)str_to_int(
				str_from(line, at), &number[i]); // 0 if it is none
			line.len = at ? at - 1 : 0;
		}
		a.groups++;
		a.deals += (size_t)number[0];
		a.won += (size_t)number[1];
		a.value += number[2];
	}
	file_close(&f);
	return a;
}

static bool make_file(const char *rows, const char *path)
{
	char count[40];
	int status = 0;
	(void)snprintf(count, sizeof count, "N=%s", rows); // digits
	pid_t child = fork();
	if (!child) {
		int to = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
		if (to < 0 || dup2(to, 1) < 0)
			exit(1);
		(void)execlp("mawk", "mawk", "-v", count, "-f", SYNTH, SET, (char *)NULL);
		exit(1);
	}
	return child > 0 && wait4(child, &status, 0, NULL) == child && !status;
}

static void bench(const char *rows, const char *path, const char *out)
{
	struct use best[COUNT(CONTENDERS)];
	bool here[COUNT(CONTENDERS)] = { 0 };
	struct grouped first = { 0 };
	for (size_t i = 0; i < COUNT(CONTENDERS); i++) {
		for (int k = 0; k < TIMES; k++) {
			struct use use;
			if (!measure(&CONTENDERS[i], path, out, &use))
				break;
			if (!here[i] || use.user < best[i].user)
				best[i] = use;
			here[i] = true;
		}
		struct grouped a = here[i] && i >= 2 ? answer_of(out) : first;
		if (i == 2)
			first = a;
		if (memcmp(&a, &first, sizeof a))
			printf("%s gives another answer\n", CONTENDERS[i].name);
	}
	struct file f = opened(path);
	printf("%s rows, %.1f MB, %zu groups\n", rows, (double)f.bytes.len / 1e6,
		first.groups);
	file_close(&f);
	for (size_t i = 0; i < COUNT(CONTENDERS); i++)
		if (here[i])
			printf("%-10s %7.2f s user %6.0f MB  %6.2f x candor\n",
				CONTENDERS[i].name, best[i].user, best[i].megabytes,
				best[i].user / best[2].user);
}

int main(int argc, char **argv)
{
	static char rows_usual[] = "1000000";
	char *usual[] = { NULL, rows_usual, NULL };
	char path[] = "/tmp/bench-deals-XXXXXX", out[] = "/tmp/bench-answer-XXXXXX";
	if (access(SET, R_OK) || access(SYNTH, R_OK)) {
		puts("skipped: " SET " is not here");
		return 0;
	}
	int one = mkstemp(path), two = mkstemp(out);
	if (one < 0 || two < 0)
		return 1;
	(void)close(one); // only the names are wanted
	(void)close(two);
	for (char **rows = (argc > 1 ? argv : usual) + 1; *rows; rows++)
		if (make_file(*rows, path))
			bench(*rows, path, out);
	(void)unlink(path); // leftovers of ours
	(void)unlink(out);
	return 0;
}
