// One network in every form in which networks are published, through the program.
#include "base/random.h"
#include "outside.h"

enum { PEOPLE_COUNT = 40, ROWS = 300, DAYS = 150 };

struct written {
	char separator;
	bool header, stamps, crlf, mark; // programs that write a mark write CR LF
	const char *file;
};

static void put_people(struct folder *f)
{
	static const char *const FUNCTIONS[] = { "sales", "product", "support",
		"engineering", "finance" };
	struct buf out = { 0 };
	buf_fmt(&out, "person,function\n");
	for (int p = 0; p < PEOPLE_COUNT; p++)
		buf_fmt(&out, "%d,%s\n", p, FUNCTIONS[p % 5]);
	put_bytes(f, "people.csv", buf_str(&out));
	put(f, "candor.yaml", "company: Institute\nweb: {k: 1}\n");
	buf_done(&out);
}

static void put_network(struct folder *f, const struct written *form)
{
	static const int64_t NOON = 1764504000, DAY = 86400; // 30 November 2025
	struct buf out = { 0 };
	struct random r = { 11 };
	const char s = form->separator, *end = form->crlf ? "\r\n" : "\n";
	if (form->mark)
		buf_fmt(&out, "\xef\xbb\xbf");
	if (form->header)
		buf_fmt(&out, "from%cto%cdate%s", s, s, end);
	for (size_t i = 0; i < ROWS; i++) {
		const int from = (int)random_below(&r, PEOPLE_COUNT);
		const int to = (from + 1 + (int)random_below(&r, PEOPLE_COUNT - 1)) %
			       PEOPLE_COUNT;
		const int64_t age = (int64_t)random_below(&r, DAYS);
		const struct date day = { date_of(2025, 11, 30).days - (int32_t)age };
		buf_fmt(&out, "%d%c%d%c", from, s, to, s);
		if (form->stamps)
			buf_fmt(&out, "%lld%s", (long long)(NOON - age * DAY), end);
		else
			buf_fmt(&out, "%s%s", date_str(&f->arena, day).at, end);
	}
	put_bytes(f, form->file, buf_str(&out));
	buf_done(&out);
}

// All figures; the rest names files.
static char *figures(const cJSON *web)
{
	cJSON *all = cJSON_CreateArray();
	cJSON_AddItemReferenceToArray(all, cJSON_GetObjectItem(web, "functions"));
	cJSON_AddItemReferenceToArray(all, cJSON_GetObjectItem(web, "ties"));
	cJSON_AddItemReferenceToArray(all, cJSON_GetObjectItem(web, "read"));
	char *text = cJSON_PrintUnformatted(all);
	cJSON_Delete(all);
	return text;
}

static void compare(const struct written *form, const char *want)
{
	struct folder f;
	folder_make(&f);
	put_people(&f);
	put_network(&f, form);
	cJSON *web = outside_web(&f);
	char *got = figures(web);
	if (strcmp(got, want))
		fail_msg("%s between '%c', header %d, stamps %d, CR LF %d, mark %d: %s",
			form->file, form->separator, form->header, form->stamps,
			form->crlf, form->mark, cJSON_Print(get(web, "read")));
	cJSON_free(got);
	cJSON_Delete(web);
	outside_remove(&f);
}

TEST(every_form_gives_the_same_figures)
{
	static const char SEPARATORS[] = { ',', ';', '\t', ' ' };
	static const char *const FILES[] = { "network.csv", "network.txt" };
	struct written plain = {
		.separator = ',', .header = true, .file = "network.csv"
	};
	struct folder f;
	folder_make(&f);
	put_people(&f);
	put_network(&f, &plain);
	cJSON *web = outside_web(&f);
	assert_int_equal(number(get(web, "read"), "exchanges"), ROWS);
	char *want = figures(web);
	for (size_t n = 0; n < COUNT(SEPARATORS) * COUNT(FILES) * 8; n++) {
		const struct written form = { .separator = SEPARATORS[n % 4],
			.header = n & 4,
			.stamps = n & 8,
			.crlf = n & 16,
			.mark = n & 16,
			.file = FILES[n >> 5] };
		compare(&form, want);
	}
	cJSON_free(want);
	cJSON_Delete(web);
	outside_remove(&f);
}

// "% comment", then from, to, weight and a time, as KONECT has them; and the same with a
// header in another order.
TEST(weights_and_times_stand_where_they_stand)
{
	static const char *const HEADS[] = { "% asym posweighted\n",
		"time to weight from\n" };
	for (size_t i = 0; i < COUNT(HEADS); i++) {
		struct folder f;
		struct buf out = { 0 };
		double given = 0;
		folder_make(&f);
		put_people(&f);
		put(&f, "candor.yaml", "web: {k: 1, half_life: none}\n");
		buf_fmt(&out, "%s", HEADS[i]);
		for (int n = 0; n < 60; n++) {
			const int a = n % PEOPLE_COUNT, b = (n * 7 + 1) % PEOPLE_COUNT;
			// every second one before the window
			const long long at = n % 2 ? 1764504000 : 1577836800;
			if (i)
				buf_fmt(&out, "%lld %d 3 %d\n", at, b, a);
			else
				buf_fmt(&out, "%d %d 3 %lld\n", a, b, at);
			given += n % 2 && a % 5 != b % 5 && a != b ? 3 : 0;
		}
		put_bytes(&f, "out.network", buf_str(&out));
		cJSON *web = outside_web(&f);
		const cJSON *function;
		double all = 0;
		cJSON_ArrayForEach(function, get(web, "functions")) all +=
			number(function, "given");
		NEAR_BY(all, given, 1e-9);
		assert_true(given > 50);
		cJSON_Delete(web);
		buf_done(&out);
		outside_remove(&f);
	}
}

// Seconds from a day nobody says are no weights.
TEST(seconds_from_an_unknown_day_are_no_weights)
{
	struct folder f;
	struct buf out = { 0 };
	folder_make(&f);
	put_people(&f);
	for (int n = 0; n < 60; n++)
		buf_fmt(&out, "%d %d %d\n", n % PEOPLE_COUNT, (n * 7 + 1) % PEOPLE_COUNT,
			n * 40000);
	put_bytes(&f, "network.txt", buf_str(&out));
	buf_done(&out);
	gather(&f);
	assert_true(f.t.count > 50);
	for (size_t i = 0; i < f.t.count; i++)
		NEAR_BY(f.t.at[i].weight, 1, 0);
	assert_true(has_note(&f, "counts seconds from a day it does not say"));
	outside_remove(&f);
}

#define WORK "../shared/data/web/data/onadata/workfrance_"

/*
 * Minutes two people of an office met (Genois and others 2015, as onadata has it): a row
 * is a pair, so what is given is taken.  Volumes from the raw rows; expectations and
 * strengths worked out here from those.
 */
enum { WORK_PEOPLE = 4096 };

struct office {
	size_t count;
	char ids[12][8];
	uint32_t function_of[WORK_PEOPLE];
	double volume[12][12], pairs[12][12][600];
	size_t pair_count[12][12];
};

static struct office work;

static bool next_row(struct str *rest, long *a, struct str *b, double *minutes)
{
	struct str line, one;
	int64_t number_of = 0;
	if (!str_line(rest, &line) || !line.len)
		return false;
	assert_true(str_split(&line, ',', &one) && str_to_int(one, &number_of));
	*a = (long)number_of;
	*b = line;
	if (!minutes)
		return true;
	assert_true(str_split(&line, ',', b) && str_to_double(line, minutes));
	return true;
}

static void read_office(struct str vertices, struct str edges)
{
	struct str line, b;
	long a = 0;
	double minutes = 0;
	int64_t other = 0;
	work = (struct office){ 0 };
	assert_true(str_line(&vertices, &line) && str_line(&edges, &line));
	while (next_row(&vertices, &a, &b, NULL)) {
		size_t i = 0;
		while (i < work.count && !(strlen(work.ids[i]) == b.len &&
						 !memcmp(work.ids[i], b.at, b.len)))
			i++;
		if (i == work.count) {
			assert_true(i < 12 && b.len < 8);
			memcpy(work.ids[work.count++], b.at, b.len);
		}
		assert_true(a >= 0 && a < WORK_PEOPLE);
		work.function_of[a] = (uint32_t)i + 1;
	}
	while (next_row(&edges, &a, &b, &minutes)) {
		assert_true(str_to_int(b, &other));
		assert_true(
			a >= 0 && a < WORK_PEOPLE && other >= 0 && other < WORK_PEOPLE);
		const uint32_t x = work.function_of[a], y = work.function_of[other];
		if (!x || !y || x == y)
			continue;
		const uint32_t i = x < y ? x - 1 : y - 1, j = x < y ? y - 1 : x - 1;
		work.volume[i][j] += minutes / 60;
		work.volume[j][i] += minutes / 60;
		work.pairs[i][j][work.pair_count[i][j]++] = minutes / 60;
	}
}

// As many rounds as it takes, for rows and columns in turn.
static void fit(double expected[12][12])
{
	for (size_t i = 0; i < 12; i++)
		for (size_t j = 0; j < 12; j++)
			expected[i][j] = i != j;
	for (int round = 0; round < 4000; round++)
		for (size_t i = 0; i < 12; i++) {
			double have = 0, want = 0;
			const bool rows = round % 2;
			for (size_t j = 0; j < 12; j++) {
				have += rows ? expected[i][j] : expected[j][i];
				want += work.volume[i][j];
			}
			for (size_t j = 0; j < 12; j++)
				*(rows ? &expected[i][j] : &expected[j][i]) *=
					want / have;
		}
}

TEST(minutes_two_people_met_count_both_ways)
{
	static double expected[12][12];
	struct folder f;
	struct error err = { 0 };
	struct file vertices = { 0 }, edges = { 0 };
	if (!file_open(WORK "vertices.csv", SIZE_MAX, &vertices, &err)) {
		print_message("skipped: no " WORK "vertices.csv\n");
		skip();
		return;
	}
	assert_true(file_open(WORK "edgelist.csv", SIZE_MAX, &edges, &err));
	read_office(vertices.bytes, edges.bytes);
	assert_int_equal(work.count, 12);
	fit(expected);
	folder_make(&f);
	put_bytes(&f, "vertices.csv", vertices.bytes);
	put_bytes(&f, "edgelist.csv", edges.bytes);
	put(&f, "candor.yaml", "web: {k: 1, half_life: none}\n");
	cJSON *web = outside_web(&f);
	for (size_t i = 0; i < 12; i++)
		for (size_t j = i + 1; j < 12; j++) {
			bool turned = false;
			double entropy = 0;
			const cJSON *tie = outside_tie(web,
				arena_cstr(&f.arena,
					utf8_lower(&f.arena, str_of(work.ids[i]))),
				arena_cstr(&f.arena,
					utf8_lower(&f.arena, str_of(work.ids[j]))),
				&turned);
			const double volume = work.volume[i][j];
			for (size_t k = 0; k < work.pair_count[i][j]; k++) {
				const double share = work.pairs[i][j][k] / volume;
				entropy -= share * log(share);
			}
			const double several =
				.5 + .5 * fmin(1, fmax(0, exp(entropy) - 1) / 2);
			const double counted = volume > 0 ? 2 * volume * several : 0;
			NEAR_BY(number(tie, "volume_given"), volume, 1e-9);
			NEAR_BY(number(tie, "volume_taken"), volume, 1e-9);
			assert_int_equal(number(tie, "pairs"), work.pair_count[i][j]);
			NEAR_BY(number(tie, "expected_given"), expected[i][j], 1e-9);
			NEAR_BY(number(get(tie, "observed"), "value"),
				counted / (counted + 2 * expected[i][j]), 1e-9);
		}
	cJSON_Delete(web);
	file_close(&vertices);
	file_close(&edges);
	outside_remove(&f);
}

MAIN(RUN(every_form_gives_the_same_figures),
	RUN(weights_and_times_stand_where_they_stand),
	RUN(seconds_from_an_unknown_day_are_no_weights),
	RUN(minutes_two_people_met_count_both_ways))
