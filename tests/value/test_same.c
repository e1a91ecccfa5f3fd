// Two chosen relationships with one subject: the money of it is said once.
#include "office.h"

#define ITEMS "item_id,item,status,target,released\n"
#define REQUESTS                                                                         \
	"request_id,date,function,ask,account\n"                                         \
	"R-1,2025-09-01,customer-success,Turnstile export,Account0 Mills\n"              \
	"R-2,2025-09-02,customer-success,Turnstile export,Account2 Mills\n"              \
	"R-3,2025-09-03,customer-success,Turnstile export,Account3 Mills\n"              \
	"R-4,2025-09-04,support,Turnstile export,Account2 Mills\n"                       \
	"R-5,2025-09-05,support,Turnstile export,Account3 Mills\n"                       \
	"R-6,2025-09-06,support,Turnstile export,Account4 Mills\n"

static size_t link_of(const struct office *o, const char *a, const char *b)
{
	return web_link_index(&o->web, web_node_find(&o->web, str_of(a)),
		web_node_find(&o->web, str_of(b)));
}

// The company with these requests, and these two relationships chosen in this order.
static void choose(
	struct office *o, const char *requests, const char *second, const char *with)
{
	office_make(o, false);
	put(&o->folder, "roadmap.csv", ITEMS "RM-1,Torque pairing,planned,2026-01-10,\n");
	put(&o->folder, "requests.csv", requests);
	office_run(o);
	o->web.choice.pick_count = 2;
	o->web.choice.picks[0].link = link_of(o, "customer-success", "product");
	o->web.choice.picks[1] = o->web.choice.picks[0];
	o->web.choice.picks[1].link = link_of(o, second, with);
	moves_of(&o->topics, &o->bridges, &o->moves);
	assert_int_equal(o->moves.count, 2);
	assert_string_equal(o->moves.at[0].rule->id, "themes-without-item");
	assert_int_equal(o->moves.at[0].same, 0);
	assert_int_equal(stake_sum(&o->moves.at[0].found.stake), 12000000);
}

TEST(the_next_best_subject_is_brought_where_the_first_has_the_best)
{
	struct office o;
	choose(&o,
		REQUESTS "R-7,2025-08-01,support,Printer drivers,B Works\n"
			 "R-8,2025-08-02,support,Printer drivers,C Works\n"
			 "R-9,2025-08-03,support,Printer drivers,D Works\n",
		"support", "product");
	// Alone it would be the subject with the money.
	const struct move alone = office_move(&o, "support", "product");
	assert_true(str_eq(alone.found.subject, o.moves.at[0].found.subject));
	assert_int_equal(stake_sum(&alone.found.stake), 12000000);
	const struct move *m = &o.moves.at[1];
	assert_true(m->speaks);
	assert_int_equal(m->same, 0);
	assert_true(office_says(m->text, "From Support to Product, on “printer”: Support "
					 "holds 3 requests (3 accounts)."));
	assert_int_equal(stake_sum(&m->found.stake), 0);
	assert_true(str_eq(m->path, S("outputs/support-to-product-2025-11.md")));
	office_done(&o);
}

TEST(without_another_subject_one_sentence_says_what_the_second_adds)
{
	struct office o;
	choose(&o, REQUESTS, "support", "product");
	const struct move *first = &o.moves.at[0], *m = &o.moves.at[1];
	assert_true(m->speaks);
	assert_int_equal(m->same, 1);
	assert_true(str_eq(
		m->text, arena_fmt(&o.folder.arena,
				 "The same as for %" PRI_STR ": “%" PRI_STR
				 "”, from Support to Product; Support holds 3 requests.",
				 ARG_STR(say_ends(&o.folder.arena, &o.web, first->link)),
				 ARG_STR(first->found.subject))));
	// No money and no account a second time, and the page is the first one's.
	assert_int_equal(stake_sum(&m->found.stake), 0);
	assert_int_equal(m->found.accounts, 0);
	assert_int_equal(m->found.lines, 3);
	for (size_t i = 0; i < m->found.lines; i++)
		assert_true(m->found.items[i].evidence.place.major >= 5);
	assert_true(str_eq(m->path, first->path));
	office_done(&o);
}

TEST(the_same_words_of_the_same_giver_add_nothing)
{
	struct office o;
	choose(&o, REQUESTS, "customer-success", "product");
	const struct move *m = &o.moves.at[1];
	assert_int_equal(m->same, 1);
	assert_int_equal(m->found.lines, 0);
	assert_true(office_says(m->text, "from Customer success to Product as well."));
	office_done(&o);
}

TEST(a_relationship_without_anything_names_the_missing_file_as_before)
{
	struct office o;
	choose(&o, REQUESTS, "sales", "product");
	const struct move alone = office_move(&o, "sales", "product");
	const struct move *m = &o.moves.at[1];
	// Two losses are too few for a rule, told or not.
	assert_false(m->speaks);
	assert_int_equal(m->same, 0);
	assert_true(str_eq(m->text, alone.text));
	office_done(&o);
}

MAIN(RUN(the_next_best_subject_is_brought_where_the_first_has_the_best),
	RUN(without_another_subject_one_sentence_says_what_the_second_adds),
	RUN(the_same_words_of_the_same_giver_add_nothing),
	RUN(a_relationship_without_anything_names_the_missing_file_as_before))
