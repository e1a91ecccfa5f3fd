// What a move is made of: segments, subjects of two, customers, calls and reviews.
#include "office.h"

#define ITEMS "item_id,item,status,target,released\n"
#define ASKS "request_id,date,function,ask,account\n"
#define KIOSK(id, day, account)                                                          \
	"R-" id "," day ",customer-success,Kiosk mode please,Works " account "\n"

// Engineering is called revops here; so many decided deals of each segment.
static struct move with_segments(
	struct office *o, size_t outside_won, size_t outside_lost, const char *closed)
{
	struct file file = { 0 };
	struct error err = { 0 };
	struct buf out = { 0 };
	office_make(o, false);
	const char *path =
		arena_fmt(&o->folder.arena, "%s/people.csv", o->folder.path).at;
	assert_true(file_open(path, SIZE_MAX, &file, &err));
	for (size_t at = 0, next = 0; at < file.bytes.len; at = next + 11) {
		next = str_find(file.bytes, S("engineering"), at);
		buf_add(&out,
			str_cut(file.bytes, at, next == STR_NONE ? SIZE_MAX : next - at));
		if (next == STR_NONE)
			break;
		buf_add(&out, S("revops"));
	}
	file_close(&file);
	put_bytes(&o->folder, "people.csv", buf_str(&out));
	buf_clear(&out);
	buf_fmt(&out, "deal_id,account,segment,created,closed,outcome,amount\n");
	for (size_t i = 0; i < outside_won + outside_lost; i++)
		buf_fmt(&out, "D-%zu,Small %zu,small,2024-01-01,%s,%s,1000\n", i, i,
			closed, i < outside_won ? "won" : "lost");
	for (size_t i = 100; i < 130; i++)
		buf_fmt(&out, "D-%zu,Large %zu,large,2024-01-01,%s,%s,9000\n", i, i,
			closed, i < 108 ? "won" : "lost");
	put_bytes(&o->folder, "deals.csv", buf_str(&out));
	put(&o->folder, "requests.csv", ASKS);
	put(&o->folder, "candor.yaml",
		"company: Acme\nbest_fit: {field: segment, values: [large]}\n");
	buf_done(&out);
	office_run(o);
	return office_move(o, "revops", "product-marketing");
}

TEST(segments)
{
	struct office o;
	struct move m = with_segments(&o, 14, 2, "2025-06-01");
	assert_true(m.speaks);
	assert_string_equal(m.rule->id, "wins-outside-the-segment");
	assert_int_equal(m.found.count, 14);
	assert_true(str_eq(m.found.subject, S("small")));
	assert_true(
		office_says(m.text, "14 deals there were won or are open (14 accounts)"));
	assert_true(office_says(m.text, "14 of 16 decided deals won ["));
	assert_true(office_says(m.text, "elsewhere 8 of 30"));
	office_done(&o);
	m = with_segments(&o, 5, 9, "2025-06-01"); // no better than elsewhere by chance
	assert_false(m.speaks);
	office_done(&o);
	m = with_segments(&o, 2, 0, "2025-06-01"); // two deals
	assert_false(m.speaks);
	office_done(&o);
	m = with_segments(&o, 14, 2, "2024-06-01"); // over a year ago
	assert_false(m.speaks);
	office_done(&o);
}

TEST(shared)
{
	struct office o;
	office_make(&o, true);
	office_run(&o); // no roadmap, so that only what both write about is left
	const struct move m = office_move(&o, "customer-success", "product");
	assert_true(m.speaks);
	assert_string_equal(m.rule->id, "shared-topic");
	assert_int_equal(m.found.count, 10); // eight requests, and two deals lost for it
	assert_int_equal(m.found.accounts, 8);
	assert_true(m.found.items[0].own);
	assert_true(move_is_money(&m.found.items[9]));
	assert_true(office_says(m.text, "Customer success holds 8 requests; 2 lost deals "
					"give it as the reason; in "
					"all 8 accounts, 30k lost"));
	office_done(&o);
	office_make(&o, false);
	office_run(&o); // no bridge, nothing shared
	const struct move none = office_move(&o, "customer-success", "product");
	assert_false(none.speaks);
	office_done(&o);
}

TEST(an_account_that_repeats_itself_has_one_line_and_customers_come_first)
{
	struct office o;
	office_make(&o, false);
	put(&o.folder, "roadmap.csv", ITEMS "RM-1,Torque pairing,planned,2026-01-10,\n");
	put(&o.folder, "deals.csv",
		"deal_id,account,created,closed,outcome,amount\n"
		"D-1,Works Old,2024-01-01,2024-06-01,won,900\n");
	put(&o.folder, "requests.csv",
		ASKS KIOSK("1", "2025-09-01", "Old") KIOSK("2", "2025-09-02", "Old")
			KIOSK("3", "2025-09-03", "New"));
	put(&o.folder, "reviews.csv",
		"review_id,date,site,subject,stars,title,likes,dislikes\n"
		"V-1,2025-09-04,G2,,2,Fine,Quick,No kiosk yet\n"
		"V-2,2025-09-05,G2,Rivalo,2,Kiosk,Quick,\n"
		"V-3,2024-09-05,G2,,2,Kiosk,Quick,\n");
	put(&o.folder, "competitors/rivalo/home.html", "<h1>Rivalo</h1>");
	office_run(&o);
	const struct move m = office_move(&o, "customer-success", "product");
	assert_true(m.speaks);
	// Three requests and one review: of a rival and over a year ago are none.
	assert_int_equal(m.found.count, 4);
	assert_int_equal(m.found.lines, 3);
	assert_int_equal(m.found.accounts, 2);
	assert_int_equal(
		m.found.items[0].times, 2); // the customer, though not the newest
	assert_int_equal(m.found.items[0].date.days, date_of(2025, 9, 2).days);
	assert_int_equal(m.found.items[1].kind, SAID_REVIEW);
	assert_true(str_eq(m.found.items[1].evidence.column, S("dislikes")));
	assert_true(str_eq(m.found.items[1].evidence.quote, S("No kiosk yet")));
	assert_true(
		office_says(m.text, "Customer success holds 3 requests and 1 review"));
	office_done(&o);
}

TEST(a_call_is_heard_by_all_who_were_there_and_counted_once)
{
	struct office o;
	office_make(&o, false);
	put(&o.folder, "roadmap.csv", ITEMS "RM-1,Torque pairing,planned,2026-01-10,\n");
	put(&o.folder, "requests.csv", ASKS);
	put(&o.folder, "deals.csv",
		"deal_id,account,created,outcome,amount\n"
		"D-1,Works Alpha,2025-01-01,open,1000\nD-2,Works Beta,2025-01-01,open,"
		"2000\n");
	put(&o.folder, "calls/index.csv",
		"file,date,deal_id,us,them\n"
		"one.vtt,2025-09-01,D-1,p00; p10,Petra Buyer\n"
		"two.vtt,2025-09-02,D-2,p00; p10,Paul Buyer\n");
	put(&o.folder, "calls/one.vtt",
		"WEBVTT\n\n00:00:01.000 --> 00:00:05.000\n<v Quentin00 Xhosa00>How do "
		"you "
		"work today?\n\n00:00:06.000 --> 00:00:09.000\n<v Petra Buyer>The kiosk "
		"is "
		"missing on our floor.\n\n00:00:10.000 --> 00:00:12.000\n<v Petra "
		"Buyer>Without a kiosk nobody signs.\n");
	put(&o.folder, "calls/two.vtt",
		"WEBVTT\n\n00:00:01.000 --> 00:00:05.000\n<v Quentin00 Xhosa00>How do "
		"you "
		"work today?\n\n00:00:06.000 --> 00:00:09.000\n<v Paul Buyer>We would "
		"need "
		"a kiosk at the gate.\n");
	office_run(&o);
	const struct move m = office_move(&o, "customer-success", "product");
	assert_true(m.speaks);
	assert_int_equal(m.found.count, 3);
	assert_int_equal(m.found.accounts, 2);
	assert_int_equal(m.found.stake.open, 300000);
	size_t again = 0, first = 0;
	for (size_t i = 0; i < o.ground.count; i++) {
		again += o.ground.at[i].kind == SAID_CALL && o.ground.at[i].again;
		first += o.ground.at[i].kind == SAID_CALL && !o.ground.at[i].again;
	}
	assert_int_equal(first, 3);
	assert_int_equal(again, 3);
	office_done(&o);
}

MAIN(RUN(segments), RUN(shared),
	RUN(an_account_that_repeats_itself_has_one_line_and_customers_come_first),
	RUN(a_call_is_heard_by_all_who_were_there_and_counted_once))
