// The edge cases of web.md section 8 that no other test has: two functions, one that only
// gets, a web in two parts, clocks that are ahead.
#include <math.h>

#include "../traffic/folder.h"
#include "reference.h"
#include "world.h"

enum { EACH = 6 };

static const double CLOSED = 1e-12;

static void set_up_world(struct world *w, size_t functions)
{
	world_init(w, functions, functions * EACH);
	for (uint32_t p = 0; p < functions * EACH; p++)
		world_place(w, p, p / EACH);
	w->settings.replicates = 60;
}

static void turn(struct world *w, uint32_t a, uint32_t b, uint32_t pairs)
{
	for (uint32_t i = 0; i < pairs; i++)
		world_add(w, (struct world_row){ a * EACH + i % EACH, b * EACH + i % EACH,
				     1, CHANNEL_MAIL });
}

static void meet(struct world *w, uint32_t a, uint32_t b, uint32_t pairs)
{
	turn(w, a, b, pairs);
	turn(w, b, a, pairs);
}

TEST(two_functions_give_shares_of_attention)
{
	struct world w;
	set_up_world(&w, 2);
	meet(&w, 0, 1, 5);
	struct web_objective *o = world_objective(&w, "o", 1);
	world_need(&w, o, 0, 1, WEB_DEPEND);
	world_run(&w);
	assert_int_equal(w.web.basis, WEB_BASIS_FEW);
	assert_int_equal(web_link_at(&w.web, 0, 1)->verdict, WEB_CANNOT_TELL);
	NEAR_BY(web_link_at(&w.web, 0, 1)->share_ab, 1, CLOSED);
	assert_int_equal(w.web.choice.pick_count, 0);
	world_done(&w);
}

/*
 * Four and one that never turns to anybody.  Its row of sums is 0, so nothing is expected
 * of it and half of its volume counts: what it gets from each is a share of what they
 * give, 5 of 5 + 3 * 5.
 */
TEST(a_function_that_only_gets_is_measured)
{
	struct world w;
	set_up_world(&w, 5);
	for (uint32_t a = 0; a < 4; a++) {
		for (uint32_t b = a + 1; b < 4; b++)
			meet(&w, a, b, 5);
		turn(&w, a, 4, 5);
	}
	world_measure(&w);
	const struct web_node *n = &w.web.nodes[4];
	assert_int_equal(w.web.basis, WEB_BASIS_STRENGTH);
	assert_true(n->has_rows);
	NEAR_BY(n->given, 0, 0);
	NEAR_BY(n->received, 20, CLOSED);
	for (uint32_t a = 0; a < 4; a++) {
		const struct web_link *l = web_link_at(&w.web, a, 4);
		NEAR_BY(l->expected_ba, 0, CLOSED);
		NEAR_BY(l->expected_ab, 5, 1e-9);
		NEAR_BY(l->reciprocity, 0, CLOSED);
		NEAR_BY(l->share_ba, 0, CLOSED);
		NEAR_BY(l->observed, 2.5 / (2.5 + 5), 1e-9);
		assert_true(l->low >= 0 && l->high < 1 && l->low <= l->high);
	}
	NEAR_BY(n->ei, 1, CLOSED);
	world_done(&w);
}

// 0 with 1 and 2 with 3: sums of 10 each way, a third of them expected of each other.
TEST(a_web_in_two_parts_is_measured_and_has_no_way_across)
{
	struct world w;
	set_up_world(&w, 4);
	for (int twice = 0; twice < 2; twice++) { // 40 exchanges: enough for a verdict
		meet(&w, 0, 1, 5);
		meet(&w, 2, 3, 5);
	}
	struct web_objective *o = world_objective(&w, "o", 1);
	world_need(&w, o, 1, 2, WEB_CONTRIBUTE);
	o->owner = 3;
	w.settings.own = 0;
	world_run(&w);
	assert_int_equal(w.web.basis, WEB_BASIS_STRENGTH);
	NEAR_BY(web_link_at(&w.web, 0, 1)->observed, 10 / (10 + 10.0 / 3), 1e-9);
	NEAR_BY(web_link_at(&w.web, 0, 2)->observed, 0, 0);
	assert_int_equal(web_link_at(&w.web, 1, 2)->verdict, WEB_GAP);
	assert_int_equal(w.web.aims[0].way_count, 0);
	for (uint32_t i = 0; i < 4; i++) {
		NEAR_BY(w.web.nodes[i].betweenness, 0, 0);
		NEAR_BY(w.web.nodes[i].constraint, 1, CLOSED); // of one contact
		assert_int_equal(w.web.nodes[i].only_way[0], WEB_NONE);
	}
	assert_int_equal(w.web.choice.pick_count, 1);
	NEAR_BY(w.web.choice.picks[0].to, 1, CLOSED);
	assert_int_equal(w.web.choice.picks[0].firmness, WEB_FIRM);
	world_done(&w);
}

static void put_mail(struct folder *f, const char *file, const char *date)
{
	put(f, file,
		arena_fmt(&f->arena,
			"From: ana@acme.example\nTo: ben@acme.example\nDate: %s\n"
			"Message-ID: <%s@x>\n\n",
			date, file)
			.at);
}

// A message belongs to its day in UTC, and one of a day to come is left out and counted.
TEST(clocks_ahead_and_zones_fall_on_one_day)
{
	struct folder f;
	folder_make(&f);
	put(&f, "people.csv", PEOPLE);
	put_mail(&f, "a.eml", "Mon, 1 Dec 2025 08:00:00 +1400");  // 30 November, 18:00
	put_mail(&f, "b.eml", "Sun, 30 Nov 2025 23:30:00 -0800"); // 1 December
	put_mail(&f, "c.eml", "Sun, 30 Nov 2025 23:59:59 +0000");
	put_mail(&f, "d.eml", "Sun, 26 Oct 2025 02:30:00 +0200"); // an hour comes twice
	put_mail(&f, "e.eml", "Sun, 26 Oct 2025 02:30:00 +0100");
	put_mail(&f, "f.eml", "Tue, 1 Jan 2036 00:00:00 +0000");
	gather(&f);
	assert_string_equal(as_text(&f), "10-26 mail sales > product /1 w1\n"
					 "10-26 mail sales > product /1 w1\n"
					 "11-30 mail sales > product /1 w1\n"
					 "11-30 mail sales > product /1 w1\n");
	assert_true(has_note(&f, "2 exchanges lie before"));
	folder_remove(&f);
}

MAIN(RUN(two_functions_give_shares_of_attention),
	RUN(a_function_that_only_gets_is_measured),
	RUN(a_web_in_two_parts_is_measured_and_has_no_way_across),
	RUN(clocks_ahead_and_zones_fall_on_one_day))
