// The privacy rules of web.md 3.10, one test each.
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "reference.h"
#include "world.h"

enum { FUNCTIONS = 5, EACH = 6 };

static void set_up(struct world *w)
{
	world_init(w, FUNCTIONS, FUNCTIONS * EACH);
	for (uint32_t p = 0; p < FUNCTIONS * EACH; p++)
		world_place(w, p, p / EACH);
	w->settings.replicates = 50;
}

static void meet(struct world *w, uint32_t a, uint32_t b, uint32_t pairs)
{
	for (uint32_t i = 0; i < pairs; i++) {
		world_add(w, (struct world_row){ a * EACH + i % EACH, b * EACH + i / EACH,
				     1 + a, CHANNEL_MAIL });
		world_add(w, (struct world_row){ b * EACH + i / EACH, a * EACH + i % EACH,
				     1 + b, CHANNEL_MAIL });
	}
}

// `few` of one pair between 0 and 1, all others `pairs`.
static void all_meet(struct world *w, uint32_t few, uint32_t pairs)
{
	for (uint32_t a = 0; a < FUNCTIONS; a++)
		for (uint32_t b = a + 1; b < FUNCTIONS; b++)
			meet(w, a, b, a == 0 && b == 1 ? few : pairs + a + b);
}

static bool says(struct str text, struct str name)
{
	return str_find(text, name, 0) != STR_NONE;
}

static bool any_says(const struct web *w, struct str name)
{
	bool found = says(w->sentence, name) || says(w->choice.sentence, name);
	for (size_t i = 0; i < w->node_count; i++)
		found |= says(w->nodes[i].sentence, name) ||
			 says(w->nodes[i].name, name) || says(w->nodes[i].id, name);
	for (size_t i = 0; i < w->link_count; i++)
		found |= says(w->links[i].sentence, name);
	for (size_t i = 0; i < w->aim_count; i++)
		found |= says(w->aims[i].sentence, name);
	for (size_t i = 0; i < w->choice.pick_count; i++)
		found |= says(w->choice.picks[i].sentence, name);
	for (size_t i = 0; i < w->note_count; i++)
		found |= says(w->notes[i], name);
	for (size_t i = 0; i < w->missing_count; i++)
		found |= says(w->missing[i], name);
	return found;
}

// Rule 2, and of section 8: "function of 4 people never appears by name".
TEST(a_function_of_4_people_never_appears_by_name)
{
	for (uint32_t people = 1; people <= 5; people++) {
		struct world w;
		world_init(&w, FUNCTIONS, FUNCTIONS * EACH);
		for (uint32_t p = 0; p < FUNCTIONS * EACH; p++)
			world_place(&w, p, p / EACH);
		w.settings.replicates = 20;
		w.traffic.functions[3].id = S("quarkology");
		w.traffic.functions[3].name = S("Quarkology");
		w.traffic.functions[3].people = people;
		all_meet(&w, 8, 6);
		struct web_objective *o = world_objective(&w, "o", 1);
		world_need(&w, o, 2, 3, WEB_DEPEND);
		world_need(&w, o, 0, 1, WEB_DEPEND);
		o->owner = 3;
		w.settings.own = 0;
		world_run(&w);
		const bool shown = people == 5;
		assert_int_equal(any_says(&w.web, S("uark")), shown);
		assert_int_equal(w.web.node_count, shown ? 5 : 4);
		world_done(&w);
	}
}

// Rule 2: two of 3 people each are 6 together.
TEST(small_functions_merge_when_together_they_are_enough)
{
	struct world w;
	set_up(&w);
	all_meet(&w, 8, 6);
	w.traffic.functions[3].people = w.traffic.functions[4].people = 3;
	world_run(&w);
	assert_int_equal(w.web.node_count, 4);
	assert_true(str_eq(w.web.nodes[3].id, S("other")));
	assert_int_equal(w.web.nodes[3].people, 6);
	assert_true(web_link_at(&w.web, 0, 3)->observed > 0);
	w.traffic.functions[4].people = 1;
	world_run(&w);
	assert_int_equal(w.web.node_count, 3); // 4 together: left out
	world_done(&w);
}

// Rule 2: what an objective needs of a small function is not said of "other functions",
// where it would name who stands in them.
TEST(an_objective_of_a_small_function_is_left_out_and_counted)
{
	struct world w;
	set_up(&w);
	all_meet(&w, 8, 6);
	w.traffic.functions[3].people = w.traffic.functions[4].people = 3;
	struct web_objective *o = world_objective(&w, "o", 1);
	world_need(&w, o, 0, 3, WEB_DEPEND);
	world_need(&w, o, 0, 1, WEB_DEPEND);
	o->owner = 3;
	world_run(&w);
	assert_int_equal(w.web.node_count, 4);
	assert_false(w.web.nodes[3].on_path);
	assert_int_equal(w.web.aims[0].link_count, 1);
	assert_int_equal(w.web.aims[0].owner, WEB_NONE);
	assert_int_equal(web_link_at(&w.web, 0, 3)->verdict, WEB_NOT_NEEDED);
	bool said = false;
	for (size_t i = 0; i < w.web.note_count; i++)
		said |= says(w.web.notes[i], S("1 link of objectives concerns a "
					       "function too small to show"));
	assert_true(said);
	world_done(&w);
}

// Rule 2: a function nobody is known of, without a row, has nobody to protect.
TEST(a_blind_spot_keeps_its_name)
{
	struct world w;
	set_up(&w);
	meet(&w, 0, 1, 6);
	meet(&w, 1, 2, 6);
	meet(&w, 2, 3, 6);
	w.traffic.functions[4].people = 0;
	struct web_objective *o = world_objective(&w, "o", 1);
	world_need(&w, o, 3, 4, WEB_DEPEND);
	world_run(&w);
	assert_int_equal(w.web.node_count, 5);
	assert_true(w.web.nodes[4].blind);
	world_done(&w);
}

// Rule 3.
TEST(one_to_four_pairs_are_under_five)
{
	for (uint32_t pairs = 0; pairs <= 6; pairs++) {
		struct world w;
		set_up(&w);
		all_meet(&w, pairs, 8);
		world_run(&w);
		const struct web_link *l = web_link_at(&w.web, 0, 1);
		const bool few = pairs >= 1 && pairs <= 4;
		assert_int_equal(l->under_five, few);
		if (few) {
			NEAR_BY(l->observed, round(l->observed * 10) / 10, 1e-12);
			NEAR_BY(l->high, round(l->high * 10) / 10, 1e-12);
			assert_true(isnan(l->volume_ab) && isnan(l->share_ab) &&
				    isnan(l->ratio) && isnan(l->expected_ab));
			assert_int_equal(l->turned_ab + l->turned_ba + l->pairs, 0);
			assert_true(says(l->sentence, S("under five pairs")));
		}
		if (!pairs) {
			assert_false(l->withheld); // zero is shown as zero
			assert_true(says(l->sentence, S("nothing was exchanged")));
		}
		world_done(&w);
	}
}

static size_t withheld_at(const struct web *w, uint32_t node)
{
	size_t count = 0;
	for (uint32_t j = 0; j < w->node_count; j++)
		count += j != node && web_link_at(w, node, j)->withheld;
	return count;
}

// Rule 4: 0 and 1 would each have one withheld; 2 and 3 are next to be drawn in.
TEST(no_sum_gives_away_a_withheld_link)
{
	struct world w;
	set_up(&w);
	all_meet(&w, 2, 8);
	world_run(&w);
	assert_true(web_link_at(&w.web, 0, 1)->withheld);
	for (uint32_t i = 0; i < FUNCTIONS; i++)
		assert_int_not_equal(withheld_at(&w.web, i), 1);
	// the smallest others of 0: 8 + 2 pairs with 2
	assert_true(web_link_at(&w.web, 0, 2)->withheld);
	assert_false(web_link_at(&w.web, 0, 2)->under_five);
	assert_true(isnan(web_link_at(&w.web, 0, 2)->volume_ab));
	world_done(&w);
}

/*
 * Rule 4, generated: where one link of a node is withheld, there is nothing left to
 * withhold; everything else stays as it was measured.
 */
TEST(what_is_not_withheld_is_exact)
{
	struct random r = { 5 };
	for (int i = 0; i < 50; i++) {
		struct world exact, shown;
		set_up(&exact);
		for (uint32_t a = 0; a < FUNCTIONS; a++)
			for (uint32_t b = a + 1; b < FUNCTIONS; b++)
				meet(&exact, a, b, (uint32_t)random_below(&r, 14));
		shown = exact;
		world_measure(&exact);
		shown.arena = (struct arena){ 0 };
		world_run(&shown);
		for (uint32_t n = 0; n < FUNCTIONS; n++) {
			size_t open = 0;
			for (uint32_t j = 0; j < FUNCTIONS; j++)
				if (j != n)
					open += !web_link_at(&shown.web, n, j)
							 ->withheld &&
						web_link_at(&exact.web, n, j)->pairs;
			if (withheld_at(&shown.web, n) == 1)
				assert_int_equal(open, 0);
		}
		for (size_t l = 0; l < exact.web.link_count; l++) {
			const struct web_link *x = &exact.web.links[l];
			const struct web_link *y = &shown.web.links[l];
			assert_int_equal(x->verdict, y->verdict);
			if (!y->withheld)
				NEAR_BY(y->volume_ab, x->volume_ab, 0);
			NEAR_BY(y->observed,
				y->withheld ? round(x->observed * 10) / 10 : x->observed,
				1e-15);
		}
		world_done(&exact);
		world_done(&shown);
	}
}

// Rules 5 to 7: a person is said as somebody of a function; no key, no number of anybody.
TEST(people_are_somebody_in_a_function)
{
	struct world w;
	set_up(&w);
	all_meet(&w, 1, 8);
	for (size_t p = 0; p < w.traffic.person_count; p++)
		w.traffic.persons[p].key = 0xfeed0000u + p;
	struct web_objective *o = world_objective(&w, "o", 1);
	world_need(&w, o, 0, 1, WEB_DEPEND);
	world_run(&w);
	const struct web_link *l = web_link_at(&w.web, 0, 1);
	assert_true(l->hangs_on_one);
	assert_true(l->carrier.node < w.web.node_count);
	assert_true(isnan(l->carrier.amount));
	assert_true(says(l->sentence, S("someone in Function")));
	char key[24];
	for (size_t p = 0; p < w.traffic.person_count; p++) {
		(void)snprintf(key, sizeof key, "%zu", (size_t)w.traffic.persons[p].key);
		assert_false(any_says(&w.web, str_of(key)));
		(void)snprintf(key, sizeof key, "%zx", (size_t)w.traffic.persons[p].key);
		assert_false(any_says(&w.web, str_of(key)));
	}
	world_done(&w);
}

// Rule 8.
TEST(the_notice_says_what_it_is_not_for)
{
	assert_non_null(strstr(WEB_NOTICE, "not people"));
	assert_non_null(strstr(WEB_NOTICE, "reviews"));
}

// Names come from files: what a terminal or a page could take amiss is gone.
TEST(names_are_made_safe)
{
	struct world w;
	set_up(&w);
	w.traffic.functions[0].name = S("Sup\x1b[31mport\n<b>");
	all_meet(&w, 8, 8);
	world_run(&w);
	for (size_t l = 0; l < w.web.link_count; l++) {
		assert_int_equal(
			str_find_byte(w.web.links[l].sentence, '\x1b', 0), STR_NONE);
		assert_int_equal(
			str_find_byte(w.web.links[l].sentence, '\n', 0), STR_NONE);
	}
	world_done(&w);
}

MAIN(RUN(a_function_of_4_people_never_appears_by_name),
	RUN(small_functions_merge_when_together_they_are_enough),
	RUN(an_objective_of_a_small_function_is_left_out_and_counted),
	RUN(a_blind_spot_keeps_its_name), RUN(one_to_four_pairs_are_under_five),
	RUN(no_sum_gives_away_a_withheld_link), RUN(what_is_not_withheld_is_exact),
	RUN(people_are_somebody_in_a_function), RUN(the_notice_says_what_it_is_not_for),
	RUN(names_are_made_safe))
