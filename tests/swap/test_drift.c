// Drift toward the pack: the cosine, its interval, who moved, and when it is silent.
#include "tests/swap/close.h"

#include <stdio.h>

#include "swap/swap.h"
#include "tests/swap/world.h"

enum { LINES = 8 };

// Sentences of words that nothing else has: "aqab aqac aqad" from `first` on.
static struct str line_of(struct arena *a, size_t first)
{
	char words[3][8];
	for (size_t i = 0; i < 3; i++) {
		const size_t n = first * 3 + i;
		(void)snprintf(words[i], sizeof words[i], "q%cv%cw", 'a' + (int)(n % 26),
			'a' + (int)(n / 26 % 26));
	}
	return arena_fmt(a, "%s %s %s", words[0], words[1], words[2]);
}

static struct source *add(
	struct world *w, const char *path, const char *rival, int year, size_t first)
{
	struct str lines[LINES];
	for (size_t i = 0; i < LINES; i++)
		lines[i] = line_of(&w->arena, first + i);
	world_add_claims(w, path, lines, LINES, rival);
	struct source *s = &w->ws.sources[w->ws.source_count - 1];
	s->date = date_of(year, 6, 1);
	s->date_is_file_time = false;
	return s;
}

static void add_old_home(struct world *w, int year, size_t first)
{
	add(w, arena_fmt(&w->arena, "site/history/%d-06-home.md", year).at, NULL, year,
		first)
		->role = ROLE_COPY_HISTORY;
}

static void open_world(struct world *w)
{
	world_open(w, "Us");
	world_vendor(w, "them", "Them", VENDOR_RIVAL);
}

static const struct swap_drift *run(struct world *w, struct swap_result *r)
{
	swap_run(&w->ws, &(struct swap_options){ .threads = 1 }, r);
	assert_int_equal(r->drift_count, 1);
	assert_string_equal(r->drifts[0].what, "home page");
	assert_true(str_ends(r->drifts[0].sentence, S(".")));
	return &r->drifts[0];
}

TEST(a_page_that_takes_over_their_words_drifts_toward_the_pack)
{
	struct world w;
	struct swap_result r;
	open_world(&w);
	add(&w, "competitors/them/2023-06-home.md", "them", 2023, 0);
	add_old_home(&w, 2024, 100);
	add(&w, "site/index.md", NULL, 2025, 0);
	const struct swap_drift *d = run(&w, &r);
	assert_int_equal(d->count, 2);
	assert_close(d->at[0].similarity, 0, 0);     // no word in common
	assert_close(d->at[1].similarity, 1, 1e-12); // every word
	assert_int_equal(d->way, DRIFT_TOWARD);
	assert_close(d->by_us, 1, 1e-12);
	assert_close(d->by_them, 0, 1e-12);
	assert_true(d->low > 0);
	assert_true(str_starts(d->sentence, S("Drifting toward the pack: ")));
	assert_true(str_ends(d->sentence, S(", by what we changed.")));
	world_close(&w);
}

TEST(a_competitor_that_comes_to_us_is_named_as_the_mover)
{
	struct world w;
	struct swap_result r;
	open_world(&w);
	add(&w, "competitors/them/2023-06-home.md", "them", 2023, 100);
	add(&w, "competitors/them/2025-06-home.md", "them", 2025, 0);
	add_old_home(&w, 2024, 0);
	add(&w, "site/index.md", NULL, 2025, 0);
	const struct swap_drift *d = run(&w, &r);
	assert_int_equal(d->way, DRIFT_TOWARD);
	assert_close(d->by_us, 0, 1e-12);
	assert_close(d->by_them, 1, 1e-12);
	assert_true(str_ends(d->sentence, S(", by what they changed.")));
	world_close(&w);
}

TEST(the_cosine_is_the_share_of_words_that_both_have)
{
	struct world w;
	struct swap_result r;
	open_world(&w);
	add(&w, "competitors/them/2023-06-home.md", "them", 2023, LINES / 2);
	add_old_home(&w, 2024, 0);
	add(&w, "site/index.md", NULL, 2025, 0);
	const struct swap_drift *d = run(&w, &r);
	assert_close(d->at[0].similarity, 0.5, 1e-12); // 12 of 24 words each
	assert_true(d->at[0].low < 0.5 && d->at[0].high > 0.5);
	assert_int_equal(d->way, DRIFT_NONE);
	assert_close(d->change, 0, 1e-12);
	assert_true(
		str_starts(d->sentence, S("No change that chance would not explain: ")));
	world_close(&w);
}

TEST(versions_older_than_every_competitor_page_are_left_out)
{
	struct world w;
	struct swap_result r;
	open_world(&w);
	add(&w, "competitors/them/2024-06-home.md", "them", 2024, 0);
	add_old_home(&w, 2022, 0);
	add_old_home(&w, 2023, 0);
	add(&w, "site/index.md", NULL, 2025, 0);
	const struct swap_drift *d = run(&w, &r);
	assert_int_equal(d->count, 1);
	assert_int_equal(d->left_out, 2);
	assert_int_equal(d->way, DRIFT_TOO_FEW);
	assert_true(str_starts(d->sentence, S("Too few versions of the home page: ")));
	world_close(&w);
}

TEST(an_undated_competitor_page_is_no_snapshot)
{
	struct world w;
	struct swap_result r;
	open_world(&w);
	add(&w, "competitors/them/home.md", "them", 2023, 0)->date_is_file_time = true;
	add_old_home(&w, 2024, 0);
	add(&w, "site/index.md", NULL, 2025, 0);
	assert_int_equal(run(&w, &r)->way, DRIFT_TOO_FEW);
	world_close(&w);
}

MAIN(RUN(a_page_that_takes_over_their_words_drifts_toward_the_pack),
	RUN(a_competitor_that_comes_to_us_is_named_as_the_mover),
	RUN(the_cosine_is_the_share_of_words_that_both_have),
	RUN(versions_older_than_every_competitor_page_are_left_out),
	RUN(an_undated_competitor_page_is_no_snapshot))
