#include "office.h"

#include <math.h>

TEST(the_planted_bridge_ranks_first_and_alone)
{
	struct office o;
	office_make(&o, true);
	office_run(&o);
	assert_int_equal(o.web.basis, WEB_BASIS_STRENGTH);
	assert_int_equal(o.bridges.count, 1);
	const struct bridge *b = &o.bridges.at[0];
	const struct web_link *l = &o.web.links[b->link];
	assert_true(str_eq(o.web.nodes[l->a].id, S("customer-success")));
	assert_true(str_eq(o.web.nodes[l->b].id, S("product")));
	const struct str topic = o.topics.at[b->topic].name;
	assert_true(str_eq(topic, S("turnstile")) || str_eq(topic, S("export")));
	assert_true(b->chance <= BRIDGE_CHANCE);
	// By hand: eight requests of each end; the accounts are those of customer
	// success.
	assert_int_equal(b->counts[0][SAID_REQUEST], 8);
	assert_int_equal(b->counts[1][SAID_REQUEST], 8);
	assert_int_equal(b->accounts, 8);
	office_done(&o);
}

TEST(money_is_of_each_deal_once)
{
	struct office o;
	office_make(&o, true);
	office_run(&o);
	const struct stake *s = &o.bridges.at[0].stake;
	assert_int_equal(s->lost, 3000000);
	assert_int_equal(s->open, 4000000);
	assert_int_equal(s->renewing, 8000000);
	assert_int_equal(s->lost_deals + s->open_deals + s->renewing_deals, 4);
	office_done(&o);
}

TEST(without_a_shared_subject_there_is_none_and_it_says_so)
{
	struct office o;
	office_make(&o, false);
	office_run(&o);
	assert_true(o.bridges.pairs >= 1); // it looked
	assert_true(o.bridges.topics >= 5);
	assert_int_equal(o.bridges.count, 0);
	assert_true(office_says(o.bridges.none, "None: of"));
	office_done(&o);
}

TEST(who_meets_is_no_bridge)
{
	struct office o;
	struct buf more = { 0 };
	office_make(&o, true);
	struct file file = { 0 };
	struct error err = { 0 };
	const char *path =
		arena_fmt(&o.folder.arena, "%s/interactions.csv", o.folder.path).at;
	assert_true(file_open(path, SIZE_MAX, &file, &err));
	buf_add(&more, file.bytes);
	file_close(&file);
	for (int i = 0; i < 60; i++) {
		buf_fmt(&more, "2025-11-%02d,p1%d,p2%d,mail,travel\n", 1 + i % 28, i % 6,
			(i + i / 6) % 6);
		buf_fmt(&more, "2025-11-%02d,p2%d,p1%d,mail,travel\n", 1 + i % 28, i % 6,
			(i + i / 6) % 6);
	}
	put_bytes(&o.folder, "interactions.csv", buf_str(&more));
	buf_done(&more);
	office_run(&o);
	assert_int_equal(o.bridges.count, 0);
	office_done(&o);
}

TEST(an_account_that_repeats_itself_is_one_voice)
{
	struct office o;
	office_make(&o, false);
	// One account asks thirty times for what product writes about.
	struct buf out = { 0 };
	buf_fmt(&out, "request_id,date,function,ask,account,status\n");
	for (int i = 0; i < 30; i++)
		buf_fmt(&out,
			"R-%d,2025-09-01,customer-success,Torque wrench again,Account0 "
			"Mills,done\n",
			i);
	for (int i = 30; i < 38; i++)
		buf_fmt(&out,
			"R-%d,2025-09-01,product,Torque wrench pairing study,,done\n", i);
	for (int i = 38; i < 58; i++)
		buf_fmt(&out, "R-%d,2025-09-01,sales,Discount table for tenders,,done\n",
			i);
	put_bytes(&o.folder, "requests.csv", buf_str(&out));
	buf_done(&out);
	office_run(&o);
	assert_int_equal(o.bridges.count, 0);
	office_done(&o);
}

TEST(an_abbreviation_meets_what_it_stands_for)
{
	struct office o;
	office_make(&o, true);
	put(&o.folder, "requests.csv",
		"request_id,date,function,ask,account\n"
		"R-1,2025-09-01,customer-success,When does single sign-on come?,A\n"
		"R-2,2025-09-01,customer-success,SSO please,B\n"
		"R-3,2025-09-01,product,Study of Single-Sign-On,\n");
	office_run(&o);
	size_t said = 0;
	for (uint32_t t = 0; t < o.topics.count; t++)
		if (str_eq(o.topics.at[t].name, S("SSO")))
			said = o.topics.at[t].said;
	assert_int_equal(said, 3);
	office_done(&o);
}

TEST(nobody_of_ours_is_named)
{
	struct office o;
	office_make(&o, true);
	put(&o.folder, "requests.csv",
		"request_id,date,from,function,ask,account\n"
		"R-1,2025-09-01,p10,customer-success,Quentin10 Xhosa10 says "
		"turnstile,Account0 Mills\n"
		"R-2,2025-09-02,p11,customer-success,Turnstile! "
		"p11@acme.example,Account1 Mills\n"
		"R-3,2025-09-03,p12,customer-success,ask Quentin12 about the "
		"turnstile,Account2 Mills\n"
		"R-4,2025-09-03,p20,product,Turnstile study by Xhosa20,\n"
		"R-5,2025-09-03,p20,product,Turnstile study two,\n"
		"R-6,2025-09-03,p30,support,Printer,\nR-7,2025-09-03,p30,support,Printer,"
		"\n"
		"R-8,2025-09-03,p30,sales,Table,\nR-9,2025-09-03,p30,sales,Table,\n"
		"R-10,2025-09-03,p30,sales,Table,\nR-11,2025-09-03,p30,sales,Table,\n");
	put(&o.folder, "roadmap.csv", "item_id,item,status\nRM-1,Gate,planned\n");
	office_run(&o);
	const struct move m = office_move(&o, "customer-success", "product");
	assert_non_null(m.rule);
	assert_true(m.found.count >= 3);
	for (size_t i = 0; i < m.found.count; i++) {
		const struct str quote = m.found.items[i].evidence.quote;
		assert_false(office_says(quote, "Quentin"));
		assert_false(office_says(quote, "Xhosa"));
		assert_false(office_says(quote, "p11@"));
	}
	office_done(&o);
}

// Requests of each function: what it always asks, and `word` as well for the first
// `count` functions; customer success and product say it twice as often.
static void ask_with(struct office *o, const char *word, size_t count)
{
	static const size_t ORDER[OFFICE_FUNCTIONS] = { 1, 2, 0, 3, 4, 5 };
	static const char *const OTHER[OFFICE_FUNCTIONS] = { "tenders", "kiosk",
		"pairing", "printer", "firmware", "brochures" };
	struct buf out = { 0 };
	size_t id = 1;
	buf_fmt(&out, "request_id,date,function,ask\n");
	for (size_t n = 0; n < OFFICE_FUNCTIONS; n++) {
		const size_t f = ORDER[n];
		const size_t times = n >= count ? 0 : n < 2 ? 12 : 6;
		for (size_t i = 0; i < 16; i++, id++)
			buf_fmt(&out, "R-%zu,2025-09-%02zu,%s,%s %s\n", id, 1 + i,
				OFFICE[f], OTHER[f], i < times ? word : "");
	}
	put_bytes(&o->folder, "requests.csv", buf_str(&out));
	buf_done(&out);
}

static bool has_bridge_on(const struct office *o, const char *word)
{
	for (size_t i = 0; i < o->bridges.count; i++)
		if (str_eq(o->topics.at[o->bridges.at[i].topic].name, str_of(word)))
			return true;
	return false;
}

TEST(a_word_that_most_functions_use_is_no_bridge)
{
	struct office o;
	office_make(&o, false);
	// Three of six: two of them without the other.
	ask_with(&o, "turnstile", 3);
	office_run(&o);
	assert_true(has_bridge_on(&o, "turnstile"));
	office_done(&o);
	// The same words of the two, and everybody's.
	office_make(&o, false);
	ask_with(&o, "turnstile", OFFICE_FUNCTIONS);
	office_run(&o);
	assert_false(has_bridge_on(&o, "turnstile"));
	assert_true(o.bridges.topics > 0); // others were looked at
	office_done(&o);
}

TEST(what_kind_of_work_it_is_is_no_bridge)
{
	struct office o;
	office_make(&o, false);
	ask_with(&o, "release", 2);
	office_run(&o);
	assert_false(has_bridge_on(&o, "release"));
	office_done(&o);
	office_make(&o, false);
	ask_with(&o, "turnstile", 2);
	office_run(&o);
	assert_true(has_bridge_on(&o, "turnstile"));
	office_done(&o);
}

static struct str all_sentences(const struct office *o)
{
	struct str out = S("");
	for (size_t i = 0; i < o->bridges.count; i++)
		out = arena_fmt(o->ground.arena, "%" PRI_STR "%" PRI_STR "\n",
			ARG_STR(out), ARG_STR(o->bridges.at[i].sentence));
	for (size_t i = 0; i < o->moves.count; i++)
		out = arena_fmt(o->ground.arena, "%" PRI_STR "%" PRI_STR "\n",
			ARG_STR(out), ARG_STR(o->moves.at[i].text));
	return out;
}

TEST(two_runs_say_the_same_bytes)
{
	struct office o, p;
	office_make(&o, true);
	office_make(&p, true);
	office_run(&o);
	office_run(&p);
	const struct str one = all_sentences(&o), two = all_sentences(&p);
	assert_true(one.len > 100);
	assert_true(str_eq(one, two));
	office_done(&o);
	office_done(&p);
}

MAIN(RUN(the_planted_bridge_ranks_first_and_alone), RUN(money_is_of_each_deal_once),
	RUN(without_a_shared_subject_there_is_none_and_it_says_so),
	RUN(who_meets_is_no_bridge), RUN(an_account_that_repeats_itself_is_one_voice),
	RUN(an_abbreviation_meets_what_it_stands_for), RUN(nobody_of_ours_is_named),
	RUN(a_word_that_most_functions_use_is_no_bridge),
	RUN(what_kind_of_work_it_is_is_no_bridge), RUN(two_runs_say_the_same_bytes))
