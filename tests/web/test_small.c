// Small webs whose figures can be had by hand, and what is said where there is no figure.
#include <math.h>

#include "reference.h"
#include "web/checklist.h"
#include "world.h"

enum { EACH = 6 }; // people of a function

static const double CLOSED = 1e-12;

// `functions` of EACH people: person p belongs to p / EACH.
static void set_up(struct world *w, size_t functions)
{
	world_init(w, functions, functions * EACH);
	for (uint32_t p = 0; p < functions * EACH; p++)
		world_place(w, p, p / EACH);
	w->settings.replicates = 50;
}

// `pairs` pairs of two functions, `weight` each way.
static void meet(struct world *w, uint32_t a, uint32_t b, uint32_t pairs, double weight)
{
	for (uint32_t i = 0; i < pairs; i++) {
		world_add(w, (struct world_row){
				     a * EACH + i, b * EACH + i, weight, CHANNEL_MAIL });
		world_add(w, (struct world_row){
				     b * EACH + i, a * EACH + i, weight, CHANNEL_MAIL });
	}
}

/*
 * Four functions; 0 and 1 as well as 2 and 3 exchange 4 each way, all others 1.  All sums
 * are 6, so each of three others is expected 2 each way: 8 / (8 + 4) and 2 / (2 + 4).
 */
TEST(two_thirds_is_twice_and_a_third_is_half)
{
	struct world w;
	set_up(&w, 4);
	for (uint32_t a = 0; a < 4; a++)
		for (uint32_t b = a + 1; b < 4; b++)
			meet(&w, a, b, 4, a / 2 == b / 2 ? 1 : .25);
	world_measure(&w);
	assert_int_equal(w.web.basis, WEB_BASIS_STRENGTH);
	for (uint32_t a = 0; a < 4; a++)
		for (uint32_t b = a + 1; b < 4; b++) {
			const struct web_link *l = web_link_at(&w.web, a, b);
			NEAR_BY(l->expected_ab, 2, CLOSED);
			NEAR_BY(l->expected_ba, 2, CLOSED);
			NEAR_BY(l->effective_pairs, 4, CLOSED);
			NEAR_BY(l->observed, a / 2 == b / 2 ? 2.0 / 3 : 1.0 / 3, CLOSED);
		}
	// three partners with shares 4/6, 1/6, 1/6
	const double h = -(4.0 / 6 * log(4.0 / 6) + 2 * (1.0 / 6) * log(1.0 / 6));
	NEAR_BY(w.web.nodes[0].reach, exp(h), CLOSED);
	NEAR_BY(w.web.nodes[0].top_share, 1, CLOSED);
	assert_int_equal(w.web.nodes[0].top[0], 1);
	world_done(&w);
}

// One way only counts half, one lone pair counts half, two pairs three quarters.
TEST(one_way_and_lone_pairs_count_less)
{
	struct world w;
	set_up(&w, 4);
	for (uint32_t a = 0; a < 4; a++)
		for (uint32_t b = a + 1; b < 4; b++)
			if (a || b != 1)
				meet(&w, a, b, 4, 1);
	world_add(&w, (struct world_row){ 0, EACH, 8, CHANNEL_MAIL });
	world_measure(&w);
	const struct web_link *lone = web_link_at(&w.web, 0, 1);
	const double expected = lone->expected_ab + lone->expected_ba;
	NEAR_BY(lone->reciprocity, 0, CLOSED);
	NEAR_BY(lone->effective_pairs, 1, CLOSED);
	NEAR_BY(lone->observed, 8 * .5 * .5 / (8 * .5 * .5 + expected), CLOSED);
	assert_true(lone->hangs_on_one);
	NEAR_BY(lone->carrier.amount, 1, CLOSED);
	world_done(&w);
}

/*
 * A mailbox that stands for a team is no lone person, and nobody: it is neither
 * resampled nor said to carry a link.
 */
TEST(teams_and_mailboxes_are_nobody)
{
	struct world w;
	set_up(&w, 4);
	for (uint32_t a = 0; a < 4; a++)
		for (uint32_t b = a + 1; b < 4; b++)
			meet(&w, a, b, 1, 1 + a + 2 * b);
	for (uint32_t f = 0; f < 4; f++)
		w.traffic.persons[f * EACH].group = true;
	world_run(&w);
	for (size_t l = 0; l < w.web.link_count; l++) {
		assert_true(isnan(w.web.links[l].low));
		assert_true(isnan(w.web.links[l].effective_pairs));
		assert_false(w.web.links[l].under_five);
		assert_int_equal(w.web.links[l].carrier.node, WEB_NONE);
		NEAR_BY(w.web.links[l].observed,
			w.web.links[l].ratio / (1 + w.web.links[l].ratio), CLOSED);
	}
	world_done(&w);
}

TEST(channels_count_by_weight_however_chatty)
{
	struct world w;
	set_up(&w, 4);
	for (uint32_t a = 0; a < 4; a++)
		for (uint32_t b = a + 1; b < 4; b++)
			meet(&w, a, b, 3, 1);
	// as many meetings in all as mails; each counts 1, a mail .5
	for (uint32_t i = 0; i < 3; i++)
		world_add(&w, (struct world_row){ i, EACH + i, 12, CHANNEL_MEETING });
	world_measure(&w);
	double mail = 0, all = 0;
	for (size_t l = 0; l < w.web.link_count; l++)
		all += w.web.links[l].volume_ab + w.web.links[l].volume_ba;
	mail = 2 * web_link_at(&w.web, 2, 3)->volume_ab * 6;
	NEAR_BY(all, 72, 1e-9);	 // what there was
	NEAR_BY(mail, 24, 1e-9); // a third of it
	w.settings.weights[CHANNEL_MEETING] = 0;
	world_measure(&w);
	NEAR_BY(web_link_at(&w.web, 2, 3)->volume_ab, 3, CLOSED);
	world_done(&w);
}

TEST(half_as_much_after_a_half_life)
{
	struct world w;
	set_up(&w, 4);
	for (uint32_t a = 0; a < 4; a++)
		for (uint32_t b = a + 1; b < 4; b++)
			meet(&w, a, b, 3, 1);
	for (size_t i = 0; i < w.traffic.count; i++)
		if (w.traffic.at[i].actor.function == 2)
			w.traffic.at[i].day.days -= 90;
	world_measure(&w);
	NEAR_BY(web_link_at(&w.web, 2, 3)->volume_ab, 1.5, CLOSED);
	NEAR_BY(web_link_at(&w.web, 2, 3)->volume_ba, 3, CLOSED);
	w.settings.half_life_days = 0;
	world_measure(&w);
	NEAR_BY(web_link_at(&w.web, 2, 3)->volume_ab, 3, CLOSED);
	world_done(&w);
}

// A clock that runs ahead does not make an exchange worth more.
TEST(the_future_counts_as_today)
{
	struct world w;
	set_up(&w, 4);
	meet(&w, 0, 1, 3, 1);
	meet(&w, 2, 3, 3, 1);
	for (size_t i = 0; i < w.traffic.count; i++)
		w.traffic.at[i].day.days += 400;
	world_measure(&w);
	NEAR_BY(web_link_at(&w.web, 0, 1)->volume_ab, 3, CLOSED);
	world_done(&w);
}

TEST(both_ends_are_counted_by_contact)
{
	struct world w;
	set_up(&w, 4);
	meet(&w, 0, 1, 2, 1);
	for (size_t i = 0; i < w.traffic.count; i++)
		w.traffic.at[i].unit = 7; // one thread, one day
	meet(&w, 2, 3, 2, 1);
	world_measure(&w);
	assert_int_equal(web_link_at(&w.web, 0, 1)->turned_ab, 1);
	assert_int_equal(web_link_at(&w.web, 2, 3)->turned_ab, 2);
	world_done(&w);
}

TEST(three_functions_give_shares_of_attention)
{
	struct world w;
	set_up(&w, 3);
	meet(&w, 0, 1, 5, 3);
	meet(&w, 0, 2, 5, 1);
	struct web_objective *o = world_objective(&w, "o", 1);
	world_need(&w, o, 0, 2, WEB_DEPEND);
	world_run(&w);
	assert_int_equal(w.web.basis, WEB_BASIS_FEW);
	const struct web_link *l = web_link_at(&w.web, 0, 2);
	assert_int_equal(l->verdict, WEB_CANNOT_TELL);
	NEAR_BY(l->share_ab, .25, CLOSED);
	NEAR_BY(l->share_ba, 1, CLOSED);
	assert_int_equal(w.web.choice.best.count, 0);
	assert_int_not_equal(str_find(l->sentence, S("25%"), 0), STR_NONE);
	assert_int_not_equal(str_find(w.web.sentence, S("four functions"), 0), STR_NONE);
	world_done(&w);
}

// Four functions of which one never exchanged anything are three.
TEST(a_silent_fourth_function_does_not_make_four)
{
	struct world w;
	set_up(&w, 4);
	meet(&w, 0, 1, 5, 3);
	meet(&w, 1, 2, 5, 1);
	world_measure(&w);
	assert_int_equal(w.web.basis, WEB_BASIS_FEW);
	world_done(&w);
}

// What one function's mailbox shows: the others' ties are unseen, not absent.
TEST(one_mailbox_is_no_web)
{
	struct world w;
	set_up(&w, 5);
	for (uint32_t f = 1; f < 5; f++)
		meet(&w, 0, f, 5, f);
	struct web_objective *o = world_objective(&w, "o", 1);
	world_need(&w, o, 3, 4, WEB_CONTRIBUTE);
	world_run(&w);
	assert_int_equal(w.web.basis, WEB_BASIS_ONE_LOG);
	assert_int_equal(web_link_at(&w.web, 3, 4)->verdict, WEB_CANNOT_TELL);
	NEAR_BY(web_link_at(&w.web, 0, 2)->ratio, 1, CLOSED);
	assert_int_equal(w.web.choice.pick_count, 0);
	world_done(&w);
}

TEST(too_much_unmapped_gives_no_verdict)
{
	struct world w;
	set_up(&w, 4);
	for (uint32_t a = 0; a < 4; a++)
		for (uint32_t b = a + 1; b < 4; b++)
			meet(&w, a, b, 5, 1);
	struct web_objective *o = world_objective(&w, "o", 1);
	world_need(&w, o, 0, 1, WEB_DEPEND);
	w.traffic.mapped = 70;
	w.traffic.unmapped = 30;
	world_measure(&w);
	assert_int_not_equal(web_link_at(&w.web, 0, 1)->verdict, WEB_CANNOT_TELL);
	w.traffic.unmapped = 31;
	world_run(&w);
	assert_int_equal(w.web.basis, WEB_BASIS_UNMAPPED);
	assert_int_equal(web_link_at(&w.web, 0, 1)->verdict, WEB_CANNOT_TELL);
	assert_int_equal(w.web.choice.best.count, 0);
	world_done(&w);
}

TEST(nothing_at_all_is_said_to_be_nothing)
{
	struct world w;
	set_up(&w, 4);
	world_run(&w);
	assert_int_equal(w.web.basis, WEB_BASIS_EMPTY);
	for (size_t l = 0; l < w.web.link_count; l++)
		assert_true(w.web.links[l].observed <= 0);
	world_done(&w);
	world_init(&w, 0, 0);
	world_run(&w);
	assert_int_equal(w.web.node_count, 0);
	assert_int_equal(w.web.link_count, 0);
	world_done(&w);
}

/*
 * 0 and 1 talk all day; 2 is on the path and hardly talks to them; 3 is on the path
 * without a row; 4 talks to 2 and nothing needs it; 5 too.
 */
TEST(ignored_blind_and_unowned_are_three_things)
{
	struct world w;
	set_up(&w, 6);
	meet(&w, 0, 1, 6, 50);
	meet(&w, 2, 4, 6, 10);
	meet(&w, 2, 5, 6, 10);
	meet(&w, 4, 5, 6, 2);
	meet(&w, 0, 2, 1, .1);
	meet(&w, 1, 4, 6, 1);
	struct web_objective *o = world_objective(&w, "o", 1);
	world_need(&w, o, 0, 1, WEB_CONTRIBUTE);
	world_need(&w, o, 1, 2, WEB_CONTRIBUTE);
	world_need(&w, o, 2, 3, WEB_CONTRIBUTE);
	w.settings.replicates = 200;
	world_measure(&w);
	assert_true(w.web.nodes[2].ignored);
	assert_false(w.web.nodes[0].ignored || w.web.nodes[1].ignored);
	assert_true(w.web.nodes[3].blind && !w.web.nodes[3].ignored);
	assert_int_equal(web_link_at(&w.web, 2, 3)->verdict, WEB_NO_DATA);
	assert_true(w.web.nodes[4].unowned && w.web.nodes[5].unowned);
	assert_false(w.web.nodes[2].unowned || w.web.nodes[3].unowned);
	// what cannot be seen is not chosen
	for (size_t i = 0; i < w.web.choice.best.count; i++)
		assert_int_not_equal(
			w.web.choice.best.links[i], web_link_index(&w.web, 2, 3));
	world_done(&w);
}

// 2 is the only way between 0-1 and 3-4.
TEST(the_only_way_is_found_as_it_is)
{
	struct world w;
	set_up(&w, 5);
	meet(&w, 0, 1, 5, 5);
	meet(&w, 3, 4, 5, 5);
	meet(&w, 1, 2, 5, 4);
	meet(&w, 2, 3, 5, 4);
	struct web_objective *o = world_objective(&w, "o", 1);
	o->owner = 4;
	w.settings.own = 0;
	world_run(&w);
	assert_int_equal(w.web.nodes[2].only_way[0], 1);
	assert_int_equal(w.web.nodes[2].only_way[1], 3);
	assert_int_equal(w.web.nodes[0].only_way[0], WEB_NONE);
	assert_int_equal(w.web.nodes[2].between_rank, 1);
	assert_int_equal(w.web.aims[0].way_count, 5);
	assert_int_equal(w.web.aims[0].way[2], 2);
	world_done(&w);
}

// The drawing alone: each drawn tie counts the same; with objectives it only adds need.
TEST(a_drawing_is_a_need)
{
	struct world w;
	set_up(&w, 4);
	for (uint32_t a = 0; a < 4; a++)
		for (uint32_t b = a + 1; b < 4; b++)
			meet(&w, a, b, 5, a + b == 3 ? .2 : 2);
	struct web_drawn drawn = { { 0, 3, WEB_COOWN }, S("they share the launch"),
		S("a page a month") };
	w.needs.drawn = &drawn;
	w.needs.drawn_count = 1;
	world_measure(&w);
	assert_int_equal(w.web.choice.best.count, 1);
	assert_int_equal(w.web.choice.best.links[0], web_link_index(&w.web, 0, 3));
	struct web_objective *o = world_objective(&w, "o", 5);
	world_need(&w, o, 1, 2, WEB_COOWN);
	world_measure(&w);
	assert_int_equal(w.web.choice.best.count, 1);
	assert_int_equal(w.web.choice.best.links[0], web_link_index(&w.web, 1, 2));
	NEAR_BY(web_link_at(&w.web, 0, 3)->needed, 2.0 / 3, CLOSED);
	assert_true(str_eq(web_link_at(&w.web, 0, 3)->own_move, S("a page a month")));
	world_done(&w);
}

// A file of a hundred thousand objectives costs no more than a hundred.
TEST(thousands_of_objectives_are_cut_and_said)
{
	enum { MANY = 100000 };
	struct world w;
	set_up(&w, 6);
	for (uint32_t a = 0; a < 6; a++)
		for (uint32_t b = a + 1; b < 6; b++)
			meet(&w, a, b, 5, 1 + a);
	w.needs.objectives = ARENA_ARRAY(&w.arena, struct web_objective, MANY);
	w.needs.objective_count = MANY;
	for (uint32_t o = 0; o < MANY; o++) {
		w.needs.objectives[o] = (struct web_objective){
			.id = S("o"), .name = S("o"), .value = 1, .owner = UINT32_MAX
		};
		world_need(&w, &w.needs.objectives[o], o % 6, (o + 1 + o % 4) % 6,
			WEB_DEPEND);
	}
	world_run(&w);
	assert_int_equal(w.web.aim_count, WEB_AIMS_MAX);
	bool said = false;
	for (size_t i = 0; i < w.web.note_count; i++)
		said |= str_find(w.web.notes[i], S("100,000 objectives"), 0) != STR_NONE;
	assert_true(said);
	world_done(&w);
}

// More functions than are drawn: the largest stand for themselves.
TEST(a_hundred_functions_become_64_nodes)
{
	struct world w;
	set_up(&w, 100);
	for (uint32_t f = 1; f < 100; f++)
		meet(&w, f - 1, f, 5, 1);
	w.traffic.functions[99].people = 50;
	world_run(&w);
	assert_int_equal(w.web.node_count, WEB_NODES_MAX);
	assert_int_not_equal(web_node_find(&w.web, S("f99")), WEB_NONE);
	assert_true(str_eq(w.web.nodes[WEB_NODES_MAX - 1].id, S("other")));
	world_done(&w);
}

// A handful of exchanges leaves most pairs at nothing, which is no gap.
TEST(under_thirty_exchanges_there_is_no_verdict)
{
	for (uint32_t pairs = 2; pairs <= 3; pairs++) {
		struct world w;
		set_up(&w, 5);
		for (uint32_t f = 1; f < 5; f++) // both ends: 2 a pair
			meet(&w, f - 1, f, pairs == 3 && f < 4 ? 4 : pairs, 1);
		world_need(&w, world_objective(&w, "o", 1), 0, 4, WEB_DEPEND);
		world_run(&w);
		const bool thin = pairs == 2; // 16 exchanges, and 30
		assert_int_equal(w.web.basis, thin ? WEB_BASIS_THIN : WEB_BASIS_STRENGTH);
		assert_int_equal(web_link_at(&w.web, 0, 4)->verdict,
			thin ? WEB_CANNOT_TELL : WEB_GAP);
		assert_int_equal(w.web.choice.pick_count, thin ? 0 : 1);
		world_done(&w);
	}
}

TEST(functions_are_known_by_their_usual_names)
{
	struct world w;
	set_up(&w, 3);
	w.traffic.functions[0].id = S("customer-success");
	w.traffic.functions[1].id = S("product");
	w.traffic.functions[2].id = S("sdr-team");
	w.traffic.functions[2].name = S("SDR Team");
	assert_int_equal(function_find(&w.traffic, S("CS")), 0);
	assert_int_equal(function_find(&w.traffic, S("Customer Success")), 0);
	assert_int_equal(function_find(&w.traffic, S("sdr team")), 2);
	assert_int_equal(function_find(&w.traffic, S("legal")), UINT32_MAX);
	assert_int_equal(function_find(&w.traffic, S("")), UINT32_MAX);
	assert_int_equal(usual_of(S("Rev Ops")), USUAL_OPERATIONS);
	meet(&w, 0, 1, 5, 1);
	world_measure(&w);
	for (size_t i = 0; i < w.web.missing_count; i++)
		assert_false(str_eq(w.web.missing[i], S("Product")));
	assert_int_equal(w.web.missing_count, USUAL_COUNT - 3); // without us
	world_done(&w);
}

MAIN(RUN(two_thirds_is_twice_and_a_third_is_half), RUN(one_way_and_lone_pairs_count_less),
	RUN(teams_and_mailboxes_are_nobody), RUN(channels_count_by_weight_however_chatty),
	RUN(half_as_much_after_a_half_life), RUN(the_future_counts_as_today),
	RUN(both_ends_are_counted_by_contact),
	RUN(three_functions_give_shares_of_attention),
	RUN(a_silent_fourth_function_does_not_make_four), RUN(one_mailbox_is_no_web),
	RUN(too_much_unmapped_gives_no_verdict),
	RUN(nothing_at_all_is_said_to_be_nothing),
	RUN(ignored_blind_and_unowned_are_three_things),
	RUN(the_only_way_is_found_as_it_is), RUN(a_drawing_is_a_need),
	RUN(thousands_of_objectives_are_cut_and_said),
	RUN(a_hundred_functions_become_64_nodes),
	RUN(under_thirty_exchanges_there_is_no_verdict),
	RUN(functions_are_known_by_their_usual_names))
